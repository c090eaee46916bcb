/** Carries a step of a case out, command by command, through whatever sends commands: this page's requests, or a test's. */
import type { Command, OpenIncident, Written } from '@remit/contract/commands.ts'
import type { IncidentView } from '@remit/contract/incident-view.ts'
import type { IssuanceSaid, Run, Said, Step } from './case.ts'

/** The part of the server that a case uses. */
export type Carrier = {
  readonly open: (agency: string, request: OpenIncident) => Promise<Written>
  readonly send: (agency: string, incident: string, command: Command) => Promise<Written>
  readonly read: (agency: string, incident: string) => Promise<IncidentView>
  readonly issue: (agency: string, said: IssuanceSaid) => Promise<unknown>
  readonly newReport: () => string
  /** Real time, milliseconds since 1970 UTC. */
  readonly realNow: () => number
}

/** Opens the run's incident and does what its first step says. Answers with the incident's id. */
export async function startRun(carrier: Carrier, agency: string, run: Run): Promise<string> {
  for (const said of run.before ?? []) await carrier.issue(agency, said)
  const { incident } = await carrier.open(agency, { ...run.request, startsAt: run.startsAt })
  await takeStep(carrier, { agency, incident, run, step: run.steps[0] })
  return incident
}

type Taking = { readonly agency: string; readonly incident: string; readonly run: Run; readonly step: Step }

/** Lets the step's time pass, then says each of its commands. Throws what the server refuses. */
export async function takeStep(carrier: Carrier, { agency, incident, run, step }: Taking): Promise<void> {
  let { version } = await carrier.read(agency, incident)
  const send = async (command: Command) => {
    version = (await carrier.send(agency, incident, command)).version
  }
  if (step.after !== undefined) await send({ kind: 'pass-time', as: run.request.as, version, ms: step.after })
  for (const said of step.does) {
    if (isPlain(said)) await send({ ...said, version })
    else for (const command of commandsFor(said, await carrier.read(agency, incident), carrier)) await send(command)
  }
}

/** What needs to know nothing of the incident but its version. */
type Plain = Extract<Said, { kind: 'observe' | 'happen' | 'do' | 'close' }>

function isPlain(said: Said): said is Plain {
  return said.kind === 'observe' || said.kind === 'happen' || said.kind === 'do' || said.kind === 'close'
}

/** What a script says of pages and danger, as commands about the incident as it stands. */
function commandsFor(
  said: Exclude<Said, Plain>,
  view: IncidentView,
  { newReport, realNow }: Pick<Carrier, 'newReport' | 'realNow'>,
): readonly Command[] {
  const open = view.danger.reports.filter(({ endedAt }) => endedAt === undefined)
  switch (said.kind) {
    case 'accept-page': {
      const { page } = view
      const isTheirs = page.state === 'paged' && page.position.id === said.as
      return isTheirs ? [{ kind: 'accept-page', as: said.as, page: page.page }] : []
    }
    case 'report-danger':
      return [{ kind: 'report-danger', as: said.as, report: newReport(), reportedAt: realNow() }]
    case 'accept-danger':
      return open
        .filter(({ accepted }) => accepted === undefined)
        .map(({ report }) => ({ kind: 'accept-danger', as: said.as, report }))
    case 'end-danger':
      return open
        .filter(({ by }) => by.id === said.as)
        .map(({ report, seq }) => ({ kind: 'end-danger', as: said.as, report, seen: seq }))
  }
}
