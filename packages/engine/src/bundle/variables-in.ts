/** Reads what the diagrams of a bundle test. */
import type { Book, Input } from '@remit/language/checked/tree.ts'
import { known } from '../assert.ts'
import type { Cut } from '../diagram/cuts.ts'
import type { Variable } from '../diagram/variables.ts'
import type { NamesIn } from './names.ts'
import type { Source } from './source.ts'

/** The variables in their order, each of another input. */
export function readVariables(from: NamesIn, book: Book): Variable[] {
  const inputs = new Map(book.inputs.map((input) => [input.id, input]))
  const count = from.source.count('variables')
  const variables: Variable[] = []
  const seen = new Set<string>()
  for (let index = 0; index < count; index++) {
    const id = from.refer('inputs')
    if (seen.has(id)) from.source.refuse(`${id} has two variables`)
    seen.add(id)
    variables.push(readVariable(from.source, known(inputs, id), index))
  }
  return variables
}

function readVariable(source: Source, input: Input, index: number): Variable {
  switch (input.kind) {
    case 'yes-no':
      return { index, input, kind: 'yes-no' }
    case 'one-of':
      return { index, input, kind: 'one-of', ...readCells(source, input) }
    case 'number':
    case 'clock':
      return { index, input, kind: input.kind, cuts: readCuts(source, input) }
  }
}

/** For each value its cell; cells are numbered as they come. */
function readCells(source: Source, { values }: Extract<Input, { readonly kind: 'one-of' }>) {
  const cellOf = new Map<string, number>()
  const members: string[][] = []
  for (const { id } of values) {
    const cell = source.whole(members.length + 1, `the cell of ${id}`)
    cellOf.set(id, cell)
    const before = members[cell]
    if (before === undefined) members.push([id])
    else before.push(id)
  }
  return { cellOf, members }
}

function readCuts(source: Source, { id }: Input): Cut[] {
  const count = source.count('cuts')
  const cuts: Cut[] = []
  for (let read = 0; read < count; read++) {
    const at = source.amount()
    const cut = { at, after: source.whole(2, 'the side of a cut') === 1 }
    const before = cuts.at(-1) ?? { at: 0, after: false }
    // Just before zero nothing is cut off.
    const isLater = cut.at > before.at || (cut.at === before.at && cut.after && !before.after)
    if (!isLater) source.refuse(`the cuts of ${id} are not in order`)
    cuts.push(cut)
  }
  return cuts
}
