/** A situation in words: for a sentence, and as the `given` of a scenario. */
import type { Book, Input, InputId, Situation, SituationValue } from '@remit/language/checked/tree.ts'
import { NOT_STARTED, UNKNOWN } from '@remit/language/checked/tree.ts'

const MINUTE_MS = 60_000

/** The situation in a sentence's words: `requester is ice ero, supervisor is not on scene`. */
export function situationInWords(book: Book, situation: Situation): string {
  const lines = linesOf(book, situation)
  return lines.length === 0 ? 'in every situation' : lines.join(', ')
}

/** The situation as a scenario to paste; what has its first value is left out. */
export function situationAsScenario(book: Book, situation: Situation, name: string): string {
  const [first, ...others] = linesOf(book, situation)
  const given = first === undefined ? [] : [`  given ${first}`, ...others.map((line) => `    and ${line}`)]
  return [`scenario "${name}"`, ...given].join('\n')
}

function linesOf(book: Book, situation: Situation): string[] {
  const inputs = new Map<InputId, Input>(book.inputs.map((input) => [input.id, input]))
  return [...situation].flatMap(([id, value]) => {
    const input = inputs.get(id)
    return input === undefined ? [] : lineOf(input, value)
  })
}

function lineOf(input: Input, value: SituationValue): string[] {
  if (value === UNKNOWN) return [`${input.id} is unknown`]
  switch (input.kind) {
    case 'yes-no':
      return [value === true ? input.id : denied(input.id, input.of.kind)]
    case 'one-of':
      return [`${input.id} is ${value}`]
    case 'number':
      return [`${input.id} is ${value} ${input.unit}`]
    case 'clock':
      return value === NOT_STARTED || typeof value !== 'number' ? [] : [`${input.event} ${durationOf(value)} ago`]
  }
}

function denied(id: string, kind: 'fact' | 'member' | 'done' | 'some'): string {
  switch (kind) {
    case 'fact':
      return id.replace(' is ', ' is not ')
    case 'member':
      return id.replace(' include ', ' do not include ')
    case 'done':
      return id.replace(' has done ', ' has not done ')
    case 'some':
      return id.replace('some ', 'no ')
  }
}

/** In the largest unit that gives a whole number; what is no whole number of minutes is rounded up to one. */
function durationOf(ms: number): string {
  const minutes = Math.ceil(ms / MINUTE_MS)
  if (minutes % 1_440 === 0 && minutes > 0) return `${minutes / 1_440} days`
  if (minutes % 60 === 0 && minutes > 0) return `${minutes / 60} hours`
  return `${minutes} minutes`
}
