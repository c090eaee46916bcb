/**
 * Drill pairs: two situations one fact apart in which a role has different answers, what matters most and occurs most
 * often first (decision 6, *Drill pairs*).
 */
import type { Modality } from '@remit/language/checked/outcome.ts'
import type { ActId, InputId, NormId, RoleId, Situation, SituationValue } from '@remit/language/checked/tree.ts'
import { at } from '../assert.ts'
import type { Pair } from '../diagram/acts.ts'
import { type Diagram, NO } from '../diagram/diagrams.ts'
import type { Compiled, CompiledPair } from '../diagram/from-checked.ts'
import { support } from '../diagram/reach.ts'
import { cellsInWords } from '../situation/implicant-words.ts'
import { situationInWords } from '../situation/words.ts'
import { inOrder, roundValueIn, situationIn, whereDone } from './analysis/witness.ts'
import type { Answer } from './answer.ts'
import { answerTo } from './answer-to.ts'
import { answersOf, reachedAnswers, type Told } from './drilling/answers.ts'
import { type PastSituation, pastIn, shareOf } from './drilling/often.ts'
import { STAKES, type Stake, stakeOf } from './drilling/stakes.ts'
import { asking } from './view.ts'

/** One of the two situations. */
export type DrillSide = {
  /** What is so in both, and the fact. */
  readonly situation: Situation
  readonly value: SituationValue
  /** The fact here: its value, or of a number or a clock the range of which this holds: `no release-due`. */
  readonly words: string
  readonly modality: Modality
  /** The norm that decides, of the highest force; absent where none does. */
  readonly norm?: NormId
  /** The whole answer; absent where the orders are silent. */
  readonly answer?: Answer
}

export type DrillPair = Pair & {
  /** The one fact that differs. */
  readonly fact: InputId
  /** What is so in both. */
  readonly situation: Situation
  readonly sides: readonly [DrillSide, DrillSide]
  readonly stake: Stake
  /** How many past situations lie on one of both sides; 0 where none are given. */
  readonly past: number
  /** The share of all possible situations that lie on one of both sides, if all are as likely. */
  readonly share: number
  /** Further acts of which the same fact and norms change the answer. */
  readonly alsoActs: readonly ActId[]
}

export type DrillOptions = {
  /** Situations that were met; without them only shares are compared. */
  readonly past?: readonly PastSituation[]
  /** How many pairs at most. */
  readonly most?: number
}

/**
 * The pairs for one role: one for each fact and each two norms between which it decides. First by what depends on it,
 * then each fact and each two norms once before any comes again, then by how often it occurs.
 */
export function drillPairs(compiled: Compiled, role: RoleId, options: DrillOptions = {}): readonly DrillPair[] {
  const { past = [], most = Number.POSITIVE_INFINITY } = options
  return asking(compiled, () => {
    const measured = measuredIn(compiled, past)
    const groups = new Map<string, Group>()
    for (const pair of compiled.pairs.filter((one) => one.role === role)) {
      for (const found of differencesOf(compiled, pair)) add(groups, { ...found, ...measured(found) })
    }
    const ranked = inTurns([...groups.values()].sort(compared))
    return ranked.slice(0, most).map((group) => drillOf(compiled, group))
  })
}

/** Where two answers of a pair lie one fact apart. */
type Difference = {
  readonly pair: CompiledPair
  readonly variable: number
  /** The cells of the variable on either side, and what is told there. */
  readonly sides: readonly [Side, Side]
  /** Over the other variables. */
  readonly where: Diagram
  readonly stake: Stake
}
type Side = { readonly cells: readonly number[]; readonly told: Told }
type Measured = Difference & { readonly past: number; readonly share: number }
type Group = { readonly best: Measured; readonly acts: ReadonlySet<ActId> }

function differencesOf(compiled: Compiled, pair: CompiledPair): readonly Difference[] {
  const answers = answersOf(compiled, pair)
  return support(compiled.diagrams, pair.outcome).flatMap((variable) => {
    const kinds = kindsOfCells(compiled, pair, { variable, diagram: answers.diagram })
    return kinds.flatMap((one, index) =>
      kinds.slice(index + 1).flatMap((other) => {
        const care = compiled.diagrams.and(one.care, other.care)
        const [told, otherTold] = [one, other].map(({ diagram }) =>
          care === NO ? [] : reachedAnswers(compiled, { ...answers, diagram }, care),
        )
        return (told ?? []).flatMap((a) =>
          (otherTold ?? []).flatMap((b): readonly Difference[] => {
            const where =
              a.modality === b.modality ? NO : compiled.diagrams.and(care, compiled.diagrams.and(a.where, b.where))
            if (where === NO) return []
            const sides = [
              { cells: one.cells, told: a },
              { cells: other.cells, told: b },
            ] as const
            return [weighed(compiled, { pair, variable, sides, where }, compiled.diagrams.or(one.arises, other.arises))]
          }),
        )
      }),
    )
  })
}

/** Where the act arises on a side, the difference is looked at there alone. */
function weighed(
  { diagrams, acts, book }: Compiled,
  difference: Omit<Difference, 'stake'>,
  arises: Diagram,
): Difference {
  const { pair, sides, where } = difference
  const arising = diagrams.and(where, arises)
  if (arising === NO) return { ...difference, stake: 'not arising' }
  const isUrgent = book.acts.some(({ id, urgent }) => urgent && acts.isKindOf(pair.act, id))
  const stake = stakeOf(isUrgent, [sides[0].told.modality, sides[1].told.modality])
  return { ...difference, where: arising, stake }
}

type CellKind = {
  readonly cells: number[]
  readonly diagram: Diagram
  readonly care: Diagram
  readonly arises: Diagram
}

/** Cells of a variable that make no difference to the pair are of one kind. */
function kindsOfCells(
  { diagrams, possible }: Compiled,
  pair: CompiledPair,
  { variable, diagram }: { readonly variable: number; readonly diagram: Diagram },
): readonly CellKind[] {
  const kinds = new Map<string, CellKind>()
  for (let cell = 0; cell < diagrams.width(variable); cell++) {
    const fixed = diagrams.fixing(variable, cell)
    const kind = { cells: [cell], diagram: fixed(diagram), care: fixed(possible), arises: fixed(pair.arises) }
    const key = `${kind.diagram} ${kind.care} ${kind.arises}`
    const before = kinds.get(key)
    if (before === undefined) kinds.set(key, kind)
    else before.cells.push(cell)
  }
  return [...kinds.values()]
}

function measuredIn(compiled: Compiled, past: readonly PastSituation[]) {
  const share = shareOf(compiled.diagrams)
  const all = share(compiled.possible)
  const pastAt = pastIn(compiled, past)
  return ({ variable, sides, where }: Difference) => {
    const cells = sides.flatMap((side) => side.cells)
    const part = cells.length / compiled.diagrams.width(variable)
    return { past: pastAt(where, variable, cells), share: (share(where) * part) / all }
  }
}

/** One group for each fact and each two norms, whichever acts they are about. */
function add(groups: Map<string, Group>, found: Measured): void {
  const key = `${found.variable} ${normsOf(found.sides)}`
  const before = groups.get(key)
  const acts = new Set(before?.acts).add(found.pair.act)
  groups.set(key, { best: before === undefined || worth(found, before.best) < 0 ? found : before.best, acts })
}

function worth(a: Measured, b: Measured): number {
  return STAKES.indexOf(a.stake) - STAKES.indexOf(b.stake) || b.past - a.past || b.share - a.share
}

const compared = (a: Group, b: Group) =>
  worth(a.best, b.best) || a.best.variable - b.best.variable || a.best.pair.index - b.best.pair.index

/** Among those of one stake, each fact and each two norms once before any of them comes again. */
function inTurns(groups: readonly Group[]): readonly Group[] {
  const seen = new Map<string, number>()
  const placed = groups.map((group) => {
    const { stake, variable, sides } = group.best
    const keys = [`${stake} fact ${variable}`, `${stake} norms ${normsOf(sides)}`]
    const turn = Math.max(...keys.map((key) => seen.get(key) ?? 0))
    for (const key of keys) seen.set(key, turn + 1)
    return { group, turn, stake: STAKES.indexOf(stake) }
  })
  return placed.sort((a, b) => a.stake - b.stake || a.turn - b.turn).map(({ group }) => group)
}

const normsOf = (sides: Difference['sides']) =>
  sides
    .map(({ told }) => told.norm ?? '')
    .sort()
    .join(' ')

function drillOf(compiled: Compiled, { best, acts }: Group): DrillPair {
  const { pair, variable, sides, stake, past, share } = best
  const { role, act } = pair
  const fact = at(compiled.variables, variable)
  const { id } = fact.input
  const situation = sharedBy(compiled, best)
  const sideOf = ({ cells, told }: Side): DrillSide => {
    const value = roundValueIn(fact, at(cells, 0))
    const whole = inOrder([...situation, [id, value]])
    const answer = answerTo(compiled, whole, { role, act })
    const isRange = fact.kind === 'clock' || fact.kind === 'number'
    const words = isRange ? cellsInWords(fact, cells) : situationInWords(compiled.book, new Map([[id, value]]))
    return { situation: whole, value, words, ...toldOf(told), ...(answer === undefined ? {} : { answer }) }
  }
  const alsoActs = [...acts].filter((other) => other !== act).sort()
  return { role, act, fact: id, situation, sides: [sideOf(sides[0]), sideOf(sides[1])], stake, past, share, alsoActs }
}

const toldOf = ({ modality, norm }: Told) => ({ modality, ...(norm === undefined ? {} : { norm }) })

/** The most ordinary situation in which only the fact makes the difference, without the fact. */
function sharedBy(compiled: Compiled, { variable, sides, where }: Measured): Situation {
  const { diagrams } = compiled
  const done = whereDone(compiled)
  const [one, other] = sides.map(({ cells }) => diagrams.fix(done, variable, at(cells, 0)))
  const consistent = diagrams.and(where, diagrams.and(one ?? NO, other ?? NO))
  const { id } = at(compiled.variables, variable).input
  const situation = situationIn(compiled, consistent === NO ? where : consistent)
  return inOrder([...situation].filter(([input]) => input !== id))
}
