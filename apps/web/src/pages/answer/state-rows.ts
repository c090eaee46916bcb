/** What the maps and the table show of each state. Pure. */
import type { Result } from '../../words/modality.ts'
import { type Picked, type StateAnswer, stateAnswer } from './answers.ts'
import type { BookState } from './use-books.ts'

export type StateRow = {
  /** Two capital letters. */
  readonly state: string
  readonly officer: StateCell
  readonly jailer: StateCell
}

/** An answer, or why there is none; `none`: the library has nothing of the state on that day. */
export type StateCell = ({ readonly kind: 'answer' } & StateAnswer) | { readonly kind: 'loading' | 'failed' | 'none' }

/** How a cell is drawn: by its result, or as what stands in the place of one. */
export type Shown = Result | 'loading' | 'failed' | 'none'

export function stateRow(state: string, book: BookState, picked: Picked): StateRow {
  if (book.kind !== 'book') return { state, officer: { kind: book.kind }, jailer: { kind: book.kind } }
  const cell = (row: 'officer' | 'jailer'): StateCell => ({
    kind: 'answer',
    ...stateAnswer(book.compiled, row, picked),
  })
  return { state, officer: cell('officer'), jailer: cell('jailer') }
}

export const shownOf = (cell: StateCell): Shown => (cell.kind === 'answer' ? cell.result : cell.kind)
