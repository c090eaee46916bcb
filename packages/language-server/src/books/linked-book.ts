/** One book as an editor needs it: its names, findings and references. */
import { draftOf, type Library } from '@remit/language/checked/library.ts'
import type { Draft } from '@remit/language/checked/link.ts'
import type { Reference } from '@remit/language/checked/references/reference.ts'
import { referencesOf } from '@remit/language/checked/references.ts'
import { checkDocuments } from '@remit/language/checked/rules/table.ts'
import type { ParsedDocument } from '@remit/language/parsed/tree.ts'
import type { Finding } from '@remit/language/text/finding.ts'
import type { Concern } from './concern.ts'

export class LinkedBook {
  readonly concern: Concern
  readonly draft: Draft
  /** About names, about the documents of the book each by itself, and about them together. */
  readonly findings: readonly Finding[]
  readonly #library: Library
  #references: readonly Reference[] | undefined

  constructor(concern: Concern, library: Library) {
    this.concern = concern
    this.#library = library
    const { draft, findings } = draftOf(concern.terms, concern.agency, concern.at)
    this.draft = draft
    this.findings = [...findings, ...checkDocuments(this.documents, library.documents)]
  }

  get documents(): readonly ParsedDocument[] {
    return this.concern.terms.map(({ document }) => document)
  }

  /** Every word of its documents that names something, in order of file and place. */
  get references(): readonly Reference[] {
    this.#references ??= referencesOf(this.#library.documents, this.concern.agency, this.concern.at)
    return this.#references
  }
}
