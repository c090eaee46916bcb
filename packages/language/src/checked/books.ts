/** Books that are asked for again and again while a library is checked. */
import type { ParsedAgency } from '../parsed/tree.ts'
import { isError } from '../text/finding.ts'
import { agencyOf } from './agency.ts'
import { inForceAt, type Term, termsOf } from './in-force.ts'
import { allFindingsOf, type Drafted, draftOf, type HashOf, hashed, type Library } from './library.ts'
import type { Book } from './tree.ts'

export type KnownBook = Drafted & {
  /** The book, hashed when it is first asked for; undefined if anything is wrong with it or with its documents. */
  readonly book: () => Book | undefined
}

/** A book of a thousand norms holds some megabytes, and few are asked for at a time: the next ones in time. */
const KEPT_MAX = 8

/** The books of one library: of those that hold the same documents for one agency, the last few are linked once. */
export class Books {
  readonly #library: Library
  readonly #hashOf: HashOf
  readonly #terms = new Map<string, readonly Term[]>()
  readonly #books = new Map<string, KnownBook>()

  constructor(library: Library, hashOf: HashOf) {
    this.#library = library
    this.#hashOf = hashOf
  }

  /** The terms of all documents that speak to an agency. */
  termsOf(agency: ParsedAgency): readonly Term[] {
    const terms = this.#terms.get(agency.id) ?? termsOf(this.#library.documents, agencyOf(agency))
    this.#terms.set(agency.id, terms)
    return terms
  }

  /** The book of an agency at an instant. Its own instant may be another at which the same documents are in force. */
  at(agency: ParsedAgency, instant: number): KnownBook {
    const inForce = inForceAt(this.termsOf(agency), instant)
    const key = JSON.stringify([agency.id, inForce.map(({ document }) => document.id)])
    const known = this.#books.get(key) ?? this.#make(agency, inForce, instant)
    // Moved to the end: the first is always the one that nobody asked for the longest.
    this.#books.delete(key)
    this.#books.set(key, known)
    const [oldest] = this.#books.keys()
    if (this.#books.size > KEPT_MAX && oldest !== undefined) this.#books.delete(oldest)
    return known
  }

  #make(agency: ParsedAgency, inForce: readonly Term[], instant: number): KnownBook {
    const drafted = draftOf(inForce, agency, instant)
    let made: { readonly book: Book | undefined } | undefined
    const book = () => {
      made ??= { book: this.#bookOf(drafted) }
      return made.book
    }
    return { ...drafted, book }
  }

  #bookOf(drafted: Drafted): Book | undefined {
    return allFindingsOf(drafted, this.#library).some(isError) ? undefined : hashed(drafted.draft, this.#hashOf)
  }
}
