/** Which expectations of a document's scenarios do not hold; loaded with the engine. */
import { type Compiled, compile } from '@remit/engine/diagram/from-checked.ts'
import { runScenario } from '@remit/engine/questions/scenario.ts'
import { scenariosOf } from '@remit/language/checked/scenarios.ts'
import type { Book } from '@remit/language/checked/tree.ts'
import type { Span } from '@remit/language/text/span.ts'
import type { Workspace } from '../workspace.ts'

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
  const compiled = new Map<string, Compiled | undefined>()
  return scenariosOf(workspace.library, () => '', [reading.document]).scenarios.flatMap(({ scenario, book }) => {
    const key = JSON.stringify([book.agency.id, book.documents.map(({ id }) => id)])
    if (!compiled.has(key)) compiled.set(key, compiledOf(book))
    const asked = compiled.get(key)
    if (asked === undefined) return []
    const { name, span } = scenario
    return runScenario(asked, scenario)
      .expectations.filter(({ passed }) => !passed)
      .map(({ expectation, found }) => ({ span: expectation.span, found, scenario: { name, span } }))
  })
}

function compiledOf(book: Book): Compiled | undefined {
  const compilation = compile(book)
  return compilation.kind === 'compiled' ? compilation.compiled : undefined
}
