import type { Book, Situation } from '@remit/language/checked/tree.ts'
import { determinePartial } from '@remit/reference/complete.ts'
import { determine, type Result } from '@remit/reference/determine.ts'
import { law } from '@remit/reference/testing/law.ts'
import { cases } from '@remit/reference/testing/situations.ts'
import { describe, expect } from 'vitest'
import { assert } from '../assert.ts'
import { compile } from '../diagram/from-checked.ts'
import type { Answer, AnswerDeadline, Determination } from './answer.ts'
import { decide } from './decide.ts'

function decideIn(book: Book, situation: Situation): Determination {
  const compilation = compile(book)
  assert(compilation.kind === 'compiled', 'a small book compiles')
  return decide(compilation.compiled, situation)
}

/** Answers by `role act`. */
function answersIn(determination: Determination): ReadonlyMap<string, Answer> {
  assert(determination.kind === 'determination', 'the situation is possible')
  return new Map(determination.answers.map((answer) => [`${answer.role} ${answer.act}`, answer]))
}

const settled = (answer: Answer | undefined) =>
  answer === undefined ? 'SILENT' : answer.result.kind === 'settled' ? answer.result.modality : 'OPEN'

const statements = (of: readonly { readonly statement: string }[] = []) => of.map((each) => each.statement).toSorted()

describe('the engine gives what the reference interpreter gives', () => {
  law('in every whole situation', 400, cases, ({ book, total }) => {
    const expected = determine(book, total)
    const found = decideIn(book, total)
    if (expected.kind === 'impossible') {
      expect(found).toMatchObject({ kind: 'impossible', breaks: expected.breaks })
      return
    }
    const answers = answersIn(found)
    for (const [key, result] of expected.results) {
      const answer = answers.get(key)
      expect([key, settled(answer)]).toEqual([key, result.modality])
      if (answer === undefined) continue
      expect([key, answer.referral]).toEqual([key, result.referral])
      expect([key, statements(answer.deciding)]).toEqual([key, result.deciding.toSorted()])
      expect([key, answer.setAsideBy.map((pair) => `${pair.role} ${pair.act}`).toSorted()]).toEqual([
        key,
        result.setAsideBy.toSorted(),
      ])
      expect([key, answer.arises]).toEqual([key, result.arises ? 'yes' : 'no'])
      expect([key, [...new Set(answer.exceptions.map((each) => each.exception))].toSorted()]).toEqual([
        key,
        result.exceptions.toSorted(),
      ])
      expect([key, 2 ** answer.readings.length]).toEqual([key, result.readings.length])
      expect([key, answer.one === true]).toEqual([key, result.modality === 'MUST' && result.one])
      expect([key, deadlines(answer)]).toEqual([key, result.deadlines.map(deadlineKey).toSorted()])
      expect([key, statements(answer.defeated)]).toEqual([key, result.defeated.toSorted()])
    }
  })

  law('in every partial situation', 200, cases, ({ book, partial }) => {
    const expected = determinePartial(book, partial)
    const found = decideIn(book, partial)
    if (expected.kind === 'impossible') {
      expect(found.kind).toBe('impossible')
      return
    }
    const answers = answersIn(found)
    for (const [key, result] of expected.pairs) {
      const answer = answers.get(key)
      expect([key, settled(answer)]).toEqual([key, result.settled ?? 'OPEN'])
      if (answer !== undefined) expectCertainties(key, answer, result.results)
      if (answer?.result.kind !== 'open') continue
      expect([key, answer.result.possible.toSorted()]).toEqual([key, result.possible.toSorted()])
      if (result.matter.length > 0) expect([key, answer.result.matters]).toEqual([key, result.matter.toSorted()])
    }
  })
})

/** What every possible completion has is settled, what only some have is possible, and nothing else is told. */
function expectCertainties(key: string, answer: Answer, completions: readonly Result[]): void {
  const inAll = (of: (result: Result) => readonly string[]) => {
    const counts = new Map<string, number>()
    for (const result of completions) for (const one of new Set(of(result))) counts.set(one, (counts.get(one) ?? 0) + 1)
    return [...counts].map(([one, count]) => `${one} ${count === completions.length ? 'settled' : 'possible'}`).sort()
  }
  const told = (of: readonly { readonly certainty: string }[], name: (index: number) => string) =>
    of.map(({ certainty }, index) => `${name(index)} ${certainty}`).sort()
  const { deciding, setAsideBy } = answer
  expect([key, told(deciding, (index) => deciding[index]?.statement ?? '')]).toEqual([key, inAll((r) => r.deciding)])
  const aside = (index: number) => `${setAsideBy[index]?.role} ${setAsideBy[index]?.act}`
  expect([key, told(setAsideBy, aside)]).toEqual([key, inAll((r) => r.setAsideBy)])
  const arising = completions.filter((result) => result.arises).length
  const arises = arising === completions.length ? 'yes' : arising === 0 ? 'no' : 'possible'
  expect([key, answer.arises]).toEqual([key, arises])
  const { deadlines } = answer
  const ofStatement = (index: number) => deadlines[index]?.statement ?? ''
  expect([key, told(deadlines, ofStatement)]).toEqual([key, inAll((r) => r.deadlines.flatMap((d) => d.statements))])
}

/** Deadlines as the reference groups them: one for each event and length, with all whom to tell. */
function deadlines(answer: Answer): string[] {
  const groups = new Map<string, Set<string>>()
  for (const deadline of answer.deadlines) {
    const key = timeOf(deadline)
    const late = groups.get(key) ?? new Set()
    groups.set(key, late)
    if (deadline.ifLate !== undefined) late.add(deadline.ifLate)
  }
  return [...groups].map(([key, late]) => `${key} ${[...late].sort().join(',')}`).toSorted()
}

function timeOf(deadline: AnswerDeadline): string {
  switch (deadline.kind) {
    case 'within':
      return `${deadline.event} ${deadline.ms}`
    case 'before':
      return `before ${deadline.act}`
    case 'promptly':
      return 'promptly'
  }
}

function deadlineKey(of: Result['deadlines'][number]): string {
  const key =
    of.before !== undefined ? `before ${of.before}` : of.event === undefined ? 'promptly' : `${of.event} ${of.ms}`
  return `${key} ${of.ifLate.join(',')}`
}
