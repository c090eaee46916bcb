/** The words for the radio on a card: at most twelve, with a blank for the beat, each resting on what the orders say. */
import type { Compiled } from '@remit/engine/diagram/from-checked.ts'
import { answerTo } from '@remit/engine/questions/answer-to.ts'
import type { ActId, RoleId, Situation } from '@remit/language/checked/tree.ts'

export const RADIO_WORDS_MAX = 12
/** Stands for the beat, which the officer says. */
export const BEAT = '____'

export type RadioScript = {
  /** When it is said. */
  readonly when: string
  readonly script: string
  /** The duties for which a supervisor is asked for; none where the script asks for none. */
  readonly rests: readonly { readonly role: RoleId; readonly act: ActId }[]
}

/** Any of them as a duty means that a supervisor has to come. */
const SUPERVISOR_COMES = [
  { role: 'officer', act: 'wait-for-supervisor' },
  { role: 'officer', act: 'call-for-supervisor' },
  { role: 'dispatcher', act: 'send-supervisor' },
  { role: 'supervisor', act: 'come-to-scene' },
  { role: 'supervisor', act: 'respond-and-assess' },
] as const

/** Danger first; then the request; then a name check, if a supervisor has to come for it. */
export function radioScripts(compiled: Compiled, asked: Situation, hit: Situation): readonly RadioScript[] {
  const [forAsked, forHit] = [dutiesIn(compiled, asked), dutiesIn(compiled, hit)]
  return [
    { when: 'In danger, first', script: `${BEAT}, someone is in danger, send help.`, rests: [] },
    { when: 'Asked for help', script: `${BEAT}, ICE asks for help${sends(forAsked)}.`, rests: forAsked },
    ...(forHit.length === 0
      ? []
      : [{ when: 'Name check', script: `${BEAT}, name check, immigration notice${sends(forHit)}.`, rests: forHit }]),
  ]
}

const sends = (duties: readonly unknown[]) => (duties.length === 0 ? '' : ', send a supervisor')

function dutiesIn(compiled: Compiled, situation: Situation): RadioScript['rests'] {
  return SUPERVISOR_COMES.filter((pair) => {
    const result = answerTo(compiled, situation, pair)?.result
    return result?.kind === 'settled' && result.modality === 'MUST'
  })
}

/** Words as a dispatcher hears them; the blank is one. */
export const wordsIn = (script: string): number => script.split(/\s+/).filter((word) => word !== '').length
