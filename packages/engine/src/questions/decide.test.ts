import type { Book, Condition, Input, Situation } from '@remit/language/checked/tree.ts'
import { act, book, norm, statement } from '@remit/reference/testing/small-books.ts'
import { NOWHERE } from '@remit/reference/testing/words.ts'
import { describe, expect, test } from 'vitest'
import { assert } from '../assert.ts'
import { compile } from '../diagram/from-checked.ts'
import { decide } from './decide.ts'

const values = (...ids: string[]) => ids.map((id) => ({ id, text: id }))
const plain = { knownTo: [], alwaysOffered: false, changes: [] }
const REQUESTER: Input = { ...plain, id: 'requester', kind: 'one-of', values: values('nobody', 'ice', 'fps') }
const PURPOSE: Input = { ...plain, id: 'purpose', kind: 'one-of', values: values('none', 'arrest', 'traffic') }
const HELD: Input = { ...plain, id: 'since release-due', kind: 'clock', event: 'release-due', names: [] }
const DANGER: Input = {
  ...plain,
  id: 'someone is in-danger',
  kind: 'yes-no',
  first: false,
  of: { kind: 'fact', text: '' },
}

const is = (input: string, ...of: string[]): Condition => ({ kind: 'one-of', input, values: of })
const not = (of: Condition): Condition => ({ kind: 'not', of })
const both = (...of: Condition[]): Condition => ({ kind: 'all', of })
const never = (id: string, when: Condition) => ({ id, when, words: id, span: NOWHERE })

/** Nobody asks exactly where there is no request. */
const LINKED = [
  never('never-1', both(is('requester', 'nobody'), not(is('purpose', 'none')))),
  never('never-2', both(is('purpose', 'none'), not(is('requester', 'nobody')))),
]

function decideIn(of: Partial<Book>, situation: Situation) {
  const compilation = compile(book({ inputs: [PURPOSE, REQUESTER, HELD, DANGER], ...of }))
  assert(compilation.kind === 'compiled', 'a small book compiles')
  return decide(compilation.compiled, situation)
}

function only(of: Partial<Book>, situation: Situation) {
  const found = decideIn(of, situation)
  assert(found.kind === 'determination' && found.answers.length === 1, 'one pair is not SILENT')
  return found.answers[0]
}

describe('what matters', () => {
  const wait = {
    acts: [act('wait')],
    norms: [norm('wait', 'memo', ['officer must wait'], { when: is('requester', 'ice') })],
  }

  test('is what alone can change the result', () => {
    expect(only(wait, new Map())?.result).toMatchObject({ kind: 'open', matters: ['requester'] })
  })

  test('is no fact that what is known decides through a `never`', () => {
    expect(decideIn({ ...wait, nevers: LINKED }, new Map([['purpose', 'none']]))).toEqual({
      kind: 'determination',
      answers: [],
    })
  })

  test('is still named where linked facts can only change together', () => {
    const nobody = norm('nobody', 'memo', ['officer must wait'], { when: is('requester', 'nobody') })
    const found = only({ acts: wait.acts, norms: [nobody], nevers: LINKED }, new Map())
    expect(found?.result).toEqual({ kind: 'open', possible: ['MUST', 'SILENT'], matters: ['requester'] })
  })
})

describe('what is presumed', () => {
  const near: Condition = { kind: 'yes', input: 'someone is in-danger' }
  const wait = {
    acts: [act('wait')],
    norms: [norm('wait', 'memo', ['officer must wait'], { when: not(is('requester', 'ice')) })],
    nevers: [never('never-1', both(not(near), is('requester', 'ice')))],
  }

  test('is what a result rests on also where it only rules out an answer that is not known yet', () => {
    expect(only(wait, new Map())).toMatchObject({
      result: { kind: 'settled', modality: 'MUST' },
      presumed: ['someone is in-danger'],
    })
    expect(only(wait, new Map([['requester', 'fps']]))).toMatchObject({ presumed: [] })
  })
})

describe('an impossible situation', () => {
  test('names the `never` that it breaks', () => {
    const broken = new Map([
      ['requester', 'nobody'],
      ['purpose', 'arrest'],
    ])
    expect(decideIn({ nevers: LINKED }, broken)).toEqual({
      kind: 'impossible',
      breaks: ['never-1'],
      words: ['never never-1'],
    })
  })

  test('names all that leave nothing where none is broken by itself', () => {
    const nevers = [
      never('never-1', both(is('purpose', 'none'), is('requester', 'ice'))),
      never('never-2', both(is('purpose', 'none'), not(is('requester', 'ice')))),
    ]
    expect(decideIn({ nevers }, new Map([['purpose', 'none']]))).toEqual({
      kind: 'impossible',
      breaks: ['never-1', 'never-2'],
      words: ['never never-1', 'never never-2'],
    })
  })
})

describe('deadlines', () => {
  const within = (ms: number, ifLate: string) => ({ kind: 'within', ms, event: 'request-received', ifLate }) as const
  const duty = (id: string, force: 'statute' | 'memo', ms: number) =>
    norm(id, force === 'memo' ? 'memo' : 'state statute', [
      statement('officer must report', { id: `${id}/1`, deadline: within(ms, 'supervisor') }),
    ])

  test('are the shortest of the deciding force and below', () => {
    const found = only(
      { acts: [act('report')], norms: [duty('long', 'statute', 900), duty('short', 'memo', 300)] },
      new Map(),
    )
    expect(found?.deciding.map(({ norm }) => norm)).toEqual(['long'])
    expect(found?.deadlines).toEqual([{ ...within(300, 'supervisor'), statement: 'short/1', certainty: 'settled' }])
  })

  test('are possible where it is not known which is the shortest', () => {
    const short = { ...duty('short', 'memo', 300), when: is('requester', 'ice') }
    const found = only({ acts: [act('report')], norms: [duty('long', 'statute', 900), short] }, new Map())
    expect(found?.deadlines.map(({ statement, certainty }) => [statement, certainty])).toEqual([
      ['short/1', 'possible'],
      ['long/1', 'possible'],
    ])
  })
})

describe('the next change', () => {
  const release = (is: 'at-least' | 'at-most' | 'more-than') =>
    norm(is, 'memo', ['officer must release'], {
      when: { kind: 'compare', input: HELD.id, is, than: 1_000 },
    })
  const next = (is: 'at-least' | 'at-most' | 'more-than', value: number | 'not started' | 'unknown') => {
    const found = decideIn({ acts: [act('release')], norms: [release(is)] }, new Map([[HELD.id, value]]))
    return found.kind === 'determination' ? found.nextChangeMs : 'impossible'
  }

  test('is at the threshold or one millisecond after it, as the comparison says', () => {
    expect([next('at-least', 999), next('at-least', 1_000)]).toEqual([1, undefined])
    expect([next('more-than', 999), next('more-than', 1_000), next('more-than', 1_001)]).toEqual([2, 1, undefined])
    expect([next('at-most', 1_000), next('at-most', 1_001)]).toEqual([1, undefined])
  })

  test('is none for a clock that has not started or is not known', () => {
    expect([next('at-least', 'not started'), next('at-least', 'unknown')]).toEqual([undefined, undefined])
  })

  test('is where anything told of an act changes, and none where nothing does', () => {
    const ban = norm('ban', 'constitution', ['officer must not release'])
    const found = decideIn({ acts: [act('release')], norms: [ban, release('at-least')] }, new Map([[HELD.id, 1]]))
    // The beaten duty would be shown as beaten, so the answer changes even though its modality does not.
    expect(found).toMatchObject({ nextChangeMs: 999 })
    const silent = { ...release('at-least'), statements: [] }
    expect(decideIn({ acts: [act('release')], norms: [silent] }, new Map([[HELD.id, 1]]))).not.toHaveProperty(
      'nextChangeMs',
    )
  })
})
