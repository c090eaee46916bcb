/** Checks open documents after each change, in stages from fast to slow, and gives up what a newer change overtakes. */
import { type Finding, isError } from '@remit/language/text/finding.ts'
import type { Diagnostic, TextDocumentContentChangeEvent } from 'vscode-languageserver'
import type { LinkedBook } from '../books/linked-book.ts'
import type { AnyFinding } from '../books/meaning.ts'
import { bookFindings, isWhole, nameFindings, syntaxFindings } from '../books/stages.ts'
import type { OrderFile } from '../documents/order-file.ts'
import type { Host } from '../host.ts'
import { diagnosticOf, failedDiagnostic, outsideDiagnostics } from '../requests/diagnostics.ts'
import type { Workspace } from '../workspace.ts'
import { carried } from './carried.ts'

/** How long nobody must have typed before the meaning of a book is looked at. */
const MEANING_AFTER_MS = 150

/** The engine is loaded when it is first asked for: an editor starts without it. */
const MEANING = async () => ({
  ...(await import('../books/meaning.ts')),
  ...(await import('../books/scenario-results.ts')),
})

type Stages = {
  readonly syntax: readonly Diagnostic[]
  readonly names: readonly Diagnostic[]
  readonly meaning: readonly Diagnostic[]
}
const NOTHING: Stages = { syntax: [], names: [], meaning: [] }

/** Told of each open document when a stage has run over all of them. */
export type Checked = {
  readonly stage: 'names' | 'meaning'
  readonly uri: string
  readonly version: number
  /** `isWhole`: without an error, so that its meaning could be looked at. */
  readonly book?: { readonly agency: string; readonly at: number; readonly isWhole: boolean }
}

export type Told = {
  readonly publish: (uri: string, diagnostics: readonly Diagnostic[], version: number | undefined) => void
  readonly checked: (checked: Checked) => void
}

export class Checks {
  readonly #workspace: Workspace
  readonly #host: Host
  readonly #told: Told
  #generation = 0
  #stages = new Map<string, Stages>()
  /** What each address was told last, as JSON: only what is new is sent. */
  #sent = new Map<string, string>()
  /** Paths of documents that are not open, and of which errors were told. */
  #stopping: ReadonlySet<string> = new Set()
  /** The document that changed last is looked at first. */
  #latest: string | undefined

  constructor(workspace: Workspace, host: Host, told: Told) {
    this.#workspace = workspace
    this.#host = host
    this.#told = told
  }

  /** An open document was changed by `changes`. */
  edited(path: string, changes: readonly TextDocumentContentChangeEvent[]): void {
    const { syntax, names, meaning } = this.#stages.get(path) ?? NOTHING
    this.#stages.set(path, { syntax, names: carried(names, changes), meaning: carried(meaning, changes) })
    this.#latest = path
  }

  /** A document was opened, so somebody looks at it now. */
  opened(path: string): void {
    this.#latest = path
  }

  /** Something changed: checks all that is open again. Resolves when it has, or when a newer change took over. */
  async run(): Promise<void> {
    const generation = ++this.#generation
    const isOvertaken = async () => {
      await this.#host.pause()
      return generation !== this.#generation
    }
    if (await isOvertaken()) return
    this.#tellOutside()
    for (const stage of [this.#syntax, this.#names]) {
      for (const file of this.#open()) {
        stage.call(this, file)
        if (await isOvertaken()) return
      }
    }
    this.#tellClosed()
    this.#tellChecked('names')
    const [{ prepareMeaning, meaningFindings, failedExpectations }] = await Promise.all([
      MEANING(),
      this.#host.wait(MEANING_AFTER_MS),
    ])
    for (const file of this.#open()) {
      // Between any two of these a newer change can take over, so none of them may be long.
      if (await isOvertaken()) return
      prepareMeaning(this.#workspace, file.path)
      if (await isOvertaken()) return
      const found = meaningFindings(this.#workspace, file.path)
      // While the book cannot be read whole its meaning is not known, and the last that was known stays.
      if (found === undefined) continue
      if (await isOvertaken()) return
      const failed = failedExpectations(this.#workspace, file.path)
      const results = failed.flatMap((each) => failedDiagnostic(each, this.#workspace) ?? [])
      this.#tell(file, { meaning: [...this.#diagnostics(file, found), ...results] })
    }
    this.#tellChecked('meaning')
  }

  #open(): readonly OrderFile[] {
    const files = this.#workspace.openFiles
    return [...files.filter(({ path }) => path === this.#latest), ...files.filter(({ path }) => path !== this.#latest)]
  }

  #syntax(file: OrderFile): void {
    this.#tell(file, { syntax: this.#diagnostics(file, syntaxFindings(this.#workspace, file.path)) })
  }

  #names(file: OrderFile): void {
    this.#tell(file, { names: this.#diagnostics(file, nameFindings(this.#workspace, file.path)) })
  }

  #diagnostics({ path }: OrderFile, findings: readonly AnyFinding[]): readonly Diagnostic[] {
    return findings.flatMap((finding) => diagnosticOf(finding, path, this.#workspace) ?? [])
  }

  #tell({ path, text }: OrderFile, found: Partial<Stages>): void {
    const stages = { ...(this.#stages.get(path) ?? NOTHING), ...found }
    this.#stages.set(path, stages)
    this.#send(text.uri, [...stages.syntax, ...stages.names, ...stages.meaning], text.version)
  }

  #tellOutside(): void {
    const { outside, folder } = this.#workspace
    for (const text of outside) {
      this.#send(text.uri, outsideDiagnostics(text.getText(), folder !== undefined), text.version)
    }
  }

  /** A document that is not open is told of only where an error in it stops the book of one that is. */
  #tellClosed(): void {
    const errors = new Map<string, Finding[]>()
    for (const { path } of this.#workspace.openFiles) {
      const book = this.#workspace.books.of(path)
      const near = new Set(book?.documents.map(({ id }) => `${id}.md`))
      const unread = [...near].flatMap((file) => syntaxFindings(this.#workspace, file))
      for (const finding of [...unread, ...bookFindings(this.#workspace, path)].filter(isError)) {
        const [{ span }] = finding.labels
        const known = errors.get(span.file) ?? []
        errors.set(span.file, known.includes(finding) ? known : [...known, finding])
      }
    }
    const told = new Set([...errors.keys(), ...this.#stopping])
    this.#stopping = new Set(errors.keys())
    for (const path of told) {
      const file = this.#workspace.file(path)
      if (file === undefined || file.isOpen) continue
      this.#send(file.text.uri, this.#diagnostics(file, errors.get(path) ?? []), undefined)
    }
  }

  #tellChecked(stage: Checked['stage']): void {
    for (const { path, text } of this.#open()) {
      const book = this.#workspace.books.of(path)
      const told = book === undefined ? {} : { book: this.#bookTold(book) }
      this.#told.checked({ stage, uri: text.uri, version: text.version, ...told })
    }
  }

  #bookTold(book: LinkedBook): NonNullable<Checked['book']> {
    const { agency, at } = book.concern
    return { agency: agency.id, at, isWhole: isWhole(this.#workspace, book) }
  }

  /** The document at an address is closed or gone. */
  forget(uri: string, path: string | undefined): void {
    if (path !== undefined) this.#stages.delete(path)
    this.#send(uri, [], undefined)
  }

  #send(uri: string, diagnostics: readonly Diagnostic[], version: number | undefined): void {
    const json = JSON.stringify(diagnostics)
    if ((this.#sent.get(uri) ?? '[]') === json) return
    this.#sent.set(uri, json)
    this.#told.publish(uri, diagnostics, version)
  }
}
