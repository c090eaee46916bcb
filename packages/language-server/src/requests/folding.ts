/** `textDocument/foldingRange`: front matter, `remit` blocks, and the declarations in them. */
import { bodyStart, segments } from '@remit/language/parsed/blocks.ts'
import { type FoldingRange, FoldingRangeKind, type FoldingRangeParams } from 'vscode-languageserver'
import type { OrderFile } from '../documents/order-file.ts'
import type { Workspace } from '../workspace.ts'

export function foldingRanges(workspace: Workspace, { textDocument }: FoldingRangeParams): FoldingRange[] {
  const file = workspace.at(textDocument.uri)
  if (file === undefined) return []
  return [...frontMatter(file), ...blocks(file), ...declarations(file)].filter(
    ({ startLine, endLine }) => startLine < endLine,
  )
}

function frontMatter({ text }: OrderFile): FoldingRange[] {
  const body = bodyStart(text.getText())
  if (body === 0) return []
  return [{ startLine: 0, endLine: text.positionAt(body - 1).line, kind: FoldingRangeKind.Imports }]
}

function blocks({ text }: OrderFile): FoldingRange[] {
  return segments(text.getText()).flatMap((segment) => {
    if (segment.kind !== 'remit') return []
    const { offset, length } = segment.span
    const first = text.positionAt(offset).line
    return [{ startLine: Math.max(0, first - 1), endLine: text.positionAt(offset + length).line }]
  })
}

function declarations({ text, reading }: OrderFile): FoldingRange[] {
  if (reading.kind !== 'order' || reading.isEarlier) return []
  return (reading.document?.declarations ?? []).map(({ span }) => ({
    startLine: text.positionAt(span.offset).line,
    endLine: text.positionAt(span.offset + span.length).line,
  }))
}
