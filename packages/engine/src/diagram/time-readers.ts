/** Which pairs can change when time passes: those that read a clock, or what becomes yes at a moment. */

import { at } from '../assert.ts'
import type { Diagram, Diagrams } from './diagrams.ts'
import type { PairDuties } from './duties.ts'
import type { PairBase } from './pair.ts'
import { support } from './reach.ts'
import type { Variable } from './variables.ts'

/** For each clock and each input with a moment, by its variable, the places of the pairs whose answer reads it. */
export type TimeReaders = ReadonlyMap<number, readonly number[]>

export function timeReaders(
  diagrams: Diagrams,
  variables: readonly Variable[],
  pairs: readonly (PairBase & PairDuties)[],
  possible: Diagram,
): TimeReaders {
  const moving = variables.filter(isMoving)
  const read = new Map<Diagram, ReadonlySet<number>>()
  const readBy = (diagram: Diagram): ReadonlySet<number> => {
    const known = read.get(diagram) ?? new Set(support(diagrams, diagram))
    read.set(diagram, known)
    return known
  }
  const everyPair = pairs.map((_, index) => index)
  return new Map(
    moving.map((variable) => {
      const reads = (diagram: Diagram) => readBy(diagram).has(variable.index)
      const readers = everyPair.filter((index) => diagramsOf(pairs, index).some(reads))
      return [variable.index, reads(possible) ? everyPair : readers]
    }),
  )
}

/** Whether time alone moves it: a clock, or what becomes yes at a moment. */
export function isMoving({ kind, input }: Variable): boolean {
  return kind === 'clock' || input.changes.some((change) => change.kind === 'moment')
}

/** Every diagram from which the answer about a pair is made. */
function diagramsOf(pairs: readonly (PairBase & PairDuties)[], index: number): Diagram[] {
  const pair = at(pairs, index)
  const duties = [pair, ...pair.collides.map((other) => at(pairs, other))].flatMap((one) => one.duties)
  return [
    pair.outcome,
    pair.base,
    pair.arises,
    ...pair.statements.flatMap(({ applies, counts }) => [applies, counts]),
    ...pair.liftings.map(({ where }) => where),
    ...pair.readings.map(({ live }) => live),
    ...duties.flatMap(({ standing, aside, refer }) => [standing, aside, refer]),
  ]
}
