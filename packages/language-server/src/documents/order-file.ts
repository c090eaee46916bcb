/** One file below the orders: its text as the editor has it, read into a tree when somebody asks. */
import { parseAgency, parseDocument } from '@remit/language/parsed/from-text.ts'
import type { ParsedAgency, ParsedDocument } from '@remit/language/parsed/tree.ts'
import type { Finding } from '@remit/language/text/finding.ts'
import type { TextDocument } from 'vscode-languageserver-textdocument'

export type Reading =
  | {
      readonly kind: 'order'
      /** Absent where the front matter is not whole and never was since the file was opened. */
      readonly document?: ParsedDocument
      /** Whether the document is an earlier reading, so that its places are no longer right. */
      readonly isEarlier: boolean
      readonly findings: readonly Finding[]
    }
  | {
      readonly kind: 'agency'
      readonly agency?: ParsedAgency
      readonly isEarlier: boolean
      readonly findings: readonly Finding[]
    }

export class OrderFile {
  /** Below the folder of the orders, with `.md`: as findings name it. */
  readonly path: string
  readonly text: TextDocument
  readonly isOpen: boolean
  #before: OrderFile | undefined
  #reading: Reading | undefined

  /**
   * `before` is the same file before a change. While front matter is half typed, other documents go on seeing the words
   * of the last whole reading: else every name of theirs would be reported.
   */
  constructor(
    path: string,
    text: TextDocument,
    { isOpen, before }: { isOpen: boolean; before?: OrderFile | undefined },
  ) {
    this.path = path
    this.text = text
    this.isOpen = isOpen
    this.#before = before
  }

  /** The path without `.md`: what a document is called in the language. */
  get id(): string {
    return this.path.replace(/\.md$/, '')
  }

  /** Read at the first call, and kept. Cost: about 5 ms for a usual order. */
  get reading(): Reading {
    return this.read()
  }

  /** The same, said as what it does. */
  read(): Reading {
    if (this.#reading === undefined) {
      const text = this.text.getText()
      // A text that did not change is not read again, e.g. when a file is closed.
      const same = this.#before?.text.getText() === text ? this.#before.reading : undefined
      this.#reading = same ?? this.#read(text)
      this.#before = undefined
    }
    return this.#reading
  }

  #read(text: string): Reading {
    if (!isAgencyFile(this.path)) {
      const { document, findings } = parseDocument(this.id, text)
      if (document !== undefined) return { kind: 'order', document, isEarlier: false, findings }
      const earlier = this.#earlier()
      const kept = earlier?.kind === 'order' ? earlier.document : undefined
      return { kind: 'order', isEarlier: true, findings, ...(kept === undefined ? {} : { document: kept }) }
    }
    const { agency, findings } = parseAgency(this.path.replace(/\/?agency\.md$/, ''), text)
    if (agency !== undefined) return { kind: 'agency', agency, isEarlier: false, findings }
    const earlier = this.#earlier()
    const kept = earlier?.kind === 'agency' ? earlier.agency : undefined
    return { kind: 'agency', isEarlier: true, findings, ...(kept === undefined ? {} : { agency: kept }) }
  }

  /** The latest reading that was made; texts that nobody asked about are passed over. */
  #earlier(): Reading | undefined {
    for (let file = this.#before; file !== undefined; file = file.#before) {
      if (file.#reading !== undefined) return file.#reading
    }
    return undefined
  }
}

/** Whether a path is that of a file which makes its folder an agency. */
export function isAgencyFile(path: string): boolean {
  return path === 'agency.md' || path.endsWith('/agency.md')
}
