/** Parts of an incident's view: who asks, who is paged, who is in danger, what is known. */
import type {
  CustodyView,
  DangerReportView,
  DangerView,
  DocumentLine,
  FactView,
  NumberedRequest,
  Of,
  PageView,
  RequestView,
} from '@remit/contract/incident-view.ts'
import type { Position } from '@remit/contract/shapes.ts'
import { caseOf } from '@remit/incident/determinations/cases.ts'
import type { Determined } from '@remit/incident/determinations/from-facts.ts'
import { isOnScene } from '@remit/incident/duties/paging.ts'
import { ARRIVED, LEFT } from '@remit/incident/duties/words.ts'
import type { DangerReport, Incident, IncidentRequest } from '@remit/incident/events/fold.ts'
import { isInDanger } from '@remit/incident/events/fold.ts'
import { groupsBy, type Named, namesOf, wordsOfNames } from '@remit/incident/subjects/subject.ts'
import type { Act, Agency, Book, DocumentHeader, Input, SituationValue } from '@remit/language/checked/tree.ts'

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

/** Of a further request the place is that of the first: an incident is at one place. */
export function requestView({ book }: Context, { request: first }: Incident, request: AnyRequest = first): RequestView {
  const textOf = (input: string) => valueText(book, input, request.values[input] ?? 'unknown')
  const paper = request.values.warrant
  return {
    channel: request.channel,
    beat: first.beat,
    ...(request.cadEvent === undefined ? {} : { cadEvent: request.cadEvent }),
    requester: textOf('requester'),
    requesterIs: request.requesterIs,
    purpose: textOf('request-purpose'),
    ...(paper === undefined || paper === 'none' ? {} : { paper: textOf('warrant') }),
  }
}

type AnyRequest = IncidentRequest['body']

export function requestViews(context: Context, incident: Incident): readonly NumberedRequest[] {
  return incident.requests.map(({ request, at, body }) => ({
    request,
    receipt: body.receipt,
    at,
    ...requestView(context, incident, body),
  }))
}

/** What is named, with its words: "Person 2". Nothing where nothing is. */
export function ofView(named: Named): Of {
  const of = wordsOfNames(named)
  return of === undefined ? {} : { ...namesOf(named), of }
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

/** What is known of each fact that a person can be asked about, by request or person where they differ. */
export function factViews({ cases }: Pick<Determined, 'cases'>, book: Book): readonly FactView[] {
  const subjects = cases.flatMap(({ of }) => of)
  return book.inputs
    .filter(({ ask }) => ask !== undefined)
    .flatMap((input) => {
      const first = input.kind === 'clock' ? undefined : input.first
      return groupsBy(subjects, (subject) => String(caseOf(cases, subject).situation.get(input.id))).map(
        ({ named, subject }): FactView => {
          const reported = caseOf(cases, subject).situation.get(input.id)
          const value = reported ?? first ?? 'unknown'
          const how = value === 'unknown' ? 'unknown' : reported === undefined ? 'presumed' : 'reported'
          const valueWords = valueText(book, input.id, value)
          return { input: input.id, text: textOfInput(input), value, valueText: valueWords, how, ...ofView(named) }
        },
      )
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

/** The custody clock of each person who was held: from `custody-began` to `person-released`, or still running. */
export function custodyViews(incident: Incident): readonly CustodyView[] {
  return Array.from({ length: incident.persons }, (_, index) => index + 1).flatMap((person) => {
    const custody = custodyOf(incident, person)
    return custody === undefined ? [] : [{ ...(incident.persons === 1 ? {} : ofView({ person })), ...custody }]
  })
}

/** The custody clock of one person; what names nobody happened to each. */
export function custodyOf({ events }: Incident, person: number): CustodyView | undefined {
  const lastOf = (event: string) =>
    events.findLast(
      ({ body }) => body.kind === 'happened' && body.event === event && (body.person ?? person) === person,
    )?.at
  const [since, until] = [lastOf('custody-began'), lastOf('person-released')]
  if (since === undefined) return undefined
  return { since, ...(until === undefined || until < since ? {} : { until }) }
}
