/** Which presumed inputs a modality rests on. */
import type { InputId, Situation } from '@remit/language/checked/tree.ts'
import { at } from '../assert.ts'
import { NO, YES } from '../diagram/diagrams.ts'
import type { Compiled, CompiledPair } from '../diagram/from-checked.ts'
import { reachable, support } from '../diagram/reach.ts'
import { type View, viewOf } from './view.ts'

/** For each variable whether its value is presumed: nobody has reported it, and it has a first value. */
export function presumedIn(compiled: Compiled, situation: Situation): boolean[] {
  return compiled.variables.map(
    ({ index, input }) => !situation.has(input.id) && (compiled.firstCells[index] ?? -1) >= 0,
  )
}

/**
 * The presumed inputs, in order of id, of which another possible value, all else as it is, gives a modality that is not
 * possible as things are presumed.
 */
export function presumedOf(view: View, pair: CompiledPair, presumed: readonly boolean[]): InputId[] {
  const { compiled } = view
  const rests = candidatesIn(view, pair).filter((variable) => presumed[variable] && restsOn(view, pair, variable))
  return rests.map((variable) => at(compiled.variables, variable).input.id).sort()
}

/**
 * What could change the modality. Where nothing but what is possible rules out a modality, that is also what only says
 * which situations are: another value than the presumed one can leave room for it.
 */
function candidatesIn(view: View, pair: CompiledPair): readonly number[] {
  const { diagrams, possible } = view.compiled
  const left = view.left(pair.outcome)
  if (left < 0 && view.care === YES) return onPath(view, pair)
  const read = support(diagrams, pair.outcome)
  const isRuledOut = modalitiesIn({ ...view, care: YES }, pair).size > modalitiesIn(view, pair).size
  return isRuledOut ? [...new Set([...read, ...support(diagrams, possible)])] : read
}

/** Where all is known, only a variable that the walk meets can change where it ends. */
function onPath({ compiled, cells }: View, pair: CompiledPair): number[] {
  const { diagrams } = compiled
  const met: number[] = []
  for (let d = pair.outcome; d >= 0; ) {
    const variable = diagrams.variableOf(d)
    const cell = cells[variable] ?? -1
    met.push(variable)
    if (cell < 0) return support(diagrams, pair.outcome)
    d = diagrams.target(d, cell)
  }
  return met
}

function restsOn(view: View, pair: CompiledPair, variable: number): boolean {
  const { compiled, cells } = view
  const now = modalitiesIn(view, pair)
  const first = cells[variable] ?? -1
  for (let cell = 0; cell < compiled.diagrams.width(variable); cell++) {
    if (cell === first) continue
    const other = cells.slice()
    other[variable] = cell
    for (const modality of modalitiesIn(viewOf(compiled, other), pair)) if (!now.has(modality)) return true
  }
  return false
}

/** Places in `MODALITIES` of what a pair can come to. */
export function modalitiesIn(view: View, pair: CompiledPair): Set<number> {
  const { diagrams, modalities } = view.compiled
  if (view.care === NO) return new Set()
  const outcomes = reachable(diagrams, view.left(pair.outcome), view.care)
  return new Set([...outcomes].map((outcome) => modalities[outcome] ?? 0))
}
