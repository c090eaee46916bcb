/**
 * The nearest ways from a situation to where something else is so: fewest changed facts first, and of as many those that
 * can change before those that are as they are for good. Impossible situations are none.
 *
 * What is not known may be either way: it is no change, and a way says whether it leads there whatever that is.
 */
import type { InputId, Situation, SituationValue } from '@remit/language/checked/tree.ts'
import { UNKNOWN } from '@remit/language/checked/tree.ts'
import { at } from '../assert.ts'
import { type Diagram, NO, YES } from '../diagram/diagrams.ts'
import { describe, type Implicant } from '../diagram/implicants.ts'
import { nearestPoint } from '../diagram/nearest.ts'
import { support } from '../diagram/reach.ts'
import { cellOf, firstValueOf, type Variable, valueIn } from '../diagram/variables.ts'
import { joined, plainWords } from '../situation/plain-words.ts'
import type { Certainty } from './answer.ts'
import type { View } from './view.ts'

export type Ways = {
  /** How many facts have to change at least; 0: what is not known decides. Absent where nothing leads there. */
  readonly distance?: number
  /** Nearest first. No way is another with more facts changed. */
  readonly ways: readonly Way[]
  /** Whether there are more, which are not nearer. */
  readonly more: boolean
}

export type Way = {
  readonly facts: readonly ChangedFact[]
  /** Whether it leads there whatever the facts are that are not known. */
  readonly certainty: Certainty
  readonly words: string
  /** The situation with the first of these values. */
  readonly situation: Situation
}

export type ChangedFact = {
  readonly input: InputId
  readonly now: SituationValue
  readonly how: 'reported' | 'presumed' | 'unknown'
  /** Any of these will do, whatever of these the other facts of the way are. */
  readonly values: readonly SituationValue[]
  readonly words: string
  /** Whether it can come to such a value: by an event, an act, or time. Else it would have to have been reported otherwise. */
  readonly canChange: boolean
}

/** Ways that are told before it is said that there are more. */
export const MOST_WAYS = 6

const ONE_FACT = 1 << 20

/** Ways from what `view` shows to `where`. `otherwise` is the rest of the possible situations. */
export function waysInto(
  view: View,
  situation: Situation,
  { where, otherwise }: { readonly where: Diagram; readonly otherwise: Diagram },
  most = MOST_WAYS,
): Ways {
  const { compiled, cells } = view
  const { diagrams } = compiled
  const costOf = (variable: number, cell: number) =>
    ONE_FACT + (canChange(at(compiled.variables, variable), cells[variable] ?? -1, cell) ? 0 : 1)
  const ways: Way[] = []
  let distance: number | undefined
  let left = where
  for (;;) {
    const point = nearestPoint(diagrams, left, cells, costOf)
    if (point === undefined) break
    const changed = changedIn(view, point.cells)
    distance ??= changed.length
    if (ways.length >= most) break
    ways.push(...waysChanging(view, situation, changed, { where, otherwise }))
    left = diagrams.and(left, diagrams.any(changed.map((index) => stays(view, index))))
  }
  const more = left !== NO || ways.length > most
  return { ...(distance === undefined ? {} : { distance }), ways: ways.slice(0, most), more }
}

/** The known facts that are otherwise at a point. */
function changedIn({ compiled, cells: own }: View, point: Int32Array): number[] {
  const isChanged = (index: number) => {
    const [from, to] = [own[index] ?? -1, point[index] ?? -1]
    return from >= 0 && to >= 0 && from !== to
  }
  return compiled.variables.map(({ index }) => index).filter(isChanged)
}

/** Where a known fact is as it is. */
function stays({ compiled: { diagrams }, cells }: View, variable: number): Diagram {
  const targets = Array.from({ length: diagrams.width(variable) }, (_, cell) => (cell === cells[variable] ? YES : NO))
  return diagrams.node(variable, targets)
}

/** The values with which these facts alone, all else that is known as it is, lead there. */
function waysChanging(
  view: View,
  situation: Situation,
  changed: readonly number[],
  { where, otherwise }: { readonly where: Diagram; readonly otherwise: Diagram },
): Way[] {
  const { diagrams, variables } = view.compiled
  const cells = view.cells.slice()
  for (const index of changed) cells[index] = -1
  const stamp = diagrams.stamp()
  const there = diagrams.restrict(where, cells, stamp)
  const elsewhere = diagrams.restrict(otherwise, cells, stamp)
  // With nothing changed, what is not known is what leads there; else it is no part of the way.
  const open =
    changed.length === 0 ? [] : variables.map(({ index }) => index).filter((index) => !changed.includes(index))
  const can = without(view, there, open)
  const settled = diagrams.without(can, without(view, elsewhere, open))
  const told = (part: Diagram, certainty: Certainty, care = YES) =>
    describe(diagrams, part, { care, preferred: view.cells, most: MOST_WAYS }).implicants.map((way) =>
      wayOf(view, situation, way, certainty),
    )
  if (changed.length === 0) return told(there, 'settled', diagrams.or(there, elsewhere))
  return [...told(settled, 'settled'), ...told(diagrams.without(can, settled), 'possible')]
}

function without({ compiled: { diagrams } }: View, diagram: Diagram, variables: readonly number[]): Diagram {
  const read = new Set(support(diagrams, diagram))
  return variables.filter((index) => read.has(index)).reduce((some, index) => diagrams.exists(some, index), diagram)
}

function wayOf(view: View, situation: Situation, way: Implicant, certainty: Certainty): Way {
  const { variables } = view.compiled
  const facts = [...way].map(([index, cells]) => changedFact(view, situation, at(variables, index), cells))
  const changed = facts.map(({ input, values }) => [input, at(values, 0)] as const)
  const words =
    facts.length === 0
      ? 'as it is'
      : joined(
          facts.map((fact) => fact.words),
          'and',
        )
  return { facts, certainty, words, situation: new Map([...situation, ...changed]) }
}

function changedFact(view: View, situation: Situation, variable: Variable, cells: readonly number[]): ChangedFact {
  const { input, index } = variable
  const own = view.cells[index] ?? -1
  return {
    input: input.id,
    now: own < 0 ? UNKNOWN : (situation.get(input.id) ?? firstValueOf(input) ?? UNKNOWN),
    how: own < 0 ? 'unknown' : situation.has(input.id) ? 'reported' : 'presumed',
    values: cells.flatMap((cell): readonly SituationValue[] =>
      variable.kind === 'one-of' ? at(variable.members, cell) : [valueIn(variable, cell)],
    ),
    words: plainWords(variable, cells),
    canChange: cells.some((cell) => canChange(variable, own, cell)),
  }
}

/** Whether a fact can come from one cell to another one: by an event, an act that is done, or time. What is not known can be learnt. */
export function canChange(variable: Variable, from: number, to: number): boolean {
  const { input } = variable
  if (from < 0) return true
  // Nothing that has happened has not happened; an event can happen, again too, and then time passes.
  if (input.kind === 'clock') return to > 0
  if (input.kind === 'yes-no' && input.of.kind === 'done') return to === 1
  return input.changes.some((change) => change.kind !== 'becomes' || cellOf(variable, change.value) === to)
}
