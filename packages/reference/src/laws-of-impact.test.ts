/** Past situations under two books: what the engine counts is what deciding each row by itself comes to. */
import { LIMITS } from '@remit/engine/diagram/diagrams.ts'
import { type Compiled, compileTogether } from '@remit/engine/diagram/from-checked.ts'
import { CODES } from '@remit/engine/questions/decider.ts'
import { type Came, impact, impactCounter } from '@remit/engine/questions/impact.ts'
import { columnsImpact } from '@remit/engine/questions/impact-columns.ts'
import type { Book, Situation } from '@remit/language/checked/tree.ts'
import fc from 'fast-check'
import { expect } from 'vitest'
import { determinePartial, type PartialDetermination } from './complete.ts'
import { decidedPairs, keyOf } from './speaks.ts'
import { law } from './testing/law.ts'
import { draws, partialOf } from './testing/situations.ts'
import { type TwoBooks, twoBooks } from './testing/two-books.ts'

/** Some rows, of which some are equal, in the words of either book. */
const cases = fc.tuple(twoBooks, fc.array(draws, { minLength: 1, maxLength: 4 }), fc.array(fc.nat(7), { maxLength: 8 }))

function rowsOf({ before, after }: TwoBooks, drawn: readonly (readonly number[])[], again: readonly number[]) {
  const different = drawn.map((draw, index) => partialOf(index % 2 === 0 ? before : after, draw))
  const repeated = again.flatMap((index) => different[index % different.length] ?? [])
  return [...different, ...repeated]
}

function compiledOf({ before, after }: TwoBooks): readonly [Compiled, Compiled] {
  const compilation = compileTogether([before, after])
  if (compilation.kind !== 'compiled') throw new Error('two small books of one agency can be compared')
  const [one, other] = compilation.compiled
  if (one === undefined || other === undefined) throw new Error('two books are two compiled books')
  return [one, other]
}

/** What a book can be told of a situation: values for which it has no word are not known to it. */
function inWordsOf(book: Book, situation: Situation): Situation {
  const inputs = new Map(book.inputs.map((input) => [input.id, input]))
  return new Map(
    [...situation].map(([id, value]) => {
      const input = inputs.get(id)
      const isUnknown = input?.kind === 'one-of' && !input.values.some((each) => each.id === value)
      return [id, isUnknown ? 'unknown' : value] as const
    }),
  )
}

function modalitiesIn(determination: PartialDetermination, key: string): readonly string[] {
  if (determination.kind === 'impossible') return []
  return determination.pairs.get(key)?.possible ?? ['SILENT']
}

const spelled = (from: readonly string[], to: readonly string[]) =>
  `${[...from].toSorted().join()} → ${[...to].toSorted().join()}`

law('the impact on rows is what each comes to by itself under either book', 100, cases, ([two, drawn, again]) => {
  const rows = rowsOf(two, drawn, again)
  const found = impact(...compiledOf(two), rows)
  expect(found.rows).toBe(rows.length)
  const keys = [...new Set([...decidedPairs(two.before), ...decidedPairs(two.after)].map(keyOf))]
  const counts = new Map<string, number>()
  for (const [index, situation] of rows.entries()) {
    const [was, is] = [two.before, two.after].map((book) => determinePartial(book, inWordsOf(book, situation)))
    if (was === undefined || is === undefined) throw new Error('two books decide twice')
    const isPossible = was.kind === 'determined' && is.kind === 'determined'
    const turns = (isPossible ? keys : []).flatMap((key) => {
      const [from, to] = [modalitiesIn(was, key), modalitiesIn(is, key)]
      return spelled(from, from) === spelled(to, to) ? [] : [`${key}: ${spelled(from, to)}`]
    })
    for (const turn of turns) counts.set(turn, (counts.get(turn) ?? 0) + 1)
    const group = found.groups.find((each) => each.rows.includes(index + 1))
    const only = was.kind === is.kind ? undefined : was.kind === 'determined' ? 'before' : 'after'
    expect(group?.onlyPossible).toBe(only)
    const isTurned = ({ before, after }: { readonly before: Came; readonly after: Came }) =>
      spelled(before.modalities, before.modalities) !== spelled(after.modalities, after.modalities)
    const told = group?.turned.filter(isTurned) ?? []
    expect(
      told.map((one) => `${keyOf(one)}: ${spelled(one.before.modalities, one.after.modalities)}`).toSorted(),
    ).toEqual(turns.toSorted())
  }
  const counted = new Map<string, number>()
  for (const { before, after, rows, ...pair } of found.counts) {
    const turn = `${keyOf(pair)}: ${spelled(before.modalities, after.modalities)}`
    if (counts.has(turn)) counted.set(turn, (counted.get(turn) ?? 0) + rows)
  }
  expect(counted).toEqual(counts)
})

law('what is too large to find out at once is found out situation by situation', 20, cases, ([two, drawn, again]) => {
  const rows = rowsOf(two, drawn, again)
  const [before, after] = compiledOf(two)
  after.diagrams.allow({ ...LIMITS, steps: 0 })
  const counter = impactCounter(before, after)
  after.diagrams.allow(LIMITS)
  for (const row of rows) counter.add(row)
  expect(counter.result()).toEqual(impact(before, after, rows))
})

law('the impact on columns is what each row comes to by itself', 100, cases, ([two, drawn, again]) => {
  const rows = rowsOf(two, drawn, again)
  const [before, after] = compiledOf(two)
  const inputs = [...new Set([...two.before.inputs, ...two.after.inputs].map(({ id }) => id))]
  const columns = new Map(inputs.map((id) => [id, { kind: 'values', values: rows.map((row) => row.get(id)) }] as const))
  for (const pair of decidedPairs(two.after).slice(0, 4)) {
    const counter = columnsImpact(before, after, pair, { inputs })
    counter.add(columns, { rows: rows.length })
    const codeOf = (book: Book, situation: Situation) => {
      const possible = modalitiesIn(determinePartial(book, inWordsOf(book, situation)), keyOf(pair))
      const [only = 'IMPOSSIBLE', ...others] = possible
      return others.length > 0 ? 'OPEN' : only
    }
    const turns = rows.map((row) => `${codeOf(two.before, row)} → ${codeOf(two.after, row)}`)
    const { counts, differing } = counter.result()
    const told = counts.flatMap(({ before, after, rows }) => Array.from({ length: rows }, () => `${before} → ${after}`))
    expect(told.toSorted(), keyOf(pair)).toEqual(turns.toSorted())
    expect(differing).toBe(counts.filter((one) => one.before !== one.after).reduce((sum, { rows }) => sum + rows, 0))
    expect(counts.every(({ before }) => CODES.includes(before))).toBe(true)
  }
})
