/** What the maps, the table and the grid show is what the orders say: each against the whole answer of the engine. */
import { createHash } from 'node:crypto'
import { writeBundle } from '@remit/engine/bundle/write-bundle.ts'
import { type Compiled, compile } from '@remit/engine/diagram/from-checked.ts'
import type { Answer } from '@remit/engine/questions/answer.ts'
import { answersOf } from '@remit/engine/questions/answer-to.ts'
import { decide } from '@remit/engine/questions/decide.ts'
import { bookOf } from '@remit/language/checked/library.ts'
import type { Input } from '@remit/language/checked/tree.ts'
import { readLibrary } from '@remit/reference/testing/real-orders.ts'
import { beforeAll, describe, expect, test } from 'vitest'
import { rowAnswer } from './answers.ts'
import { POLICY_ACTS, ROWS, situationFor } from './situations.ts'
import { shownOf, stateRow } from './state-rows.ts'
import { compiledFrom } from './use-books.ts'

const sha256 = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest()
const DAYS = ['2018-12-01', '2026-11-24'] as const
const PICKED = [
  { who: 'ice-ero', what: 'civil-arrest', paper: 'none' },
  { who: 'cbp', what: 'crowd-or-traffic', paper: 'i-200' },
  { who: 'ice-hsi', what: 'information', paper: 'i-205' },
  { who: 'ice-ero', what: 'facility-use', paper: 'unclear' },
  { who: 'other-federal', what: 'criminal-arrest', paper: 'federal-criminal' },
] as const

/** The acts that the page compares, said here once more, so that a slip in its table is not expected here too. */
const ASKED = {
  'civil-arrest': { officer: 'assist-civil-arrest', jailer: 'hold-on-detainer' },
  'crowd-or-traffic': { officer: 'hold-perimeter', jailer: 'hold-on-detainer' },
  information: { officer: 'give-status-info', jailer: 'give-release-info' },
  'facility-use': { officer: 'give-facility-use', jailer: 'give-custody-access' },
  'criminal-arrest': { officer: 'assist-criminal-investigation', jailer: 'transfer-on-criminal-warrant' },
} as const

/** What may be said of a fact of which the page says something; nothing of numbers and clocks. */
function valuesOf(input: Input): readonly unknown[] {
  if (input.kind === 'yes-no') return [true, false]
  return input.kind === 'one-of' ? input.values.map(({ id }) => id) : []
}

type Book = {
  readonly id: string
  readonly state: string
  readonly day: string
  /** As it was compiled: what the server asks. */
  readonly compiled: Compiled
  /** As the page has it: written as a bundle, and read from it. */
  readonly read: Compiled
}
const books: Book[] = []

beforeAll(async () => {
  const library = readLibrary()
  const states = library.agencies.filter(({ id }) => /^us\/[a-z]{2}\/local$/.test(id))
  expect(states.length).toBeGreaterThanOrEqual(15)
  for (const { id, state } of states) {
    for (const day of DAYS) {
      const { book } = bookOf(library, id, Date.parse(`${day}T18:00Z`), (text) => sha256(text).toString('hex'))
      const compilation = book && compile(book)
      if (compilation?.kind !== 'compiled') throw new Error(`no book of ${id} on ${day}`)
      const { compiled } = compilation
      const bundle = new Uint8Array(writeBundle(compiled, sha256))
      books.push({ id, state, day, compiled, read: await compiledFrom(bundle) })
    }
  }
})

/** What the engine answers about one role in the whole situation, by act. */
function whole(compiled: Compiled, row: 'officer' | 'jailer', picked: (typeof PICKED)[number]) {
  const determination = decide(compiled, situationFor(row, picked))
  if (determination.kind === 'impossible') return undefined
  return new Map(determination.answers.filter(({ role }) => role === row).map((answer) => [answer.act, answer]))
}

const modalityOf = ({ result }: Answer) => (result.kind === 'settled' ? result.modality : 'OPEN')

/** What a map has to show, from the whole answer: the act, else the general duty, and silence for what nothing allows. */
function expected(compiled: Compiled, row: 'officer' | 'jailer', picked: (typeof PICKED)[number]): string {
  const answers = whole(compiled, row, picked)
  const asked = answers?.get(ASKED[picked.what][row])
  const isUnallowed = asked !== undefined && modalityOf(asked) === 'MUST NOT' && asked.deciding.length === 0
  if (asked !== undefined && !isUnallowed) return modalityOf(asked)
  const general = row === 'officer' ? answers?.get('support-enforcement') : undefined
  return general === undefined ? 'SILENT' : modalityOf(general)
}

describe('on both maps each state shows what the engine decides there', () => {
  test.each(PICKED)('$who, $what, $paper', (picked) => {
    const told: string[] = []
    const decided: string[] = []
    for (const { id, state, day, compiled, read } of books) {
      const { officer, jailer } = stateRow(state, { kind: 'book', compiled: read, isOlder: false }, picked)
      told.push(`${id} ${day}: ${shownOf(officer)}, ${shownOf(jailer)}`)
      const [onStreet, inJail] = (['officer', 'jailer'] as const).map((row) => expected(compiled, row, picked))
      decided.push(`${id} ${day}: ${onStreet}, ${inJail}`)
    }
    expect(told).toEqual(decided)
  })
})

test('the maps tell the states apart: by what was read of their law, and not by a default', () => {
  const today = books.filter(({ day }) => day === '2026-11-24')
  const shown = (act: 'officer' | 'jailer') =>
    Object.fromEntries(
      today.map(({ state, read }) => [
        state,
        shownOf(stateRow(state, { kind: 'book', compiled: read, isOlder: false }, PICKED[0])[act]),
      ]),
    )
  // From the fact sheet's rows of each state: what it says of help with a civil arrest, and of a hold on a detainer.
  expect(shown('officer')).toMatchObject({
    CA: 'MUST NOT',
    IL: 'MUST NOT',
    TX: 'MAY',
    IA: 'MAY',
    TN: 'MUST',
    FL: 'MUST',
  })
  expect(shown('jailer')).toMatchObject({
    IL: 'MUST NOT',
    WA: 'MUST NOT',
    TX: 'MUST',
    IA: 'MUST',
    GA: 'MUST',
    TN: 'REFER',
  })
})

test('every fact, every value and every act that the page names is a word of the library', () => {
  const inputs = new Map(books.flatMap(({ compiled }) => compiled.book.inputs).map((input) => [input.id, input]))
  const unknown = PICKED.flatMap((picked) => ROWS.flatMap((row) => [...situationFor(row, picked)])).filter(
    ([id, value]) => {
      const input = inputs.get(id)
      return input === undefined || !valuesOf(input).includes(value)
    },
  )
  expect(unknown).toEqual([])
  const acts = new Set(books.flatMap(({ compiled }) => compiled.book.acts).map(({ id }) => id))
  const named = [...Object.values(ASKED).flatMap(({ officer, jailer }) => [officer, jailer]), ...POLICY_ACTS]
  expect(named.filter((act) => !acts.has(act))).toEqual([])
})

test('about one role alone the engine answers as it does about all', () => {
  for (const { compiled, read } of books.slice(0, 6)) {
    for (const picked of PICKED.slice(0, 2)) {
      for (const row of ROWS) {
        const determination = decide(compiled, situationFor(row, picked))
        if (determination.kind === 'impossible') throw new Error('it cannot be')
        const own = determination.answers.filter(({ role }) => role === row)
        expect(answersOf(read, situationFor(row, picked), row)).toEqual(own)
      }
    }
  }
})

test('a line of the grid is the engine’s answer to its act, with all that decides it', () => {
  const faults: string[] = []
  for (const { id, day, compiled, read } of books) {
    const answer = rowAnswer(read, 'officer', PICKED[0])
    const answers = whole(compiled, 'officer', PICKED[0])
    if (answer.kind === 'impossible') throw new Error(`${id} ${day} cannot be`)
    for (const { act, result, citations } of answer.lines) {
      const decided = answers?.get(act)
      const isSame = decided !== undefined && modalityOf(decided) === result
      const isCited = decided?.citations.every(({ document }) => citations.some((one) => one.document === document))
      if (!isSame || !isCited) faults.push(`${id} ${day} ${act}: ${result}`)
    }
  }
  expect(faults).toEqual([])
})

test('a book that was not had shows why, and never as silence', () => {
  for (const kind of ['loading', 'none'] as const) {
    expect(shownOf(stateRow('TX', { kind }, PICKED[0]).officer)).toBe(kind)
  }
  const failed = stateRow('TX', { kind: 'failed', again: () => undefined }, PICKED[0])
  expect([shownOf(failed.officer), shownOf(failed.jailer)]).toEqual(['failed', 'failed'])
})
