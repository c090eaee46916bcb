/** What a field screen asks its page to do. An embedded screen that only shows passes none. */
export type FieldCallbacks = {
  readonly onAnswer: (input: string, value: boolean | string) => void
  readonly onReportDanger: () => void
  readonly onEndDanger: () => void
  readonly onAcceptDanger: (report: string) => void
  readonly onAcceptPage: (page: number) => void
  readonly onHappened: (event: string) => void
  readonly onDo: (act: string, reason?: string) => void
}

const nothing = () => undefined

export const SHOWS_ONLY: FieldCallbacks = {
  onAnswer: nothing,
  onReportDanger: nothing,
  onEndDanger: nothing,
  onAcceptDanger: nothing,
  onAcceptPage: nothing,
  onHappened: nothing,
  onDo: nothing,
}
