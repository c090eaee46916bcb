/** One look at a compiled book: the cells known, and what they leave of each diagram. */

import { type Diagram, NO, YES } from '../diagram/diagrams.ts'
import type { Compiled } from '../diagram/from-checked.ts'
import type { Certainty } from './answer.ts'

export type View = {
  readonly compiled: Compiled
  /** -1 for a variable that is not known. */
  readonly cells: Int32Array
  /** The diagram for what is left open. */
  left(diagram: Diagram): Diagram
  /** What is left of *possible*. */
  readonly care: Diagram
}

/** A look with these cells. Valid until the diagrams made since are released. */
export function viewOf(compiled: Compiled, cells: Int32Array): View {
  const { diagrams } = compiled
  const stamp = diagrams.stamp()
  const left = (diagram: Diagram) => diagrams.restrict(diagram, cells, stamp)
  return { compiled, cells, left, care: left(compiled.possible) }
}

/** Whether what is left of a yes-or-no diagram holds everywhere, somewhere or nowhere among the possible situations. */
export function certaintyOf({ compiled, care }: View, region: Diagram): Certainty | undefined {
  if (region === YES) return 'settled'
  if (region === NO) return undefined
  if (compiled.diagrams.without(care, region) === NO) return 'settled'
  return compiled.diagrams.and(care, region) === NO ? undefined : 'possible'
}

/** Runs a question and forgets the diagrams that it made. */
export function asking<T>(compiled: Compiled, question: () => T): T {
  const mark = compiled.diagrams.mark()
  try {
    return question()
  } finally {
    compiled.diagrams.release(mark)
  }
}
