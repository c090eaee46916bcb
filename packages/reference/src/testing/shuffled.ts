/** The same book in another order. */
import type { Book, Condition } from '@remit/language/checked/tree.ts'

/** A list in an order that the seed chooses. */
export function mixed<T extends { readonly id: string } | string>(list: readonly T[], seed: number): readonly T[] {
  return list.toSorted((one, other) => mark(one, seed) - mark(other, seed))
}

/**
 * Every list of a book whose order means nothing, in an order that the seed chooses. Defines keep theirs, since one may
 * name only those before it, and so do the values of an input.
 */
export function shuffled(book: Book, seed: number): Book {
  const mix = <T extends { readonly id: string } | string>(list: readonly T[]) => mixed(list, seed)
  const mixLines = (condition: Condition): Condition => {
    if (condition.kind === 'not') return { ...condition, of: mixLines(condition.of) }
    if (condition.kind !== 'all' && condition.kind !== 'any') return condition
    const lines = mixed(
      condition.of.map((line) => JSON.stringify(line)),
      seed,
    )
    // The lines as they were printed just above.
    return { ...condition, of: lines.map((line) => JSON.parse(line) as Condition) }
  }
  const rule = <T extends Book['norms'][number] | Book['exceptions'][number]>(of: T): T => ({
    ...of,
    when: mixLines(of.when),
    ...(of.unless === undefined ? {} : { unless: mixLines(of.unless) }),
    statements: mix(of.statements).map((each) => ({
      ...each,
      roles: mix(each.roles),
      acts: mix(each.acts),
      otherThan: mix(each.otherThan),
    })),
  })
  return {
    ...book,
    roles: mix(book.roles),
    inputs: mix(book.inputs),
    acts: mix(book.acts).map((act) => ({ ...act, kindOf: mix(act.kindOf), excludes: mix(act.excludes) })),
    nevers: mix(book.nevers),
    norms: mix(book.norms).map(rule),
    exceptions: mix(book.exceptions)
      .map(rule)
      .map((each) => ({ ...each, to: mix(each.to) })),
    unsettled: mix(book.unsettled),
    choices: mix(book.choices).map((choice) => ({ ...choice, acts: mix(choice.acts) })),
  }
}

/** A number that looks random, of an id and a seed (FNV-1a). */
function mark(of: { readonly id: string } | string, seed: number): number {
  const id = typeof of === 'string' ? of : of.id
  return [...id].reduce(
    (hash, letter) => Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 16777619) >>> 0,
    2166136261 ^ seed,
  )
}
