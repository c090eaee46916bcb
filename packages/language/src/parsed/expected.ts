/** What may come next in a declaration that is being typed: an editor's completion asks for it. */
import { services } from './block-parser.ts'
import { type Expected, walkOn } from './grammar-walk.ts'

/**
 * What may follow `code`, the text of one declaration from its keyword up to where somebody types. Each once; first words
 * of declarations for an empty text. What was mistyped above does not stop help below. Cost: linear, about 1 ms.
 */
export function expectedAfter(code: string): readonly Expected[] {
  return walkOn(services().Grammar, services().parser.Lexer.tokenize(code).tokens)
}
