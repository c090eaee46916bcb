/** A paper in the form that its file's name or its reader asks for. */
import type { Card } from '@remit/incident/paper/card.ts'
import type { Sheet } from '@remit/incident/paper/sheet.ts'
import { fontsAsData } from './fonts.ts'
import { cardHtml, sheetHtml } from './html.ts'
import { cardPdf, sheetPdf } from './pdf.ts'
import { cardWords, sheetWords } from './words.ts'

export const PAPER_FORMS = ['pdf', 'html'] as const
export type PaperForm = (typeof PAPER_FORMS)[number]

/** The bytes of the file. Throws `NoTypesetter` for PDF where the platform has none. */
export async function paperFile(paper: Card | Sheet, form: PaperForm): Promise<Buffer> {
  if (form === 'html') return Buffer.from(await htmlOf(paper))
  const pdf = await (paper.kind === 'visor card' ? cardPdf(cardWords(paper)) : sheetPdf(sheetWords(paper)))
  return pdf.bytes
}

async function htmlOf(paper: Card | Sheet): Promise<string> {
  const fonts = await fontsAsData()
  return paper.kind === 'visor card' ? cardHtml(cardWords(paper), fonts) : sheetHtml(sheetWords(paper), fonts)
}
