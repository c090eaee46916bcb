/**
 * The corners of the language that a generated case reaches, so that a test can count them: a generator that never
 * reaches a corner proves nothing about it.
 */
import type { Modality, ReferCause } from '@remit/language/checked/outcome.ts'
import { MODALITIES } from '@remit/language/checked/outcome.ts'
import type { Book, Exception, Statement } from '@remit/language/checked/tree.ts'
import { applyingTo, holding } from '../applies.ts'
import { determinePartial, unknownIn } from '../complete.ts'
import type { Result } from '../determine.ts'
import { determine } from '../determine.ts'
import { collide } from '../duties.ts'
import type { TotalSituation } from '../holds.ts'
import { holds } from '../holds.ts'
import { impossibleLists, someInputsOf } from '../lists.ts'
import { actOf, decidedRoles, isOrIsKindOf } from '../speaks.ts'
import type { Case } from './situations.ts'

/** One pair of a determined case, with the statements behind its result. */
type Seen = {
  readonly book: Book
  readonly role: string
  readonly act: string
  readonly result: Result
  readonly applying: readonly Statement[]
  readonly deciding: readonly Statement[]
  readonly defeated: readonly Statement[]
}

const is = (modality: Modality) => (seen: Seen) => seen.result.modality === modality
const referredFor = (cause: ReferCause) => (seen: Seen) => seen.result.referral?.cause === cause
const among = (statements: readonly Statement[], modality: Statement['modality']) =>
  statements.some((statement) => statement.modality === modality)

/** Corners of one pair. */
const OF_A_PAIR: Readonly<Record<string, (seen: Seen) => boolean>> = {
  ...Object.fromEntries(MODALITIES.map((modality) => [modality, is(modality)])),
  'a conflict of one force': referredFor('conflict'),
  'a must not against a guaranteed may of the same force': ({ result, deciding }) =>
    result.referral?.cause === 'conflict' && among(deciding, 'must not') && among(deciding, 'may'),
  'a must against a guaranteed need not of the same force': ({ result, deciding }) =>
    result.referral?.cause === 'conflict' && among(deciding, 'must') && among(deciding, 'need not'),
  'readings that differ': referredFor('unsettled'),
  'readings that agree': ({ result }) => result.readings.length > 1 && result.referral?.cause !== 'unsettled',
  'readings that agree on a MUST': ({ result }) => result.readings.length > 1 && result.modality === 'MUST',
  'two doubts about one pair': ({ result }) => result.readings.length > 2,
  'duties that are referred': referredFor('duties'),
  'set aside through directs': (seen) => seen.result.modality === 'SET ASIDE' && !collidesItself(seen),
  'set aside because an urgent act excludes what withdraws': ({ book, act, result }) =>
    actOf(book, act).withdraws && result.setAsideBy.some((key) => actOf(book, key.split(' ')[1] ?? '').urgent),
  'set aside by two duties': ({ result }) => result.setAsideBy.length > 1,
  'a guaranteed may defeats a must not': ({ result, deciding, defeated }) =>
    result.modality === 'MAY' && deciding.some((each) => each.guaranteed) && among(defeated, 'must not'),
  'a guaranteed need not defeats a must': ({ result, deciding, defeated }) =>
    result.modality === 'MAY' && deciding.some((each) => each.guaranteed) && among(defeated, 'must'),
  'a MUST defeats a lower must not': ({ result, defeated }) =>
    result.modality === 'MUST' && among(defeated, 'must not'),
  'a MUST NOT defeats a lower must': ({ result, defeated }) =>
    result.modality === 'MUST NOT' && among(defeated, 'must'),
  'MUST NOT because nothing allows it': ({ result }) => result.modality === 'MUST NOT' && result.deciding.length === 0,
  'advice against advice is no advice': ({ result, applying }) =>
    (result.modality === 'MAY' || result.modality === 'SILENT') && among(applying, 'should'),
  'a kind of the act that is named': ({ act, deciding }) => deciding.some((each) => !each.acts.includes(act)),
  'a kind that other than spares': ({ book, act }) =>
    book.norms.some(({ statements }) =>
      statements.some((each) =>
        each.otherThan.some((except) => isOrIsKindOf(book, act, except) && reaches(book, each, act)),
      ),
    ),
  'a prohibition of the agency': ({ role, deciding }) =>
    deciding.some((each) => role !== 'agency' && !each.roles.includes(role)),
  'the agency itself': ({ role, deciding }) => role === 'agency' && deciding.length > 0,
  'an exception lifts a norm': ({ result }) => result.exceptions.length > 0,
  'an exception decides': ({ deciding }) => deciding.some((each) => each.id.includes('#exception')),
  'a deadline with if late': ({ result }) =>
    result.deadlines.some(({ event, ifLate }) => event !== undefined && ifLate.length > 0),
  'a deadline without if late': ({ result }) => result.deadlines.some(({ ifLate }) => ifLate.length === 0),
  promptly: ({ result }) => result.deadlines.some(({ event }) => event === undefined),
  'a duty that one member meets': ({ result }) => result.one,
  'a duty of which one statement says one and another does not': ({ result, deciding }) =>
    result.modality === 'MUST' && !result.one && deciding.some((each) => each.one === true),
  'before an act': ({ result }) => result.deadlines.some(({ before }) => before !== undefined),
  'a deadline of a duty that is set aside': ({ result }) =>
    result.modality === 'SET ASIDE' && result.deadlines.length > 0,
  'a deadline of lower force than the duty': ({ result, deciding }) =>
    result.deadlines.length > 0 && deciding.every((each) => each.deadline === undefined),
  'an act that does not arise though orders speak about it': ({ result }) =>
    !result.arises && result.deciding.length > 0,
}

function collidesItself({ book, role, act, result }: Seen): boolean {
  const undirected = { ...book, acts: book.acts.map(({ directs: _, ...rest }) => rest) }
  return result.setAsideBy.some((key) => {
    const [by = '', other = ''] = key.split(' ')
    return collide(undirected, { role, act }, { role: by, act: other })
  })
}

function reaches(book: Book, statement: Statement, act: string): boolean {
  return statement.acts.some((named) => named !== act && isOrIsKindOf(book, act, named))
}

function applied(book: Book, total: TotalSituation): readonly Exception[] {
  return decidedRoles(book).flatMap((role) => holding(book, total, role).exceptions)
}

/** Corners of a book in a situation. */
const OF_A_CASE: Readonly<Record<string, (book: Book, total: TotalSituation) => boolean>> = {
  'an exception to a whole norm': (book, total) => applied(book, total).some((each) => each.forActs === undefined),
  'an exception for acts': (book, total) => applied(book, total).some((each) => each.forActs !== undefined),
  'an exception of lower force that is effective': (book, total) =>
    applied(book, total).some((each) =>
      each.to.every((norm) => book.norms.some(({ id, rank }) => id === norm && rank < each.rank)),
    ),
  'an exception without the force': (book, total) =>
    book.exceptions.some(
      (each) => holds(book, total, each.when, 'officer') && !holding(book, total, 'officer').exceptions.includes(each),
    ),
  'a list of which the answers are not possible together': (book, total) => impossibleLists(book, total).length > 0,
  'a list with a yes and a no': (book, total) =>
    book.lists.some(({ id }) => new Set(someInputsOf(book, id).map((input) => total.get(input.id))).size > 1),
  'a norm that applies to one role and not to another for what is said of the actor': (book, total) =>
    book.norms.some((norm) => {
      const roles = decidedRoles(book).filter((role) => norm.statements.some((each) => each.roles.includes(role)))
      return new Set(roles.map((role) => holds(book, total, norm.when, role))).size > 1
    }),
  'a choice that is to be made': (book, total) => book.choices.some(({ when, role }) => holds(book, total, when, role)),
  'an unless that holds': (book, total) =>
    book.norms.some(
      ({ when, unless }) =>
        holds(book, total, when, 'officer') && unless !== undefined && holds(book, total, unless, 'officer'),
    ),
}

/** Corners of partial situations and of impossible ones; they are looked for by {@link cornersOf}. */
const OF_WHAT_IS_POSSIBLE = [
  'impossible',
  'no possible completion',
  'OPEN',
  'settled while an input is unknown',
  'some completions are impossible',
  'an unknown input that does not matter',
] as const

/** The names of all corners. */
export const CORNERS: readonly string[] = [...Object.keys(OF_A_PAIR), ...Object.keys(OF_A_CASE), ...OF_WHAT_IS_POSSIBLE]

/** The corners that a case reaches, each at most once. */
export function cornersOf(each: Case): ReadonlySet<string> {
  return new Set([...cornersOfTotal(each), ...cornersOfPartial(each)])
}

function cornersOfTotal({ book, total }: Case): readonly string[] {
  const determination = determine(book, total)
  if (determination.kind === 'impossible')
    return ['impossible', ...Object.keys(OF_A_CASE).filter((corner) => OF_A_CASE[corner]?.(book, total))]
  const statements = [...book.norms, ...book.exceptions].flatMap((rule) => rule.statements)
  const named = (ids: readonly string[]) => statements.filter((statement) => ids.includes(statement.id))
  const ofPairs = [...determination.results].flatMap(([key, result]) => {
    const [role = '', act = ''] = key.split(' ')
    const applying = applyingTo(book, holding(book, total, role), { role, act }).map(({ statement }) => statement)
    const seen = {
      book,
      role,
      act,
      result,
      applying,
      deciding: named(result.deciding),
      defeated: named(result.defeated),
    }
    return Object.keys(OF_A_PAIR).filter((corner) => OF_A_PAIR[corner]?.(seen))
  })
  return [...ofPairs, ...Object.keys(OF_A_CASE).filter((corner) => OF_A_CASE[corner]?.(book, total))]
}

function cornersOfPartial({ book, partial }: Case): readonly (typeof OF_WHAT_IS_POSSIBLE)[number][] {
  const determination = determinePartial(book, partial)
  if (determination.kind === 'impossible') return ['no possible completion']
  const unknown = unknownIn(book, partial)
  const pairs = [...determination.pairs.values()]
  return [
    ...(pairs.some((pair) => pair.settled === undefined) ? (['OPEN'] as const) : []),
    ...(unknown.length > 0 && pairs.some((pair) => pair.settled !== undefined && pair.settled !== 'SILENT')
      ? (['settled while an input is unknown'] as const)
      : []),
    ...(determination.impossible > 0 ? (['some completions are impossible'] as const) : []),
    ...(pairs.some((pair) => pair.settled === undefined && pair.matter.length < unknown.length)
      ? (['an unknown input that does not matter'] as const)
      : []),
  ]
}
