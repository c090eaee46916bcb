/** Whether the scenarios of the library notice that a document says something else. */
import { type Compilation, compile } from '@remit/engine/diagram/from-checked.ts'
import { runScenario } from '@remit/engine/questions/scenario.ts'
import { Books } from '@remit/language/checked/books.ts'
import { folderOf, isWithin } from '@remit/language/checked/in-force.ts'
import type { Library } from '@remit/language/checked/library.ts'
import { type BookedScenario, placedScenarios, scenariosOf } from '@remit/language/checked/scenarios.ts'
import type { ParsedDocument } from '@remit/language/parsed/tree.ts'
import { hashOf } from '@remit/server/orders/books.ts'

/** The library with one document as it is now instead of as it was. */
export function libraryWith({ documents, agencies }: Library, document: ParsedDocument): Library {
  return { agencies, documents: documents.map((each) => (each.id === document.id ? document : each)) }
}

/**
 * The scenarios of a library, and the books for which they were written, so that these need not be run again. Throws
 * where one cannot be resolved, or notices a change and fails without it: it would seem to notice everything.
 */
export class Scenarios {
  readonly #library: Library
  readonly #asked: ReadonlyMap<string, ReadonlySet<string>>
  readonly #unchanged: ReadonlyMap<string, BookedScenario>
  readonly #compiled = new Map<string, Compilation>()

  constructor(library: Library) {
    this.#library = library
    const { placed } = placedScenarios(library, library.documents)
    this.#asked = new Map(
      [...Map.groupBy(placed, ({ document }) => document.id)].map(([id, its]) => [
        id,
        new Set(its.map(({ agency }) => agency.id)),
      ]),
    )
    const { scenarios } = scenariosOf(library, hashOf)
    if (scenarios.length < scenariosIn(library.documents)) throw new Error('a scenario cannot be resolved')
    this.#unchanged = new Map(scenarios.map((booked) => [booked.scenario.id, booked]))
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
    if (scenarios.length < scenariosIn([document])) return true
    return scenarios
      .filter(({ scenario, book }) => this.#unchanged.get(scenario.id)?.book.hash !== book.hash)
      .some((booked) => fails(booked, compiled) && this.#passedBefore(booked))
  }

  #passedBefore({ scenario: { id } }: BookedScenario): true {
    const before = this.#unchanged.get(id)
    if (before === undefined || fails(before, this.#compiled)) {
      throw new Error(`a scenario fails without any change: ${id}`)
    }
    return true
  }
}

function fails({ scenario, book }: BookedScenario, compiled: Map<string, Compilation>): boolean {
  const compilation = compiled.get(book.hash) ?? compile(book)
  compiled.set(book.hash, compilation)
  return compilation.kind === 'refused' || !runScenario(compilation.compiled, scenario).passed
}

function scenariosIn(documents: readonly ParsedDocument[]): number {
  return documents.flatMap(({ declarations }) => declarations).filter(({ kind }) => kind === 'scenario').length
}
