/** Facts that begin otherwise in one book than in another, or that other events change. */
import type { Book, Input, InputId } from '@remit/language/checked/tree.ts'
import { same } from '../same.ts'

/** A fact that both books know, with the first value that each gives it; absent where it is not known at first. */
export type Begins = {
  readonly input: InputId
  readonly before?: boolean | string | number
  readonly after?: boolean | string | number
  /** Whether other events change it, or the same ones change it otherwise. */
  readonly changesOtherwise: boolean
}

/** In order of id. */
export function beginnings(before: Book, after: Book): Begins[] {
  const inputs = new Map(after.inputs.map((input) => [input.id, input]))
  return before.inputs.flatMap((input) => {
    const other = inputs.get(input.id)
    if (other === undefined) return []
    const changesOtherwise = !same(input.changes, other.changes)
    const [one, two] = [firstOf(input), firstOf(other)]
    if (one === two && !changesOtherwise) return []
    return [
      {
        input: input.id,
        ...(one === undefined ? {} : { before: one }),
        ...(two === undefined ? {} : { after: two }),
        changesOtherwise,
      },
    ]
  })
}

const firstOf = (input: Input) => (input.kind === 'clock' ? undefined : input.first)
