/** Which expectations of a document's scenarios do not hold; loaded with the engine. */
import { type Compiled, compile } from '@remit/engine/diagram/from-checked.ts'
import { runScenario } from '@remit/engine/questions/scenario.ts'
import { UNHASHED } from '@remit/language/checked/library.ts'
import { scenariosOf } from '@remit/language/checked/scenarios.ts'
import type { Book } from '@remit/language/checked/tree.ts'
import type { Span } from '@remit/language/text/span.ts'
import type { Workspace } from '../workspace.ts'
import { compiledOf as compiledOfLinked } from './compiled-book.ts'
import type { LinkedBook } from './linked-book.ts'
import { scenarioBooks } from './scenario-books.ts'
import { isWhole } from './stages.ts'

export type Failed = {
  /** The expectation. */
  readonly span: Span
  /** What is found instead. */
  readonly found: string
  readonly scenario: { readonly name: string; readonly span: Span }
}

/** Of the file at `path`; none of a document that cannot be read whole, or whose book cannot be asked. */
export function failedExpectations(workspace: Workspace, path: string): readonly Failed[] {
  const reading = workspace.file(path)?.reading
  if (reading?.kind !== 'order' || reading.document === undefined || reading.isEarlier) return []
  const { library } = workspace
  const compiled = new Map(knownOf(workspace, workspace.books.of(path)))
  const { scenarios } = scenariosOf(library, UNHASHED, [reading.document], scenarioBooks(library))
  return scenarios.flatMap(({ scenario, book }) => {
    const key = keyOf(book)
    if (!compiled.has(key)) compiled.set(key, compiledOf(book))
    const asked = compiled.get(key)
    if (asked === undefined) return []
    const { name, span } = scenario
    return runScenario(asked, scenario)
      .expectations.filter(({ passed }) => !passed)
      .map(({ expectation, found }) => ({ span: expectation.span, found, scenario: { name, span } }))
  })
}

/** A scenario that is asked in the book that the document concerns asks the one that its meaning was found in. */
function knownOf(workspace: Workspace, book: LinkedBook | undefined): [string, Compiled | undefined][] {
  return book === undefined || !isWhole(workspace, book) ? [] : [[keyOf(book.draft.book), compiledOfLinked(book)]]
}

/** Of one library, books that hold the same documents for one agency say the same. */
function keyOf({ agency, documents }: Omit<Book, 'hash'>): string {
  return JSON.stringify([agency.id, documents.map(({ id }) => id)])
}

function compiledOf(book: Book): Compiled | undefined {
  const compilation = compile(book)
  return compilation.kind === 'compiled' ? compilation.compiled : undefined
}
