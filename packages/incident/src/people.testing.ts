/** For tests: an invented agency whose orders differ by request and by person, and bind members of a role. */
import { createHash } from 'node:crypto'
import { type Compiled, compile } from '@remit/engine/diagram/from-checked.ts'
import { bookOf } from '@remit/language/checked/library.ts'
import type { Agency } from '@remit/language/checked/tree.ts'
import { parseAgency, parseDocument } from '@remit/language/parsed/from-text.ts'
import { assert } from './assert.ts'
import { determine } from './determinations/from-facts.ts'
import { brokenBy } from './duties/before.ts'
import { consequencesOf } from './duties/consequences.ts'
import type { EventBody, IncidentEvent } from './events/event.ts'
import { foldIncident, type Incident } from './events/fold.ts'
import { namesOf } from './subjects/subject.ts'
import { NIGHT } from './testing.ts'

const AGENCY = `---
name: Invented department
kind: municipal police
state: IL
time-zone: America/Chicago
runs: yes
demo: yes
roles: officer, supervisor, dispatcher, jailer
chain: supervisor
refer-to: supervisor
silent: "These orders say nothing."
---
`

const frontMatter = (short: string, force: string) => `---
title: ${short}
short: ${short}
issuer: Invented department
force: ${force}
in-force: from 2019-01-01
source: invented for tests
verified: assumed
---
`

const VOCABULARY = `${frontMatter('Words', 'vocabulary')}
\`\`\`remit
role officer "Officer"
role supervisor "Supervisor"
role dispatcher "Dispatcher"
role jailer "Jailer"

event request-received
event danger-reported
event danger-ended
event custody-began "The person is taken into custody"

fact requester is one of ice "ICE", police "Another police department", nobody "Nobody"
  about the request
  ask "Who is asking?"
fact someone is in-danger
  at first no
  ask "Is anyone in danger right now?"
  always offered
  yes while a danger-reported has no danger-ended of its own
fact person is held
  about the person
  at first no
  ask "Is the person held?"
  yes when custody-began
fact night-check is due
  about the person
  at first no
  yes at 23:30 of the day of custody-began
fact training is certified
  about the actor
  ask "Are you certified?"
list conviction "Conviction", about the person
  class "Class" one of listed "Listed", other "Another"
  years-ago "Years ago" number of years

act protect-life "Protect life now" word PROTECT urgent
act wait-here "Wait here" word WAIT withdraws
act decline "Decline the request"
act give-notice "Give the person notice" order "Give the notice"
act check-person "Check on the person"
act hand-over "Hand the person over" arises when person is held
act sign-form "Sign the form"
act search-car "Search the car"
\`\`\`
`

const ORDERS = `${frontMatter('Orders', 'department order')}
\`\`\`remit
norm help-in-danger
  when someone is in-danger
  officer, supervisor, dispatcher must protect-life
  cite "1"
norm refuse-ice
  when requester is ice
  dispatcher must decline within 10 minutes of request-received; if late, tell supervisor
  officer must wait-here
  cite "2"
norm notice
  when person is held
  jailer must give-notice before hand-over; if late, tell supervisor
  cite "3"
  if broken "The hand-over is void"
norm no-hand-over
  when person is held
   and some conviction has class listed and years-ago at most 15
  jailer must not hand-over
  cite "4"
norm night
  when night-check is due
  jailer must check-person
  cite "5"
norm forms
  when person is held
  officer must sign-form
  one supervisor must sign-form
  cite "6"
norm search
  when training is certified
   and person is held
  officer may search-car
  cite "7"
\`\`\`
`

export function peopleBook(): { readonly compiled: Compiled; readonly agency: Agency } {
  const parsed = [parseDocument('us/il/invented/words', VOCABULARY), parseDocument('us/il/invented/orders', ORDERS)]
  const agency = parseAgency('us/il/invented', AGENCY)
  const findings = [...parsed, agency].flatMap((one) => one.findings)
  assert(findings.length === 0, `the book for tests is read without findings: ${JSON.stringify(findings)}`)
  const hashOf = (text: string) => createHash('sha256').update(text).digest('hex')
  const library = {
    documents: parsed.flatMap(({ document }) => document ?? []),
    agencies: agency.agency === undefined ? [] : [agency.agency],
  }
  const checked = bookOf(library, 'us/il/invented', NIGHT, hashOf)
  assert(checked.book !== undefined, `the book for tests has errors: ${JSON.stringify(checked.findings)}`)
  const compilation = compile(checked.book)
  assert(compilation.kind === 'compiled', 'the book for tests is too large')
  return { compiled: compilation.compiled, agency: checked.book.agency }
}

export const ICE_ASKS: EventBody = {
  kind: 'request-received',
  receipt: 'R-000001',
  channel: 'radio',
  requesterIs: 'asserted',
  beat: '0733',
  values: { requester: 'ice' },
  clockOffsetMs: 0,
}

/** Something that happens, the way the server writes it: by whom, and how long after what happened before. */
export type Told = { readonly body: EventBody; readonly by?: string; readonly afterMs?: number }

/** The incident as a server keeps it: after each event stands all that follows from it, and time is looked at in the end. */
export function told(
  { compiled, agency }: ReturnType<typeof peopleBook>,
  all: readonly Told[],
  endMs?: number,
): Incident {
  let events: readonly IncidentEvent[] = []
  let at = NIGHT
  const append = (body: EventBody, by: string) => {
    events = [...events, { seq: events.length + 1, at, by, body }]
  }
  const follow = () => {
    for (let round = 0; round < 20; round++) {
      const incident = foldIncident(events)
      const by = { agency, positions: POSITIONS, nowMs: at }
      const bodies = consequencesOf(compiled, incident, determine(compiled, incident, at), by)
      if (bodies.length === 0) return
      for (const body of bodies) append(body, 'remit')
    }
    assert(false, 'consequences end')
  }
  for (const { body, by = 'dispatcher-7', afterMs = 1000 } of [{ body: ICE_ASKS, afterMs: 0 }, ...all]) {
    at += afterMs
    const before = events.length === 0 ? undefined : foldIncident(events)
    const broken =
      before !== undefined && body.kind === 'act-done'
        ? brokenBy(compiled.book, before, determine(compiled, before, at).answers, {
            role: body.role,
            act: body.act,
            by,
            named: namesOf(body),
          })
        : []
    append(body, by)
    for (const breach of broken) append(breach, by)
    follow()
  }
  if (endMs !== undefined) {
    at = endMs
    follow()
  }
  return foldIncident(events)
}

const POSITIONS = [
  { id: 'sergeant-730', role: 'supervisor', chain: 'supervisor' },
  { id: 'officer-0733', role: 'officer' },
  { id: 'officer-0734', role: 'officer' },
]
