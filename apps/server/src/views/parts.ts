/** Parts of an incident's view: who asks, who is paged, who is in danger, what is known. */
import type {
  DangerReportView,
  DangerView,
  DocumentLine,
  FactView,
  PageView,
  RequestView,
} from '@remit/contract/incident-view.ts'
import type { Position } from '@remit/contract/shapes.ts'
import { isOnScene } from '@remit/incident/duties/paging.ts'
import { ARRIVED, LEFT } from '@remit/incident/duties/words.ts'
import type { DangerReport, Incident } from '@remit/incident/events/fold.ts'
import { isInDanger } from '@remit/incident/events/fold.ts'
import type {
  Act,
  Agency,
  Book,
  DocumentHeader,
  Input,
  Situation,
  SituationValue,
} from '@remit/language/checked/tree.ts'

export type Context = {
  readonly agency: Agency
  readonly book: Book
  readonly acts: ReadonlyMap<string, Act>
  readonly roleText: (role: string) => string
  readonly position: (id: string) => Position
}

export function documentLine({ id, short, force, verified }: DocumentHeader): DocumentLine {
  return { id, short, force, verified }
}

export function requestView({ book }: Context, { request }: Incident): RequestView {
  const textOf = (input: string) => valueText(book, input, request.values[input] ?? 'unknown')
  const paper = request.values.warrant
  return {
    channel: request.channel,
    beat: request.beat,
    ...(request.cadEvent === undefined ? {} : { cadEvent: request.cadEvent }),
    requester: textOf('requester'),
    requesterIs: request.requesterIs,
    purpose: textOf('request-purpose'),
    ...(paper === undefined || paper === 'none' ? {} : { paper: textOf('warrant') }),
  }
}

export function pageView({ position }: Context, incident: Incident): PageView {
  const page = incident.pages.findLast(({ state }) => state === 'accepted') ?? incident.pages.at(-1)
  const arrival = incident.events.findLast(
    ({ body }) => body.kind === 'happened' && (body.event === ARRIVED || body.event === LEFT),
  )
  if (arrival !== undefined) {
    const state = isOnScene(incident) ? 'on-scene' : 'left'
    return {
      state,
      position: position(arrival.by),
      page: page?.page ?? 0,
      at: arrival.at,
      attempts: incident.pages.length,
    }
  }
  if (page === undefined) return { state: 'none' }
  return {
    state: page.state,
    position: position(page.position),
    page: page.page,
    at: page.stateAt,
    ...(page.state === 'paged' ? { answerBy: page.answerBy } : {}),
    attempts: incident.pages.length,
  }
}

export function dangerView(context: Context, incident: Incident): DangerView {
  return { open: isInDanger(incident), reports: incident.dangers.map((danger) => reportView(context, danger)) }
}

function reportView({ position }: Context, danger: DangerReport): DangerReportView {
  const { report, seq, by, reportedAt, receivedAt, isLate, shown, accepted, endedAt } = danger
  return {
    report,
    seq,
    by: position(by),
    reportedAt,
    receivedAt,
    isLate,
    shown: shown.map((shown) => ({ position: position(shown.position), at: shown.at })),
    ...(accepted === undefined ? {} : { accepted: { position: position(accepted.position), at: accepted.at } }),
    ...(endedAt === undefined ? {} : { endedAt }),
  }
}

/** What is known of each fact that a person can be asked about. */
export function factViews(situation: Situation, book: Book): readonly FactView[] {
  return book.inputs
    .filter(({ ask }) => ask !== undefined)
    .map((input) => {
      const reported = situation.get(input.id)
      const first = input.kind === 'clock' ? undefined : input.first
      const value = reported ?? first ?? 'unknown'
      const how = value === 'unknown' ? 'unknown' : reported === undefined ? 'presumed' : 'reported'
      return { input: input.id, text: textOfInput(input), value, valueText: valueText(book, input.id, value), how }
    })
}

export function textOfInput(input: Input): string {
  if (input.kind !== 'yes-no') return input.id.replaceAll('-', ' ')
  return input.of.kind === 'member' ? input.of.value.text : input.id.replaceAll('-', ' ')
}

/** A value in words: "ICE Enforcement and Removal", "yes", "not known". */
export function valueText(book: Book, id: string, value: SituationValue): string {
  if (value === 'unknown') return 'not known'
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  const input = book.inputs.find((input) => input.id === id)
  if (input?.kind === 'one-of') return input.values.find((known) => known.id === value)?.text ?? String(value)
  return String(value)
}

/** The custody clock: from `custody-began` to `person-released`, or still running. */
export function custodyView({ events }: Incident): {
  readonly custody?: { readonly since: number; readonly until?: number }
} {
  const lastOf = (event: string) => events.findLast(({ body }) => body.kind === 'happened' && body.event === event)?.at
  const [since, until] = [lastOf('custody-began'), lastOf('person-released')]
  if (since === undefined) return {}
  return { custody: { since, ...(until === undefined || until < since ? {} : { until }) } }
}
