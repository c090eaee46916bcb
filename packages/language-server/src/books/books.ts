/** The books that the documents of a workspace make, kept by what they hold. */
import type { Library } from '@remit/language/checked/library.ts'
import type { ParsedDocument } from '@remit/language/parsed/tree.ts'
import type { Workspace } from '../workspace.ts'
import { type Concern, concernOf, concernOfAgency } from './concern.ts'
import { LinkedBook } from './linked-book.ts'

/** How many books are kept: those of the documents that are open, which mostly share one. */
const KEPT_MAX = 12

export class Books {
  readonly #workspace: Workspace
  #kept: LinkedBook[] = []
  /** Which book each file concerns, for the library as it is. */
  #concerns = new Map<string, LinkedBook | undefined>()
  #library: Library | undefined

  constructor(workspace: Workspace) {
    this.#workspace = workspace
  }

  /** The book that the file at a path concerns; absent where there is none, e.g. before its front matter is whole. */
  of(path: string): LinkedBook | undefined {
    const { library } = this.#workspace
    if (library !== this.#library) this.#concerns.clear()
    this.#library = library
    if (!this.#concerns.has(path)) this.#concerns.set(path, this.#find(path))
    return this.#concerns.get(path)
  }

  #find(path: string): LinkedBook | undefined {
    const { library, settings } = this.#workspace
    const reading = this.#workspace.file(path)?.reading
    const document = reading?.kind === 'order' ? reading.document : undefined
    const agency = reading?.kind === 'agency' ? reading.agency : undefined
    const concern =
      (document && concernOf(library, document, settings.now())) ??
      (agency && concernOfAgency(library, agency, settings.now()))
    return concern && this.linked(concern)
  }

  /** The book of a concern, linked again only if a document in it changed. */
  linked(concern: Concern): LinkedBook {
    const { library } = this.#workspace
    const known = this.#kept.find((book) => isSame(book.concern, concern))
    const book = known ?? new LinkedBook(concern, library)
    const current = new Set(library.documents)
    // A book of a text that was changed since is never asked for again, and is large.
    const others = this.#kept.filter((each) => each !== known && each.documents.every((each) => current.has(each)))
    this.#kept = [book, ...others].slice(0, KEPT_MAX)
    return book
  }
}

/** What is in force changes a book; that another instant of the same stretch is asked for does not. */
function isSame(one: Concern, other: Concern): boolean {
  return one.agency === other.agency && isSameList(documentsOf(one), documentsOf(other))
}

function documentsOf({ terms }: Concern): readonly ParsedDocument[] {
  return terms.map(({ document }) => document)
}

function isSameList<T>(one: readonly T[], other: readonly T[]): boolean {
  return one.length === other.length && one.every((each, index) => each === other[index])
}
