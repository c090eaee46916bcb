import type { Edit, Finding, FindingCode, Label } from '../text/finding.ts'
import type { Span } from '../text/span.ts'

/** What a finding says beside its message: why at its own place, other places that matter, and what to write. */
export type Reason = {
  readonly label: string
  readonly also?: readonly Label[]
  readonly fix?: string | undefined
  /** The fix as an editor makes it. */
  readonly edit?: Edit | undefined
}

/** A finding at `span`, labelled with why. */
export function findingAt(span: Span, code: FindingCode, message: string, reason: Reason): Finding {
  const labels: [Label, ...Label[]] = [{ span, text: reason.label }, ...(reason.also ?? [])]
  const { fix, edit } = reason
  return { code, message, labels, ...(fix === undefined ? {} : { fix }), ...(edit === undefined ? {} : { edit }) }
}

/**
 * Findings in order of file and place, each once: the same fault is often seen from many books. That a document rests on
 * recalled law is told as an error (E231) or as a warning (W104), not as both.
 */
export function inOrder(findings: readonly Finding[]): readonly Finding[] {
  const seen = new Map<string, Finding>()
  for (const finding of withoutWeaker(findings)) {
    const { file, offset } = finding.labels[0].span
    const key = JSON.stringify([file, offset, finding.code, finding.message])
    if (!seen.has(key)) seen.set(key, finding)
  }
  return [...seen.values()].sort(byPlace)
}

function withoutWeaker(findings: readonly Finding[]): readonly Finding[] {
  const files = new Set(findings.flatMap(({ code, labels: [{ span }] }) => (code === 'E231' ? [span.file] : [])))
  if (files.size === 0) return findings
  return findings.filter(({ code, labels: [{ span }] }) => code !== 'W104' || !files.has(span.file))
}

function byPlace(a: Finding, b: Finding): number {
  const [left, right] = [a.labels[0].span, b.labels[0].span]
  return (
    compareText(left.file, right.file) ||
    left.offset - right.offset ||
    compareText(a.code, b.code) ||
    compareText(a.message, b.message)
  )
}

/** Order of code units: the same on every machine, whatever its language. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** The texts in order of code units, each once. */
export function sortedOnce(texts: readonly string[]): readonly string[] {
  return texts.length < 2 ? texts : [...new Set(texts)].sort(compareText)
}
