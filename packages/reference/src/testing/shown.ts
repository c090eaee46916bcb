/**
 * What a single total situation shows of the findings about a book's meaning, told by the reference interpreter alone.
 *
 * Sections *Findings* and *Properties* of the language's definition. Each thing shown is a line of words that begins with
 * the code of its finding, so that sets of them can be compared.
 */
import type { Modality } from '@remit/language/checked/outcome.ts'
import type {
  Act,
  Book,
  Choice,
  Condition,
  Exception,
  Expectation,
  Norm,
  RoleId,
  Statement,
} from '@remit/language/checked/tree.ts'
import { UNKNOWN } from '@remit/language/checked/tree.ts'
import type { Applying } from '../applies.ts'
import { applyingTo, holding, liftedBy } from '../applies.ts'
import { completions } from '../complete.ts'
import type { Result } from '../determine.ts'
import { determine } from '../determine.ts'
import { brings, collide } from '../duties.ts'
import type { TotalSituation } from '../holds.ts'
import { broken, holds } from '../holds.ts'
import type { Verdict } from '../pair.ts'
import { liveFor, readingsOf } from '../pair.ts'
import type { Pair } from '../speaks.ts'
import { actOf, decidedPairs, decidedRoles, isOrIsKindOf, keyOf, namesRole } from '../speaks.ts'
import { appliesTo, pairsBound } from './beaten.ts'

/** The reserved name of the danger in which a duty to protect life has to stand. */
export const DANGER = 'someone is in-danger'

/** A possible situation with its results, by `role act`. */
type Decided = { readonly book: Book; readonly total: TotalSituation; readonly results: ReadonlyMap<string, Result> }

/** Every total situation of a book, up to what its conditions tell apart; impossible ones too. */
export function everySituation(book: Book): readonly TotalSituation[] {
  return completions(book, new Map(book.inputs.map((input) => [input.id, UNKNOWN])))
}

/** What the situation shows; `undefined` if it is impossible. */
export function shownIn(book: Book, total: TotalSituation): ReadonlySet<string> | undefined {
  const determination = determine(book, total)
  if (determination.kind === 'impossible') return undefined
  const decided: Decided = { book, total, results: determination.results }
  return new Set([
    ...decidedPairs(book).flatMap((pair) => clashesOf(decided, pair)),
    ...book.acts
      .filter((act) => act.urgent)
      .flatMap((act) => [...urgentShown(decided, act), ...unprotected(decided, act)]),
    ...book.acts.filter((act) => arisesSomewhere(decided, act)).flatMap((act) => gapsOf(decided, act)),
    ...decidedPairs(book)
      .filter((pair) => isKindless(decided, pair))
      .map((pair) => `W308 ${pair.act}`),
    ...unmetTogether(decided),
    ...[...book.norms, ...book.exceptions].filter((rule) => isBeaten(decided, rule)).map(({ id }) => `W307 ${id}`),
    ...rulesApplying(book, total).map((rule) => `W305 ${rule}`),
    ...book.choices.filter((choice) => isDeadEnd(decided, choice)).map((choice) => `W310 ${choice.id}`),
    ...book.invariants
      .filter((invariant) => invariant.expect.some((each) => breaks(decided, invariant.when, each)))
      .map((invariant) => `E305 ${invariant.id}`),
  ])
}

/** Two norms of one force that contradict each other under some reading of the law, as duties or as advice. */
function clashesOf({ book, total, results }: Decided, pair: Pair): readonly string[] {
  const result = results.get(keyOf(pair))
  const act = actOf(book, pair.act)
  const applying = applyingTo(book, holding(book, total, pair.role), pair)
  const readings = readingsOf(liveFor(book.unsettled, applying), applying, act)
  if (result?.referral?.cause === 'conflict')
    return readings.flatMap(({ verdict }) => twoOf(verdict.deciding, contradict).map((both) => `E301 ${both}`))
  if (result === undefined || !isUndecided(result, act)) return []
  return readings
    .filter(({ verdict }) => isUndecided(verdict, act))
    .flatMap(({ without }) => clashingAdvice(applying.filter(({ rule }) => !without.includes(rule.id))))
}

/** "If nothing stopped", and no advice is left. */
function isUndecided({ modality, rank }: Pick<Verdict | Result, 'modality' | 'rank'>, act: Act): boolean {
  if (modality === 'MUST NOT') return act.onlyWhereAllowed && rank === undefined
  return modality === 'MAY' || modality === 'SILENT'
}

function clashingAdvice(applying: readonly Applying[]): readonly string[] {
  const advice = applying.filter(({ statement: { modality } }) => modality === 'should' || modality === 'should not')
  const highest = Math.min(...advice.map(({ rule }) => rule.rank))
  const ofHighest = advice.filter(({ rule }) => rule.rank === highest)
  return twoOf(ofHighest, (one, other) => says(one, 'should') && says(other, 'should not')).map(
    (both) => `W301 ${both}`,
  )
}

/** "`must` with `must not`, or `must not` with a guaranteed `may`, or `must` with a guaranteed `need not`." */
function contradict(one: Applying, other: Applying): boolean {
  if (says(one, 'must')) return says(other, 'must not') || (says(other, 'need not') && other.statement.guaranteed)
  return says(one, 'must not') && says(other, 'may') && other.statement.guaranteed
}

const says = ({ statement }: Applying, modality: Applying['statement']['modality']) => statement.modality === modality

/** The rules of each two statements that are so, the two in order of id. */
function twoOf(among: readonly Applying[], are: (one: Applying, other: Applying) => boolean): readonly string[] {
  return among.flatMap((one) =>
    among.filter((other) => are(one, other)).map((other) => [one.rule.id, other.rule.id].toSorted().join(' ')),
  )
}

const NEVER_OF_URGENT: readonly Modality[] = ['REFER', 'MUST NOT', 'SHOULD NOT', 'SHOULD', 'SET ASIDE']
const NEVER_OF_ITS_KINDS: readonly Modality[] = ['REFER', 'MUST NOT', 'SHOULD NOT', 'SET ASIDE']

/** "An urgent act is MUST, MAY or SILENT, and each kind of it is never … where the urgent act is MUST." */
function urgentShown({ book, results }: Decided, urgent: Act): readonly string[] {
  return decidedPairs(book).flatMap(({ role, act }) => {
    const modality = results.get(keyOf({ role, act }))?.modality ?? 'SILENT'
    if (act === urgent.id) return NEVER_OF_URGENT.includes(modality) ? [`E303 ${act} ${modality}`] : []
    const isHeldBack = isOrIsKindOf(book, act, urgent.id) && NEVER_OF_ITS_KINDS.includes(modality)
    const isDuty = results.get(keyOf({ role, act: urgent.id }))?.modality === 'MUST'
    return isHeldBack && isDuty ? [`E304 ${act} ${modality} ${urgent.id}`] : []
  })
}

/** **Someone in danger.** "An urgent act that is MUST for officers whenever someone is in danger, no kind of which is ever forbidden then." */
function unprotected({ book, total, results }: Decided, urgent: Act): readonly string[] {
  const isDanger = !book.inputs.some((input) => input.id === DANGER) || total.get(DANGER) === true
  const ofOfficers = (act: string) => results.get(keyOf({ role: 'officer', act }))?.modality
  const isForbidden = book.acts.some(({ id }) => isOrIsKindOf(book, id, urgent.id) && ofOfficers(id) === 'MUST NOT')
  return isDanger && (ofOfficers(urgent.id) !== 'MUST' || isForbidden) ? [`W306 ${urgent.id}`] : []
}

/** Reading 13 of decision 5: an act arises somewhere if it arises for some decided role. */
function arisesSomewhere({ book, total }: Decided, { arisesWhen }: Act): boolean {
  return arisesWhen !== undefined && decidedRoles(book).some((role) => holds(book, total, arisesWhen, role))
}

/** Reading 14 of decision 5: an act that arises and is SILENT for every role; a seizure about which nothing speaks. */
function gapsOf({ book, total, results }: Decided, act: Act): readonly string[] {
  const pairs = decidedPairs(book).filter((pair) => pair.act === act.id)
  const isSilent = pairs.every((pair) => results.get(keyOf(pair))?.modality === 'SILENT')
  const isUnsaid = pairs.every((pair) => applyingTo(book, holding(book, total, pair.role), pair).length === 0)
  return [...(isSilent ? [`W302 ${act.id}`] : []), ...(act.onlyWhereAllowed && isUnsaid ? [`W311 ${act.id}`] : [])]
}

/** Reading 16 of decision 5: a MUST of an act that has kinds, each of which is MUST NOT for its role. */
function isKindless({ book, results }: Decided, { role, act }: Pair): boolean {
  const kinds = book.acts.filter(({ id }) => id !== act && isOrIsKindOf(book, id, act))
  const isForbidden = (kind: Act) => results.get(keyOf({ role, act: kind.id }))?.modality === 'MUST NOT'
  return kinds.length > 0 && results.get(keyOf({ role, act }))?.modality === 'MUST' && kinds.every(isForbidden)
}

/** Reading 17 of decision 5: duties of two roles that cannot both be met. */
function unmetTogether({ book, results }: Decided): readonly string[] {
  const pairs = decidedPairs(book)
  const modalityOf = (pair: Pair) => results.get(keyOf(pair))?.modality
  const isReferred = (pair: Pair) => results.get(keyOf(pair))?.referral?.cause === 'duties'
  const forbidden = pairs
    .filter((pair) => modalityOf(pair) === 'MUST')
    .flatMap((pair) =>
      brings(book, pair)
        .filter((other) => other.role !== pair.role && modalityOf(other) === 'MUST NOT')
        .map((other) => [pair.act, other.act]),
    )
  const colliding = pairs
    .filter(isReferred)
    .flatMap((pair) =>
      pairs
        .filter((other) => other.role !== pair.role && isReferred(other) && collide(book, pair, other))
        .map((other) => [pair.act, other.act].toSorted()),
    )
  return [
    ...forbidden.map((both) => `W309 ${both.join(' ')} directs`),
    ...colliding.map((both) => `W309 ${both.join(' ')} collide`),
  ]
}

/** Whether a `must` or `must not` of the rule, about a pair that it names itself, applies and is defeated. */
function isBeaten({ book, total, results }: Decided, rule: Norm | Exception): boolean {
  return rule.statements.some((statement) =>
    pairsBound(book, statement).some(
      (pair) =>
        appliesTo(book, total, statement, pair) && results.get(keyOf(pair))?.defeated.includes(statement.id) === true,
    ),
  )
}

/** Reading 9 of decision 5. */
function isDeadEnd({ book, total, results }: Decided, { role, acts, when }: Choice): boolean {
  const isForbidden = (act: string) => results.get(keyOf({ role, act }))?.modality === 'MUST NOT'
  return holds(book, total, when, role) && acts.every(isForbidden)
}

/**
 * Whether an expectation of an invariant does not hold where its condition does. Readings 2 and 13 of decision 5: the
 * condition is read for the role that the expectation names; where it names none, some role that meets it is enough.
 */
function breaks(decided: Decided, when: Condition, expectation: Expectation): boolean {
  const { book, total } = decided
  if ('role' in expectation) return holds(book, total, when, expectation.role) && !meets(decided, expectation)
  const isMet = decidedRoles(book).some((role) => holds(book, total, when, role))
  return isMet && decidedPairs(book).some((pair) => isAgainst(decided, expectation, pair))
}

type OfRole = Extract<Expectation, { readonly role: RoleId }>

/** Whether an expectation holds in a situation; one about a pair that is not decided reads it as silent. */
function meets({ results }: Decided, expectation: OfRole): boolean {
  const result = results.get(keyOf(expectation))
  switch (expectation.kind) {
    case 'modality': {
      const { modality, deciding = [] } = result ?? {}
      const isDeciding = (rule: string) => deciding.some((statement) => statement.startsWith(`${rule}/`))
      const expected = expectation.is === 'need not' ? 'MAY' : expectation.is.toUpperCase()
      return modality === expected && expectation.because.every(isDeciding)
    }
    case 'is':
      // In a total situation nothing is open.
      return expectation.is.toUpperCase() === (result?.modality ?? 'SILENT')
    case 'referred': {
      const { referral } = result ?? {}
      return referral !== undefined && (expectation.to === undefined || referral.ask.includes(expectation.to))
    }
  }
}

/** Whether a pair is against an expectation that names no role. */
function isAgainst({ book, results }: Decided, expectation: Exclude<Expectation, OfRole>, pair: Pair): boolean {
  const modality = results.get(keyOf(pair))?.modality
  switch (expectation.kind) {
    case 'no kind forbidden':
      return modality === 'MUST NOT' && isOrIsKindOf(book, pair.act, expectation.act)
    case 'nobody must':
      return modality === 'MUST' && pair.act === expectation.act
    case 'nobody must withdraw':
      return modality === 'MUST' && book.acts.some((act) => act.withdraws && isOrIsKindOf(book, pair.act, act.id))
  }
}

/**
 * The rules that apply in the situation: a norm to some role and act of which a statement of it speaks, an exception to
 * some role to which it or a norm that it lifts speaks. None if the situation is impossible.
 */
export function rulesApplying(book: Book, total: TotalSituation): readonly string[] {
  if (broken(book, total).length > 0) return []
  const norms = book.norms.filter((norm) =>
    norm.statements.some((statement) => spokenTo(book, [statement]).some((role) => applies(book, total, norm, role))),
  )
  const exceptions = book.exceptions.filter((exception) => {
    const around = [exception, ...book.norms.filter(({ id }) => exception.to.includes(id))]
    const roles = spokenTo(
      book,
      around.flatMap((rule) => rule.statements),
    )
    return roles.some((role) => holding(book, total, role).exceptions.includes(exception))
  })
  return [...norms, ...exceptions].map(({ id }) => id)
}

/** Whether a norm applies to a role and some act that a statement about the role names. */
function applies(book: Book, total: TotalSituation, norm: Norm, role: RoleId): boolean {
  const held = holding(book, total, role)
  if (!held.norms.includes(norm)) return false
  return norm.statements
    .filter((statement) => spokenTo(book, [statement]).includes(role))
    .some(({ acts }) => acts.some((act) => liftedBy(book, held, norm, { role, act }).length === 0))
}

/** The decided roles about which some statement speaks; all of them where there are none: who is outside is bound too. */
function spokenTo(book: Book, statements: readonly Statement[]): readonly RoleId[] {
  const decided = decidedRoles(book)
  const spoken = decided.filter((role) => statements.some((statement) => namesRole(book, statement, role)))
  return spoken.length === 0 ? decided : spoken
}
