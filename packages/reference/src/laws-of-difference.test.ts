/** The difference between two books is what trying every situation in both finds: *Properties* of the language's definition. */
import { encode } from '@remit/engine/diagram/encode.ts'
import { type Compiled, compileTogether } from '@remit/engine/diagram/from-checked.ts'
import type { Implicant } from '@remit/engine/diagram/implicants.ts'
import { type Difference, diff, diffOf, type Pairs } from '@remit/engine/questions/diff.ts'
import type { Said, Term } from '@remit/engine/questions/difference/pairs.ts'
import type { Region } from '@remit/engine/questions/difference/regions.ts'
import type { Book } from '@remit/language/checked/tree.ts'
import fc from 'fast-check'
import { expect } from 'vitest'
import { completions } from './complete.ts'
import { determine, type Result } from './determine.ts'
import type { TotalSituation } from './holds.ts'
import { decidedPairs, keyOf } from './speaks.ts'
import { law } from './testing/law.ts'
import { shuffled } from './testing/shuffled.ts'
import { books } from './testing/situations.ts'
import { everyShared, type TwoBooks, twoBooks } from './testing/two-books.ts'

/** No cover of a small book is cut. */
const ALL = { most: 10_000 }

type Compared = {
  readonly before: Compiled
  readonly after: Compiled
  readonly difference: Difference
}

function compared({ before, after }: TwoBooks, options = ALL): Compared {
  const compilation = compileTogether([before, after])
  if (compilation.kind !== 'compiled') throw new Error('two small books of one agency can be compared')
  const [one, other] = compilation.compiled
  if (one === undefined || other === undefined) throw new Error('two books are two compiled books')
  return { before: one, after: other, difference: diffOf(one, other, options) }
}

/** What a situation comes to in each of two books that both hold it possible. */
type Both = { readonly total: TotalSituation; readonly was: Results; readonly is: Results }
type Results = ReadonlyMap<string, Result>

function possibleInBoth({ before, after }: TwoBooks): readonly Both[] {
  return everyShared({ before, after }).flatMap((total) => {
    const [one, other] = [determine(before, total), determine(after, total)]
    if (one.kind === 'impossible' || other.kind === 'impossible') return []
    return [{ total, was: one.results, is: other.results }]
  })
}

const pairsOf = ({ before, after }: TwoBooks) => new Set([...decidedPairs(before), ...decidedPairs(after)].map(keyOf))

const saidIn = (results: Results, key: string) => {
  return spelledSaid(results.get(key) ?? { modality: 'SILENT' })
}

function spelledSaid({ modality, referral }: Said): string {
  return JSON.stringify([modality, referral?.cause, referral?.ask, referral?.interim])
}

const isAbout = ({ roles, acts }: Pairs, key: string) =>
  roles.some((role) => acts.some((act) => keyOf({ role, act }) === key))

function holdsAt(implicant: Implicant, cells: Int32Array): boolean {
  return [...implicant].every(([variable, allowed]) => allowed.includes(cells[variable] ?? -1))
}

const covers = ({ implicants }: Region, cells: Int32Array) => implicants.some((one) => holdsAt(one, cells))

law('a difference describes exactly the situations whose answers differ, from what to what', 40, twoBooks, (two) => {
  const { after, difference } = compared(two)
  const turnOf = (from: string, to: string) => `${from} → ${to}`
  const lines = everyPair(two, after, ({ was, is, cells }, key) => {
    const told = difference.answers.filter((one) => isAbout(one, key) && covers(one, cells))
    const [from, to] = [saidIn(was, key), saidIn(is, key)]
    return {
      told: told.map(({ before, after }) => turnOf(spelledSaid(before), spelledSaid(after))),
      expected: from === to ? [] : [turnOf(from, to)],
    }
  })
  expect(lines.told).toEqual(lines.expected)
})

type Lines = { readonly told: readonly string[]; readonly expected: readonly string[] }
type Looked = Both & { readonly cells: Int32Array }

/** What the difference tells, and what trying everything comes to: a line for each pair and situation with something to say. */
function everyPair(two: TwoBooks, after: Compiled, of: (both: Looked, key: string) => Lines): Lines {
  const keys = pairsOf(two)
  const each = possibleInBoth(two).flatMap((both) => {
    const cells = encode(after, both.total)
    const where = JSON.stringify([...both.total])
    return [...keys].map((key) => ({ where: `${key} ${where}`, ...of({ ...both, cells }, key) }))
  })
  const linesOf = (side: 'told' | 'expected') =>
    each.flatMap(({ where, ...lines }) => lines[side].map((line) => `${where}: ${line}`))
  return { told: linesOf('told'), expected: linesOf('expected') }
}

law('a difference names the norms that decide where an answer differs', 25, twoBooks, (two) => {
  const { after, difference } = compared(two)
  const both = possibleInBoth(two).map((each) => ({ ...each, cells: encode(after, each.total) }))
  for (const one of difference.answers) {
    const within = both.filter(({ cells }) => covers(one, cells))
    const normsOf = (side: 'was' | 'is') => {
      const keys = one.roles.flatMap((role) => one.acts.map((act) => keyOf({ role, act })))
      return new Set(keys.map((key) => normIds(within.flatMap((each) => each[side].get(key)?.deciding ?? [])).join()))
    }
    expect([...normsOf('was')]).toEqual([one.because.before.join()])
    expect([...normsOf('is')]).toEqual([one.because.after.join()])
  }
})

function normIds(statements: readonly string[]): readonly string[] {
  return [...new Set(statements.map((id) => id.replace(/\/\d+$/, '')))].toSorted()
}

law('a difference tells the terms that differ where the answer is the same', 40, twoBooks, (two) => {
  const { after, difference } = compared(two)
  const lines = everyPair(two, after, ({ was, is, cells }, key) => {
    const told = difference.terms.filter((one) => isAbout(one, key) && covers(one, cells))
    const exchange = exchanged(termsOf(two.before, was.get(key)), termsOf(two.after, is.get(key)))
    return {
      told: told.map(({ gone, come }) => JSON.stringify([gone, come].map((terms) => terms.map(termWords).toSorted()))),
      expected: saidIn(was, key) === saidIn(is, key) && exchange.flat().length > 0 ? [JSON.stringify(exchange)] : [],
    }
  })
  expect(lines.told).toEqual(lines.expected)
})

const termWords = (term: Term) => JSON.stringify(Object.entries(term).toSorted())

function exchanged(was: readonly string[], is: readonly string[]): readonly [readonly string[], readonly string[]] {
  return [was.filter((each) => !is.includes(each)), is.filter((each) => !was.includes(each))]
}

function termsOf(book: Book, result: Result | undefined): readonly string[] {
  if (result === undefined) return []
  const statements = [...book.norms, ...book.exceptions].flatMap((rule) => rule.statements)
  const setting = new Set(result.deadlines.flatMap((deadline) => deadline.statements))
  const deadlines = statements.flatMap(({ id, deadline }) => (setting.has(id) && deadline ? [deadline] : []))
  const aside = result.setAsideBy.map((key): Term => {
    const [role = '', act = ''] = key.split(' ')
    return { kind: 'set aside by', role, act }
  })
  const one: readonly Term[] = result.modality === 'MUST' && result.one ? [{ kind: 'one' }] : []
  return [...new Set([...deadlines, ...aside, ...one].map(termWords))].toSorted()
}

law('a difference tells the same answer from other norms apart', 30, twoBooks, (two) => {
  const { after, difference } = compared(two)
  const lines = everyPair(two, after, ({ was, is, cells }, key) => {
    const told = difference.sources.filter(
      (one) => one.about.some((about) => isAbout(about, key)) && covers(one, cells),
    )
    const exchange = exchanged(normIds(was.get(key)?.deciding ?? []), normIds(is.get(key)?.deciding ?? []))
    return {
      told: told.map(({ gone, come }) => JSON.stringify([gone, come])),
      expected: saidIn(was, key) === saidIn(is, key) && exchange.flat().length > 0 ? [JSON.stringify(exchange)] : [],
    }
  })
  expect(lines.told).toEqual(lines.expected)
})

law('a difference tells the situations that only one of two books holds possible', 40, twoBooks, (two) => {
  const { after, difference } = compared(two)
  const shared = two.before.inputs.map(({ id }) => id).filter((id) => two.after.inputs.some((input) => input.id === id))
  const spelled = (total: TotalSituation) => JSON.stringify(shared.map((id) => total.get(id)))
  const every = everyShared(two)
  const possible = (book: Book) =>
    new Set(every.filter((total) => determine(book, total).kind === 'determined').map(spelled))
  const [one, other] = [possible(two.before), possible(two.after)]
  const either = every.filter((total) => one.has(spelled(total)) || other.has(spelled(total)))
  const told = either.map((total) => {
    const cells = encode(after, total)
    return difference.possible.filter((each) => covers(each, cells)).map(({ side }) => side)
  })
  const sidesOf = (words: string) => (one.has(words) === other.has(words) ? [] : [one.has(words) ? 'before' : 'after'])
  expect(told).toEqual(either.map((total) => sidesOf(spelled(total))))
})

law('each condition of a difference is needed, and as many kinds are counted as there are', 80, twoBooks, (two) => {
  const { after, difference } = compared(two)
  const cells = possibleInBoth(two).map(({ total }) => encode(after, total))
  for (const one of [...difference.answers, ...difference.terms, ...difference.sources]) {
    const within = cells.filter((each) => covers(one, each))
    for (const implicant of one.implicants) {
      const alone = within.some(
        (each) => one.implicants.filter((other) => holdsAt(other, each)).length === 1 && holdsAt(implicant, each),
      )
      expect(alone, one.conditions.join('; ')).toBe(true)
    }
    const places = one.facts.map((id) => after.variables.findIndex(({ input }) => input.id === id))
    const kinds = new Set(within.map((each) => places.map((place) => each[place]).join()))
    expect(kinds.size, one.conditions.join('; ')).toBe(one.kinds)
    expect(one.left).toBe(0)
  }
})

law('what a short description leaves out is counted', 30, twoBooks, (two) => {
  const { after, difference } = compared(two, { most: 1 })
  const whole = compared(two).difference
  const cells = possibleInBoth(two).map(({ total }) => encode(after, total))
  for (const [index, one] of difference.answers.entries()) {
    const region = whole.answers[index]
    if (region === undefined) throw new Error('a short description is of as many changes')
    const left = cells.filter((each) => covers(region, each) && !covers(one, each))
    const places = one.facts.map((id) => after.variables.findIndex(({ input }) => input.id === id))
    expect(one.conditions.length).toBe(1)
    expect(new Set(left.map((each) => places.map((place) => each[place]).join())).size).toBe(one.left)
  }
})

law('every completion of an example is answered as the difference says', 100, twoBooks, (two) => {
  const { difference } = compared(two)
  for (const one of difference.answers) {
    const keys = one.roles.flatMap((role) => one.acts.map((act) => keyOf({ role, act })))
    for (const side of ['before', 'after'] as const) {
      const decided = completions(two[side], one.example.situation).flatMap((total) => {
        const determination = determine(two[side], total)
        return determination.kind === 'determined' ? [determination.results] : []
      })
      const said = new Set(decided.flatMap((results) => keys.map((key) => saidIn(results, key))))
      expect([...said], `${side} ${JSON.stringify([...one.example.situation])}`).toEqual([spelledSaid(one[side])])
    }
  }
})

law(
  'a book does not differ from itself, nor from itself in another order',
  20,
  fc.tuple(books, fc.nat()),
  ([book, seed]) => {
    const none = { answers: [], terms: [], possible: [], known: [], begins: [], sources: [] }
    expect(diff(book, book)).toMatchObject(none)
    expect(diff(book, { ...shuffled(book, seed), unsettled: book.unsettled })).toMatchObject(none)
  },
)

law('the difference the other way round is its mirror', 40, twoBooks, (two) => {
  const { before, after, difference } = compared(two)
  const mirror = partsOf(diffOf(after, before, ALL))
  const spelled = (before: unknown, after: unknown, of: unknown) => JSON.stringify([before, after, of])
  expect(mirror.map(({ before, after, of }) => spelled(after, before, of)).toSorted()).toEqual(
    partsOf(difference)
      .map(({ before, after, of }) => spelled(before, after, of))
      .toSorted(),
  )
})

/** What a difference tells, each with what it has of the book before and of the one after. */
function partsOf({ answers, terms, sources, possible, known }: Difference) {
  const where = ({ kinds, conditions }: Region) => ({ kinds, conditions })
  const about = ({ roles, acts }: Pairs) => ({ roles, acts })
  const sided = (side: string) => ({ before: side === 'before', after: side === 'after' })
  return [
    ...answers.map((one) => ({ before: one.before, after: one.after, of: [about(one), where(one)] })),
    ...terms.map((one) => ({ before: one.gone, after: one.come, of: [about(one), where(one)] })),
    ...sources.map((one) => ({ before: one.gone, after: one.come, of: [one.about, where(one)] })),
    ...possible.map((one) => ({ ...sided(one.side), of: [where(one)] })),
    ...known.map(({ side, sort, id }) => ({ ...sided(side), of: [sort, id] })),
  ]
}
