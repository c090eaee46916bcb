/** Facts as one JSON object, by their canonical words: `{"requester": "ice-ero", "supervisor is on-scene": false}`. */
import { type Facts, situationFromFacts } from '@remit/engine/situation/from-facts.ts'
import type { Book, Situation } from '@remit/language/checked/tree.ts'
import { type Verb, WrongUse } from './usage.ts'

/** The situation that the text tells. Throws {@link WrongUse} for what is no fact of the book, or no value of it. */
export function factsFromJson(book: Book, text: string, verb: Verb): Situation {
  const told = situationFromFacts(book, objectFrom(text, verb))
  if (told.kind === 'refused') throw new WrongUse(told.words, verb)
  return told.situation
}

function objectFrom(text: string, verb: Verb): Facts {
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { ...value }
  } catch {
    // Said below, as for any other JSON that is no object.
  }
  throw new WrongUse('`--facts` takes one JSON object: {"requester": "ice-ero"}', verb)
}
