/**
 * Findings as SARIF 2.1.0 (Static Analysis Results Interchange Format, an OASIS standard), which code hosts show beside
 * the lines of a change. Section numbers are those of the standard.
 */
import { createHash } from 'node:crypto'
import { CODES, type KnownCode } from '@remit/language/text/codes.ts'
import { isError, type Label } from '@remit/language/text/finding.ts'
import { lineText, type Source, sourceOf, spanAt } from '@remit/language/text/source.ts'
import type { Span } from '@remit/language/text/span.ts'
import type { AnyFinding, Checked } from './check-orders.ts'

export type Places = {
  /** The text of a file, by the path that findings name. */
  readonly source: (file: string) => Source | undefined
  /** Where a file lies from the root of what is checked, or as an absolute URI. */
  readonly uri: (file: string) => string
  /** The page that explains a code. */
  readonly help: (code: string) => string
}

/** One log with one run. */
export function sarifOf(checked: Checked, places: Places) {
  const { findings } = checked
  const codes = [...new Set(findings.map(({ code }) => code))].sort()
  const fingerprints = fingerprintsOf(findings, places)
  return {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: { name: 'Remit', semanticVersion: VERSION, rules: codes.map((code) => ruleOf(code, places)) },
        },
        // Spans count UTF-16 code units, as editors do (3.14.17).
        columnKind: 'utf16CodeUnits',
        results: findings.map((finding, index) => ({
          ...resultOf(finding, places),
          ruleIndex: codes.indexOf(finding.code),
          partialFingerprints: { 'remitFinding/v1': fingerprints[index] },
        })),
      },
    ],
  }
}

const VERSION = '0.1.0'

function ruleOf(code: string, { help }: Places) {
  const title = isKnown(code) ? CODES[code] : code
  return {
    id: code,
    shortDescription: { text: title },
    helpUri: help(code),
    defaultConfiguration: { level: code.startsWith('E') ? 'error' : 'warning' },
  }
}

function isKnown(code: string): code is KnownCode {
  return Object.hasOwn(CODES, code)
}

function resultOf(finding: AnyFinding, places: Places) {
  const [first, ...related] = finding.labels
  const change = finding.edit && changeOf(finding, finding.edit, places)
  return {
    ruleId: finding.code,
    level: isError(finding) ? 'error' : 'warning',
    message: { text: wordsOf(finding) },
    locations: [locationOf(first, places)],
    ...(related.length === 0
      ? {}
      : { relatedLocations: related.map((label, id) => ({ id, ...locationOf(label, places) })) }),
    ...(change === undefined ? {} : { fixes: [change] }),
  }
}

/** The message, the witness and the fix: all that a text on the terminal says beside its places. */
function wordsOf({ message, witness, fix }: AnyFinding): string {
  const parts = [message, witness && `for example: ${witness}`, fix && `fix: ${fix}`]
  return parts.filter((part) => part !== undefined).join('\n')
}

function locationOf({ span, text }: Label, places: Places) {
  return {
    physicalLocation: { artifactLocation: { uri: places.uri(span.file) }, region: regionOf(span, places) },
    message: { text },
  }
}

/** `endColumn` is that of the character after the last one (3.30.8). */
function regionOf(span: Span, { source }: Places) {
  const start = { startLine: span.line, startColumn: span.column }
  const text = source(span.file)
  if (text === undefined) return start
  const end = spanAt(text, span.offset + span.length, 0)
  return { ...start, endLine: end.line, endColumn: end.column }
}

function changeOf({ fix, message }: AnyFinding, edit: NonNullable<AnyFinding['edit']>, places: Places) {
  return {
    description: { text: fix ?? message },
    artifactChanges: [
      {
        artifactLocation: { uri: places.uri(edit.span.file) },
        replacements: [{ deletedRegion: regionOf(edit.span, places), insertedContent: { text: edit.text } }],
      },
    ],
  }
}

/**
 * What stays the same where lines are added above: the code, the file, the line's own words and what is said of them.
 * The second finding of one kind on such a line counts as the second.
 */
function fingerprintsOf(findings: readonly AnyFinding[], { source }: Places): readonly string[] {
  const seen = new Map<string, number>()
  return findings.map(({ code, message, labels: [{ span }] }) => {
    const line = lineText(source(span.file) ?? sourceOf('', ''), span.line).trim()
    const key = JSON.stringify([code, span.file, line, message])
    const count = (seen.get(key) ?? 0) + 1
    seen.set(key, count)
    return createHash('sha256').update(`${key}:${count}`).digest('hex')
  })
}
