/** Serves an editor. Runs in Node and in a browser's worker: what depends on the machine is the {@link Host}. */
import {
  type Connection,
  type InitializeParams,
  type InitializeResult,
  TextDocumentSyncKind,
} from 'vscode-languageserver'
import type { Host } from './host.ts'
import { TOKEN_MODIFIERS, TOKEN_TYPES } from './requests/token-legend.ts'
import type { Session } from './session.ts'

/** The requests that are answered; `session.ts` says by what. */
export const METHODS = [
  'textDocument/completion',
  'textDocument/hover',
  'textDocument/definition',
  'textDocument/references',
  'textDocument/prepareRename',
  'textDocument/rename',
  'textDocument/documentSymbol',
  'textDocument/semanticTokens/full',
  'textDocument/codeAction',
  'textDocument/formatting',
  'textDocument/foldingRange',
] as const
export type Method = (typeof METHODS)[number]

const CAPABILITIES: InitializeResult = {
  serverInfo: { name: 'remit' },
  capabilities: {
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
    completionProvider: { triggerCharacters: [' ', '"'] },
    hoverProvider: true,
    definitionProvider: true,
    referencesProvider: true,
    renameProvider: { prepareProvider: true },
    documentSymbolProvider: true,
    semanticTokensProvider: {
      legend: { tokenTypes: [...TOKEN_TYPES], tokenModifiers: [...TOKEN_MODIFIERS] },
      full: true,
    },
    codeActionProvider: { codeActionKinds: ['quickfix'] },
    documentFormattingProvider: true,
    foldingRangeProvider: true,
  },
}

/**
 * Serves one editor until its connection ends. The first answer does not wait for the language to be loaded, which takes
 * most of a second: what arrives meanwhile is answered afterwards, in order.
 */
export function serve(connection: Connection, host: Host): void {
  let told: InitializeParams | undefined
  let started: Promise<Session> | undefined
  const session = () => {
    started ??= import('./session.ts').then(({ Session }) => new Session(connection, host, told))
    return started
  }
  connection.onInitialize((params) => {
    told = params
    return CAPABILITIES
  })
  connection.onInitialized(() => void session().then((each) => each.start()))
  connection.onDidOpenTextDocument((params) => session().then((each) => each.opened(params)))
  connection.onDidChangeTextDocument((params) => session().then((each) => each.changed(params)))
  connection.onDidCloseTextDocument((params) => session().then((each) => each.closed(params)))
  connection.onDidChangeWatchedFiles((params) => session().then((each) => each.changedOnDisk(params)))
  for (const method of METHODS) {
    connection.onRequest(method, (params: object) => session().then((each) => each.answer(method, params)))
  }
  connection.listen()
}
