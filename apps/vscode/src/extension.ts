/** The extension of VS Code: starts the bundled language server and shows in which book an order is checked. */
import { commands, type ExtensionContext, StatusBarAlignment, Uri, window, workspace } from 'vscode'
import { LanguageClient, type LanguageClientOptions, TransportKind } from 'vscode-languageclient/node'
import { bookWords, type Checked } from './status.ts'

const CHECKED = 'remit/checked'

let client: LanguageClient | undefined

export async function activate(context: ExtensionContext): Promise<void> {
  const server = { module: context.asAbsolutePath('dist/server.cjs'), transport: TransportKind.stdio }
  client = new LanguageClient('remit', 'Remit', server, optionsFor(context))
  const status = window.createStatusBarItem('remit.book', StatusBarAlignment.Right)
  status.name = 'Remit: the book in which the order is checked'
  context.subscriptions.push(status, client)
  context.subscriptions.push(commands.registerCommand('remit.restart', () => client?.restart()))
  client.onNotification(CHECKED, (checked: Checked) => {
    const words = bookWords(checked)
    status.text = words?.text ?? ''
    status.tooltip = words?.tooltip
    if (words === undefined) status.hide()
    else status.show()
  })
  await client.start()
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
