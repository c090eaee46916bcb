/** The documents of the library as the editor has them: opened ones as they are typed, the others as they lie on the disk. */
import type { Library } from '@remit/language/checked/library.ts'
import type { ParsedAgency, ParsedDocument } from '@remit/language/parsed/tree.ts'
import type { TextDocumentContentChangeEvent } from 'vscode-languageserver'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { Books } from './books/books.ts'
import { OrderFile } from './documents/order-file.ts'
import { pathBelow, uriOf } from './documents/orders-folder.ts'

/** What the server is told at its start. */
export type Settings = {
  /** Milliseconds since 1970 UTC; read at each check, because a document comes into force while an editor is open. */
  readonly now: () => number
  /** What stands before `CODE.md` in the address of a finding's page. */
  readonly findingPages: string
}

export class Workspace {
  readonly settings: Settings
  /** The books that the documents make, kept as long as their documents stay the same. */
  readonly books: Books
  #folder: string | undefined
  #files = new Map<string, OrderFile>()
  /** Open documents that lie outside the orders, by address. */
  #outside = new Map<string, TextDocument>()
  #library: Library | undefined

  constructor(settings: Settings) {
    this.settings = settings
    this.books = new Books(this)
  }

  /** The address of the folder of the orders; absent until one is found. */
  get folder(): string | undefined {
    return this.#folder
  }

  /** Names the folder of the orders, once; documents that were opened before and lie in it move in. */
  setFolder(folder: string): void {
    this.#folder = folder
    for (const [uri, text] of this.#outside) {
      const path = pathBelow(folder, uri)
      if (path === undefined) continue
      this.#outside.delete(uri)
      this.#put(new OrderFile(path, text, { isOpen: true }))
    }
  }

  /** In order of path. */
  get files(): readonly OrderFile[] {
    return [...this.#files.values()].sort((a, b) => (a.path < b.path ? -1 : 1))
  }

  get openFiles(): readonly OrderFile[] {
    return this.files.filter(({ isOpen }) => isOpen)
  }

  get outside(): readonly TextDocument[] {
    return [...this.#outside.values()]
  }

  /** The file at a path below the orders, as findings name it. */
  file(path: string): OrderFile | undefined {
    return this.#files.get(path)
  }

  /** The file at an address; absent for a document outside the orders. */
  at(uri: string): OrderFile | undefined {
    const path = this.pathOf(uri)
    return path === undefined ? undefined : this.#files.get(path)
  }

  pathOf(uri: string): string | undefined {
    return this.#folder === undefined ? undefined : pathBelow(this.#folder, uri)
  }

  /** The address of a path below the orders: that of the editor for an open file. */
  uriOf(path: string): string {
    return this.#files.get(path)?.text.uri ?? uriOf(this.#folder ?? '', path)
  }

  /** The editor has opened a document. */
  open(uri: string, version: number, text: string): void {
    const document = TextDocument.create(uri, 'markdown', version, text)
    const path = this.pathOf(uri)
    if (path === undefined) this.#outside.set(uri, document)
    else this.#put(new OrderFile(path, document, { isOpen: true, before: this.#files.get(path) }))
  }

  /** The editor has changed an open document; a document that was never opened is left alone. */
  change(uri: string, version: number, changes: TextDocumentContentChangeEvent[]): void {
    const file = this.at(uri)
    const text = file?.text ?? this.#outside.get(uri)
    if (text === undefined) return
    // The earlier text stays as it was: readings of it may still be compared with.
    const copy = TextDocument.create(uri, 'markdown', text.version, text.getText())
    const changed = TextDocument.update(copy, changes, version)
    if (file === undefined) this.#outside.set(uri, changed)
    else this.#put(new OrderFile(file.path, changed, { isOpen: true, before: file }))
  }

  /** The editor has closed a document: what the disk has of it is to be told by {@link onDisk}; until then its text stands. */
  close(uri: string): void {
    this.#outside.delete(uri)
    const file = this.at(uri)
    if (file !== undefined) this.#put(new OrderFile(file.path, file.text, { isOpen: false, before: file }))
  }

  /** The disk has a file, or no longer. What is open in the editor stands, whatever the disk says. */
  onDisk(path: string, text: string | undefined): void {
    const before = this.#files.get(path)
    if (before?.isOpen) return
    if (text === undefined) this.#remove(path)
    else if (before?.text.getText() !== text) this.#read(path, this.uriOf(path), text, before)
  }

  /** All documents and agencies that can be read. Cost: reads what changed since it was asked for last. */
  get library(): Library {
    if (this.#library === undefined) {
      const documents: ParsedDocument[] = []
      const agencies: ParsedAgency[] = []
      for (const { reading } of this.files) {
        if (reading.kind === 'order' && reading.document !== undefined) documents.push(reading.document)
        if (reading.kind === 'agency' && reading.agency !== undefined) agencies.push(reading.agency)
      }
      this.#library = { documents, agencies }
    }
    return this.#library
  }

  #read(path: string, uri: string, text: string, before: OrderFile | undefined): void {
    this.#put(new OrderFile(path, TextDocument.create(uri, 'markdown', 0, text), { isOpen: false, before }))
  }

  #put(file: OrderFile): void {
    this.#files.set(file.path, file)
    this.#library = undefined
  }

  #remove(path: string): void {
    this.#files.delete(path)
    this.#library = undefined
  }
}
