/** Norms that contradict each other, and orders that a higher force always beats. */
import type { ActId, Norm, Rank, RoleId } from '@remit/language/checked/tree.ts'
import type { Claim } from '../books/claims.ts'
import type { Total } from '../books/situations.ts'
import { type Ground, heldWhere, type Plant, type Planted, placeOf, plantedNorm, withNorm } from './ground.ts'

const said = (ground: Ground, role: RoleId, act: ActId, isSo: (rank: Rank) => boolean) =>
  ground
    .about(role, act)
    .filter(({ rule }) => isSo(rule.rank))
    .map(({ statement }) => statement)

/** Where a norm forbids what is planted as a duty of the same force. */
export const dutyAgainstProhibition: Plant = (ground) =>
  contradiction(ground, 'a duty against a prohibition of its own force', 'must not', (claim, norm) =>
    plantedNorm(norm, heldWhere(norm), { roles: [claim.role], modality: 'must', acts: [claim.act] }),
  )

/** Where a norm obliges to what is planted as forbidden. */
export const prohibitionAgainstDuty: Plant = (ground) =>
  contradiction(ground, 'a prohibition against a duty of its own force', 'must', (claim, norm) =>
    plantedNorm(norm, heldWhere(norm), { roles: [claim.role], modality: 'must not', acts: [claim.act] }),
  )

/** Where a norm forbids what is planted as guaranteed. */
export const guaranteeAgainstProhibition: Plant = (ground) =>
  contradiction(ground, 'a guarantee against a prohibition of its own force', 'must not', (claim, norm) =>
    plantedNorm(norm, heldWhere(norm), { roles: [claim.role], modality: 'may', acts: [claim.act], guaranteed: true }),
  )

function contradiction(
  ground: Ground,
  kind: string,
  modality: 'must' | 'must not',
  planted: (claim: Claim, norm: Norm) => Norm,
): Planted | undefined {
  const [claim] = ground.claims(({ rule, role, act, statement }) => {
    const opposed = said(ground, role, act, (rank) => rank === rule.rank).filter((other) => other.modality === modality)
    return (
      statement.modality === modality &&
      role !== 'agency' &&
      ground.isPlain(act) &&
      opposed.length === 1 &&
      !isProved(ground, act)
    )
  })
  const norm = claim === undefined ? undefined : ground.book.norms.find(({ id }) => id === claim.rule.id)
  if (claim === undefined || norm === undefined) return undefined
  const other = planted(claim, norm)
  // A guarantee leaves out what lower forces forbid, and a prohibition silences permissions: only where all that is still heard.
  if (!isAlone(ground, other, norm) || !isReached(ground, claim, norm)) return undefined
  return {
    kind,
    book: withNorm(ground.book, other),
    code: 'E301',
    places: [placeOf(norm.span), placeOf(other.span)].toSorted(),
  }
}

/** Whether nothing else is said to that role of the act by the same force or a lower one that the planted norm could silence. */
function isAlone(ground: Ground, planted: Norm, beside: Norm): boolean {
  const [statement] = planted.statements
  const { shown, sayings } = ground.generated
  return [...shown].every(([claim, total]) => {
    if (claim.rule.id === beside.id || claim.rule.rank < planted.rank) return true
    if (
      !(
        statement?.acts.includes(claim.act) === true &&
        sayings.about(statement.roles[0] ?? '', claim.act).some(({ rule }) => rule === claim.rule)
      )
    )
      return true
    return !sayings.isMet(planted, total)
  })
}

/** Whether somewhere where the norm applies no higher force has decided or guaranteed anything. */
function isReached(ground: Ground, { role, act }: Claim, norm: Norm): boolean {
  const above = ground
    .about(role, act)
    .filter(
      ({ rule, statement }) => rule.rank < norm.rank && (/^must/.test(statement.modality) || statement.guaranteed),
    )
  const { sayings } = ground.generated
  const isOpen = (total: Total) => above.every(({ rule }) => !sayings.applies(rule, act, total))
  return ground.find(heldWhere(norm), isOpen) !== undefined
}

/** Whether an invariant is about the act. */
const isProved = ({ book }: Ground, act: ActId) =>
  book.invariants.some(({ expect }) => expect.some((each) => 'act' in each && each.act === act))

/** Advice against what the only norm that advises about it advises. */
export const adviceBothWays: Plant = (ground) => {
  const isAdvice = (modality: string) => modality === 'should' || modality === 'should not'
  const [claim] = ground.claims(({ statement, role, act, rule }) => {
    const advice = said(ground, role, act, () => true).filter((other) => isAdvice(other.modality))
    const bindsAbove = said(ground, role, act, (rank) => rank <= rule.rank).some(({ modality }) =>
      modality.startsWith('must'),
    )
    return (
      isAdvice(statement.modality) && role !== 'agency' && ground.isPlain(act) && advice.length === 1 && !bindsAbove
    )
  })
  const norm = claim === undefined ? undefined : ground.book.norms.find(({ id }) => id === claim.rule.id)
  if (claim === undefined || norm === undefined) return undefined
  const modality = claim.statement.modality === 'should' ? 'should not' : 'should'
  const other = plantedNorm(norm, heldWhere(norm), { roles: [claim.role], modality, acts: [claim.act] })
  // Where both advise nothing is said, and of an act that says when it arises that would be a second finding.
  if (ground.act(claim.act).arisesWhen !== undefined || bindsEverywhere(ground, claim)) return undefined
  const places = [placeOf(norm.span), placeOf(other.span)].toSorted()
  return { kind: 'advice for and against', book: withNorm(ground.book, other), code: 'W301', places }
}

/** Whether lower forces bind wherever the claim is shown; then no advice is left to be heard. */
function bindsEverywhere(ground: Ground, claim: Claim): boolean {
  const binding = ground.about(claim.role, claim.act).filter(({ statement }) => statement.modality.startsWith('must'))
  const found = ground.find(
    heldWhere(claim.rule),
    (total) => !binding.some(({ rule }) => ground.generated.sayings.applies(rule, claim.act, total)),
  )
  return found === undefined
}

/** A lower order obliges to what a higher one forbids, wherever it applies. */
export const dutyBeaten: Plant = (ground) => {
  const found = prohibited(ground)
  if (found === undefined) return undefined
  const { claim, norm, lower } = found
  const other = plantedNorm(lower, heldWhere(norm), { roles: [claim.role], modality: 'must', acts: [claim.act] })
  return {
    kind: 'a duty that a higher order always beats',
    book: withNorm(ground.book, other),
    code: 'W307',
    places: [placeOf(other.span)],
  }
}

/** A lower order forbids what a higher one obliges to, wherever it applies. */
export const prohibitionBeaten: Plant = (ground) => {
  const found = opposedBelow(ground, 'must')
  if (found === undefined) return undefined
  const { claim, norm, lower } = found
  const other = plantedNorm(lower, heldWhere(norm), { roles: [claim.role], modality: 'must not', acts: [claim.act] })
  return {
    kind: 'a prohibition that a higher order always beats',
    book: withNorm(ground.book, other),
    code: 'W307',
    places: [placeOf(other.span)],
  }
}

/** A lower order permits what a higher one forbids, wherever it applies: no duty is beaten, but the norm changes nothing. */
export const permissionBeaten: Plant = (ground) => {
  const found = prohibited(ground)
  if (found === undefined) return undefined
  const { claim, norm, lower } = found
  const other = plantedNorm(lower, heldWhere(norm), { roles: [claim.role], modality: 'may', acts: [claim.act] })
  return {
    kind: 'a permission that a higher order always beats',
    book: withNorm(ground.book, other),
    code: 'W305',
    places: [placeOf(other.span)],
  }
}

const prohibited = (ground: Ground) => opposedBelow(ground, 'must not')

/** A norm that binds wherever it applies, and a document of lower force. */
function opposedBelow(ground: Ground, modality: 'must' | 'must not') {
  const opposite = modality === 'must' ? 'must not' : 'must'
  const [claim] = ground.claims(({ rule, role, act, statement }) => {
    const above = said(ground, role, act, (rank) => rank <= rule.rank)
    const isFirst = above.every((other) => other.modality !== opposite && !other.guaranteed)
    return (
      statement.modality === modality &&
      role !== 'agency' &&
      ground.isPlain(act) &&
      isFirst &&
      ground.below(rule.rank) !== undefined
    )
  })
  const norm = claim === undefined ? undefined : ground.book.norms.find(({ id }) => id === claim.rule.id)
  const lower = norm === undefined ? undefined : ground.below(norm.rank)
  return claim === undefined || norm === undefined || lower === undefined ? undefined : { claim, norm, lower }
}
