/** The library: documents with their text, so that a browser can compare a memo with what was published without sending it. */
import type { DocumentSummary, DocumentView } from '@remit/contract/library-view.ts'
import { segments } from '@remit/language/parsed/blocks.ts'
import { issuancesOf } from '../issuances/issuances.ts'
import { hashOf } from '../orders/books.ts'
import { refuse } from '../refusal.ts'
import type { Remit } from '../remit.ts'
import { versionsOf } from '../versions/versions.ts'
import { authorityOf, summaryOf } from '../views/document-view.ts'
import type { App } from './app-type.ts'
import { DocumentParams, idFrom } from './params.ts'

export function documentRoutes(app: App, remit: Remit): void {
  app.get('/api/documents', (): { documents: readonly DocumentSummary[] } => ({
    documents: remit.orders.library.documents.map((document) => summaryOf(remit, document)),
  }))

  app.get(
    '/api/documents/:document',
    { schema: { params: DocumentParams } },
    async (request): Promise<DocumentView> => {
      const id = idFrom(request.params.document)
      const document = remit.orders.library.documents.find((document) => document.id === id)
      if (document === undefined) return refuse('not-found', `There is no document \`${id}\` in the orders.`)
      const summary = summaryOf(remit, document)
      const agencies = remit.agencies.filter(({ runs }) => runs)
      const issuance = await Promise.all(agencies.map((agency) => issuancesOf(remit, agency, remit.nowMs())))
      return {
        ...summary,
        text: document.text,
        textHash: hashOf(document.text),
        segments: segments(document.text).map((segment) =>
          segment.kind === 'prose' ? { kind: 'prose', text: segment.markdown } : { kind: 'remit', text: segment.code },
        ),
        issuance: issuance.flat().filter((issued) => issued.document === id),
        authority: authorityOf(summary),
        versions: versionsOf(remit.orders.library, id),
      }
    },
  )
}
