/** A reason is enough, and none smaller is; what would have to change is the least that changes anything: by brute force. */
import { support } from '@remit/engine/diagram/reach.ts'
import { decide } from '@remit/engine/questions/decide.ts'
import { explain } from '@remit/engine/questions/explain.ts'
import type { Way, Ways } from '@remit/engine/questions/ways.ts'
import { whatIf } from '@remit/engine/questions/what-if.ts'
import { EXPECTABLE, whyNot } from '@remit/engine/questions/why-not.ts'
import type { Modality } from '@remit/language/checked/outcome.ts'
import type { Book, InputId, Situation, SituationValue } from '@remit/language/checked/tree.ts'
import { UNKNOWN } from '@remit/language/checked/tree.ts'
import fc from 'fast-check'
import { expect } from 'vitest'
import { holding, liftedBy } from './applies.ts'
import { completions, unknownIn } from './complete.ts'
import { determine, type Result } from './determine.ts'
import type { TotalSituation } from './holds.ts'
import { keyOf, type Pair, speaksAbout } from './speaks.ts'
import { compiledOf, situationsIn } from './testing/analysed.ts'
import { law } from './testing/law.ts'
import { cases } from './testing/situations.ts'

/** Books of more situations than this are left out: all of them are tried one by one, for each choice of facts. */
const SITUATIONS_MAX = 100

type Asked = { readonly book: Book; readonly pair: Pair; readonly situation: Situation }

/** A whole or a partial situation of a book, and one of the pairs whose answers hang on most facts. */
const asked: fc.Arbitrary<Asked> = fc
  .tuple(cases, fc.nat(2), fc.boolean())
  .filter(([{ book }]) => situationsIn(book) <= SITUATIONS_MAX)
  .map(([{ book, total, partial }, draw, isWhole]) => {
    const { diagrams, pairs } = compiledOf(book)
    const facts = new Map(pairs.map((pair) => [pair, support(diagrams, pair.outcome).length]))
    const most = pairs.toSorted((one, other) => (facts.get(other) ?? 0) - (facts.get(one) ?? 0)).slice(0, 3)
    const { role, act } = most[draw % most.length] ?? NOBODY
    return { book, situation: isWhole ? total : partial, pair: { role, act } }
  })
  .filter(({ pair }) => pair.act !== NOBODY.act)

const NOBODY: Pair = { role: '', act: '' }

type Decided = { readonly total: TotalSituation; readonly results: ReadonlyMap<string, Result> }

/** Every possible completion; each total situation is decided once. */
class Tried {
  readonly #book: Book
  readonly #done = new Map<string, ReadonlyMap<string, Result> | undefined>()
  /** The known values, reported or presumed. */
  readonly known: ReadonlyMap<InputId, SituationValue>

  constructor(book: Book, situation: Situation) {
    this.#book = book
    const unknown = new Set(unknownIn(book, situation))
    const [first] = completions(book, situation)
    this.known = new Map([...(first ?? [])].filter(([input]) => !unknown.has(input)))
  }

  /** The possible situations in which these inputs are as they are, whatever the others are. */
  keeping(inputs: Iterable<InputId>): readonly Decided[] {
    const kept = new Set(inputs)
    const asIs = this.#book.inputs.map(
      ({ id }) => [id, kept.has(id) ? (this.known.get(id) ?? UNKNOWN) : UNKNOWN] as const,
    )
    return this.of(new Map(asIs))
  }

  /** Its possible completions. */
  of(situation: Situation): readonly Decided[] {
    return completions(this.#book, situation).flatMap((total) => {
      const results = this.#decide(total)
      return results === undefined ? [] : [{ total, results }]
    })
  }

  #decide(total: TotalSituation): ReadonlyMap<string, Result> | undefined {
    const key = JSON.stringify([...total])
    if (!this.#done.has(key)) {
      const determination = determine(this.#book, total)
      this.#done.set(key, determination.kind === 'impossible' ? undefined : determination.results)
    }
    return this.#done.get(key)
  }
}

const modalityIn = ({ results }: Decided, pair: Pair): Modality => results.get(keyOf(pair))?.modality ?? 'SILENT'

function modalitiesOf(decided: readonly Decided[], pair: Pair): ReadonlySet<Modality> {
  return new Set(decided.map((each) => modalityIn(each, pair)))
}

/** Every choice of this many of them. */
function choices<T>(of: readonly T[], size: number): readonly (readonly T[])[] {
  if (size === 0) return [[]]
  return of.flatMap((first, place) => choices(of.slice(place + 1), size - 1).map((rest) => [first, ...rest]))
}

law(
  'a reason is enough whatever else is so, and nothing with fewer facts is',
  150,
  asked,
  ({ book, pair, situation }) => {
    const compiled = compiledOf(book)
    const found = decide(compiled, situation)
    if (found.kind === 'impossible') return
    const answer = found.answers.find((each) => keyOf(each) === keyOf(pair))
    if (answer?.result.kind !== 'settled') return
    const { modality } = answer.result
    const { because } = explain(compiled, situation, answer)
    const tried = new Tried(book, situation)
    const isEnough = (inputs: readonly InputId[]) =>
      tried.keeping(inputs).every((each) => modalityIn(each, pair) === modality)
    const inputs = because?.facts.map(({ input }) => input) ?? []
    expect(because?.smallest).toBe(true)
    expect(inputs.filter((input) => !tried.known.has(input))).toEqual([])
    expect(isEnough(inputs), inputs.join()).toBe(true)
    // What is enough with fewer facts would be enough with one fewer.
    const fewer = inputs.length === 0 ? [] : choices([...tried.known.keys()], inputs.length - 1)
    expect(fewer.filter(isEnough)).toEqual([])
    const presumed = (of: readonly InputId[]) => of.filter((input) => !situation.has(input)).length
    const less = choices([...tried.known.keys()], inputs.length).filter((of) => presumed(of) < presumed(inputs))
    expect(less.filter(isEnough)).toEqual([])
  },
)

/** Each smallest choice of known inputs without which something is possible, as sorted keys. */
function smallestFreed(tried: Tried, isThere: (decided: Decided) => boolean): readonly (readonly InputId[])[] {
  const known = [...tried.known.keys()]
  const found: (readonly InputId[])[] = []
  for (let size = 0; size <= known.length; size++) {
    for (const freed of choices(known, size)) {
      if (found.some((less) => less.every((input) => freed.includes(input)))) continue
      if (tried.keeping(known.filter((input) => !freed.includes(input))).some(isThere)) found.push(freed)
    }
  }
  return found
}

/** As many ways as there are. */
const ALL = 1000

function expectWays(tried: Tried, situation: Situation, ways: Ways, isThere: (decided: Decided) => boolean): void {
  const smallest = smallestFreed(tried, isThere)
  const isKnown = (input: InputId) => tried.known.has(input)
  const changed = (way: Way) =>
    way.facts
      .map(({ input }) => input)
      .filter(isKnown)
      .toSorted()
      .join()
  expect(ways.distance).toBe(smallest[0]?.length)
  expect(ways.more).toBe(false)
  const sets = ways.distance === 0 ? [''] : smallest.map((freed) => freed.toSorted().join())
  expect([...new Set(ways.ways.map(changed))].toSorted()).toEqual(sets.toSorted())
  expectOrder(ways)
  for (const way of ways.ways) {
    for (const values of productOf(way)) {
      const there = tried.of(new Map([...situation, ...values]))
      expect(there.length, way.words).toBeGreaterThan(0)
      if (way.certainty === 'settled') expect(there.every(isThere), way.words).toBe(true)
      else expect([there.some(isThere), there.every(isThere)], way.words).toEqual([true, false])
    }
  }
}

/** Fewer facts first, and of as many those that can change. */
function expectOrder({ distance, ways }: Ways): void {
  if (distance === 0) return
  const costs = new Map<string, readonly number[]>()
  for (const { facts } of ways) {
    const key = facts.map(({ input }) => input).join()
    const fixed = facts.filter(({ canChange }) => !canChange).length
    costs.set(key, [facts.length, Math.min(fixed, costs.get(key)?.[1] ?? fixed)])
  }
  const inOrder = [...costs.values()].toSorted(([a = 0, c = 0], [b = 0, d = 0]) => a - b || c - d)
  expect([...costs.values()]).toEqual(inOrder)
}

/** Each choice of one value for each of a way's facts. */
function productOf({ facts }: Way): readonly (readonly (readonly [InputId, SituationValue])[])[] {
  return facts.reduce<readonly (readonly (readonly [InputId, SituationValue])[])[]>(
    (some, { input, values }) => some.flatMap((before) => values.map((value) => [...before, [input, value] as const])),
    [[]],
  )
}

law('what if: the ways are those with the fewest changes, all of them, and lead there', 80, asked, (each) => {
  const { book, pair, situation } = each
  const { now, answers } = whatIf(compiledOf(book), situation, pair, { most: ALL })
  const tried = new Tried(book, situation)
  const possible = modalitiesOf(tried.keeping(tried.known.keys()), pair)
  expect(new Set(now)).toEqual(possible)
  const anywhere = modalitiesOf(tried.keeping([]), pair)
  const others = [...anywhere].filter((modality) => possible.size !== 1 || !possible.has(modality))
  expect(answers.map(({ modality }) => modality).toSorted()).toEqual(others.toSorted())
  for (const answer of answers) {
    expectWays(tried, situation, answer, (decided) => modalityIn(decided, pair) === answer.modality)
    expect(whatIf(compiledOf(book), situation, pair, { most: ALL, want: answer.modality }).answers).toEqual([answer])
  }
})

law('one fact changed and what if agree', 100, asked, ({ book, pair, situation }) => {
  const compiled = compiledOf(book)
  const found = decide(compiled, situation)
  if (found.kind === 'impossible') return
  const answer = found.answers.find((each) => keyOf(each) === keyOf(pair))
  if (answer?.result.kind !== 'settled') return
  const { known } = new Tried(book, situation)
  const ofChanges = explain(compiled, situation, answer)
    .changes.filter(({ input }) => known.has(input))
    .flatMap(({ input, modalities }) => modalities.map((modality) => `${input}: ${modality}`))
  const ofWays = whatIf(compiled, situation, pair, { most: ALL }).answers.flatMap(({ modality, ways }) =>
    ways.flatMap(({ facts }) => (facts.length === 1 ? facts.map(({ input }) => `${input}: ${modality}`) : [])),
  )
  const { modality } = answer.result
  const others = ofChanges.filter((words) => !words.endsWith(`: ${modality}`))
  expect([...new Set(others)].toSorted()).toEqual([...new Set(ofWays)].toSorted())
})

law('why not: what becomes of each statement that would say so is what the reference says', 100, asked, (each) => {
  const { book, pair, situation } = each
  const compiled = compiledOf(book)
  const tried = new Tried(book, situation)
  const possible = tried.keeping(tried.known.keys())
  if (possible.length === 0) return
  for (const expected of EXPECTABLE) {
    const found = whyNot(compiled, situation, pair, expected)
    expect(found.isSo).toBe(possible.every((decided) => modalityIn(decided, pair) === expected))
    expect(found.nearest).toEqual(whatIf(compiled, situation, pair, { want: expected }).answers[0])
    if (found.isSo) continue
    const fates = found.claims.map(({ statement, fate, certainty }) => `${statement} ${fate} ${certainty}`)
    expect(fates.toSorted()).toEqual(fatesIn(book, pair, possible, expected).toSorted())
    for (const claim of found.claims) {
      if (claim.fate !== 'does not apply') continue
      const applies = ({ total }: Decided) => fateOf(book, pair, total, claim.statement) !== 'does not apply'
      expect(claim.needs.distance, claim.words).toBe(smallestFreed(tried, applies)[0]?.length)
      const inputs = claim.because?.facts.map(({ input }) => input)
      if (inputs !== undefined) expect(tried.keeping(inputs).some(applies), claim.words).toBe(false)
    }
  }
})

const SAID_BY: { readonly [modality in (typeof EXPECTABLE)[number]]: readonly string[] } = {
  MUST: ['must'],
  'MUST NOT': ['must not'],
  MAY: ['may', 'need not'],
  SHOULD: ['should'],
  'SHOULD NOT': ['should not'],
}

function fatesIn(
  book: Book,
  pair: Pair,
  possible: readonly Decided[],
  expected: (typeof EXPECTABLE)[number],
): readonly string[] {
  const statements = [...book.norms, ...book.exceptions].flatMap((rule) =>
    rule.statements.filter((each) => SAID_BY[expected].includes(each.modality) && speaksAbout(book, each, pair)),
  )
  return statements.flatMap(({ id }) => {
    const fates = possible.map(({ total, results }) => fateOf(book, pair, total, id, results))
    return [...new Set(fates)].map(
      (fate) => `${id} ${fate} ${fates.every((each) => each === fate) ? 'settled' : 'possible'}`,
    )
  })
}

function fateOf(
  book: Book,
  pair: Pair,
  total: TotalSituation,
  statement: string,
  results?: ReadonlyMap<string, Result>,
): string {
  const held = holding(book, total, pair.role)
  const states = (rule: Book['norms'][number] | Book['exceptions'][number]) =>
    rule.statements.some(({ id }) => id === statement)
  const norm = book.norms.find(states)
  if (norm === undefined && !held.exceptions.some(states)) return 'does not apply'
  if (norm !== undefined && !held.norms.includes(norm)) return 'does not apply'
  if (norm !== undefined && liftedBy(book, held, norm, pair).length > 0) return 'lifted'
  return results?.get(keyOf(pair))?.defeated.includes(statement) === true ? 'beaten' : 'applies'
}
