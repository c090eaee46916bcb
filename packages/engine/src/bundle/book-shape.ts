/** The shape of a whole checked book. */
import type { Book } from '@remit/language/checked/tree.ts'
import { act, agency, define, document, entryList, event, input, language, role } from './declarations-shape.ts'
import { choice, exception, invariant, never, norm, report, unsettled } from './rules-shape.ts'
import { fields, list, type Shape, signed, text } from './shapes.ts'

export const bookShape: Shape<Book> = fields<Book>({
  language,
  agency,
  at: signed,
  hash: text,
  documents: list(document),
  roles: list(role),
  events: list(event),
  inputs: list(input),
  defines: list(define),
  acts: list(act),
  nevers: list(never),
  norms: list(norm),
  exceptions: list(exception),
  unsettled: list(unsettled),
  invariants: list(invariant),
  lists: list(entryList),
  choices: list(choice),
  reports: list(report),
})
