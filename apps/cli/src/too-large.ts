/** How every verb refuses a book that is too large: as `remit check` does, with its place. */
import type { TooLargeRefusal } from '@remit/engine/diagram/from-checked.ts'
import type { MeaningFinding } from '@remit/engine/questions/analysis/findings.ts'
import { tooLargeFinding, tooLargeTogether } from '@remit/engine/questions/analysis/limits.ts'
import type { Book } from '@remit/language/checked/tree.ts'
import { CannotRead } from './cannot-read.ts'

/** A book that is too large to compile, in one sentence. */
export const tooLargeWords = (book: Book, refusal: TooLargeRefusal): string => wordsOf(tooLargeFinding(book, refusal))

/** To be thrown where nothing can be asked of a book. */
export const tooLarge = (book: Book, refusal: TooLargeRefusal): CannotRead =>
  new CannotRead(tooLargeWords(book, refusal))

/** To be thrown where two books cannot be compared. */
export const tooLargeToCompare = (before: Book, after: Book, refusal: TooLargeRefusal): CannotRead =>
  new CannotRead(wordsOf(tooLargeTogether(before, after, refusal)))

function wordsOf({ code, message, labels: [{ span, text }], fix }: MeaningFinding): string {
  return `${span.file}:${span.line}: ${code} ${message}: ${text}; ${fix}`
}
