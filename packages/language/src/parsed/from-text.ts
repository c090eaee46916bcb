/** From the text of a file to its tree. Nothing here throws on what a person wrote: every fault is a finding. */
import type { KnownCode } from '../text/codes.ts'
import type { Finding } from '../text/finding.ts'
import { type Source, sourceOf, spanAt } from '../text/source.ts'
import type { Span } from '../text/span.ts'
import { countDeclarations, type ErrorPlace, readBlock } from './block-parser.ts'
import { codeRange, type Fence, type Fences, findFences } from './blocks.ts'
import { type Explained, explainPlace } from './explain-error.ts'
import { agencyOf, frontMatterOf } from './front-matter.ts'
import { DECLARATIONS_MAX, FILE_BYTES_MAX, FINDINGS_MAX, LINES_MAX, STRUCTURAL_LINE_MAX } from './limits.ts'
import type { Declaration, ParsedAgency, ParsedDocument } from './tree.ts'
import { declaration } from './tree-from-nodes/declaration.ts'

/**
 * Reads an order document. `id` is its path below `orders/` without `.md`; spans name the file `id.md`.
 *
 * A document with errors in its blocks is still given, with the declarations that could be read, so that other
 * documents find its words; it is absent where the front matter is not whole or the file is no text. Findings are in
 * order of text, at most one for each declaration that cannot be read. Never throws. Cost: linear, about 2 s for the
 * worst file that the limits allow, about 1 ms for a usual order once warm.
 */
export function parseDocument(id: string, text: string): { document?: ParsedDocument; findings: Finding[] } {
  const source = sourceOf(`${id}.md`, text)
  const refused = refuseFile(source)
  if (refused !== undefined) return { findings: [refused] }
  const front = frontMatterOf(source)
  const { declarations, findings } = readBlocks(source)
  const all = inOrder(source, [...front.findings, ...findings])
  if (front.frontMatter === undefined) return { findings: all }
  return { document: { id, frontMatter: front.frontMatter, declarations, text }, findings: all }
}

/** Reads an `agency.md`. `id` is its folder below `orders/`; spans name the file `id/agency.md`. Never throws. */
export function parseAgency(id: string, text: string): { agency?: ParsedAgency; findings: Finding[] } {
  const source = sourceOf(`${id}/agency.md`, text)
  const refused = refuseFile(source)
  if (refused !== undefined) return { findings: [refused] }
  const { agency, findings } = agencyOf(id, source)
  const blocks = findFences(source).remit.map((fence) => {
    const fix = 'move it to an order document beside this file'
    return finding(
      'E006',
      'an agency file holds no orders',
      lineSpan(source, fence.open),
      'this block is not read',
      fix,
    )
  })
  const all = inOrder(source, [...findings, ...blocks])
  return agency === undefined ? { findings: all } : { agency, findings: all }
}

/** Why a file is not read at all: it is beyond the limits, or no text. */
export function refuseFile(source: Source): Finding | undefined {
  const { text } = source
  const top = spanAt(source, 0, 1)
  // A UTF-16 unit is at most three bytes, so most files need not be encoded to be measured.
  const bytes = text.length * 3 <= FILE_BYTES_MAX ? 0 : new TextEncoder().encode(text).length
  if (bytes > FILE_BYTES_MAX) {
    const message = `the file is larger than ${FILE_BYTES_MAX.toLocaleString('en-US')} bytes and was not read`
    return finding('E001', message, top, 'too large', 'divide it into several documents')
  }
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is refused.
  const binary = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffd]/.exec(text)
  if (binary !== null) {
    const line = spanAt(source, binary.index, 1)
    return finding('E002', 'the file is not a text in UTF-8', line, 'not a character of a text', 'save it as UTF-8')
  }
  if (source.lineStarts.length > LINES_MAX) {
    const message = `the file has more than ${LINES_MAX.toLocaleString('en-US')} lines and was not read`
    return finding('E003', message, top, 'too many lines', 'divide it into several documents')
  }
  return undefined
}

type Read = { readonly declarations: readonly Declaration[]; readonly findings: readonly Finding[] }

function readBlocks(source: Source): Read {
  const fences = findFences(source)
  const declarations: Declaration[] = []
  const findings: Finding[] = []
  let count = 0
  for (const fence of fences.remit) {
    const { from, to } = codeRange(source, fence)
    count += countDeclarations(source.text.slice(from, to))
    if (count > DECLARATIONS_MAX) {
      const message = `the document has more than ${DECLARATIONS_MAX.toLocaleString('en-US')} declarations`
      findings.push(
        finding('E004', message, lineSpan(source, fence.open), 'not read from here on', 'divide the document'),
      )
      break
    }
    const read = readFence(source, fence, FINDINGS_MAX - findings.length)
    for (const declared of read.declarations) declarations.push(declared)
    for (const found of read.findings) findings.push(found)
  }
  return { declarations, findings: [...unreadFences(source, fences), ...findings] }
}

/** Of more faults than `shown` it is only counted that they are there: to say what is wrong costs more than to find it. */
function readFence(source: Source, fence: Fence, shown: number): Read {
  const { from, to } = codeRange(source, fence)
  const code = source.text.slice(from, to)
  const declarations: Declaration[] = []
  const findings: Finding[] = []
  const report = (found: Finding) => findings.push(found)
  if (!fence.isClosed) {
    const message = 'this block is not closed, so all text after it is read as orders'
    report(finding('E005', message, lineSpan(source, fence.open), 'opened here', 'add a line ``` after its last line'))
  }
  for (const piece of readBlock(code)) {
    switch (piece.kind) {
      case 'read': {
        for (const node of piece.declarations) {
          const own: Finding[] = []
          const reader = { source, base: from + piece.base, report: (found: Finding) => own.push(found) }
          declarations.push(declaration(reader, node))
          findings.push(...withOneUnread(own))
        }
        break
      }
      case 'error':
        report(placed(source, from, findings.length < shown ? explainPlace(piece.place) : unexplained(piece.place)))
        break
    }
  }
  // After an open fence comes prose: its first fault says enough.
  return { declarations, findings: fence.isClosed ? findings : findings.slice(0, 1) }
}

function unexplained({ found }: ErrorPlace): Explained {
  return { code: 'E020', message: 'this cannot be read', label: 'here', offset: found.offset, length: 1 }
}

/** Words that cannot be read are told once in a declaration, as by the parser: the first is often why there are others. */
function withOneUnread(findings: readonly Finding[]): readonly Finding[] {
  const first = findings.find(({ code }) => UNREAD.has(code))
  return findings.filter((finding) => !UNREAD.has(finding.code) || finding === first)
}
const UNREAD: ReadonlySet<string> = new Set<KnownCode>(['E020', 'E027', 'E030'])

/** A `remit` fence that the Markdown parser does not take as a block would be silently no order. */
function unreadFences(source: Source, fences: Fences): Finding[] {
  const report = (line: number, message: string) =>
    finding('E006', message, lineSpan(source, line), 'not read', 'begin the line with ```remit')
  const almost = fences.almost.map((line) => report(line, 'only a block marked `remit` is read as orders'))
  const lines = source.text.split('\n').flatMap((line, index) => {
    if (!NESTED_FENCE.test(line.slice(0, STRUCTURAL_LINE_MAX)) || fences.isCode(index + 1)) return []
    return [report(index + 1, 'a `remit` block inside a quotation, a list or a comment is not read')]
  })
  return [...almost, ...lines]
}
const NESTED_FENCE = /^[\s>*+-]*(?:\d+[.)]\s*)?(?:`{3,}|~{3,})\s*remit\s*$/i

function placed(source: Source, base: number, explained: Explained): Finding {
  const { code, message, label, fix, instead, offset, length } = explained
  const span = spanAt(source, base + offset, length)
  const found = finding(code, message, span, label, fix)
  return instead === undefined ? found : { ...found, edit: { span, text: instead } }
}

function finding(code: Explained['code'], message: string, span: Span, text: string, fix?: string): Finding {
  const found = { code, message, labels: [{ span, text }] as const }
  return fix === undefined ? found : { ...found, fix }
}

function lineSpan(source: Source, line: number): Span {
  const start = source.lineStarts[line - 1] ?? 0
  const end = source.lineStarts[line] ?? source.text.length + 1
  return spanAt(source, start, Math.max(1, end - 1 - start))
}

function inOrder(source: Source, findings: readonly Finding[]): Finding[] {
  const sorted = findings.toSorted((a, b) => a.labels[0].span.offset - b.labels[0].span.offset)
  if (sorted.length <= FINDINGS_MAX) return sorted
  const message = `the file has ${sorted.length - FINDINGS_MAX} findings more`
  const rest = finding('E007', message, spanAt(source, 0, 1), `the first ${FINDINGS_MAX} are shown`)
  return [...sorted.slice(0, FINDINGS_MAX), rest]
}
