/** Which pairs can change when a clock runs. */

import { at } from '../assert.ts'
import type { Diagram, Diagrams } from './diagrams.ts'
import type { PairDuties } from './duties.ts'
import type { PairBase } from './pair.ts'
import { support } from './reach.ts'
import type { Variable } from './variables.ts'

/** For each clock, by its variable, the places of the pairs whose answer reads it. */
export type ClockReaders = ReadonlyMap<number, readonly number[]>

export function clockReaders(
  diagrams: Diagrams,
  variables: readonly Variable[],
  pairs: readonly (PairBase & PairDuties)[],
  possible: Diagram,
): ClockReaders {
  const clocks = variables.filter((variable) => variable.kind === 'clock').map((variable) => variable.index)
  const read = new Map<Diagram, ReadonlySet<number>>()
  const readBy = (diagram: Diagram): ReadonlySet<number> => {
    const known = read.get(diagram) ?? new Set(support(diagrams, diagram))
    read.set(diagram, known)
    return known
  }
  const everyPair = pairs.map((_, index) => index)
  return new Map(
    clocks.map((clock) => {
      const reads = (diagram: Diagram) => readBy(diagram).has(clock)
      const readers = everyPair.filter((index) => diagramsOf(pairs, index).some(reads))
      return [clock, reads(possible) ? everyPair : readers]
    }),
  )
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
