/** What a desk asks its page to do. A screen that only shows passes none. */
export type DeskCallbacks = {
  readonly onSelect: (incident: string) => void
  readonly onAcceptDanger: (incident: string, report: string) => void
  /** `seen`: the version of the incident that this screen showed. */
  readonly onEndDanger: (incident: string, report: string, seen: number) => void
  readonly onReportDanger: () => void
  readonly onAnswer: (input: string, value: boolean | string) => void
  readonly onDo: (act: string) => void
  readonly onAssign: (position: string) => void
  readonly onHappened: (event: string) => void
  readonly onClose: () => void
}

const nothing = () => undefined

export const SHOWS_ONLY: DeskCallbacks = {
  onSelect: nothing,
  onAcceptDanger: nothing,
  onEndDanger: nothing,
  onReportDanger: nothing,
  onAnswer: nothing,
  onDo: nothing,
  onAssign: nothing,
  onHappened: nothing,
  onClose: nothing,
}
