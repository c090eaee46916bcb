/**
 * What is asked of every text, whatever it holds: reading, checking, compiling, analysing and laying it out end, soon,
 * without a fault, and each finding has a place in the file.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { compile } from '@remit/engine/diagram/from-checked.ts'
import { analyse } from '@remit/engine/questions/analyse.ts'
import { checkLibrary } from '@remit/language/checked/check-library.ts'
import { bookOf, type Library } from '@remit/language/checked/library.ts'
import { formatDocument } from '@remit/language/format/format-document.ts'
import { DECLARATION_WORDS } from '@remit/language/parsed/block-parser.ts'
import { parseAgency, parseDocument } from '@remit/language/parsed/from-text.ts'
import { withoutSpans } from '@remit/language/parsed/testing.ts'
import type { ParsedDocument } from '@remit/language/parsed/tree.ts'
import { type Finding, isError } from '@remit/language/text/finding.ts'
import { sourceOf } from '@remit/language/text/source.ts'
import { hashOf } from '@remit/server/orders/books.ts'

/** Where the text stands in the library. */
export const DOCUMENT = 'us/il/demo-city/police/order'
const AGENCY = 'us/il/demo-city/police'
export const BASE = join(import.meta.dirname, '..', 'conformance', 'base')

export type Failure = {
  /** What the text must go on doing while it is made smaller. */
  readonly kind: string
  readonly message: string
}

/** What a text came to. */
export type Outcome = { readonly findings: number; readonly isCompiled: boolean; readonly failure?: Failure }

/** A second for 100 KB, of this process's own time: other programs' work is no hang. */
const MS_PER_100_KB = 1000

/** What seems slow is tried a second time: on a busy machine the first counts more than the text. */
export function tryText(text: string): Outcome {
  const outcome = tryOnce(text)
  return outcome.failure?.kind.startsWith('slow') ? tryOnce(text) : outcome
}

function tryOnce(text: string): Outcome {
  const watch = new Stopwatch(text)
  try {
    return tried(text, watch)
  } catch (error) {
    if (error instanceof Failed) return { findings: 0, isCompiled: false, failure: error.failure }
    const [first = '', ...stack] = (error instanceof Error ? (error.stack ?? error.message) : String(error)).split('\n')
    const place = /\(?([^()\s]+\.ts):\d+/.exec(stack[0] ?? '')?.[1]?.replace(/.*\/(packages|node_modules)\//, '') ?? ''
    const kind = `crash: ${first.slice(0, 40)} in ${place}`
    return { findings: 0, isCompiled: false, failure: { kind, message: [first, ...stack.slice(0, 6)].join('\n') } }
  }
}

class Failed extends Error {
  readonly failure: Failure
  constructor(kind: string, message: string) {
    super(message)
    this.failure = { kind, message }
  }
}

/**
 * Tells when one step takes too long: twice, since the first time the program itself may still be being compiled, or its
 * memory be being tidied up.
 */
class Stopwatch {
  readonly #limit: number
  constructor(text: string) {
    this.#limit = MS_PER_100_KB * Math.max(1, Buffer.byteLength(text) / 100_000)
  }

  time<T>(step: string, work: () => T): T {
    const first = timed(work)
    const ms = first.ms > this.#limit ? timed(work).ms : first.ms
    if (ms > this.#limit)
      throw new Failed(`slow: ${step}`, `${step} took ${ms} ms, allowed are ${Math.round(this.#limit)}`)
    return first.result
  }
}

function timed<T>(work: () => T): { readonly result: T; readonly ms: number } {
  const before = process.threadCpuUsage?.() ?? process.cpuUsage()
  const result = work()
  const { user, system } = process.threadCpuUsage?.(before) ?? process.cpuUsage(before)
  return { result, ms: Math.round((user + system) / 1000) }
}

function tried(text: string, watch: Stopwatch): Outcome {
  const { document, findings } = watch.time('reading', () => parseDocument(DOCUMENT, text))
  assertPlaces(text, findings)
  assertOneEach(text, findings)
  assertLayout(text, document, watch)
  if (document === undefined) return { findings: findings.length, isCompiled: false }
  const library: Library = { ...base(), documents: [...base().documents, document] }
  const checked = watch.time('checking', () => checkLibrary(library, hashOf, Date.UTC(2026, 0, 1)))
  assertPlaces(text, checked.findings)
  if ([...findings, ...checked.findings].some(isError)) {
    return { findings: findings.length + checked.findings.length, isCompiled: false }
  }
  let meanings = 0
  for (const { at } of checked.books) {
    const { book } = bookOf(library, AGENCY, at, hashOf)
    if (book === undefined) throw new Failed('no book', 'checking found no error, and there is no book')
    const compilation = watch.time('compiling', () => compile(book))
    if (compilation.kind === 'refused') continue
    const found = watch.time('analysing', () => analyse(compilation.compiled))
    assertPlaces(text, found)
    meanings += found.length
  }
  return { findings: findings.length + checked.findings.length + meanings, isCompiled: true }
}

/** Every place of a finding lies in its file, and its line and column are those of its offset. */
function assertPlaces(text: string, findings: readonly Finding[]): void {
  const source = sourceOf(`${DOCUMENT}.md`, text)
  for (const { code, message, labels, edit } of findings) {
    const spans = [...labels.map(({ span }) => span), ...(edit === undefined ? [] : [edit.span])]
    for (const { file, line, column, offset, length } of spans) {
      if (file !== source.file && !files().has(file))
        throw new Failed(`place: ${code}`, `${code} names no file: ${file}`)
      if (file !== source.file) continue
      const isInside = Number.isInteger(offset) && offset >= 0 && length >= 0 && offset + length <= text.length
      const isPlaced = isInside && (source.lineStarts[line - 1] ?? -1) + column - 1 === offset
      if (!isPlaced) {
        const place = JSON.stringify({ line, column, offset, length })
        throw new Failed(`place: ${code}`, `${code} ${message}: no such place ${place} in ${text.length} characters`)
      }
    }
  }
}

/** Faults of reading, told by the parser: of those there is one at most in each declaration. */
const PARSER_CODES: ReadonlySet<string> = new Set([
  'E020',
  'E021',
  'E022',
  'E023',
  'E024',
  'E025',
  'E027',
  'E030',
  'E035',
])
/** In a block that can be read lines mean nothing, so a declaration begins anywhere in one. */
const STARTS = new RegExp(`(?<!\\S)(?:${DECLARATION_WORDS.join('|')})(?=\\s)|^ {0,3}(?:\`\`\`|~~~)`, 'gm')

function assertOneEach(text: string, findings: readonly Finding[]): void {
  const starts = [0, ...[...text.matchAll(STARTS)].map((match) => match.index)]
  const seen = new Map<number, Finding>()
  for (const finding of findings.filter(({ code }) => PARSER_CODES.has(code))) {
    const { offset } = finding.labels[0].span
    const start = starts.findLast((each) => each <= offset) ?? 0
    const before = seen.get(start)
    if (before !== undefined) {
      const both = `${before.code} ${before.message}; ${finding.code} ${finding.message}`
      throw new Failed('two findings in a declaration', both)
    }
    seen.set(start, finding)
  }
}

/** What `formatDocument` promises. */
function assertLayout(text: string, document: ParsedDocument | undefined, watch: Stopwatch): void {
  const once = watch.time('laying out', () => formatDocument(text))
  if (once.kind === 'refused') return
  const twice = formatDocument(once.text)
  if (twice.kind === 'refused' || twice.text !== once.text) {
    throw new Failed('layout: not the same again', `${JSON.stringify(once.text)}\n${JSON.stringify(twice)}`)
  }
  const again = parseDocument(DOCUMENT, once.text).document
  const [before, after] = [document, again].map((each) => JSON.stringify(each && withoutSpans(each)))
  if (before !== after) throw new Failed('layout: another tree', `${before}\n${after}`)
}

let loaded: Library | undefined
/** The words, the agency and the duty to protect life on which every case of `conformance/` stands. */
function base(): Library {
  if (loaded !== undefined) return loaded
  const read = (path: string) => readFileSync(join(BASE, `${path}.md`), 'utf8')
  const documents = ['us/words', `${AGENCY}/protect-life`].map((id) => parseDocument(id, read(id)).document)
  const { agency } = parseAgency(AGENCY, read(`${AGENCY}/agency`))
  if (agency === undefined || documents.includes(undefined)) throw new Error('the base of the cases cannot be read')
  loaded = { agencies: [agency], documents: documents.filter((each) => each !== undefined) }
  return loaded
}

function files(): ReadonlySet<string> {
  const { documents, agencies } = base()
  return new Set([...documents.map(({ id }) => `${id}.md`), ...agencies.map(({ id }) => `${id}/agency.md`)])
}
