/** Counts of past incidents from a JSON file: `{"requester": {"ice-ero": 40, "nobody": 2}, "someone is hurt": {"yes": 1}}`. */
import { readFile } from 'node:fs/promises'
import type { Likelihood } from '@remit/engine/questions/asking/likelihood.ts'
import type { Book, Input } from '@remit/language/checked/tree.ts'
import { oneOf } from './arguments.ts'
import { cannotRead } from './cannot-read.ts'
import { type Verb, WrongUse } from './usage.ts'

/** Throws {@link WrongUse} for what is no fact of the book, no value of it, or no count. */
export async function likelyFromFile(book: Book, file: string, verb: Verb): Promise<Likelihood> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    throw cannotRead(file, error)
  })
  const counted = objectFrom(jsonFrom(text), 'the file', verb)
  for (const [fact, counts] of Object.entries(counted)) {
    const ids = book.inputs.map(({ id }) => id)
    const input = book.inputs.find(({ id }) => id === oneOf(ids, fact, { what: 'fact', verb }))
    for (const [value, count] of Object.entries(objectFrom(counts, `\`${fact}\``, verb))) {
      if (input !== undefined) assertValue(input, value, verb)
      if (typeof count === 'number' && count >= 0) continue
      throw new WrongUse(`\`--likely\`: \`${fact}\` has a count for \`${value}\` that is no number from 0`, verb)
    }
  }
  // Every fact and every count has just been looked at.
  return counted as Likelihood
}

function jsonFrom(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function objectFrom(value: unknown, of: string, verb: Verb): object {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value
  throw new WrongUse(
    `\`--likely\`: ${of} is no JSON object; write {"requester": {"ice-ero": 40}}, and "yes" and "no" for yes-or-no facts`,
    verb,
  )
}

function assertValue(input: Input, value: string, verb: Verb): void {
  const what = `value of \`${input.id}\``
  if (input.kind === 'yes-no') oneOf(['yes', 'no'], value, { what, verb })
  else if (input.kind === 'one-of') {
    oneOf(
      input.values.map(({ id }) => id),
      value,
      { what, verb },
    )
  } else if (input.kind === 'clock') throw new WrongUse(`\`--likely\`: nobody is asked about \`${input.id}\``, verb)
  else if (!(Number(value) >= 0)) throw new WrongUse(`\`--likely\`: \`${value}\` is no number of ${input.unit}`, verb)
}
