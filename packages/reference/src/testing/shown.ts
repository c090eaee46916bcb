/**
 * What a single total situation shows of the findings about a book's meaning, told by the reference interpreter alone.
 *
 * Sections *Findings* and *Properties* of the language's definition. Each thing shown is a line of words that begins with
 * the code of its finding, so that sets of them can be compared.
 */
import type { Modality } from '@remit/language/checked/outcome.ts'
import type { Act, Book, Expectation, RoleId } from '@remit/language/checked/tree.ts'
import { UNKNOWN } from '@remit/language/checked/tree.ts'
import type { Applying } from '../applies.ts'
import { applyingTo, holding } from '../applies.ts'
import { completions } from '../complete.ts'
import type { Result } from '../determine.ts'
import { determine } from '../determine.ts'
import type { TotalSituation } from '../holds.ts'
import { broken, holds } from '../holds.ts'
import type { Verdict } from '../pair.ts'
import { liveFor, readingsOf } from '../pair.ts'
import type { Pair } from '../speaks.ts'
import { actOf, decidedPairs, isOrIsKindOf, keyOf } from '../speaks.ts'

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
    ...book.acts.filter((act) => isGap(decided, act)).map((act) => `W302 ${act.id}`),
    ...book.invariants
      .filter(({ when, expect }) => holds(book, total, when) && expect.some((each) => !meets(decided, each)))
      .map((invariant) => `E305 ${invariant.id}`),
  ])
}

/** Two norms of one force that contradict each other under some reading of the law, as duties or as advice. */
function clashesOf({ book, total, results }: Decided, pair: Pair): readonly string[] {
  const result = results.get(keyOf(pair))
  const act = actOf(book, pair.act)
  const applying = applyingTo(book, holding(book, total), pair)
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

/** "Gap (an act arises and is SILENT)", to every role. */
function isGap({ book, total, results }: Decided, act: Act): boolean {
  if (act.arisesWhen === undefined || !holds(book, total, act.arisesWhen)) return false
  return decidedPairs(book).every((pair) => pair.act !== act.id || results.get(keyOf(pair))?.modality === 'SILENT')
}

/** Whether an expectation holds in a situation; one about a pair that is not decided reads it as silent. */
function meets({ book, results }: Decided, expectation: Expectation): boolean {
  const resultOf = ({ role, act }: { readonly role: RoleId; readonly act: string }) => results.get(keyOf({ role, act }))
  const nobody = (modality: Modality, isMeant: (act: string) => boolean) =>
    decidedPairs(book).every((pair) => !isMeant(pair.act) || resultOf(pair)?.modality !== modality)
  switch (expectation.kind) {
    case 'modality': {
      const { modality, deciding = [] } = resultOf(expectation) ?? {}
      const isDeciding = (rule: string) => deciding.some((statement) => statement.startsWith(`${rule}/`))
      const expected = expectation.is === 'need not' ? 'MAY' : expectation.is.toUpperCase()
      return modality === expected && expectation.because.every(isDeciding)
    }
    case 'is':
      // In a total situation nothing is open.
      return expectation.is.toUpperCase() === (resultOf(expectation)?.modality ?? 'SILENT')
    case 'referred': {
      const { referral } = resultOf(expectation) ?? {}
      return referral !== undefined && (expectation.to === undefined || referral.ask.includes(expectation.to))
    }
    case 'no kind forbidden':
      return nobody('MUST NOT', (act) => isOrIsKindOf(book, act, expectation.act))
    case 'nobody must':
      return nobody('MUST', (act) => act === expectation.act)
    case 'nobody must withdraw':
      return nobody('MUST', (act) => book.acts.some((each) => each.withdraws && isOrIsKindOf(book, act, each.id)))
  }
}

/** The rules that apply in the situation, a norm at least for one act that it names; none if it is impossible. */
export function rulesApplying(book: Book, total: TotalSituation): readonly string[] {
  if (broken(book, total).length > 0) return []
  const held = holding(book, total)
  const norms = held.norms.filter((norm) =>
    norm.statements.some(({ roles: [role = ''], acts }) =>
      acts.some((act) => applyingTo(book, held, { role, act }).some(({ rule }) => rule === norm)),
    ),
  )
  return [...norms, ...held.exceptions].map(({ id }) => id)
}
