/**
 * A planted fault in a book so small that every situation can be tried, and whether trying them shows it: the truth is
 * the reference interpreter's and not the engine's.
 */

import { compile } from '@remit/engine/diagram/from-checked.ts'
import { analyse } from '@remit/engine/questions/analyse.ts'
import type { Book, Condition, Input, InputId } from '@remit/language/checked/tree.ts'
import { determine } from '@remit/reference/determine.ts'
import { situationsIn } from '@remit/reference/testing/analysed.ts'
import { expectedOf } from '@remit/reference/testing/expected.ts'
import { marked, wordsOf } from '@remit/reference/testing/found.ts'
import { everySituation } from '@remit/reference/testing/shown.ts'
import { type Planted, placeOf } from './ground.ts'

/** Books of more situations than this are left untried. */
const SITUATIONS_MAX = 1500

export type Confirmation =
  /** Trying every situation shows the fault, and finds in the small book just what analysis finds there. */
  | 'confirmed'
  /** Trying every situation does not show it, or finds something else beside. */
  | 'denied'
  /** No small enough book with the fault was met. */
  | 'too large'

export function confirmed(planted: Planted): Confirmation {
  const wanted = wordsOfFault(planted)
  const isThere = (book: Book) => wordsFoundIn(book).some((words) => words.startsWith(wanted))
  const small = shrunk(planted, isThere)
  if (!isThere(small) || situationsIn(small) > SITUATIONS_MAX) return 'too large'
  if (planted.code === 'W305') return changesNothing(small, wanted.slice('W305 '.length)) ? 'confirmed' : 'denied'
  const expected = expectedOf(small)
  const found = wordsFoundIn(small).filter((words) => !words.startsWith('W305'))
  const isSame = JSON.stringify(found.toSorted()) === JSON.stringify(expected)
  return isSame && expected.some((words) => words.startsWith(wanted)) ? 'confirmed' : 'denied'
}

function wordsFoundIn(book: Book): readonly string[] {
  const compilation = compile(marked(book))
  return compilation.kind === 'compiled' ? analyse(compilation.compiled).map(wordsOf) : []
}

/** How the reference's words for the fault begin. */
function wordsOfFault({ book, code, places }: Planted): string {
  const ids = [...book.norms, ...book.exceptions, ...book.acts, ...book.invariants, ...book.choices]
  const named = places.flatMap((place) => ids.find(({ span }) => placeOf(span) === place)?.id ?? [])
  const ordered = code === 'E301' || code === 'W301' ? named.toSorted() : named
  if (code === 'E302') return code
  return `${code === 'E306' ? 'W306' : code} ${ordered.join(' ')}`
}

/** The book without whatever can be left out while the fault is still found: rules, then all else that they do not need. */
function shrunk({ book, places }: Planted, isThere: (book: Book) => boolean): Book {
  const isMeant = ({ span }: { readonly span: Parameters<typeof placeOf>[0] }) => places.includes(placeOf(span))
  let small = readable({
    ...book,
    unsettled: [],
    invariants: book.invariants.filter((one) => isMeant(one)),
    choices: book.choices.filter((one) => isMeant(one)),
    acts: book.acts.map(({ arisesWhen, ...act }) =>
      arisesWhen !== undefined && isMeant(act) ? { ...act, arisesWhen } : act,
    ),
  })
  for (let size = Math.ceil(small.norms.length / 2); size >= 1; size = Math.floor(size / 2)) {
    for (let from = 0; from < small.norms.length; ) {
      const out = new Set(small.norms.slice(from, from + size).map(({ id }) => id))
      const fewer = readable(withoutNorms(small, out))
      if (isThere(fewer)) small = fewer
      else from += size
    }
  }
  return small
}

function withoutNorms(book: Book, out: ReadonlySet<string>): Book {
  const exceptions = book.exceptions
    .map((exception) => ({ ...exception, to: exception.to.filter((norm) => !out.has(norm)) }))
    .filter(({ to }) => to.length > 0)
  return { ...book, norms: book.norms.filter(({ id }) => !out.has(id)), exceptions }
}

/** The book with only the inputs that are read, each with as few values as its conditions tell apart. */
function readable(book: Book): Book {
  const conditions = conditionsOf(book)
  const read = new Map<InputId, (readonly string[])[]>()
  for (const condition of conditions) visit(book, condition, read)
  const inputs = book.inputs
    .filter(({ id }) => read.has(id))
    .map((input) => fewerValues(input, read.get(input.id) ?? []))
  const isReadable = (condition: Condition) => {
    const own = new Map<InputId, (readonly string[])[]>()
    visit(book, condition, own)
    return [...own.keys()].every((input) => read.has(input))
  }
  return { ...book, inputs, nevers: book.nevers.filter(({ when, words }) => words === 'planted' || isReadable(when)) }
}

function conditionsOf(book: Book): readonly Condition[] {
  const rules = [...book.norms, ...book.exceptions].flatMap(({ when, unless }) =>
    unless === undefined ? [when] : [when, unless],
  )
  const planted = book.nevers.filter(({ words }) => words === 'planted').map(({ when }) => when)
  const arising = book.acts.flatMap(({ arisesWhen }) => arisesWhen ?? [])
  return [...rules, ...planted, ...arising, ...[...book.invariants, ...book.choices].map(({ when }) => when)]
}

function visit(book: Book, condition: Condition, read: Map<InputId, (readonly string[])[]>): void {
  switch (condition.kind) {
    case 'all':
    case 'any':
      for (const part of condition.of) visit(book, part, read)
      return
    case 'not':
      visit(book, condition.of, read)
      return
    case 'define': {
      const define = book.defines.find(({ id }) => id === condition.define)
      if (define !== undefined) visit(book, define.when, read)
      return
    }
    case 'yes':
    case 'compare':
      read.set(condition.input, read.get(condition.input) ?? [])
      return
    case 'one-of':
      read.set(condition.input, [...(read.get(condition.input) ?? []), condition.values])
      return
  }
}

/** One value of each class that no condition tells apart; what conditions name besides never is the value. */
function fewerValues(input: Input, groups: readonly (readonly string[])[]): Input {
  if (input.kind !== 'one-of') return input
  const classOf = (id: string) => groups.map((group) => (group.includes(id) ? '1' : '0')).join('')
  const classes = new Map(input.values.map((value) => [classOf(value.id), value]))
  const { first: _, ...rest } = input
  return { ...rest, values: [...classes.values()] }
}

/** Whether the norm applies somewhere, and every situation comes to the same with it and without it. */
function changesNothing(book: Book, norm: string): boolean {
  const without = withoutNorms(book, new Set([norm]))
  return everySituation(book).every(
    (total) => JSON.stringify(resultsIn(book, total)) === JSON.stringify(resultsIn(without, total)),
  )
}

function resultsIn(book: Book, total: Parameters<typeof determine>[1]): readonly unknown[] {
  const determination = determine(book, total)
  if (determination.kind === 'impossible') return []
  // A pair of which nothing is said any more is as silent as before.
  return [...determination.results]
    .flatMap(([pair, { modality }]) => (modality === 'SILENT' ? [] : [[pair, modality]]))
    .toSorted()
}
