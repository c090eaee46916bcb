/**
 * Past situations decided under two books: which of them would be answered otherwise, and how.
 *
 * Equal situations are decided once, and those that lie where the books say the same are not decided at all, so that a
 * year of few kinds of situation costs what its kinds cost. Pure: no clock, no I/O, no randomness.
 */
import type { Modality, Referral } from '@remit/language/checked/outcome.ts'
import type { ActId, RoleId, Situation } from '@remit/language/checked/tree.ts'
import type { Pair } from '../diagram/acts.ts'
import { type Diagram, NO, TooLarge, YES } from '../diagram/diagrams.ts'
import { encode } from '../diagram/encode.ts'
import type { Compiled } from '../diagram/from-checked.ts'
import type { Answer, AnswerDeadline, Determination } from './answer.ts'
import { decide } from './decide.ts'
import type { Side } from './diff.ts'
import { whereAnyDiffers } from './difference/found.ts'
import { same } from './same.ts'
import { asking } from './view.ts'

/** What one book says of a role and an act in one situation, as far as two books are compared in it. */
export type Came = {
  /** More than one where the facts do not settle it. */
  readonly modalities: readonly Modality[]
  readonly referral?: Referral
  readonly one?: true
  readonly deadlines: readonly CameDeadline[]
  readonly setAsideBy: readonly Pair[]
}
type DistributiveOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never
/** A deadline, whatever statement sets it; where facts are not known, one that may count. */
export type CameDeadline = DistributiveOmit<AnswerDeadline, 'statement' | 'certainty'>

/** A role and an act of which the two books say different things in a situation. */
export type Turned = Pair & { readonly before: Came; readonly after: Came }

/** Rows of one situation, of which something is answered otherwise. */
export type DifferingRows = {
  readonly situation: Situation
  /** From 1, in the order in which the situations came. */
  readonly rows: readonly number[]
  /** The one book that holds the facts possible together, where the other does not: then nothing turns. */
  readonly onlyPossible?: Side
  /** In order of role and act. */
  readonly turned: readonly Turned[]
}

/** How many rows turn in one way: from what, to what, for a role and an act. */
export type TurnedCount = Turned & { readonly rows: number }

export type Impact = {
  /** How many situations came, how many different ones, and how many are answered otherwise in some way. */
  readonly rows: number
  readonly kinds: number
  readonly differing: number
  /** Rows of facts that a book holds impossible together. */
  readonly impossible: Readonly<Record<Side, number>>
  /** The most frequent first, then in order of role and act. */
  readonly counts: readonly TurnedCount[]
  /** The most frequent first. */
  readonly groups: readonly DifferingRows[]
}

/** Counts situations as they come; they need not be kept. */
export type ImpactCounter = {
  /** Throws `TooLarge`, and counts nothing of it, where deciding the situation takes more than one question may. */
  add(situation: Situation): void
  /** What has been counted so far. */
  result(): Impact
}

/** The impact on all of these situations. INVARIANT of the caller: the books come from one `compileTogether`. */
export function impact(before: Compiled, after: Compiled, situations: Iterable<Situation>): Impact {
  const counter = impactCounter(before, after)
  for (const situation of situations) counter.add(situation)
  return counter.result()
}

type Group = {
  readonly situation: Situation
  readonly turned: readonly Turned[]
  readonly impossible: Readonly<Record<Side, boolean>>
  count: number
  readonly rows: number[]
}

/** INVARIANT of the caller: the books come from one `compileTogether`, and nothing else is asked of them in between. */
export function impactCounter(before: Compiled, after: Compiled): ImpactCounter {
  const differs = whereToLook(before, after)
  const groups = new Map<string, Group>()
  let row = 0
  return {
    add(situation) {
      const [one, other] = [encode(before, situation), encode(after, situation)]
      const key = `${one.join()} ${other.join()}`
      const group = groups.get(key) ?? asking(after, () => groupOf({ before, after, differs }, situation, [one, other]))
      groups.set(key, group)
      row++
      group.count++
      if (isDiffering(group)) group.rows.push(row)
    },
    result: () => resultOf(row, [...groups.values()]),
  }
}

/** Where the books may say different things; everywhere, if finding that out is too large: then each situation is decided. */
function whereToLook(before: Compiled, after: Compiled): Diagram {
  const { diagrams } = after
  const mark = diagrams.mark()
  let isFound = false
  try {
    const where = whereAnyDiffers(before, after)
    isFound = true
    return where
  } catch (error) {
    if (error instanceof TooLarge) return YES
    throw error
  } finally {
    if (isFound) diagrams.keep()
    else diagrams.release(mark)
  }
}

type Compared = { readonly before: Compiled; readonly after: Compiled; readonly differs: Diagram }

function groupOf(
  { before, after, differs }: Compared,
  situation: Situation,
  [one, other]: readonly [Int32Array, Int32Array],
): Group {
  const { diagrams } = after
  const possibleIn = (compiled: Compiled, cells: Int32Array) =>
    diagrams.restrict(compiled.possible, cells, diagrams.stamp()) !== NO
  const impossible = { before: !possibleIn(before, one), after: !possibleIn(after, other) }
  const isSaidAlike = one.every((cell, variable) => cell === other[variable])
  const isSame = isSaidAlike && diagrams.restrict(differs, one, diagrams.stamp()) === NO
  const turned = isSame ? [] : turnedIn(decide(before, situation), decide(after, situation))
  return { situation, turned, impossible, count: 0, rows: [] }
}

function isDiffering({ turned, impossible }: Pick<Group, 'turned' | 'impossible'>): boolean {
  return turned.length > 0 || impossible.before !== impossible.after
}

/** Where two determinations differ, in order of role and act; nowhere where the facts are impossible to one of them. */
export function turnedIn(before: Determination, after: Determination): Turned[] {
  if (before.kind === 'impossible' || after.kind === 'impossible') return []
  const [one, other] = [cameBy(before.answers), cameBy(after.answers)]
  const keys = [...new Set([...one.keys(), ...other.keys()])].sort()
  return keys.flatMap((key) => {
    const [was, is] = [one.get(key), other.get(key)]
    const pair = was ?? is
    if (pair === undefined) return []
    const { role, act } = pair
    const [first, second] = [was?.came ?? NOTHING_SAID, is?.came ?? NOTHING_SAID]
    return same(first, second) ? [] : [{ role, act, before: first, after: second }]
  })
}

const NOTHING_SAID: Came = { modalities: ['SILENT'], deadlines: [], setAsideBy: [] }

function cameBy(answers: readonly Answer[]): ReadonlyMap<string, Pair & { readonly came: Came }> {
  return new Map(
    answers.map((answer) => {
      const { role, act } = answer
      return [`${role} ${act}`, { role, act, came: cameOf(answer) }]
    }),
  )
}

function cameOf({ result, referral, one, deadlines, setAsideBy }: Answer): Came {
  return {
    modalities: result.kind === 'settled' ? [result.modality] : result.possible,
    ...(referral === undefined ? {} : { referral }),
    ...(one === undefined ? {} : { one }),
    deadlines: deadlinesIn(deadlines),
    setAsideBy: setAsideBy.map(({ role, act }) => ({ role, act })),
  }
}

/** Without the statements that set them, and each once. */
function deadlinesIn(deadlines: readonly AnswerDeadline[]): CameDeadline[] {
  const found = new Map<string, CameDeadline>()
  for (const { statement: _, certainty: __, ...deadline } of deadlines) found.set(JSON.stringify(deadline), deadline)
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, deadline]) => deadline)
}

function resultOf(rows: number, groups: readonly Group[]): Impact {
  const differing = groups.filter(isDiffering)
  const sum = (of: readonly Group[]) => of.reduce((all, { count }) => all + count, 0)
  const counts = new Map<string, { readonly turned: Turned; rows: number }>()
  for (const { turned, count } of differing) {
    for (const one of turned) {
      const key = JSON.stringify(one)
      const counted = counts.get(key) ?? { turned: one, rows: 0 }
      counts.set(key, counted)
      counted.rows += count
    }
  }
  const byPair = [...counts.values()].toSorted((a, b) => (keyOf(a.turned) < keyOf(b.turned) ? -1 : 1))
  return {
    rows,
    kinds: groups.length,
    differing: sum(differing),
    impossible: {
      before: sum(groups.filter(({ impossible }) => impossible.before)),
      after: sum(groups.filter(({ impossible }) => impossible.after)),
    },
    counts: byPair.toSorted((a, b) => b.rows - a.rows).map(({ turned, rows }) => ({ ...turned, rows })),
    groups: differing
      .toSorted((a, b) => b.count - a.count)
      .map(({ situation, rows, turned, impossible }) => ({
        situation,
        rows,
        ...(impossible.before === impossible.after ? {} : { onlyPossible: impossible.before ? 'after' : 'before' }),
        turned,
      })),
  }
}

const keyOf = ({ role, act }: { readonly role: RoleId; readonly act: ActId }) => `${role} ${act}`
