/** An editor's end of the protocol, with the real server in a process of its own. For tests and measurements. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import {
  createProtocolConnection,
  type Diagnostic,
  type InitializeResult,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node'
import type { Checked } from '../checks/checks.ts'

const SERVER = join(import.meta.dirname, '..', 'stdio.ts')

export class Client {
  readonly connection: ProtocolConnection
  readonly process: ChildProcess
  /** The latest diagnostics by address. */
  readonly diagnostics = new Map<string, readonly Diagnostic[]>()
  #versions = new Map<string, number>()
  #waiting = new Set<() => void>()
  #checked: Checked[] = []

  constructor(server: string = SERVER) {
    this.process = spawn(process.execPath, [server], { stdio: ['pipe', 'pipe', 'inherit'] })
    const { stdin, stdout } = this.process
    if (stdin === null || stdout === null) throw new Error('the server was started without pipes')
    this.connection = createProtocolConnection(new StreamMessageReader(stdout), new StreamMessageWriter(stdin))
    this.connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
      this.diagnostics.set(params.uri, params.diagnostics)
      this.#wake()
    })
    this.connection.onNotification('remit/checked', (checked: Checked) => {
      this.#checked.push(checked)
      this.#wake()
    })
    this.connection.onRequest('client/registerCapability', () => null)
    this.connection.listen()
  }

  /** Initializes the server for a folder on the disk; `options` are its initialization options. */
  async start(folder: string | undefined, options: object = {}): Promise<InitializeResult> {
    const uri = folder === undefined ? null : pathToFileURL(folder).href
    const result = await this.connection.sendRequest<InitializeResult>('initialize', {
      processId: process.pid,
      rootUri: uri,
      workspaceFolders: uri === null ? null : [{ uri, name: 'orders' }],
      capabilities: { workspace: { didChangeWatchedFiles: { dynamicRegistration: true } } },
      initializationOptions: options,
    })
    await this.connection.sendNotification('initialized', {})
    return result
  }

  async open(uri: string, text: string): Promise<void> {
    this.#versions.set(uri, 1)
    await this.connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId: 'markdown', version: 1, text },
    })
  }

  /** Changes a range of an open document, or all of it; the new version. */
  async change(uri: string, change: object): Promise<number> {
    const version = (this.#versions.get(uri) ?? 0) + 1
    this.#versions.set(uri, version)
    await this.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges: [change],
    })
    return version
  }

  async request<T>(method: string, params: object): Promise<T> {
    return this.connection.sendRequest<T>(method, params)
  }

  /** Waits until a stage has run over the latest version of a document; what it checked. */
  async checked(uri: string, stage: Checked['stage'] = 'names'): Promise<Checked> {
    const version = this.#versions.get(uri)
    const isIt = (checked: Checked) => checked.stage === stage && checked.uri === uri && checked.version === version
    return this.#until(() => this.#checked.findLast(isIt))
  }

  /** Waits until the diagnostics at an address are as wanted. */
  async until(uri: string, wanted: (diagnostics: readonly Diagnostic[]) => boolean): Promise<readonly Diagnostic[]> {
    return this.#until(() => {
      const found = this.diagnostics.get(uri) ?? []
      return wanted(found) ? found : undefined
    })
  }

  /** Ends the server as the protocol wants it; its exit code. */
  async stop(): Promise<number | null> {
    const exited = once(this.process, 'exit')
    await this.connection.sendRequest('shutdown')
    await this.connection.sendNotification('exit')
    const [code] = await exited
    this.connection.dispose()
    return code as number | null
  }

  async #until<T>(found: () => T | undefined): Promise<T> {
    for (;;) {
      const result = found()
      if (result !== undefined) return result
      await new Promise<void>((resolve) => this.#waiting.add(resolve))
    }
  }

  #wake(): void {
    for (const resolve of this.#waiting) resolve()
    this.#waiting.clear()
  }
}
