import { MODALITIES } from '@remit/language/checked/outcome.ts'
import type { Book, Situation } from '@remit/language/checked/tree.ts'
import { law } from '@remit/reference/testing/law.ts'
import { shuffled } from '@remit/reference/testing/shuffled.ts'
import { cases } from '@remit/reference/testing/situations.ts'
import { describe, expect } from 'vitest'
import { assert } from '../assert.ts'
import { encode, modalityOf } from '../diagram/encode.ts'
import { type Compiled, compile } from '../diagram/from-checked.ts'
import { analyse } from './analyse.ts'
import type { Determination } from './answer.ts'
import { answerTo } from './answer-to.ts'
import { ask } from './ask.ts'
import { decide } from './decide.ts'
import { explain } from './explain.ts'

function compiledOf(book: Book): Compiled {
  const compilation = compile(book)
  assert(compilation.kind === 'compiled', 'a small book compiles')
  return compilation.compiled
}

const withoutNext = (determination: Determination) =>
  determination.kind === 'impossible' ? determination : { kind: determination.kind, answers: determination.answers }

function later(situation: Situation, ms: number): Situation {
  return new Map(
    [...situation].map(([input, value]) => [
      input,
      input.startsWith('since ') && typeof value === 'number' ? value + ms : value,
    ]),
  )
}

describe('decide', () => {
  law('gives the modality that the fast walk gives', 150, cases, ({ book, total }) => {
    const compiled = compiledOf(book)
    const found = decide(compiled, total)
    if (found.kind === 'impossible') return
    const cells = encode(compiled, total)
    for (const [index, pair] of compiled.pairs.entries()) {
      const answer = found.answers.find(({ role, act }) => role === pair.role && act === pair.act)
      const modality = answer?.result.kind === 'settled' ? answer.result.modality : 'SILENT'
      expect(MODALITIES[modalityOf(compiled, index, cells)]).toBe(modality)
    }
  })

  law('gives about one pair alone what it gives about it among all', 60, cases, ({ book, partial }) => {
    const compiled = compiledOf(book)
    const found = decide(compiled, partial)
    const answers = compiled.pairs.map((pair) => answerTo(compiled, partial, pair))
    const expected = found.kind === 'impossible' ? [] : found.answers
    expect(answers.filter((answer) => answer !== undefined)).toEqual(expected)
  })

  law('keeps settled what is settled when facts are added', 150, cases, ({ book, partial, total }) => {
    const compiled = compiledOf(book)
    const before = decide(compiled, partial)
    // What is presumed is taken back by a report, so only facts that were said to be unknown are added.
    const open = new Map([...partial].filter(([, value]) => value === 'unknown').map(([id]) => [id, total.get(id)]))
    const added = new Map([...partial].map(([id, value]) => [id, open.get(id) ?? value]))
    const after = decide(compiled, added)
    if (before.kind === 'impossible') {
      expect(after.kind).toBe('impossible')
      return
    }
    if (after.kind === 'impossible') return
    for (const answer of before.answers) {
      if (answer.result.kind === 'open') continue
      const now = after.answers.find(({ role, act }) => role === answer.role && act === answer.act)
      expect(now?.result).toEqual(answer.result)
      const settled = answer.deciding.filter((one) => one.certainty === 'settled')
      expect(now?.deciding).toEqual(expect.arrayContaining(settled))
    }
  })

  law('says when time alone changes the determination, to the millisecond', 100, cases, ({ book, partial, total }) => {
    const compiled = compiledOf(book)
    for (const situation of [partial, total]) {
      const now = decide(compiled, situation)
      if (now.kind === 'impossible') continue
      const next = now.nextChangeMs
      const horizon = next ?? 20 * 3_600_000
      const between = [1, 2, 3_599_999, 3_600_000, 3_600_001, horizon - 1].filter((ms) => ms > 0 && ms < horizon)
      for (const ms of between) {
        expect([ms, withoutNext(decide(compiled, later(situation, ms)))]).toEqual([ms, withoutNext(now)])
      }
      if (next !== undefined) {
        expect(withoutNext(decide(compiled, later(situation, next)))).not.toEqual(withoutNext(now))
      }
    }
  })

  law('gives the same whatever the order of the book', 100, cases, ({ book, partial }) => {
    const inOrder = (determination: Determination) =>
      determination.kind === 'impossible'
        ? determination.breaks.toSorted()
        : Object.fromEntries(determination.answers.map((answer) => [`${answer.role} ${answer.act}`, answer.result]))
    const mixed = decide(compiledOf(shuffled(book, 7)), partial)
    expect(inOrder(mixed)).toEqual(inOrder(decide(compiledOf(book), partial)))
  })

  law('leaves nothing behind in the compiled book', 50, cases, ({ book, partial }) => {
    const compiled = compiledOf(book)
    const { nodes } = compiled.diagrams
    const first = decide(compiled, partial)
    expect(compiled.diagrams.nodes).toBe(nodes)
    expect(decide(compiled, partial)).toEqual(first)
  })
})

describe('ask', () => {
  law('asks of a matter that is open, until nothing that can be asked is', 100, cases, ({ book, total }) => {
    const askable = { ...book, inputs: book.inputs.map((input) => ({ ...input, ask: `${input.id}?` })) }
    const compiled = compiledOf(askable)
    const situation = new Map(book.inputs.map((input) => [input.id, 'unknown' as const] as const)) as Map<
      string,
      string | number | boolean
    >
    for (let asked = 0; ; asked++) {
      expect(asked).toBeLessThanOrEqual(book.inputs.length)
      const question = ask(compiled, situation)
      if (question === undefined) break
      expect(question.presumed).toBeUndefined()
      expect(situation.get(question.input)).toBe('unknown')
      situation.set(question.input, total.get(question.input) ?? 'unknown')
    }
    const found = decide(compiled, situation)
    if (found.kind === 'impossible') return
    const open = found.answers.filter(({ result, arises }) => {
      if (result.kind === 'settled' || arises === 'no') return false
      return result.possible.some((modality) => modality !== 'MAY' && modality !== 'SILENT')
    })
    // An act that says when it arises may stay open where it does not.
    const saysWhen = new Set(book.acts.flatMap((act) => (act.arisesWhen === undefined ? [] : [act.id])))
    expect(open.filter(({ act }) => !saysWhen.has(act))).toEqual([])
  })
})

describe('explain', () => {
  law('names a change that really changes the result', 60, cases, ({ book, total }) => {
    const compiled = compiledOf(book)
    const found = decide(compiled, total)
    if (found.kind === 'impossible') return
    for (const answer of found.answers) {
      for (const { input, value, modalities } of explain(compiled, total, answer).changes) {
        const then = decide(compiled, new Map([...total, [input, value]]))
        assert(then.kind === 'determination', 'a change is possible')
        const now = then.answers.find(({ role, act }) => role === answer.role && act === answer.act)
        const modality = now?.result.kind === 'settled' ? now.result.modality : 'SILENT'
        expect(modalities).toEqual([modality])
        expect(answer.result).not.toEqual({ kind: 'settled', modality })
      }
    }
  })
})

describe('analyse', () => {
  law('shows each conflict and each gap by a situation that has it', 100, cases, ({ book }) => {
    const compiled = compiledOf(book)
    for (const { code, situation, message } of analyse(compiled)) {
      if (situation === undefined) continue
      const found = decide(compiled, situation)
      assert(found.kind === 'determination', `the witness of ${message} is possible`)
      if (code === 'E301') {
        expect(
          found.answers.filter(({ referral }) => referral?.cause === 'conflict'),
          message,
        ).not.toEqual([])
      }
      if (code === 'W302') {
        const act = /^`([^`]*)`/.exec(message)?.[1]
        expect(
          found.answers.filter((answer) => answer.act === act),
          message,
        ).toEqual([])
      }
    }
  })
})
