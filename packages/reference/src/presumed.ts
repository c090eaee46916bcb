/**
 * The presumed facts that a result rests on.
 *
 * Section *Semantics*, paragraph **Answer**, with reading 7. A result rests on a presumed input if another value of it,
 * all else as it is, could give a modality that is not possible as things are presumed.
 */
import type { Book, Input, InputId, Situation } from '@remit/language/checked/tree.ts'
import type { PartialDetermination } from './complete.ts'
import { determinePartial, pointsOf } from './complete.ts'

/** For each `role act` the presumed inputs that its result rests on, in the order of the book. */
export function presumedOf(book: Book, situation: Situation): ReadonlyMap<string, readonly InputId[]> {
  const now = possibleIn(determinePartial(book, situation))
  const others = book.inputs
    .filter((input) => isPresumed(input, situation))
    .map((input) => ({ input: input.id, possible: withOtherValues(book, situation, input) }))
  return new Map(
    [...now].map(([key, possible]) => {
      const isNew = (modality: string) => !possible.includes(modality)
      const rests = others.filter((other) => other.possible.some((each) => each.get(key)?.some(isNew)))
      return [key, rests.map(({ input }) => input)]
    }),
  )
}

/** Reading 7: not reported, with a first value. */
function isPresumed(input: Input, situation: Situation): boolean {
  return !situation.has(input.id) && (input.kind === 'clock' || input.first !== undefined)
}

type Possible = ReadonlyMap<string, readonly string[]>

function withOtherValues(book: Book, situation: Situation, input: Input): readonly Possible[] {
  return pointsOf(book, input).map((value) =>
    possibleIn(determinePartial(book, new Map([...situation, [input.id, value]]))),
  )
}

function possibleIn(determination: PartialDetermination): Possible {
  if (determination.kind === 'impossible') return new Map()
  return new Map([...determination.pairs].map(([key, pair]) => [key, pair.possible]))
}
