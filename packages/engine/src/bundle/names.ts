/** The ids of a book, each written once: what refers to one is its place in its table, so no reference can dangle. */
import type { Book } from '@remit/language/checked/tree.ts'
import { known } from '../assert.ts'
import { ROLES_MAX } from './limits.ts'
import type { Sink } from './sink.ts'
import type { Source } from './source.ts'

/** In the order in which a bundle holds them. `rules`: the norms, then the exceptions. */
export const TABLES = ['documents', 'roles', 'events', 'inputs', 'defines', 'acts', 'rules', 'lists'] as const
export type Table = (typeof TABLES)[number]

/** Writes the tables of a book, and then places in them. */
export class NamesOut {
  readonly sink: Sink
  readonly #places: ReadonlyMap<Table, ReadonlyMap<string, number>>

  constructor(sink: Sink, book: Book) {
    this.sink = sink
    const named = { ...book, rules: [...book.norms, ...book.exceptions] }
    this.#places = new Map(TABLES.map((table) => [table, new Map(named[table].map(({ id }, place) => [id, place]))]))
    for (const table of TABLES) {
      const ids = known(this.#places, table)
      sink.whole(ids.size)
      for (const id of ids.keys()) sink.text(id)
    }
  }

  refer(table: Table, id: string): void {
    this.sink.whole(known(known(this.#places, table), id))
  }
}

/** Reads the tables of a book, and then places in them. */
export class NamesIn {
  readonly source: Source
  readonly #names: ReadonlyMap<Table, readonly string[]>
  readonly #declared = new Map<Table, number>()

  constructor(source: Source) {
    this.source = source
    this.#names = new Map(TABLES.map((table) => [table, namesOf(source, table)]))
  }

  refer(table: Table): string {
    const names = known(this.#names, table)
    // Proof: `whole` gives a place below the length.
    return names[this.source.whole(names.length, 'the place of a name')] as string
  }

  /** The next name of a table: what declares them stands in their order. */
  declare(table: Table): string {
    const place = this.#declared.get(table) ?? 0
    const name = known(this.#names, table)[place]
    if (name === undefined) this.source.refuse(`there are more ${table} than names of them`)
    this.#declared.set(table, place + 1)
    return name
  }

  assertAllDeclared(): void {
    for (const [table, names] of this.#names) {
      if ((this.#declared.get(table) ?? 0) < names.length)
        this.source.refuse(`there are more names of ${table} than ${table}`)
    }
  }
}

function namesOf(source: Source, table: Table): string[] {
  const count = source.count(table)
  if (table === 'roles' && count > ROLES_MAX) source.refuse(`it has ${count} roles, and may have ${ROLES_MAX}`)
  const names = Array.from({ length: count }, () => source.text())
  if (new Set(names).size < names.length) source.refuse(`a name stands twice in the table of ${table}`)
  return names
}
