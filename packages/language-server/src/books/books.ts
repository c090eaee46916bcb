/** The books that the documents of a workspace make, kept by what they hold. */
import type { ParsedDocument } from '@remit/language/parsed/tree.ts'
import type { Workspace } from '../documents/workspace.ts'
import { type Concern, concernOf, concernOfAgency } from './concern.ts'
import { LinkedBook } from './linked-book.ts'

/** How many books are kept: those of the documents that are open, which mostly share one. */
const KEPT_MAX = 12

export class Books {
  readonly #workspace: Workspace
  #kept: LinkedBook[] = []

  constructor(workspace: Workspace) {
    this.#workspace = workspace
  }

  /** The book that the file at a path concerns; absent where there is none, e.g. before its front matter is whole. */
  of(path: string): LinkedBook | undefined {
    const { library, settings } = this.#workspace
    const reading = this.#workspace.file(path)?.reading
    if (reading?.kind === 'order') {
      return reading.document && this.#linked(concernOf(library, reading.document, settings.now()))
    }
    return reading?.agency && this.#linked(concernOfAgency(library, reading.agency, settings.now()))
  }

  /** The book of a concern, linked again only if a document in it changed. */
  linked(concern: Concern): LinkedBook {
    const known = this.#kept.find((book) => isSame(book.concern, concern))
    const book = known ?? new LinkedBook(concern, this.#workspace.library)
    this.#kept = [book, ...this.#kept.filter((other) => other !== known)].slice(0, KEPT_MAX)
    return book
  }

  #linked(concern: Concern | undefined): LinkedBook | undefined {
    return concern === undefined ? undefined : this.linked(concern)
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
