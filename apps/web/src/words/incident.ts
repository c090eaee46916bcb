/** What screens say of an incident, in the few words that a row or a phone has room for. */
import type { AnswerView, IncidentView, NumberedRequest, PageView, RequestView } from '@remit/contract/incident-view.ts'
import type { Result } from './modality.ts'
import { lowerFirst, upperFirst } from './sentences.ts'
import type { SupervisorState } from './supervisor.ts'
import { clock, clockSeconds, type Instant } from './times.ts'

const SHORT_REQUESTERS: Readonly<Record<string, string>> = {
  'ICE Enforcement and Removal': 'ICE-ERO',
  'Homeland Security Investigations': 'HSI',
  'Customs and Border Protection': 'CBP',
  'Transportation Security Administration': 'TSA',
  'Federal Protective Service': 'FPS',
  'Another federal agency': 'Federal agency',
  'A contractor of DHS': 'DHS contractor',
  'Nobody has asked': 'Nobody',
}

/** "ICE-ERO" for "ICE Enforcement and Removal". */
export function shortRequester(requester: string): string {
  return SHORT_REQUESTERS[requester] ?? requester
}

/** "Civil arrest" for "A civil immigration arrest". */
export function shortPurpose(purpose: string): string {
  return upperFirst(purpose.replace(/^An? /, '').replace(' immigration', ''))
}

/** Whether anyone has asked for anything: danger can be reported without a request. */
export function isRequest(request: RequestView): boolean {
  return request.requester !== 'Nobody has asked'
}

/** "R-000417", "Beat 0914", "ICE-ERO asked 21:38". */
export function contextParts(view: IncidentView): readonly string[] {
  const { receipt, request, openedAt, agency } = view
  const at = clock(openedAt, agency.timeZone)
  const asked = isRequest(request) ? `${shortRequester(request.requester)} asked ${at}` : `Opened at ${at}`
  return [receipt, `Beat ${request.beat}`, asked]
}

/** "Beat 0914: help asked for: civil arrest". */
export function incidentTitle({ request }: Pick<IncidentView, 'request'>): string {
  if (!isRequest(request)) return `Beat ${request.beat}: nobody has asked for help`
  if (request.purpose === 'Not stated' || request.purpose === 'not known')
    return `Beat ${request.beat}: help asked for, purpose not stated`
  return `Beat ${request.beat}: help asked for, ${lowerFirst(shortPurpose(request.purpose))}`
}

/** What an incident is about beside its first request and its first person, a sentence each; nothing where that is all. */
export function furtherWords({ requests, persons, agency }: IncidentView): readonly string[] {
  const counted = `${persons} persons are concerned. They have numbers here, and nothing else.`
  return [
    ...requests.slice(1).map((request) => furtherRequest(request, agency.timeZone)),
    ...(persons > 1 ? [counted] : []),
  ]
}

/** "Request 2, R-000002: CBP, asserted by phone at 21:44:02." */
function furtherRequest(request: NumberedRequest, timeZone: string): string {
  const who = request.requester === 'not known' ? 'requester not known' : shortRequester(request.requester)
  const at = clockSeconds(request.at, timeZone)
  return `Request ${request.request}, ${request.receipt}: ${who}, ${request.requesterIs} by ${request.channel} at ${at}.`
}

/** The supervisor's state in the words' own type; `none` before anyone was paged. */
export function supervisorState(page: PageView): SupervisorState | undefined {
  switch (page.state) {
    case 'none':
      return undefined
    case 'not-reached':
      return { kind: 'not-reached', tries: page.attempts }
    case 'paged':
    case 'accepted':
    case 'on-scene':
    case 'left':
      return { kind: page.state, at: page.at }
  }
}

/** "Sergeant 910 accepted 21:41", "Sergeant 910 not reached, tried 3 times". */
export function pageWords(page: PageView, timeZone: string): string {
  if (page.state === 'none') return 'No supervisor paged'
  const { title } = page.position
  const at = clock(page.at, timeZone)
  switch (page.state) {
    case 'paged':
      return `${title} paged ${at}`
    case 'accepted':
      return `${title} accepted ${at}`
    case 'not-reached':
      return `${title} not reached, tried ${page.attempts} ${page.attempts === 1 ? 'time' : 'times'}`
    case 'on-scene':
      return `${title} on scene ${at}`
    case 'left':
      return `${title} left ${at}`
  }
}

/** What the badge says of an answer. */
export function resultOf(answer: Pick<AnswerView, 'settled' | 'modalities'>): Result {
  const [modality] = answer.modalities
  return answer.settled && modality ? modality : 'OPEN'
}

/** Whom to ask (REFER), or which fact is missing (OPEN). */
export function askOf(answer: AnswerView): string | undefined {
  const result = resultOf(answer)
  if (result === 'REFER' && answer.ask.length > 0) return `ask the ${answer.ask.map(lowerFirst).join(' or the ')}`
  if (result === 'OPEN' && answer.matters.length > 0) return answer.matters.join(', ')
  return undefined
}

/** "DHS memo", "TRUST Act": the document that decides; its paragraph stands in "Why". */
export function citationOf(answer: AnswerView): string | undefined {
  return (answer.why.find(({ part }) => part === 'decides') ?? answer.why[0])?.document.short
}

/** How long a change is news to its readers, milliseconds. */
const NEWS_MS = 30_000

/** "21:52" while a change is news; nothing about what stood from the beginning. */
export function newsOf(changedAt: Instant | undefined, openedAt: Instant, now: Instant, timeZone: string) {
  if (changedAt === undefined || changedAt - openedAt < 2000 || now - changedAt > NEWS_MS) return undefined
  return clock(changedAt, timeZone)
}
