/** Columns and cells of a table of past situations, in the words of `given`. */
import { type Book, type Input, NOT_STARTED, type SituationValue, UNKNOWN } from '@remit/language/checked/tree.ts'
import { nearest } from '@remit/language/text/nearest.ts'

/** What a cell or a column's head says, or what is wrong with it. */
export type Read<T> = { readonly ok: true; readonly value: T } | Wrong
export type Wrong = { readonly ok: false; readonly message: string; readonly fix?: string }

/** An input as each of the books that know it declares it. */
export type Known = { readonly id: string; readonly declared: readonly Input[] }

/** The inputs of some books by the words that a column's head may have; a clock also by the names of its fact. */
export function columnsOf(books: readonly Book[]): ReadonlyMap<string, Known> {
  const known = new Map<string, Known>()
  for (const input of books.flatMap(({ inputs }) => inputs)) {
    for (const head of [input.id, ...(input.kind === 'clock' ? input.names : [])]) {
      const before = known.get(head)?.declared ?? []
      known.set(head, { id: input.id, declared: [...before, input] })
    }
  }
  return known
}

/** The input that a column's head names. */
export function columnNamed(head: string, known: ReadonlyMap<string, Known>): Read<Known> {
  const found = known.get(head.trim().replace(/\s+/g, ' '))
  if (found !== undefined) return { ok: true, value: found }
  const meant = nearest(head.trim(), [...known.keys()])
  return {
    ok: false,
    message: `there is no fact \`${head}\``,
    fix: meant === undefined ? 'begin the head with # to leave the column out' : `\`${meant}\` is near`,
  }
}

/** What a cell says of its column's input; nothing where it is empty. */
export function cellValue(text: string, { declared }: Known): Read<SituationValue | undefined> {
  const cell = text.trim()
  if (cell === '') return { ok: true, value: undefined }
  if (cell === UNKNOWN) return { ok: true, value: UNKNOWN }
  const [first] = declared
  switch (first?.kind) {
    case 'yes-no':
      if (cell === 'yes' || cell === 'no') return { ok: true, value: cell === 'yes' }
      return wrong(cell, ['yes', 'no'])
    case 'one-of': {
      const values = declared.flatMap((input) => (input.kind === 'one-of' ? input.values.map(({ id }) => id) : []))
      return values.includes(cell) ? { ok: true, value: cell } : wrong(cell, [...new Set(values)])
    }
    case 'number': {
      const number = cell.endsWith(` ${first.unit}`) ? cell.slice(0, -first.unit.length - 1) : cell
      if (PLAIN_NUMBER.test(number)) return { ok: true, value: Number(number) }
      return { ok: false, message: `\`${cell}\` is no number`, fix: `write ${first.unit} as digits, as in 12` }
    }
    case 'clock':
      return clockValue(cell)
    case undefined:
      return { ok: false, message: 'no book declares this fact' }
  }
}

const PLAIN_NUMBER = /^\d+(\.\d+)?$/
const UNITS_MS = { second: 1_000, minute: 60_000, hour: 3_600_000, day: 86_400_000 } as const

function clockValue(cell: string): Read<SituationValue> {
  if (cell === NOT_STARTED) return { ok: true, value: NOT_STARTED }
  const [, count, unit] = /^(\d+(?:\.\d+)?) (second|minute|hour|day)s?$/.exec(cell) ?? []
  const ms = unit === 'second' || unit === 'minute' || unit === 'hour' || unit === 'day' ? UNITS_MS[unit] : undefined
  if (ms !== undefined) return { ok: true, value: Math.round(Number(count) * ms) }
  return { ok: false, message: `\`${cell}\` is no time`, fix: 'write it as in 90 minutes or 2 hours, or not started' }
}

/** Most values that a fix lists. */
const LISTED = 12

function wrong(cell: string, values: readonly string[]): Wrong {
  const meant = nearest(cell, values)
  const listed = values.length > LISTED ? `${values.slice(0, LISTED).join(', ')}, …` : values.join(', ')
  return {
    ok: false,
    message: `\`${cell}\` is none of its values`,
    fix: meant === undefined ? `write one of ${listed}, or unknown` : `\`${meant}\` is near`,
  }
}
