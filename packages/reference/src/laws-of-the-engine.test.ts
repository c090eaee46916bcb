/** The engine gives what the reference interpreter gives, on every generated book: *Properties* of the language's definition. */
import { encode, modalityOf } from '@remit/engine/diagram/encode.ts'
import type { Compiled } from '@remit/engine/diagram/from-checked.ts'
import { compile, compileTogether } from '@remit/engine/diagram/from-checked.ts'
import type { Answer, Determination } from '@remit/engine/questions/answer.ts'
import { ask } from '@remit/engine/questions/ask.ts'
import { decide } from '@remit/engine/questions/decide.ts'
import { MODALITIES } from '@remit/language/checked/outcome.ts'
import type { Book, Input, Situation } from '@remit/language/checked/tree.ts'
import fc from 'fast-check'
import { expect } from 'vitest'
import { determinePartial, unknownIn } from './complete.ts'
import { determine } from './determine.ts'
import { someInputsOf } from './lists.ts'
import { presumedOf } from './presumed.ts'
import { decidedPairs, keyOf } from './speaks.ts'
import { ofEngine, ofReference } from './testing/engine-view.ts'
import { law } from './testing/law.ts'
import { shuffled } from './testing/shuffled.ts'
import { cases } from './testing/situations.ts'
import { later, turns } from './time.ts'
import { worthAsking } from './worth-asking.ts'

function compiledOf(book: Book): Compiled {
  const compilation = compile(book)
  if (compilation.kind !== 'compiled') throw new Error('a small book is never too large')
  return compilation.compiled
}

function comparedIn(book: Book, situation: Situation): unknown {
  return ofEngine(decide(compiledOf(book), situation), decidedPairs(book).map(keyOf))
}

function answersIn(determination: Determination): ReadonlyMap<string, Answer> {
  if (determination.kind === 'impossible') return new Map()
  return new Map(determination.answers.map((answer) => [keyOf(answer), answer]))
}

law('the engine decides every total situation as the reference does', 250, cases, ({ book, total }) => {
  expect(comparedIn(book, total)).toEqual(ofReference(determinePartial(book, total)))
})

law('the engine decides every partial situation as the reference does', 250, cases, ({ book, partial }) => {
  expect(comparedIn(book, partial)).toEqual(ofReference(determinePartial(book, partial)))
})

law('the engine names what an impossible situation breaks', 250, cases, ({ book, total }) => {
  const expected = determine(book, total)
  if (expected.kind === 'impossible') expect(decide(compiledOf(book), total)).toMatchObject(expected)
})

law('the engine’s fast answer is the modality of every pair that it compiles', 250, cases, ({ book, total }) => {
  const expected = determine(book, total)
  if (expected.kind === 'impossible') return
  const compiled = compiledOf(book)
  const fast = new Map(
    compiled.pairs.map((pair) => [keyOf(pair), MODALITIES[modalityOf(compiled, pair.index, encode(compiled, total))]]),
  )
  const modalities = [...expected.results].map(([key, { modality }]) => [key, modality])
  expect(modalities.map(([key = '']) => [key, fast.get(key) ?? 'SILENT'])).toEqual(modalities)
})

/**
 * Where nevers link all unknown inputs so that none can change alone, the reference names none; the engine then names
 * those that can have several values.
 */
law('the inputs that matter are those that alone can change the modality', 250, cases, ({ book, partial }) => {
  const expected = determinePartial(book, partial)
  if (expected.kind === 'impossible') return
  const unknown = unknownIn(book, partial)
  const answers = answersIn(decide(compiledOf(book), partial))
  for (const [key, { settled, matter }] of expected.pairs) {
    const result = answers.get(key)?.result
    const found = result?.kind === 'open' ? result.matters : []
    if (settled !== undefined || matter.length > 0) expect(found, key).toEqual(matter)
    else expect(found.length > 0 && found.every((input) => unknown.includes(input)), key).toBe(true)
  }
})

/** Where nevers, or entries of a list, link facts so that none can change alone, what to ask is the engine’s choice. */
law(
  'the next question is about a fact that can change a modality beyond MAY and SILENT',
  150,
  cases,
  ({ book, partial }) => {
    if (book.lists.some(({ id }) => someInputsOf(book, id).length > 1)) return
    const asked = { ...book, nevers: [], inputs: book.inputs.map(withQuestion) }
    const worth = worthAsking(asked, partial)
    const askable = asked.inputs.filter((input) => input.ask !== undefined).map((input) => input.id)
    const question = ask(compiledOf(asked), partial)
    if (question === undefined || question.presumed !== undefined)
      return expect(askable.filter((input) => worth.has(input))).toEqual([])
    expect(askable).toContain(question.input)
    expect(question.decides.map(keyOf).toSorted()).toEqual(worth.get(question.input))
  },
)

/** Nobody is asked about clocks and done acts. */
function withQuestion(input: Input): Input {
  const isAsked = input.kind !== 'clock' && !(input.kind === 'yes-no' && input.of.kind === 'done')
  return isAsked ? { ...input, ask: `Which ${input.id}?` } : input
}

law('a result rests on the presumed inputs of which another value would change it', 120, cases, ({ book, partial }) => {
  const answers = answersIn(decide(compiledOf(book), partial))
  for (const [key, presumed] of presumedOf(book, partial)) {
    const answer = answers.get(key)
    if (answer !== undefined) expect(answer.presumed, key).toEqual(presumed)
  }
})

law('nothing changes before the instant at which the engine says that it can', 120, cases, ({ book, total }) => {
  const compiled = compiledOf(book)
  const now = decide(compiled, total)
  if (now.kind === 'impossible') return
  const { nextChangeMs, ...saidNow } = now
  const at = (ms: number) => ofReference(determinePartial(book, later(book, total, ms)))
  for (const ms of turns(book, total).filter((each) => each < (nextChangeMs ?? Infinity)))
    expect(at(ms), `${ms}`).toEqual(at(0))
  if (nextChangeMs !== undefined) {
    const { nextChangeMs: _, ...saidThen } = { nextChangeMs: 0, ...decide(compiled, later(book, total, nextChangeMs)) }
    expect(saidThen).not.toEqual(saidNow)
  }
})

law('what the engine settles stays settled when a fact is added', 250, fc.tuple(cases, fc.nat()), ([each, draw]) => {
  const { book, total, partial } = each
  const unknown = unknownIn(book, partial)
  const added = unknown[draw % Math.max(1, unknown.length)]
  const value = added === undefined ? undefined : total.get(added)
  if (added === undefined || value === undefined) return
  const compiled = compiledOf(book)
  const before = decide(compiled, partial)
  const after = decide(compiled, new Map([...partial, [added, value]]))
  if (before.kind === 'impossible') expect(after.kind).toBe('impossible')
  if (after.kind === 'impossible') return
  const answers = answersIn(after)
  for (const [key, { result }] of answersIn(before))
    if (result.kind === 'settled' && result.modality !== 'SILENT') expect(answers.get(key)?.result, key).toEqual(result)
})

/** Doubts keep their order: a referral names them in it, and a checked book has them in order of id. */
law('the order of a book never changes what the engine decides', 120, fc.tuple(cases, fc.nat()), ([each, seed]) => {
  const { book, partial } = each
  const keys = decidedPairs(book).map(keyOf)
  const decided = (of: Book) => ofEngine(decide(compiledOf(of), partial), keys)
  expect(decided({ ...shuffled(book, seed), unsettled: book.unsettled })).toEqual(decided(book))
})

law(
  'books that are compiled together say what each says alone, wherever both have words for what is so',
  150,
  fc.tuple(cases, cases),
  ([{ book, total }, { book: other }]) => {
    const together = compileTogether([other, book])
    if (together.kind !== 'compiled') {
      expect(together.refusal).toBe('declared otherwise')
      return
    }
    const [, compiled] = together.compiled
    const alone = ofEngine(decide(compiledOf(book), total), decidedPairs(book).map(keyOf))
    expect(compiled && ofEngine(decide(compiled, total), decidedPairs(book).map(keyOf))).toEqual(alone)
  },
)
