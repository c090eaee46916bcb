/** Whether the scenarios of the library notice that a document says something else. */
import { type Compilation, compile } from '@remit/engine/diagram/from-checked.ts'
import { runScenario } from '@remit/engine/questions/scenario.ts'
import { Books } from '@remit/language/checked/books.ts'
import { folderOf, isWithin } from '@remit/language/checked/in-force.ts'
import type { Library } from '@remit/language/checked/library.ts'
import { placedScenarios, scenariosOf } from '@remit/language/checked/scenarios.ts'
import type { ParsedDocument } from '@remit/language/parsed/tree.ts'
import { hashOf } from '@remit/server/orders/books.ts'

/** The library with one document as it is now instead of as it was. */
export function libraryWith({ documents, agencies }: Library, document: ParsedDocument): Library {
  return { agencies, documents: documents.map((each) => (each.id === document.id ? document : each)) }
}

/** The scenarios of a library that holds: which books they were run against, by hash, so that those need not be run again. */
export class Scenarios {
  readonly #library: Library
  readonly #asked: ReadonlyMap<string, ReadonlySet<string>>
  readonly #sound: ReadonlySet<string>

  constructor(library: Library) {
    this.#library = library
    const { placed } = placedScenarios(library, library.documents)
    this.#asked = new Map(
      [...Map.groupBy(placed, ({ document }) => document.id)].map(([id, its]) => [
        id,
        new Set(its.map(({ agency }) => agency.id)),
      ]),
    )
    this.#sound = new Set(
      scenariosOf(library, hashOf).scenarios.map(({ scenario, book }) => `${scenario.id} ${book.hash}`),
    )
  }

  /**
   * Whether any scenario of the library fails, or can no longer be resolved, when a document is as it is here. The
   * document's own are run first; then those of other documents whose agency lies below its folder.
   */
  notice(changed: ParsedDocument): boolean {
    const library = libraryWith(this.#library, changed)
    const books = new Books(library, hashOf)
    const compiled = new Map<string, Compilation>()
    const folder = folderOf(changed.id)
    const others = library.documents.filter(
      ({ id }) => id !== changed.id && [...(this.#asked.get(id) ?? [])].some((agency) => isWithin(agency, folder)),
    )
    return [changed, ...others].some((document) => this.#noticeIn(library, document, books, compiled))
  }

  #noticeIn(library: Library, document: ParsedDocument, books: Books, compiled: Map<string, Compilation>): boolean {
    const { scenarios } = scenariosOf(library, hashOf, [document], books)
    if (scenarios.length < document.declarations.filter(({ kind }) => kind === 'scenario').length) return true
    return scenarios.some(({ scenario, book }) => {
      if (this.#sound.has(`${scenario.id} ${book.hash}`)) return false
      const compilation = compiled.get(book.hash) ?? compile(book)
      compiled.set(book.hash, compilation)
      return compilation.kind === 'refused' || !runScenario(compilation.compiled, scenario).passed
    })
  }
}
