/** One editor's session: the workspace, the checks, and which request is answered by which file. */
import {
  type Connection,
  type DidChangeTextDocumentParams,
  DidChangeWatchedFilesNotification,
  type DidChangeWatchedFilesParams,
  type DidCloseTextDocumentParams,
  type DidOpenTextDocumentParams,
  type InitializeParams,
} from 'vscode-languageserver'
import { Checks } from './checks/checks.ts'
import { findOrders, findOrdersOf } from './documents/orders-folder.ts'
import type { Host } from './host.ts'
import { CHECKED, optionsOf } from './options.ts'
import { codeActions } from './requests/code-actions.ts'
import { completion } from './requests/completion.ts'
import { definition } from './requests/definition.ts'
import { documentSymbols } from './requests/document-symbols.ts'
import { foldingRanges } from './requests/folding.ts'
import { formatting } from './requests/formatting.ts'
import { hover } from './requests/hover.ts'
import { references } from './requests/references.ts'
import { prepareRename, rename } from './requests/rename.ts'
import { semanticTokens } from './requests/semantic-tokens.ts'
import type { Method } from './server.ts'
import { Workspace } from './workspace.ts'

/** A pure function of the workspace and of what the editor asks. */
type Answer = (workspace: Workspace, params: never) => unknown

const ANSWERS: { readonly [method in Method]: Answer } = {
  'textDocument/completion': completion,
  'textDocument/hover': hover,
  'textDocument/definition': definition,
  'textDocument/references': references,
  'textDocument/prepareRename': prepareRename,
  'textDocument/rename': rename,
  'textDocument/documentSymbol': documentSymbols,
  'textDocument/semanticTokens/full': semanticTokens,
  'textDocument/codeAction': codeActions,
  'textDocument/formatting': formatting,
  'textDocument/foldingRange': foldingRanges,
}

/** Where the pages of findings lie in the repository; an editor replaces it by an address that it can open. */
const FINDING_PAGES = 'docs/findings/'

export class Session {
  readonly #connection: Connection
  readonly #host: Host
  readonly #params: InitializeParams | undefined
  readonly #workspace: Workspace
  readonly #checks: Checks
  /** Resolved when the library has been loaded once; requests wait for it. */
  readonly #loaded = Promise.withResolvers<void>()

  constructor(connection: Connection, host: Host, params: InitializeParams | undefined) {
    this.#connection = connection
    this.#host = host
    this.#params = params
    const { findingPages = FINDING_PAGES } = optionsOf(params)
    this.#workspace = new Workspace({ now: host.now, findingPages })
    this.#checks = new Checks(this.#workspace, host, {
      publish: (uri, diagnostics, version) => {
        const said = { uri, diagnostics: [...diagnostics], ...(version === undefined ? {} : { version }) }
        void connection.sendDiagnostics(said)
      },
      checked: (checked) => void connection.sendNotification(CHECKED, checked),
    })
  }

  /** Loads the library of the folder that is open. */
  async start(): Promise<void> {
    if (this.#params?.capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration === true) {
      const watchers = [{ globPattern: '**/*.md' }]
      void this.#connection.client.register(DidChangeWatchedFilesNotification.type, { watchers })
    }
    for (const folder of this.#openFolders()) await this.#load(await findOrders(folder, this.#host.files.hasFolder))
    this.#loaded.resolve()
    this.#check()
  }

  /** Answers a request from the documents as they are now. */
  async answer(method: Method, params: object): Promise<unknown> {
    await this.#loaded.promise
    // Proof: a client that keeps to the protocol sends with each method the parameters that its answer takes.
    return ANSWERS[method](this.#workspace, params as never)
  }

  async opened({ textDocument: { uri, version, text } }: DidOpenTextDocumentParams): Promise<void> {
    this.#workspace.open(uri, version, text)
    await this.#loaded.promise
    await this.#load(await findOrdersOf(uri, this.#host.files.hasFolder))
    const path = this.#workspace.pathOf(uri)
    if (path !== undefined) this.#checks.opened(path)
    this.#check()
  }

  changed({ textDocument: { uri, version }, contentChanges }: DidChangeTextDocumentParams): void {
    this.#workspace.change(uri, version, contentChanges)
    const path = this.#workspace.pathOf(uri)
    if (path !== undefined) this.#checks.edited(path, contentChanges)
    this.#check()
  }

  async closed({ textDocument: { uri } }: DidCloseTextDocumentParams): Promise<void> {
    // Closed at once: it may be opened again before the disk has answered.
    this.#workspace.close(uri)
    this.#checks.forget(uri, this.#workspace.pathOf(uri))
    await this.#readAgain(uri)
    this.#check()
  }

  async changedOnDisk({ changes }: DidChangeWatchedFilesParams): Promise<void> {
    for (const { uri } of changes) await this.#readAgain(uri)
    this.#check()
  }

  #openFolders(): readonly string[] {
    const { orders } = optionsOf(this.#params)
    const folders = (this.#params?.workspaceFolders ?? []).map(({ uri }) => uri)
    return [orders ?? [], folders, this.#params?.rootUri ?? []].flat()
  }

  async #load(folder: string | undefined): Promise<void> {
    if (folder === undefined || this.#workspace.folder !== undefined) return
    this.#workspace.setFolder(folder)
    for (const path of await this.#host.files.list(folder)) {
      await this.#readAgain(this.#workspace.uriOf(path))
      // Read into its tree now, one after another, so that the first keystroke need not wait for all of them.
      this.#workspace.file(path)?.read()
      await this.#host.pause()
    }
  }

  async #readAgain(uri: string): Promise<void> {
    const path = this.#workspace.pathOf(uri)
    if (path !== undefined) this.#workspace.onDisk(path, await this.#host.files.read(uri))
  }

  #check(): void {
    this.#checks.run().catch((error: unknown) => {
      this.#connection.console.error(error instanceof Error ? (error.stack ?? error.message) : String(error))
    })
  }
}
