/** Documents written as people write them, for the tests of this folder. */
import type { Finding } from '../text/finding.ts'
import { sourceOf, textOf } from '../text/source.ts'
import { parseDocument } from './from-text.ts'
import type { Declaration, ParsedDocument } from './tree.ts'

export const FRONT = `---
title: A document
short: document
issuer: The town
force: memo
in-force: from 2020-01-01
source: invented for a test
verified: primary
---
`

/** A document of one block. */
export function documentText(block: string): string {
  return `${FRONT}\n\`\`\`remit\n${block}\n\`\`\`\n`
}

/** Declarations of a block in which nothing may be found. */
export function declarationsOf(block: string): readonly Declaration[] {
  const { document, findings } = parseDocument('document', documentText(block))
  if (document === undefined || findings.length > 0) throw new Error(`${block}: ${JSON.stringify(findings)}`)
  return document.declarations
}

/** Findings as `code at what was written: message`, with the fix behind an arrow. */
export function found(text: string): readonly string[] {
  return shown(parseDocument('document', text).findings, text)
}

export function shown(findings: readonly Finding[], text: string): readonly string[] {
  const source = sourceOf('', text)
  return findings.map(({ code, message, labels: [{ span }], fix }) => {
    const at = textOf(source, span).split('\n')[0]
    return `${code} at ${at}: ${message}${fix === undefined ? '' : ` -> ${fix}`}`
  })
}

/** A tree without places and prose: what print keeps. */
export function withoutSpans(document: ParsedDocument): unknown {
  return strip({ ...document, text: '' })
}

function strip(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(strip)
  if (typeof value !== 'object' || value === null) return value
  const kept = Object.entries(value).filter(([key, inner]) => key !== 'span' && inner !== undefined)
  return Object.fromEntries(kept.map(([key, inner]) => [key, strip(inner)]))
}
