/**
 * What every pair of a book comes to in one total situation.
 *
 * Section *Semantics*, paragraphs **Words** (impossible) and **Answer**, over the paragraphs of the other files.
 */
import type { Modality, Referral } from '@remit/language/checked/outcome.ts'
import type { ActId, Book, EventId, Rank, RoleId } from '@remit/language/checked/tree.ts'
import { FORCES } from '@remit/language/checked/tree.ts'
import type { Applying, Holding } from './applies.ts'
import { applyingTo, holding, liftsFor } from './applies.ts'
import type { Beaten, Duty } from './duties.ts'
import { weigh } from './duties.ts'
import type { TotalSituation } from './holds.ts'
import { broken, holds } from './holds.ts'
import type { Reading, Verdict } from './pair.ts'
import { liveFor, readingsOf, verdictOf } from './pair.ts'
import type { Pair } from './speaks.ts'
import { actOf, decidedPairs, decidedRoles, keyOf } from './speaks.ts'

/**
 * For one event the shortest time; for one act that must not be done first (`before`); or, with neither, `promptly`. And
 * whom to tell when it is late.
 */
export type DeadlineOf = {
  readonly event?: EventId
  readonly ms?: number
  readonly before?: ActId
  /** In order of id; more than one where statements of the same shortest time name different roles. */
  readonly ifLate: readonly RoleId[]
  /** The statements that set it. */
  readonly statements: readonly string[]
}

/** What one pair comes to in one situation. Lists of ids are sorted and have no repeats. */
export type Result = {
  readonly modality: Modality
  /** Place of the deciding force; only of a MUST, also one set aside or referred, and of a MUST NOT that a statement gives. */
  readonly rank?: Rank
  readonly deciding: readonly string[]
  /** Whether all deciding statements of a MUST say `one ROLE`: it is met when one member has done it. Else each is bound. */
  readonly one: boolean
  readonly defeated: readonly string[]
  readonly exceptions: readonly string[]
  /** `exception lifts norm`, for each norm that would else speak about the pair. */
  readonly lifts: readonly string[]
  /** One entry for each combination; a single one that leaves nothing out where nothing is unsettled. */
  readonly readings: readonly { readonly without: readonly string[]; readonly modality: Modality }[]
  /** Each unsettled that is live for the pair. */
  readonly doubts: readonly string[]
  readonly referral?: Referral
  readonly deadlines: readonly DeadlineOf[]
  /** The keys of the standing duties that set it aside. */
  readonly setAsideBy: readonly string[]
  /** The keys of the duties because of which it is referred for duties: of its class, or referred in a higher one. */
  readonly referredWith: readonly string[]
  /** The table of declarations: by its `arises when`; "without it, where a norm that applies speaks about it". */
  readonly arises: boolean
}

/** The determination of a book in a total situation; `results` by `role act`, in the order of the book. */
export type Determination =
  | { readonly kind: 'impossible'; readonly breaks: readonly string[] }
  | { readonly kind: 'determined'; readonly results: ReadonlyMap<string, Result> }

/** **Words.** "A situation that breaks a `never` is not decided, and the answer names what it breaks." */
export function determine(book: Book, total: TotalSituation): Determination {
  const breaks = broken(book, total)
  if (breaks.length > 0) return { kind: 'impossible', breaks }
  const held = new Map(decidedRoles(book).map((role) => [role, holding(book, total, role)]))
  const decided = decidedPairs(book).flatMap((pair) => {
    const ofRole = held.get(pair.role)
    return ofRole === undefined ? [] : [decidePair(book, total, ofRole, pair)]
  })
  const { referred, aside } = weigh(book, decided.flatMap(dutyOf))
  const beatenBy = (among: readonly Beaten[], key: string) =>
    sorted(among.filter(({ duty }) => keyOf(duty) === key).flatMap(({ by }) => by.map(keyOf)))
  const results = decided.map(({ pair, result }): readonly [string, Result] => {
    const key = keyOf(pair)
    const referredWith = beatenBy(referred, key)
    const setAsideBy = beatenBy(aside, key)
    if (setAsideBy.length > 0) return [key, { ...result, modality: 'SET ASIDE', setAsideBy }]
    if (referredWith.length === 0) return [key, result]
    return [key, { ...result, modality: 'REFER', referral: referTo(book, 'duties'), referredWith }]
  })
  return { kind: 'determined', results: new Map(results) }
}

type Decided = { readonly pair: Pair; readonly result: Result }

/** "Take all (role, act) with MUST." */
function dutyOf({ pair, result }: Decided): readonly Duty[] {
  if (result.modality !== 'MUST' || result.rank === undefined) return []
  return [{ ...pair, rank: result.rank }]
}

/** One pair by itself, before duties are weighed. */
function decidePair(book: Book, total: TotalSituation, held: Holding, pair: Pair): Decided {
  const act = actOf(book, pair.act)
  const applying = applyingTo(book, held, pair)
  const live = liveFor(book.unsettled, applying)
  const readings = readingsOf(live, applying, act)
  const verdict = verdictOf(readings)
  const lifts = liftsFor(book, held, pair)
  const result: Result = {
    modality: verdict.modality,
    ...(verdict.rank === undefined ? {} : { rank: verdict.rank }),
    deciding: idsOf(verdict.deciding),
    one: verdict.modality === 'MUST' && verdict.deciding.every(({ statement }) => statement.one === true),
    defeated: idsOf(verdict.defeated),
    exceptions: sorted(lifts.map(({ exception }) => exception.id)),
    lifts: sorted(lifts.map(({ exception, norm }) => `${exception.id} lifts ${norm.id}`)),
    readings: readings.map(wordsOf),
    doubts: sorted(live.map((each) => each.id)),
    ...referralOf(book, verdict, live),
    deadlines: verdict.modality === 'MUST' && verdict.rank !== undefined ? deadlinesOf(applying, verdict.rank) : [],
    setAsideBy: [],
    referredWith: [],
    arises: act.arisesWhen === undefined ? applying.length > 0 : holds(book, total, act.arisesWhen, pair.role),
  }
  return { pair, result }
}

function wordsOf({ without, verdict }: Reading): Result['readings'][number] {
  return { without: sorted(without), modality: verdict.modality }
}

/** **One pair** and **Unsettled**: whom a REFER names. Reading 4: all live ones together, in order of id. */
function referralOf(book: Book, verdict: Verdict, live: Book['unsettled']): { readonly referral?: Referral } {
  if (verdict.cause === undefined) return {}
  if (verdict.cause === 'conflict') return { referral: referTo(book, 'conflict') }
  const inOrder = live.toSorted((one, other) => (one.id < other.id ? -1 : 1))
  const ask = sorted(live.map((each) => each.ask))
  return { referral: { cause: 'unsettled', ask, interim: inOrder.map((each) => each.interim) } }
}

function referTo(book: Book, cause: 'conflict' | 'duties'): Referral {
  return { cause, ask: [book.agency.referTo], interim: [] }
}

/**
 * **Answer**, "for each event the shortest `within` among all applying `must` statements …", with reading 10, and reading
 * 7 of decision 5: every `before` is part of the answer.
 */
function deadlinesOf(applying: readonly Applying[], deciding: Rank): readonly DeadlineOf[] {
  const duties = goingOn(applying)
    .filter(({ rule }) => rule.rank >= deciding)
    .flatMap(({ statement: { id, deadline } }) => (deadline === undefined ? [] : [{ id, ...deadline }]))
  const promptly = duties.filter((deadline) => deadline.kind === 'promptly')
  const within = duties.filter((deadline) => deadline.kind === 'within')
  const before = duties.filter((deadline) => deadline.kind === 'before')
  const byAct = sorted(before.map((deadline) => deadline.act)).map((act) => ({
    before: act,
    ...setBy(before.filter((deadline) => deadline.act === act)),
  }))
  const byEvent = sorted(within.map((deadline) => deadline.event)).map((event) => {
    const ofEvent = within.filter((deadline) => deadline.event === event)
    const ms = Math.min(...ofEvent.map((deadline) => deadline.ms))
    return { event, ms, ...setBy(ofEvent.filter((deadline) => deadline.ms === ms)) }
  })
  return [...byEvent, ...byAct, ...(promptly.length === 0 ? [] : [setBy(promptly)])]
}

type Timed = { readonly id: string; readonly ifLate?: RoleId }

function setBy(deadlines: readonly Timed[]): Pick<DeadlineOf, 'ifLate' | 'statements'> {
  const ifLate = sorted(deadlines.flatMap((deadline) => deadline.ifLate ?? []))
  return { ifLate, statements: sorted(deadlines.map((deadline) => deadline.id)) }
}

/** The `must` statements "that the walk would not leave out if it went on": those with no guaranteed `need not` above. */
function goingOn(applying: readonly Applying[]): readonly Applying[] {
  const free = applying
    .filter(({ statement }) => statement.modality === 'need not' && statement.guaranteed)
    .map(({ rule }) => rule.rank)
  const freeFrom = Math.min(FORCES.length, ...free)
  return applying.filter(({ statement, rule }) => statement.modality === 'must' && rule.rank <= freeFrom)
}

function idsOf(applying: readonly Applying[]): readonly string[] {
  return sorted(applying.map(({ statement }) => statement.id))
}

function sorted(ids: readonly string[]): readonly string[] {
  return [...new Set(ids)].toSorted()
}
