/** An incident as its screens show it: the fold, the determination and the duties, in words. */
import type { DutyView, IncidentView, QueueRow, RoleView } from '@remit/contract/incident-view.ts'
import { type Moment, momentOf, wordToUnits } from '@remit/incident/determinations/moment.ts'
import { type Duty, dutiesOf } from '@remit/incident/duties/from-determinations.ts'
import { isInDanger } from '@remit/incident/events/fold.ts'
import type { Agency } from '@remit/language/checked/tree.ts'
import { lookAt } from '../incidents/looked-at.ts'
import type { NamedIncident } from '../incidents/read.ts'
import type { Opened } from '../incidents/write.ts'
import type { Remit } from '../remit.ts'
import { directionViews, doneViews } from './act-views.ts'
import { answerViews, headlineFrom } from './answer-views.ts'
import { beforeViews } from './before-views.ts'
import { listViews } from './list-views.ts'
import {
  type Context,
  custodyViews,
  dangerView,
  documentLine,
  factViews,
  ofView,
  pageView,
  requestView,
  requestViews,
} from './parts.ts'
import { questionFor } from './question-view.ts'
import { timelineOf } from './timeline.ts'
import { narrativeOf, radioOf } from './to-units.ts'

/** Everything that a desk, a field screen or the timeline shows of one incident. */
export function incidentView(remit: Remit, agency: Agency, named: NamedIncident): IncidentView {
  const opened = lookAt(remit, agency, named)
  const { incident, compiled, nowMs } = opened
  const context = contextOf(remit, agency, opened)
  const roles = roleViews(context, opened)
  const word = wordOf(opened)
  return {
    id: named.id,
    receipt: incident.request.receipt,
    agency: { id: agency.id, name: agency.name, demo: agency.demo, timeZone: agency.timeZone },
    version: incident.version,
    state: incident.closedAt === undefined ? 'open' : 'closed',
    clock: { nowMs, offsetMs: incident.clockOffsetMs },
    openedAt: incident.openedAt,
    request: requestView(context, incident),
    requests: requestViews(context, incident),
    persons: incident.persons,
    units: incident.units.map(context.position),
    page: pageView(context, incident),
    danger: dangerView(context, incident),
    book: {
      at: compiled.book.at,
      hash: compiled.book.hash,
      documents: compiled.book.documents.map(documentLine),
    },
    roles,
    facts: factViews(opened.determined, compiled.book),
    duties: dutyViews(context, opened),
    before: beforeViews(context, opened),
    lists: listViews(compiled.book, incident, opened.determined.answers),
    custody: custodyViews(incident),
    directions: directionViews(opened),
    acts: doneViews(context, incident),
    timeline: timelineOf(context, incident),
    toUnits: {
      ...(word === undefined ? {} : { word }),
      narrative: narrativeOf(context, opened, word),
      radio: radioOf(opened),
    },
  }
}

/** A row of the queue. */
export function queueRow(remit: Remit, agency: Agency, named: NamedIncident): QueueRow {
  const opened = lookAt(remit, agency, named)
  const { incident, nowMs } = opened
  const context = contextOf(remit, agency, opened)
  const word = incident.closedAt === undefined ? wordOf(opened) : undefined
  const [duty] = dutyViews(context, opened)
    .filter(({ state }) => state !== 'met')
    .sort((one, other) => one.dueAt - other.dueAt)
  return {
    id: named.id,
    receipt: incident.request.receipt,
    version: incident.version,
    state: incident.closedAt === undefined ? 'open' : 'closed',
    openedAt: incident.openedAt,
    ...(incident.closedAt === undefined ? {} : { closedAt: incident.closedAt }),
    clock: { nowMs, offsetMs: incident.clockOffsetMs },
    request: requestView(context, incident),
    units: incident.units.map(context.position),
    page: pageView(context, incident),
    danger: dangerView(context, incident),
    ...(word === undefined ? {} : { word }),
    ...(duty === undefined ? {} : { duty }),
  }
}

/** Danger first, then late, then the next deadline, then the newest; closed ones last. */
export function byUrgency(one: QueueRow, other: QueueRow): number {
  const rank = ({ state, danger, duty }: QueueRow) =>
    state === 'closed' ? 4 : danger.open ? 0 : duty?.state === 'late' ? 1 : duty === undefined ? 3 : 2
  return rank(one) - rank(other) || (one.duty?.dueAt ?? 0) - (other.duty?.dueAt ?? 0) || other.openedAt - one.openedAt
}

function contextOf(remit: Remit, agency: Agency, { compiled }: Opened): Context {
  const positions = remit.positions(agency.id)
  const acts = new Map(compiled.book.acts.map((act) => [act.id, act]))
  return {
    agency,
    book: compiled.book,
    acts,
    roleText: (role) => compiled.book.roles.find(({ id }) => id === role)?.text ?? role,
    position: (id) =>
      positions.find((position) => position.id === id) ?? { id, title: id === 'remit' ? 'Remit' : id, role: id },
  }
}

function roleViews(context: Context, opened: Opened): readonly RoleView[] {
  const { compiled, determined } = opened
  const { answers } = determined
  const staffed = compiled.book.roles.filter(
    ({ id }) => context.agency.roles.includes(id) && answers.some(({ role }) => role === id),
  )
  return staffed.map(({ id, text }) => {
    const moment = momentOf(compiled.book, opened.incident, answers, id)
    const question = isInDanger(opened.incident) ? undefined : questionFor(opened, id)
    return {
      role: id,
      text,
      ...(moment === undefined ? {} : { headline: headlineFrom(context, opened, moment) }),
      answers: answerViews(context, opened, { role: id, moment }),
      members: memberViews(context, opened, id, moment),
      ...(question === undefined ? {} : { question }),
    }
  })
}

/** Units that have done their part of what the role still has to do: their order is another. */
function memberViews(context: Context, opened: Opened, role: string, ofRole: Moment | undefined): RoleView['members'] {
  const { compiled, incident, determined } = opened
  const members = incident.members.get(role) ?? []
  if (members.length < 2) return []
  return members.flatMap((position) => {
    const moment = momentOf(compiled.book, incident, determined.answers, role, position)
    if (moment?.headline.answer === ofRole?.headline.answer && moment?.also.length === ofRole?.also.length) return []
    return [{ position, ...(moment === undefined ? {} : { headline: headlineFrom(context, opened, moment) }) }]
  })
}

function wordOf({ compiled, incident, determined }: Opened): string | undefined {
  return wordToUnits(momentOf(compiled.book, incident, determined.answers, 'officer'))
}

function dutyViews(context: Context, { compiled, incident, determined, nowMs }: Opened): readonly DutyView[] {
  return dutiesOf(compiled.book, incident, determined.answers, nowMs).map((duty) => dutyView(context, duty))
}

function dutyView({ roleText, agency }: Context, duty: Duty): DutyView {
  const { role, act, due, state, ifLate, isSetAside, statement, named, members } = duty
  return {
    ...ofView(named),
    role,
    act: act.id,
    text: act.text,
    dueAt: due,
    state: isSetAside && state === 'running' ? 'set-aside' : state,
    ...(ifLate === undefined ? {} : { ifLate: roleText(ifLate) }),
    ...(members === undefined ? {} : { members }),
    setting: agency.demo && statement.startsWith(`${agency.id}/`),
  }
}
