/** What the asking agency is told: its receipt, what the orders let it expect, how to call for help in danger. */
import type { RequestAnswer } from '@remit/contract/library-view.ts'
import { modalitiesOf } from '@remit/incident/determinations/modalities.ts'
import { lower } from '@remit/incident/determinations/sentences.ts'
import { isKindOf } from '@remit/incident/determinations/standing.ts'
import type { Act, Agency } from '@remit/language/checked/tree.ts'
import { type NamedIncident, readIncident } from '../incidents/read.ts'
import { valueFor } from '../incidents/translate.ts'
import { type Opened, openAt, openIncident } from '../incidents/write.ts'
import { refuse } from '../refusal.ts'
import type { Remit } from '../remit.ts'
import { timelineWords } from '../views/timeline.ts'

export type RequesterCommand = {
  readonly requester: string
  readonly purpose: string
  readonly beat: string
  readonly startsAt?: number
}

const DANGER =
  'These orders do not limit help to anyone in danger. If someone is in danger, call 911 or call on the radio now. This page does not promise that help arrives.'

/** The request of an agency that says itself who it is: asserted, and recorded as every other request. */
export async function receiveFromRequester(
  remit: Remit,
  agency: Agency,
  command: RequesterCommand,
): Promise<RequestAnswer> {
  if (command.startsAt !== undefined && !agency.demo) refuse('not-a-demo', 'Only a demo agency has a simulated clock.')
  const clockOffsetMs = command.startsAt === undefined ? 0 : command.startsAt - remit.nowMs()
  const { book } = remit.bookAt(agency.id, remit.nowMs() + clockOffsetMs)
  const values = {
    requester: valueFor('requester', command.requester, book),
    'request-purpose': valueFor('request-purpose', command.purpose, book),
  }
  const { incident } = await openIncident(remit, agency, 'asking-agency', (receipt) => [
    {
      kind: 'request-received',
      receipt,
      channel: 'api',
      requesterIs: 'asserted',
      beat: command.beat,
      values,
      clockOffsetMs,
    },
  ])
  return answerToRequester(remit, agency, incident)
}

/** What is known now, and what was done since. */
export async function answerToRequester(remit: Remit, agency: Agency, incident: string): Promise<RequestAnswer> {
  const named = await readIncident(remit, agency, incident)
  const opened = openAt(remit, agency, named.incident)
  return {
    receipt: named.incident.request.receipt,
    incident,
    receivedAt: named.incident.openedAt,
    agency: agency.name,
    expect: expectationsOf(opened),
    danger: DANGER,
    done: doneFor(named, opened),
  }
}

/** Most lines told: what was asked, and what follows next. */
const LINES_MAX = 6

function expectationsOf({ compiled, determined }: Opened): RequestAnswer['expect'] {
  const { book } = compiled
  const acts = new Map(book.acts.map((act) => [act.id, act]))
  const isAboutHelp = (act: Act) => isKindOf(act.id, 'assist-civil-enforcement', acts) || act.word !== undefined
  return determined.answers
    .filter(({ role, arises }) => role === 'officer' && arises !== 'no')
    .flatMap((answer) => {
      const act = acts.get(answer.act)
      const [modality, ...more] = modalitiesOf(answer)
      if (act === undefined || modality === undefined || more.length > 0 || !isAboutHelp(act)) return []
      const words = officersWords(modality, act)
      const [citation] = answer.citations
      const short = book.documents.find(({ id }) => id === citation?.document)?.short ?? ''
      return words === undefined
        ? []
        : [{ words, short, ...(citation?.cite === undefined ? {} : { cite: citation.cite }), act }]
    })
    .sort((one, other) => Number(other.act.arisesWhen !== undefined) - Number(one.act.arisesWhen !== undefined))
    .slice(0, LINES_MAX)
    .map(({ act, ...line }) => line)
}

function officersWords(modality: string, { text }: Act): string | undefined {
  const act = lower(text).replaceAll('your ', 'their ')
  switch (modality) {
    case 'MUST':
      return `Officers must ${act}.`
    case 'MUST NOT':
      return `Officers must not ${act}.`
    case 'MAY':
      return `Officers may ${act}.`
    case 'REFER':
      return `Officers ask first: ${act}.`
    default:
      return undefined
  }
}

/** Only what was directed or done, and that it was closed: nothing of where officers are or who they are. */
function doneFor({ incident }: NamedIncident, { compiled }: Opened): RequestAnswer['done'] {
  return incident.events
    .filter(({ body }) => body.kind === 'act-done' || body.kind === 'closed')
    .map(({ at, body }) => ({ at, words: timelineWords(body, compiled.book) }))
}
