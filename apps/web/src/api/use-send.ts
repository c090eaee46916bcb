import type { Command, Written } from '@remit/contract/commands.ts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { NoticeWords } from '../words/refusals.ts'
import { failureWords, Refused } from './answers.ts'
import { sendCommand } from './resources.ts'

/** A command without who sends it: the page knows. */
export type Said = Command extends infer One ? (One extends Command ? Omit<One, 'as'> : never) : never

export type Sending = {
  readonly send: (command: Said) => void
  /** The same, for who goes on after the answer; rejects with `Refused` or `NotReached`. */
  readonly sendNow: (command: Said) => Promise<Written>
  readonly isSending: boolean
  /** What is so and what to do, after a refusal; gone with the next answer. */
  readonly refused: NoticeWords | undefined
  readonly refusal: Refused | undefined
  readonly clear: () => void
}

/**
 * Sends commands about one incident for one position. Whatever the answer, the incident is read again: a refusal for a
 * stale version means that this screen is behind. Commands about danger that must arrive go through `danger-queue.ts`.
 */
export function useSend(agency: string, incident: string | undefined, as: string): Sending {
  const queries = useQueryClient()
  const mutation = useMutation({
    networkMode: 'always',
    mutationFn: (command: Said) => {
      if (incident === undefined) throw new Error('bug: a command without an incident')
      // `Said` is `Command` without `as`, member by member; with it the union is whole again.
      return sendCommand(agency, incident, { ...command, as } as Command)
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ['incidents', agency] }),
  })
  const { error } = mutation
  return {
    send: (command) => mutation.mutate(command),
    sendNow: mutation.mutateAsync,
    isSending: mutation.isPending,
    refused: error ? failureWords(error) : undefined,
    refusal: error instanceof Refused ? error : undefined,
    clear: mutation.reset,
  }
}
