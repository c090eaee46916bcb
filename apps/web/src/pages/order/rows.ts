import type { DocumentView } from '@remit/contract/library-view.ts'

export type Row = { readonly id: string; readonly prose: string; readonly code: readonly string[] }

/** Prose with the blocks that follow it, so that both share a top edge. A block before any prose has a row without. */
export function rowsOf(segments: DocumentView['segments']): readonly Row[] {
  const rows: { id: string; prose: string; code: string[] }[] = []
  for (const [place, { kind, text }] of segments.entries()) {
    const last = rows.at(-1)
    if (kind === 'prose') rows.push({ id: String(place), prose: text, code: [] })
    else if (last) last.code.push(text)
    else rows.push({ id: String(place), prose: '', code: [text] })
  }
  return rows
}
