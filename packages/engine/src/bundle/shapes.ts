/**
 * Shapes: how a value of a type lies in a bundle. One description writes it and reads it, so the two cannot differ, and
 * the compiler holds it against the type: a part that a type gains is missing here until it is written down.
 */
import { assert } from '../assert.ts'
import type { NamesIn, NamesOut, Table } from './names.ts'

export type Shape<T> = {
  readonly write: (to: NamesOut, value: T) => void
  readonly read: (from: NamesIn) => T
}

/** A part that may be absent. */
export type Maybe<T> = Shape<T> & { readonly maybe: true }

export const text: Shape<string> = {
  write: (to, value) => to.sink.text(value),
  read: (from) => from.source.text(),
}

/** A finite number from 0. */
export const amount: Shape<number> = {
  write: (to, value) => to.sink.amount(value),
  read: (from) => from.source.amount(),
}

/** A whole number of either sign: an instant. */
export const signed: Shape<number> = {
  write: (to, value) => to.sink.signed(value),
  read: (from) => from.source.signed(),
}

/** A whole number from 0, below `bound`. */
export const below = (bound: number): Shape<number> => ({
  write: (to, value) => {
    assert(value < bound, `${value} is not below ${bound}`)
    to.sink.whole(value)
  },
  read: (from) => from.source.whole(bound, 'a number'),
})

/** The place of a word in a list of words. */
export function word<const W extends string | boolean | number>(words: readonly W[]): Shape<W> {
  return {
    write: (to, value) => {
      const place = words.indexOf(value)
      assert(place >= 0, `${value} is none of ${words.join(', ')}`)
      to.sink.whole(place)
    },
    // Proof: `whole` gives a place below the length.
    read: (from) => words[from.source.whole(words.length, 'the place of a word')] as W,
  }
}

export const flag: Shape<boolean> = word([false, true])

/** Always the same, so nothing is written. */
export const constant = <const T>(value: T): Shape<T> => ({ write: () => undefined, read: () => value })

/** A place in a table of names. */
export const refer = (table: Table): Shape<string> => ({
  write: (to, id) => to.refer(table, id),
  read: (from) => from.refer(table),
})

/** The id of what is declared here: the next of its table, so nothing is written. */
export const declared = (table: Table): Shape<string> => ({
  write: () => undefined,
  read: (from) => from.declare(table),
})

export const maybe = <T>(shape: Shape<T>): Maybe<T> => ({ ...shape, maybe: true })

const ROOM_MAX = 32

/** A list to be filled from its start. A short one gets its room at once; a long one may be told by a count that lies. */
export const roomFor = <T>(count: number): T[] => (count < ROOM_MAX ? new Array<T>(count) : [])

/** How many, then each. An item takes at least one byte. */
export const list = <T>(item: Shape<T>): Shape<readonly T[]> => ({
  write: (to, values) => {
    to.sink.whole(values.length)
    for (const value of values) item.write(to, value)
  },
  read: (from) => {
    const count = from.source.count('items')
    const values = roomFor<T>(count)
    for (let read = 0; read < count; read++) values[read] = item.read(from)
    return values
  },
})

type Parts<T> = {
  readonly [K in keyof T]-?: Record<never, never> extends Pick<T, K> ? Maybe<Exclude<T[K], undefined>> : Shape<T[K]>
}

/** The parts of a struct: written from a record and read into one, which has nothing of them yet. */
type Struct = {
  readonly write: (to: NamesOut, value: object) => void
  readonly readInto: (from: NamesIn, record: Record<string, unknown>) => void
}

/** What reading costs in a browser is mostly here, before anything is optimised: so there is a plain loop and no pairs. */
function struct(parts: object): Struct {
  const keys = Object.keys(parts)
  const shapes: readonly (Shape<unknown> & { readonly maybe?: true })[] = Object.values(parts)
  const optional = keys.filter((_, place) => shapes[place]?.maybe === true)
  assert(optional.length < 31, 'absent parts are told by the bits of one number')
  return {
    write: (to, value) => {
      // Proof: a part that is absent is `undefined`.
      const record = value as Readonly<Record<string, unknown>>
      if (optional.length > 0) {
        to.sink.whole(optional.reduce((bits, key, bit) => (record[key] === undefined ? bits : bits | (1 << bit)), 0))
      }
      for (const [place, key] of keys.entries()) if (record[key] !== undefined) shapes[place]?.write(to, record[key])
    },
    readInto: (from, record) => {
      let bits = optional.length === 0 ? 0 : from.source.whole(1 << optional.length, 'what is there')
      for (let place = 0; place < keys.length; place++) {
        // Proof: there is a shape for each key.
        const shape = shapes[place] as (typeof shapes)[number]
        if (shape.maybe === true) {
          const isThere = (bits & 1) === 1
          bits >>= 1
          if (!isThere) continue
        }
        record[keys[place] as string] = shape.read(from)
      }
    },
  }
}

/**
 * The parts in the order in which they are written here. Before them, where some may be absent, one number: its bit n is
 * set where the n-th of these is there.
 */
export function fields<T extends object>(parts: Parts<T>): Shape<T> {
  const { write, readInto } = struct(parts)
  return {
    write,
    read: (from) => {
      const record = {}
      readInto(from, record)
      // Proof: `Parts` has exactly the keys of `T`; each was read by its shape, or is one that may be absent.
      return record as T
    },
  }
}

type Kind = { readonly kind: string }
type Variants<T extends Kind> = { readonly [K in T['kind']]: Parts<Omit<Extract<T, { readonly kind: K }>, 'kind'>> }

/** The place of its kind among those written here, then the parts that this kind has. */
export function variants<T extends Kind>(of: Variants<T>): Shape<T> {
  const kinds = Object.keys(of)
  const structs = Object.values<object>(of).map(struct)
  return {
    write: (to, value) => {
      const place = kinds.indexOf(value.kind)
      assert(place >= 0, `there is no kind ${value.kind}`)
      to.sink.whole(place)
      structs[place]?.write(to, value)
    },
    read: (from) => {
      const place = from.source.whole(kinds.length, 'the place of a kind')
      const record = { kind: kinds[place] }
      structs[place]?.readInto(from, record)
      // Proof: `Variants` has exactly the kinds of `T`, `whole` gives a place below their number, and the rest was read.
      return record as unknown as T
    },
  }
}

/** A shape that lies in itself. */
export const nested = <T>(shape: () => Shape<T>): Shape<T> => ({
  write: (to, value) => shape().write(to, value),
  read: (from) => {
    from.source.goDeeper()
    const value = shape().read(from)
    from.source.comeBack()
    return value
  },
})
