/** A situation in words: for a sentence, and as the `given` of a scenario. */
import type { Book, Happening, Input, InputId, Situation, SituationValue } from '@remit/language/checked/tree.ts'
import { NOT_STARTED, UNKNOWN } from '@remit/language/checked/tree.ts'

export const MINUTE_MS = 60_000
const HOUR_MINUTES = 60
const DAY_MINUTES = 24 * HOUR_MINUTES

/** The situation in a sentence's words: `requester is ice ero, supervisor is not on scene`. */
export function situationInWords(book: Book, situation: Situation): string {
  const lines = saidOf(book, situation).map(({ words }) => words)
  return lines.length === 0 ? 'nothing has been reported' : lines.join(', ')
}

/** One thing that is so, in the words of a sentence, in those of a scenario, and as what a scenario's words mean. */
export type Said = {
  readonly words: string
  /** Absent where the language has no words for the value in a scenario. */
  readonly given?: string
  /** Absent: it is so as long as nothing happens. */
  readonly happening?: Happening
}

/** What is to be said so that a situation is as it is, in its order; events before values, which they may change. */
export function saidOf(book: Book, situation: Situation): Said[] {
  const inputs = inputsOf(book)
  const said = [...situation].flatMap(([id, value]) => {
    const input = inputs.get(id)
    return input === undefined ? [] : saidOfInput(input, value)
  })
  const isEvent = ({ happening }: Said) => happening?.kind === 'event'
  return [...said.filter(isEvent), ...said.filter((one) => !isEvent(one))]
}

const found = new WeakMap<readonly Input[], ReadonlyMap<InputId, Input>>()

/** By id: found once for a list, which nothing changes, because many a situation is told of one book. */
function inputsOf({ inputs }: Book): ReadonlyMap<InputId, Input> {
  const byId = found.get(inputs) ?? new Map(inputs.map((input) => [input.id, input]))
  found.set(inputs, byId)
  return byId
}

function saidOfInput(input: Input, value: SituationValue): Said[] {
  const happening: Happening = { kind: 'value', input: input.id, value }
  const plain = (words: string): Said[] => [{ words, given: words, happening }]
  if (value === UNKNOWN) return plain(`${input.id} is unknown`)
  switch (input.kind) {
    case 'yes-no':
      if (input.of.kind === 'done') return [saidOfDone(input, input.of, value === true)]
      return plain(value === true ? input.id : denied(input.id, input.of.kind))
    case 'one-of':
      return plain(`${input.id} is ${value}`)
    case 'number': {
      const words = `${input.id} is ${value} ${input.unit}`
      return Number.isInteger(value) ? plain(words) : [{ words, happening }]
    }
    case 'clock':
      return value === NOT_STARTED || typeof value !== 'number' ? [] : [saidOfClock(input, value)]
  }
}

function saidOfDone(
  input: Input,
  { role, act }: { readonly role: string; readonly act: string },
  isDone: boolean,
): Said {
  if (!isDone) return { words: denied(input.id, 'done'), given: denied(input.id, 'done') }
  return { words: input.id, given: input.id, happening: { kind: 'done', role, act, agoMs: 0 } }
}

/** A clock is stated by a fact that reads it, where there is one: its event might change other facts too. */
function saidOfClock({ id, event, names: [fact] }: Input & { readonly kind: 'clock' }, value: number): Said {
  const minutes = Math.ceil(value / MINUTE_MS)
  const ago = `${event} ${durationOf(minutes)} ago`
  const ms = minutes * MINUTE_MS
  return fact === undefined
    ? { words: ago, given: ago, happening: { kind: 'event', event, agoMs: ms } }
    : {
        words: ago,
        given: `${fact} is ${durationOf(minutes)}`,
        happening: { kind: 'value', input: id, value: ms },
      }
}

/** The words of a yes-or-no input that is no. */
export function denied(id: string, kind: 'fact' | 'member' | 'done' | 'some'): string {
  switch (kind) {
    case 'fact':
      return id.replace(' is ', ' is not ')
    case 'member':
      return id.replace(' include ', ' do not include ')
    case 'done':
      return id.replace(' has done ', ' has not done ')
    case 'some':
      return id.replace(/^some /, 'no ')
  }
}

/** In the largest unit that gives a whole number. */
export function durationOf(minutes: number): string {
  if (minutes % DAY_MINUTES === 0 && minutes > 0) return counted(minutes / DAY_MINUTES, 'day')
  if (minutes % HOUR_MINUTES === 0 && minutes > 0) return counted(minutes / HOUR_MINUTES, 'hour')
  return counted(minutes, 'minute')
}

const counted = (count: number, unit: string) => `${count} ${unit}${count === 1 ? '' : 's'}`
