import type { Names } from '../../words/of.ts'
import type { EntryValues } from '../entry-values.ts'

/** What a field screen asks its page to do. An embedded screen that only shows passes none. */
export type FieldCallbacks = {
  readonly onAnswer: (input: string, value: boolean | string | number, of?: Names) => void
  readonly onEntry: (list: string, values: EntryValues, of: Names) => void
  readonly onNoOther: (list: string, of: Names) => void
  readonly onReportDanger: () => void
  readonly onEndDanger: () => void
  readonly onAcceptDanger: (report: string) => void
  readonly onAcceptPage: (page: number) => void
  readonly onHappened: (event: string) => void
  readonly onDo: (act: string, reason?: string, of?: Names) => void
}

const nothing = () => undefined

export const SHOWS_ONLY: FieldCallbacks = {
  onAnswer: nothing,
  onEntry: nothing,
  onNoOther: nothing,
  onReportDanger: nothing,
  onEndDanger: nothing,
  onAcceptDanger: nothing,
  onAcceptPage: nothing,
  onHappened: nothing,
  onDo: nothing,
}
