/** The orders' pages, to be read before their script runs or without it: written once each, and kept by whoever has them. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { orderMarkup, ordersMarkup } from '../pages/order-markup.ts'
import { shellWith } from '../pages/shell.ts'
import type { Remit } from '../remit.ts'
import { versionsOf } from '../versions/versions.ts'
import { summaryOf } from '../views/document-view.ts'
import type { App } from './app-type.ts'
import { ASK_FIRST, type Packed, packed, sendPacked } from './packed.ts'
import { idFrom } from './params.ts'

const HTML = 'text/html; charset=utf-8'

/** `webFolder` holds the built pages. An order that is not known gets the page without a text, which then says so. */
export function orderPageRoutes(app: App, remit: Remit, webFolder: string): void {
  const { library } = remit.orders
  const page = readFileSync(join(webFolder, 'index.html'), 'utf8')
  const kept = new Map<string, Packed>()
  const written = (path: string, write: () => string): Packed => {
    const found = kept.get(path) ?? packed(HTML, new TextEncoder().encode(write()))
    kept.set(path, found)
    return found
  }
  app.get('/orders', (request, reply) =>
    sendPacked(
      request,
      reply,
      written('', () =>
        shellWith(page, {
          title: 'Orders',
          main: ordersMarkup(library.documents.map((document) => summaryOf(remit, document))),
          asks: ['/api/documents'],
        }),
      ),
      ASK_FIRST,
    ),
  )
  app.get<{ Params: { document: string } }>('/orders/:document', (request, reply) => {
    const id = idFrom(request.params.document)
    const document = library.documents.find((document) => document.id === id)
    if (document === undefined) return reply.code(404).type(HTML).send(page)
    const write = () => {
      const summary = summaryOf(remit, document)
      const main = orderMarkup({ document, summary, versions: versionsOf(library, id) })
      return shellWith(page, { title: summary.title, main, asks: [`/api/documents/${request.params.document}`] })
    }
    return sendPacked(request, reply, written(id, write), ASK_FIRST)
  })
}
