/** The extension of VS Code: starts the bundled language server and shows in which book an order is checked. */
import { commands, type ExtensionContext, StatusBarAlignment, Uri, window, workspace } from 'vscode'
import { LanguageClient, type LanguageClientOptions, TransportKind } from 'vscode-languageclient/node'
import { bookWords, type Checked } from './status.ts'

const CHECKED = 'remit/checked'

let client: LanguageClient | undefined

export async function activate(context: ExtensionContext): Promise<void> {
  const server = { module: context.asAbsolutePath('dist/server.cjs'), transport: TransportKind.stdio }
  client = new LanguageClient('remit', 'Remit', server, optionsFor(context))
  context.subscriptions.push(
    client,
    commands.registerCommand('remit.restart', () => client?.restart()),
  )
  showBooks(context, client)
  await client.start()
}

/** The status bar names the book of the document that is looked at. */
function showBooks(context: ExtensionContext, server: LanguageClient): void {
  const status = window.createStatusBarItem('remit.book', StatusBarAlignment.Right)
  status.name = 'Remit: the book in which the order is checked'
  const checked = new Map<string, Checked>()
  const show = () => {
    const seen = checked.get(window.activeTextEditor?.document.uri.toString() ?? '')
    const words = seen && bookWords(seen)
    status.text = words?.text ?? ''
    status.tooltip = words?.tooltip
    if (words === undefined) status.hide()
    else status.show()
  }
  server.onNotification(CHECKED, (told: Checked) => {
    checked.set(Uri.parse(told.uri).toString(), told)
    show()
  })
  context.subscriptions.push(status, window.onDidChangeActiveTextEditor(show))
}

export async function deactivate(): Promise<void> {
  await client?.stop()
}

function optionsFor({ extensionUri }: ExtensionContext): LanguageClientOptions {
  const settings = workspace.getConfiguration('remit')
  const folder = settings.get('orders', '')
  const pages = settings.get('findingPages', '')
  return {
    documentSelector: [
      { language: 'markdown', scheme: 'file' },
      { language: 'markdown', scheme: 'untitled' },
    ],
    initializationOptions: {
      orders: folder === '' ? undefined : Uri.file(folder).toString(),
      findingPages: pages === '' ? `${Uri.joinPath(extensionUri, 'dist', 'findings').toString()}/` : pages,
    },
  }
}
