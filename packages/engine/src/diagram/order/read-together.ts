/** Which variables the conditions of books read together. */
import { type Book, type Condition, type DefineId, inputOf, type RoleId } from '@remit/language/checked/tree.ts'
import { known } from '../../assert.ts'
import { decidedRoles, type Rule, rulesOf } from '../speaks.ts'
import type { Variable } from '../variables.ts'
import { conditionsOf } from '../variables-of.ts'

/** Above this a group says nothing about which of its variables belong together, and costs much. */
const GROUP_MAX = 64

/** The variables of each condition and of each of its parts, as their places, where there are at least two. */
export function readTogether(books: readonly Book[], variables: readonly Variable[]): number[][] {
  const places = new Map(variables.map(({ input, index }) => [input.id, index]))
  return books.flatMap((book) => {
    const groups = new Groups(book, places)
    for (const condition of conditionsOf(book)) groups.add(condition)
    return groups.found
  })
}

/** The norm or exception that reads the most variables; the first of several. */
export function widest(books: readonly Book[], variables: readonly Variable[]): Rule | undefined {
  const places = new Map(variables.map(({ input, index }) => [input.id, index]))
  let most: { readonly rule: Rule; readonly size: number } | undefined
  for (const book of books) {
    const groups = new Groups(book, places)
    for (const rule of rulesOf(book)) {
      const { size } = new Set(
        [rule.when, ...(rule.unless === undefined ? [] : [rule.unless])].flatMap((condition) => [
          ...groups.add(condition),
        ]),
      )
      if (most === undefined || size > most.size) most = { rule, size }
    }
  }
  return most?.rule
}

class Groups {
  readonly found: number[][] = []
  readonly #places: ReadonlyMap<string, number>
  readonly #roles: readonly RoleId[]
  readonly #defines: ReadonlyMap<DefineId, Condition>
  readonly #defined = new Map<DefineId, ReadonlySet<number>>()

  constructor(book: Book, places: ReadonlyMap<string, number>) {
    this.#places = places
    this.#roles = decidedRoles(book)
    this.#defines = new Map(book.defines.map((define) => [define.id, define.when]))
  }

  add(condition: Condition): ReadonlySet<number> {
    const read = this.#readBy(condition)
    const isGroup = condition.kind === 'all' || condition.kind === 'any'
    if (isGroup && read.size > 1 && read.size <= GROUP_MAX) this.found.push([...read])
    return read
  }

  #readBy(condition: Condition): ReadonlySet<number> {
    switch (condition.kind) {
      case 'all':
      case 'any':
        return new Set(condition.of.flatMap((part) => [...this.add(part)]))
      case 'not':
        return this.add(condition.of)
      case 'define':
        return this.#readByDefine(condition.define)
      default: {
        const { input } = condition
        const ids = input.includes('*') ? this.#roles.map((role) => inputOf(input, role)) : [input]
        return new Set(ids.map((id) => known(this.#places, id)))
      }
    }
  }

  #readByDefine(id: DefineId): ReadonlySet<number> {
    const read = this.#defined.get(id) ?? this.add(known(this.#defines, id))
    this.#defined.set(id, read)
    return read
  }
}
