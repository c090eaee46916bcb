/** Findings of a slower stage stay where they were while somebody types, until the stage has run again. */
import type { Diagnostic, Position, Range, TextDocumentContentChangeEvent } from 'vscode-languageserver'

/** The diagnostics as they lie after a change; those whose text was changed are gone, and none offers a fix meanwhile. */
export function carried(
  diagnostics: readonly Diagnostic[],
  changes: readonly TextDocumentContentChangeEvent[],
): readonly Diagnostic[] {
  return changes.reduce<readonly Diagnostic[]>((all, change) => {
    if (!('range' in change)) return []
    return all.flatMap(({ data: _, ...diagnostic }) => {
      const range = moved(diagnostic.range, change.range, change.text)
      return range === undefined ? [] : [{ ...diagnostic, range }]
    })
  }, diagnostics)
}

function moved(range: Range, changed: Range, text: string): Range | undefined {
  if (!isAfter(range.end, changed.start)) return range
  if (isAfter(changed.end, range.start)) return undefined
  return { start: movedPosition(range.start, changed, text), end: movedPosition(range.end, changed, text) }
}

function movedPosition({ line, character }: Position, { start, end }: Range, text: string): Position {
  const lines = text.split('\n')
  const last = lines.at(-1) ?? ''
  const moved = line - end.line + start.line + lines.length - 1
  if (line > end.line) return { line: moved, character }
  const before = lines.length === 1 ? start.character : 0
  return { line: moved, character: character - end.character + before + last.length }
}

function isAfter(one: Position, other: Position): boolean {
  return one.line > other.line || (one.line === other.line && one.character > other.character)
}
