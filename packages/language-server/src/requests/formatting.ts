/** `textDocument/formatting`: lays the `remit` blocks out; what else stands in the document is left as it is. */
import { formatDocument } from '@remit/language/format/format-document.ts'
import type { DocumentFormattingParams, TextEdit } from 'vscode-languageserver'
import type { Workspace } from '../workspace.ts'

/** One edit for what differs between the first and the last changed character; none for a document well laid out. */
export function formatting(workspace: Workspace, { textDocument }: DocumentFormattingParams): TextEdit[] {
  const file = workspace.at(textDocument.uri)
  if (file === undefined || file.reading.kind !== 'order') return []
  const before = file.text.getText()
  const formatted = formatDocument(before)
  if (formatted.kind === 'refused' || formatted.text === before) return []
  const after = formatted.text
  const start = commonStart(before, after)
  const end = commonEnd(before, after, start)
  const range = { start: file.text.positionAt(start), end: file.text.positionAt(before.length - end) }
  return [{ range, newText: after.slice(start, after.length - end) }]
}

function commonStart(one: string, other: string): number {
  let length = 0
  while (length < one.length && one[length] === other[length]) length++
  // A carriage return and its line feed are one line end to the protocol: an edit does not begin between them.
  return one[length] === '\n' && one[length - 1] === '\r' ? length - 1 : length
}

function commonEnd(one: string, other: string, start: number): number {
  const most = Math.min(one.length, other.length) - start
  let length = 0
  while (length < most && one[one.length - 1 - length] === other[other.length - 1 - length]) length++
  return one[one.length - length] === '\n' && one[one.length - length - 1] === '\r' ? length - 1 : length
}
