/** Laws that go through text: generated books are written as documents, read, checked and decided. *Properties* of the language's definition. */
import { compile } from '@remit/engine/diagram/from-checked.ts'
import { decide } from '@remit/engine/questions/decide.ts'
import { MODALITIES } from '@remit/language/checked/outcome.ts'
import type { Book, Situation } from '@remit/language/checked/tree.ts'
import fc from 'fast-check'
import { expect } from 'vitest'
import { determinePartial } from './complete.ts'
import { determine } from './determine.ts'
import { situationsIn } from './testing/analysed.ts'
import { law } from './testing/law.ts'
import { everySituation } from './testing/shown.ts'
import { mixed, shuffled } from './testing/shuffled.ts'
import type { Case } from './testing/situations.ts'
import { cases } from './testing/situations.ts'
import { sound } from './testing/sound.ts'
import { textOf, writtenOf } from './testing/text.ts'
import { checked, read } from './testing/through-text.ts'

/** The book as the checker makes it of the text. */
function throughText(book: Book, seed?: number): Book {
  const written = writtenOf(sound(book)).map((each) => {
    return seed === undefined ? each : { ...each, declarations: mixed(each.declarations, seed) }
  })
  const documents = (seed === undefined ? written : mixed(written, seed)).map((each) => read(each.id, textOf(each)))
  const { book: made, findings } = checked(documents)
  if (made === undefined) throw new Error(JSON.stringify(findings.map(({ code, message }) => [code, message])))
  return made
}

/** The situation without inputs that the book does not have: of done acts it has those about which a condition asks. */
function of(book: Book, situation: Situation): Situation {
  const known = new Set(book.inputs.map((input) => input.id))
  return new Map([...situation].filter(([id]) => known.has(id)))
}

/** What a book decides, but for the numbers of statements and the names of doubts, which come from the text. */
function decidedIn(book: Book, situation: Situation): unknown {
  const determination = determinePartial(book, of(book, situation))
  if (determination.kind === 'impossible') return 'impossible'
  const rules = (ids: readonly string[]) => [...new Set(ids.map((id) => id.replace(/\/\d+$/, '')))].toSorted()
  const pairs = [...determination.pairs].map(([key, { possible, results }]): readonly [string, unknown] => [
    key,
    {
      possible,
      deciding: rules(results.flatMap((result) => result.deciding)),
      defeated: rules(results.flatMap((result) => result.defeated)),
      deadlines: rules(results.flatMap((result) => result.deadlines.flatMap((deadline) => deadline.statements))),
      lifts: [...new Set(results.flatMap((result) => result.lifts))].toSorted(),
      asideBy: [...new Set(results.flatMap((result) => result.setAsideBy))].toSorted(),
      ask: [...new Set(results.flatMap((result) => result.referral?.ask ?? []))].toSorted(),
      one: [...new Set(results.map((result) => result.one))].toSorted(),
    },
  ])
  return pairs.toSorted(([one], [other]) => (one < other ? -1 : 1))
}

/** The written book with the inputs that the checked one has: of lists and done acts those that some condition asks about. */
function asking(written: Book, made: Book): Book {
  const known = new Set(made.inputs.map((input) => input.id))
  return { ...written, inputs: written.inputs.filter(({ id }) => known.has(id)) }
}

/** Few inputs, so that every completion is tried twice in little time. */
const small: fc.Arbitrary<Case> = cases.filter(({ book }) => situationsIn(book) <= 600)

law('a book that is written, read and checked decides as the book of which it was written', 80, small, (each) => {
  const made = throughText(each.book)
  const written = asking(sound(each.book), made)
  expect(decidedIn(made, each.total)).toEqual(decidedIn(written, each.total))
  expect(decidedIn(made, each.partial)).toEqual(decidedIn(written, each.partial))
})

law('a checked book decides every possible situation without a fault', 60, small, ({ book, partial }) => {
  const made = throughText(book)
  const compilation = compile(made)
  if (compilation.kind !== 'compiled') throw new Error('a small book is never too large')
  for (const situation of [...everySituation(made), of(made, partial)]) {
    const decided = decide(compilation.compiled, situation)
    if (decided.kind === 'impossible') {
      expect(decided.breaks.length).toBeGreaterThan(0)
      continue
    }
    for (const { result } of decided.answers)
      expect(MODALITIES).toEqual(
        expect.arrayContaining(result.kind === 'settled' ? [result.modality] : [...result.possible]),
      )
  }
})

law('a situation is possible to the engine exactly if it is to the reference', 60, small, ({ book, total }) => {
  const made = throughText(book)
  const compilation = compile(made)
  if (compilation.kind !== 'compiled') throw new Error('a small book is never too large')
  const situation = of(made, total)
  expect(decide(compilation.compiled, situation).kind === 'impossible').toBe(
    determine(made, situation).kind === 'impossible',
  )
})

law(
  'the order of documents, norms, facts and acts in the text never changes a result, nor the hash of the book',
  60,
  fc.tuple(small, fc.nat()),
  ([{ book, total, partial }, seed]) => {
    const [made, other] = [throughText(book), throughText(book, seed)]
    expect(other.hash).toBe(made.hash)
    expect(decidedIn(other, total)).toEqual(decidedIn(made, total))
    expect(decidedIn(other, partial)).toEqual(decidedIn(made, partial))
  },
)

law(
  'the order of statements, of the acts and roles in one, and of conditions never changes a result',
  60,
  fc.tuple(small, fc.nat()),
  ([{ book, total, partial }, seed]) => {
    const [made, other] = [throughText(book), throughText(shuffled(sound(book), seed))]
    expect(decidedIn(other, total)).toEqual(decidedIn(made, total))
    expect(decidedIn(other, partial)).toEqual(decidedIn(made, partial))
  },
)
