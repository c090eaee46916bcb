import type { Command, OpenIncident } from '@remit/contract/commands.ts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { failureWords } from '../../api/answers.ts'
import { openIncident, readIncident, sendCommand } from '../../api/resources.ts'
import type { Drafted } from '../../screens/desk/drafted.ts'
import type { NoticeWords } from '../../words/refusals.ts'

type DangerCommand = Extract<Command, { kind: 'accept-danger' | 'end-danger' }>
/** A command about danger in any incident of the queue, selected or not. */
export type AboutDanger = DangerCommand extends infer One
  ? One extends DangerCommand
    ? Omit<One, 'as'> & { readonly incident: string }
    : never
  : never

export type DeskSending = {
  readonly record: (request: Drafted) => void
  readonly add: (incident: string, values: OpenIncident['values']) => void
  readonly aboutDanger: (command: AboutDanger) => void
  readonly refused: NoticeWords | undefined
}

type DeskSendingOptions = {
  readonly agency: string
  readonly as: string
  /** A demo's clock minus this device's, milliseconds: where a new request's clock starts. */
  readonly simulatedMs: number | undefined
  /** A new request, or one that was added to, becomes the selected one. */
  readonly onWritten: (incident: string) => void
}

/** What a desk sends that is not about the selected incident: new requests, additions, danger anywhere. */
export function useDeskSending({ agency, as, simulatedMs, onWritten }: DeskSendingOptions): DeskSending {
  const queries = useQueryClient()
  const readAgain = () => queries.invalidateQueries({ queryKey: ['incidents', agency] })
  // The queue is read before the selection moves, so that there is a row to select.
  const written = (incident: string) => readAgain().then(() => onWritten(incident))
  const record = useMutation({
    networkMode: 'always',
    mutationFn: (request: Drafted) =>
      openIncident(agency, {
        ...request,
        as,
        ...(simulatedMs === undefined ? {} : { startsAt: Date.now() + simulatedMs }),
      }),
    onSuccess: ({ incident }) => written(incident),
    onError: readAgain,
  })
  const add = useMutation({
    networkMode: 'always',
    mutationFn: (to: { readonly incident: string; readonly values: OpenIncident['values'] }) => addTo(agency, as, to),
    onSuccess: (_, { incident }) => written(incident),
    onError: readAgain,
  })
  const aboutDanger = useMutation({
    networkMode: 'always',
    mutationFn: ({ incident, ...command }: AboutDanger) => sendCommand(agency, incident, { ...command, as }),
    onSettled: readAgain,
  })
  const error = record.error ?? add.error ?? aboutDanger.error
  return {
    record: record.mutate,
    add: (incident, values) => add.mutate({ incident, values }),
    aboutDanger: aboutDanger.mutate,
    refused: error ? failureWords(error) : undefined,
  }
}

/** Reports what a command line adds to an open request, fact by fact; what is known already is not said again. */
async function addTo(
  agency: string,
  as: string,
  { incident, values }: { readonly incident: string; readonly values: OpenIncident['values'] },
): Promise<void> {
  const { facts, version } = await readIncident(agency, incident)
  let seen = version
  for (const [input, value] of Object.entries(values)) {
    if (facts.find((fact) => fact.input === input)?.value === value) continue
    seen = (await sendCommand(agency, incident, { kind: 'observe', as, version: seen, input, value })).version
  }
}
