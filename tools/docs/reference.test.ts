/** The reference of the language says everything that the language has, and what it shows as code is written right. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { FORCE_WORDS } from '@remit/language/checked/forces.ts'
import { keywords } from '@remit/language/parsed/block-parser.ts'
import { parseAgency, parseDocument } from '@remit/language/parsed/from-text.ts'
import { AGENCY_KEYS, DOCUMENT_KEYS } from '@remit/language/parsed/front-matter.ts'
import { CODES } from '@remit/language/text/codes.ts'
import { expect, test } from 'vitest'
import { ROOT } from './left-over.ts'

const SOURCE = await readFile(join(ROOT, 'docs/language/reference.source.md'), 'utf8')
/** What stands between fences; a fence of four marks can hold one of three. */
const FENCES = [...SOURCE.matchAll(/^(```+)(\w+)\n(.*?)^\1$/gms)].map(([, , language, text = '']) => ({
  language,
  text,
}))
const YAML = FENCES.filter(({ language }) => language === 'yaml').map(({ text }) => text)
/** All that is shown as code, also between single marks. */
const CODE = [
  ...FENCES.map(({ text }) => text),
  ...[...SOURCE.replaceAll(/^(```+)\w+\n.*?^\1$/gms, '').matchAll(/`([^`\n]+)`/g)].map(([, text = '']) => text),
].join('\n')

function isShown(word: string): boolean {
  return new RegExp(`(?<![\\w-])${word}(?![\\w-])`).test(CODE)
}

test('every word of the language is shown', () => {
  expect([...keywords()].filter((word) => !isShown(word))).toEqual([])
})

test('every key of front matter is shown, and every force', () => {
  const keys = [DOCUMENT_KEYS, AGENCY_KEYS].flatMap(({ needed, optional }) => [...needed, ...optional])
  expect([...keys, ...FORCE_WORDS].filter((word) => !isShown(word))).toEqual([])
})

test('every finding is linked from what can cause it', () => {
  expect(Object.keys(CODES).filter((code) => !SOURCE.includes(`[${code}](../findings/${code}.md)`))).toEqual([])
})

test('every block is written as the language is', () => {
  const { document, findings } = parseDocument('us/reference', `${YAML[0]}\n${SOURCE}`)
  expect(findings).toEqual([])
  expect(new Set(document?.declarations.map(({ kind }) => kind)).size).toBe(15)
})

test('the front matter of a document and of an agency is whole', () => {
  const [document = '', agency = ''] = YAML
  expect(parseDocument('us/reference', document).findings).toEqual([])
  expect(parseAgency('us/reference', agency).findings).toEqual([])
})
