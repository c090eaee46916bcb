/** Paper as PDF/UA-1, set by Typst. Nothing in it is the time of its making but what its words say. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { fontFiles } from './fonts.ts'
import { type CardWords, LANGUAGE, type SheetWords } from './words.ts'

export type Pdf = { readonly bytes: Buffer; readonly pages: number }

/** No platform's typesetter is there: npm leaves it out where there is none, and all but PDF works without it. */
export class NoTypesetter extends Error {
  override readonly name = 'NoTypesetter'
}

export const cardPdf = (words: CardWords): Promise<Pdf> => pdfOf('card', words)
export const sheetPdf = (words: SheetWords): Promise<Pdf> => pdfOf('sheet', words)

/** Made when the first paper is printed: it takes megabytes that nothing else needs. */
let compiler: Promise<NodeCompiler> | undefined

async function pdfOf(kind: 'card' | 'sheet', words: CardWords | SheetWords): Promise<Pdf> {
  compiler ??= newCompiler()
  const [typst, mainFileContent] = await Promise.all([
    compiler,
    readFile(join(import.meta.dirname, 'paper.typ'), 'utf8'),
  ])
  const result = typst.compile({ mainFileContent, inputs: { kind, words: JSON.stringify(words), lang: LANGUAGE } })
  const document = result.result
  const faults = [result.takeError(), result.takeWarnings()].flatMap((error) => error?.shortDiagnostics ?? [])
  if (document === null || faults.length > 0) throw new Error(`bug: the paper cannot be set: ${JSON.stringify(faults)}`)
  return { bytes: typst.pdf(document, { pdfStandard: 'ua-1' }), pages: document.numOfPages }
}

async function newCompiler(): Promise<NodeCompiler> {
  const { NodeCompiler } = await import('@myriaddreamin/typst-ts-node-compiler').catch((error: unknown) => {
    throw new NoTypesetter('there is no typesetter for this platform; print the HTML form instead', { cause: error })
  })
  return NodeCompiler.create({ fontArgs: [{ fontBlobs: await fontFiles() }] })
}
