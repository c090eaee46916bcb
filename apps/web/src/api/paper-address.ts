/** Papers that the server sets: no pages of this program, so plain addresses. */
import { segmentOf } from './agency-segment.ts'

export type PaperForm = 'html' | 'pdf'

/** An agency's visor card; `at` is its local time, absent: now. */
export function cardAddress(agency: string, form: PaperForm, at?: string): string {
  return `/paper/${segmentOf(agency)}/card.${form}${at === undefined ? '' : `?at=${at}`}`
}

/** What changed for an agency's officers from one of its days or times to a later one. */
export function sheetAddress(agency: string, form: PaperForm, { since, at }: { since: string; at: string }): string {
  return `/paper/${segmentOf(agency)}/sheet.${form}?since=${since}&at=${at}`
}
