/** The twelve rules as a programmer would write them without an engine. */
import { type Facts, HELD_MAX, type Outcome } from './policy.ts'

export function byHand(facts: Facts): Outcome {
  const { purpose, state, warrant, inCustody } = facts
  if (facts.inDanger) return warrant ? 'assist' : 'protect-only'
  if (facts.directed) return 'advise-and-leave'
  const isLong = facts.hoursHeld > HELD_MAX
  if (inCustody && purpose === 'detainer' && (state === 'tx' || state === 'fl') && !isLong) return 'detain'
  if (inCustody && purpose === 'detainer' && warrant && !isLong) return 'detain'
  if (inCustody && isLong) return 'release'
  if (inCustody && purpose === 'detainer' && (state === 'il' || state === 'ca')) return 'release'
  if ((purpose === 'civil-arrest' || purpose === 'interview') && !facts.onScene) return 'wait'
  if (warrant && (purpose === 'criminal-arrest' || purpose === 'civil-arrest')) return 'assist'
  const { agency } = facts
  const hasAgreement = facts.agreement && (agency === 'ice-ero' || agency === 'cbp')
  if (hasAgreement && (state === 'tx' || state === 'fl' || state === 'va')) return 'assist'
  if ((purpose === 'civil-arrest' || purpose === 'records') && (state === 'il' || state === 'ca'))
    return 'advise-and-leave'
  if (agency === 'other-federal' && !facts.onScene) return 'wait'
  return 'protect-only'
}
