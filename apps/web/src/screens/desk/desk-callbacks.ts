import type { Names } from '../../words/of.ts'
import type { EntryValues } from '../entry-values.ts'

/** What a desk asks its page to do. A screen that only shows passes none. */
export type DeskCallbacks = {
  readonly onSelect: (incident: string) => void
  readonly onAcceptDanger: (incident: string, report: string) => void
  /** `seen`: the version of the incident that this screen showed. */
  readonly onEndDanger: (incident: string, report: string, seen: number) => void
  readonly onReportDanger: () => void
  readonly onAnswer: (input: string, value: boolean | string | number, of?: Names) => void
  readonly onEntry: (list: string, values: EntryValues, of: Names) => void
  readonly onNoOther: (list: string, of: Names) => void
  readonly onDo: (act: string, of?: Names) => void
  readonly onAssign: (position: string) => void
  readonly onHappened: (event: string, of?: Names) => void
  readonly onAddPerson: () => void
  /** `requester` where the orders ask who makes each request. */
  readonly onAddRequest: (requester?: string) => void
  readonly onClose: () => void
}

const nothing = () => undefined

export const SHOWS_ONLY: DeskCallbacks = {
  onSelect: nothing,
  onAcceptDanger: nothing,
  onEndDanger: nothing,
  onReportDanger: nothing,
  onAnswer: nothing,
  onEntry: nothing,
  onNoOther: nothing,
  onDo: nothing,
  onAssign: nothing,
  onHappened: nothing,
  onAddPerson: nothing,
  onAddRequest: nothing,
  onClose: nothing,
}
