/** What only one of two books has a word for. */
import type { Book, Input } from '@remit/language/checked/tree.ts'
import type { Side } from '../diff.ts'

export type Sort = 'document' | 'role' | 'act' | 'fact' | 'value' | 'event' | 'list' | 'report'

/** Something that one book knows and the other does not; a value by `fact is value`. */
export type OnlyIn = { readonly side: Side; readonly sort: Sort; readonly id: string; readonly text: string }

/** In order of sort and id, those of the earlier book first. */
export function onlyKnown(before: Book, after: Book): OnlyIn[] {
  const [first, second] = [wordsOf(before), wordsOf(after)]
  const missing = (words: readonly Word[], other: readonly Word[], side: Side) => {
    const keys = new Set(other.map(keyOf))
    const told = words.filter((word) => !keys.has(keyOf(word)) && isTold(word, keys))
    return told.map(({ sort, id, text }) => ({ side, sort, id, text }))
  }
  return [...missing(first, second, 'before'), ...missing(second, first, 'after')]
}

type Word = Omit<OnlyIn, 'side'> & {
  /** The fact of a value. */
  readonly of?: string
}

const keyOf = ({ sort, id }: Pick<Word, 'sort' | 'id'>) => `${sort} ${id}`

/** The values of a fact that the other book does not know are told with the fact. */
const isTold = ({ of }: Word, other: ReadonlySet<string>) =>
  of === undefined || other.has(keyOf({ sort: 'fact', id: of }))

function wordsOf(book: Book): Word[] {
  const words: readonly Word[] = [
    ...book.documents.map(({ id, short }) => ({ sort: 'document' as const, id, text: short })),
    ...book.roles.map(({ id, text }) => ({ sort: 'role' as const, id, text })),
    ...book.acts.map(({ id, text }) => ({ sort: 'act' as const, id, text })),
    ...book.inputs.flatMap(factOf),
    ...book.inputs.flatMap(valuesOf),
    ...book.events.map(({ id, text }) => ({ sort: 'event' as const, id, text })),
    ...book.lists.map(({ id, text }) => ({ sort: 'list' as const, id, text })),
    ...book.reports.map(({ id, name }) => ({ sort: 'report' as const, id, text: name })),
  ]
  // A fact about the actor is an input for each role.
  return [...new Map(words.map((word) => [keyOf(word), word])).values()]
}

/** Clocks and done acts are no words of their own, nor is what is asked of a list. */
function factOf(input: Input): Word[] {
  const text = input.ask ?? ''
  if (input.kind === 'clock') return input.names.map((id) => ({ sort: 'fact', id, text }))
  if (input.kind !== 'yes-no') return [{ sort: 'fact', id: subjectOf(input), text }]
  if (input.of.kind === 'fact') return [{ sort: 'fact', id: subjectOf(input), text }]
  return input.of.kind === 'member' ? [{ sort: 'fact', id: input.of.set, text }] : []
}

/** A fact about the actor is one fact, however many roles have it. */
function subjectOf({ id, about, role }: Input): string {
  return about === 'actor' && role !== undefined ? id.replace(` of ${role}`, '') : id
}

function valuesOf(input: Input): Word[] {
  if (input.kind === 'one-of') {
    const of = subjectOf(input)
    return input.values.map(({ id, text }) => ({ sort: 'value', id: `${of} is ${id}`, text, of }))
  }
  if (input.kind !== 'yes-no' || input.of.kind !== 'member') return []
  const { set: of, value } = input.of
  return [{ sort: 'value', id: `${of} include ${value.id}`, text: value.text, of }]
}
