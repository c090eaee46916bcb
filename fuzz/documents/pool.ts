/** Texts that people wrote: the orders, and what stands in the cases of `conformance/`. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DECLARATION_WORDS } from '@remit/language/parsed/block-parser.ts'
import { segments } from '@remit/language/parsed/blocks.ts'

const ROOT = join(import.meta.dirname, '..', '..')

/** Whole documents, smallest first. */
export function documentsOf(folder: 'orders' | 'conformance'): readonly string[] {
  const files = readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
  const texts = files
    .filter((file) => file.endsWith('.md'))
    .map((file) => readFileSync(join(ROOT, folder, file), 'utf8'))
  return texts.flatMap(folder === 'orders' ? (text) => [text] : documentsInCase).toSorted((a, b) => a.length - b.length)
}

function documentsInCase(text: string): readonly string[] {
  return [...text.matchAll(/^(~{4,}) .+\n(---\n(?:.*\n)*?)\1$/gm)].map(([, , body = '']) => body)
}

/** The declarations of each, each a text by itself; a document without one is left out. */
export function declarationsOf(documents: readonly string[]): readonly (readonly string[])[] {
  const starts = new RegExp(`^(?=(?:${DECLARATION_WORDS.join('|')})\\s)`, 'm')
  return documents
    .map((text) => segments(text).flatMap((each) => (each.kind === 'remit' ? each.code.split(starts) : [])))
    .map((texts) => texts.map((text) => text.trim()).filter((text) => text !== ''))
    .filter((texts) => texts.length > 0)
}
