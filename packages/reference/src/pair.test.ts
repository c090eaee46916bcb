import type { RankedForce } from '@remit/language/checked/tree.ts'
import { describe, expect, test } from 'vitest'
import type { Result } from './determine.ts'
import { determine } from './determine.ts'
import { act, book, exception, norm } from './testing/small-books.ts'

/** What comes of `officer assist`, an act with a kind `assist-civil`, under statements of some forces. */
function assist(
  said: readonly (readonly [RankedForce, string])[],
  of: Parameters<typeof book>[0] = {},
  key = 'officer assist',
) {
  const norms = said.map(([force, words], index) => norm(`norm-${index}`, force, [words]))
  return resultIn(book({ acts: [act('assist'), act('assist-civil', { kindOf: ['assist'] })], norms, ...of }), key)
}

function resultIn(of: ReturnType<typeof book>, key: string): Result {
  const determination = determine(of, new Map())
  const result = determination.kind === 'determined' ? determination.results.get(key) : undefined
  if (result === undefined) throw new Error(`nothing is determined for \`${key}\``)
  return result
}

const GUARANTEED = 'whatever lower orders say'

describe('one pair', () => {
  test.each([
    ['silence', [], 'SILENT'],
    ['a duty over a lower prohibition', ['ordinance: must', 'memo: must not'], 'MUST'],
    ['a prohibition over a lower duty', ['ordinance: must not', 'memo: must'], 'MUST NOT'],
    ['both of one force', ['memo: must', 'memo: must not'], 'REFER'],
    ['a permission leaves room to be stricter below', ['ordinance: may', 'memo: must not'], 'MUST NOT'],
    ['a guarantee does not', ['ordinance: may!', 'memo: must not'], 'MAY'],
    ['a guaranteed permission leaves a lower duty', ['ordinance: may!', 'memo: must'], 'MUST'],
    ['a guaranteed freedom leaves a lower prohibition', ['ordinance: need not!', 'memo: must not'], 'MUST NOT'],
    ['a guaranteed freedom ends a lower duty', ['ordinance: need not!', 'memo: must'], 'MAY'],
    ['a guarantee below a prohibition is too late', ['ordinance: must not', 'memo: may!'], 'MUST NOT'],
    ['a guarantee against a prohibition of its force', ['memo: may!', 'memo: must not'], 'REFER'],
    ['a guarantee against a duty of its force', ['memo: need not!', 'memo: must'], 'REFER'],
    ['a guaranteed permission beside a duty of its force', ['memo: may!', 'memo: must'], 'MUST'],
    ['what a guarantee leaves out makes no conflict', ['ordinance: may!', 'memo: must', 'memo: must not'], 'MUST'],
    ['advice over a permission', ['ordinance: may', 'memo: should'], 'SHOULD'],
    ['the advice of the highest force', ['ordinance: should not', 'memo: should'], 'SHOULD NOT'],
    ['two advices at once are none', ['memo: should', 'memo: should not'], 'SILENT'],
    [
      'two advices at once are not made up for below',
      ['memo: should', 'memo: should not', 'dispatch message: should'],
      'SILENT',
    ],
    ['a freedom alone', ['memo: need not'], 'MAY'],
  ] as const)('%s', (_, said, expected) => {
    const statements = said.map((each): [RankedForce, string] => {
      const [force, modality] = each.split(': ')
      const guaranteed = modality?.endsWith('!')
      // The table names only forces of the language.
      return [force as RankedForce, `officer ${modality?.replace('!', '')} assist${guaranteed ? ` ${GUARANTEED}` : ''}`]
    })
    expect(assist(statements).modality).toBe(expected)
  })

  test('an act only where allowed is forbidden by silence, and by nothing else', () => {
    const acts = [act('assist', { onlyWhereAllowed: true })]
    expect(assist([], { acts })).toMatchObject({ modality: 'MUST NOT', deciding: [] })
    expect(assist([['memo', 'officer may assist']], { acts }).modality).toBe('MAY')
  })

  test('both sides of a conflict are named, and the position that answers', () => {
    const result = assist([
      ['memo', 'officer must assist'],
      ['memo', 'officer must not assist'],
      ['memo', 'officer should assist'],
    ])
    expect(result.deciding).toEqual(['officer must assist', 'officer must not assist'])
    expect(result.referral).toEqual({ cause: 'conflict', ask: ['supervisor'], interim: [] })
  })
})

describe('what a statement speaks about', () => {
  test.each([
    ['officer must not assist', 'officer assist-civil', 'MUST NOT'],
    ['officer must assist', 'officer assist-civil', 'SILENT'],
    ['officer must not assist-civil', 'officer assist', 'SILENT'],
    ['agency must not assist', 'supervisor assist', 'MUST NOT'],
    ['agency must not assist', 'agency assist-civil', 'MUST NOT'],
    ['agency may assist', 'officer assist', 'MAY'],
    ['agency must assist', 'officer assist', 'SILENT'],
    ['agency must assist', 'agency assist', 'MUST'],
    ['officer must assist', 'supervisor assist', 'SILENT'],
  ] as const)('%s: %s is %s', (words, key, expected) => {
    expect(assist([['memo', words]], {}, key).modality).toBe(expected)
  })

  test('what stands after `other than` is spared with its kinds', () => {
    const acts = [act('help'), act('assist', { kindOf: ['help'] }), act('assist-civil', { kindOf: ['assist'] })]
    const said = norm('ban', 'memo', ['officer must not help'])
    const [statement] = said.statements
    if (statement === undefined) throw new Error('the norm has one statement')
    const spared = book({ acts, norms: [{ ...said, statements: [{ ...statement, otherThan: ['assist'] }] }] })
    expect(['help', 'assist', 'assist-civil'].map((id) => resultIn(spared, `officer ${id}`).modality)).toEqual([
      'MUST NOT',
      'SILENT',
      'SILENT',
    ])
  })
})

describe('exceptions', () => {
  const ban = (of: { readonly lowerMaySayOtherwise?: boolean } = {}) =>
    norm('ban', 'ordinance', ['officer must not assist'], of)

  test('one of the same or a higher force lifts the norm and speaks itself', () => {
    const exceptions = [exception('leave', 'ordinance', ['ban'], ['officer may assist-civil'])]
    expect(assist([], { norms: [ban()], exceptions }).modality).toBe('SILENT')
    expect(assist([], { norms: [ban()], exceptions }, 'officer assist-civil')).toMatchObject({
      modality: 'MAY',
      exceptions: ['leave'],
    })
  })

  test('one of lower force does neither, unless the norm says that lower orders may', () => {
    const exceptions = [exception('leave', 'memo', ['ban'], ['officer may assist'])]
    expect(assist([], { norms: [ban()], exceptions }).modality).toBe('MUST NOT')
    expect(assist([], { norms: [ban({ lowerMaySayOtherwise: true })], exceptions }).modality).toBe('MAY')
  })

  test('one for an act lifts the norm for this act and its kinds only', () => {
    const exceptions = [exception('leave', 'ordinance', ['ban'], [], { forActs: ['assist-civil'] })]
    expect(assist([], { norms: [ban()], exceptions }).modality).toBe('MUST NOT')
    expect(assist([], { norms: [ban()], exceptions }, 'officer assist-civil').modality).toBe('SILENT')
  })

  test('one whose norms do not hold does not speak', () => {
    const exceptions = [exception('leave', 'ordinance', ['ban'], ['officer may assist'])]
    const never = norm('ban', 'ordinance', ['officer must not assist'], { when: { kind: 'any', of: [] } })
    expect(assist([], { norms: [never], exceptions }).modality).toBe('SILENT')
  })
})

describe('unsettled', () => {
  const doubt = (...norms: readonly [string] | readonly [string, string]) => ({
    unsettled: [
      {
        id: 'doubt',
        norms,
        ask: 'counsel',
        interim: { kind: 'do not', act: 'assist' } as const,
        document: 'counsel',
        span: norm('any', 'memo', []).span,
      },
    ],
  })

  test('readings that differ are referred to the role that the doubt names', () => {
    const result = assist(
      [
        ['memo', 'officer must assist'],
        ['ordinance', 'officer must not assist'],
      ],
      doubt('norm-0', 'norm-1'),
    )
    expect(result.referral).toEqual({
      cause: 'unsettled',
      ask: ['counsel'],
      interim: [{ kind: 'do not', act: 'assist' }],
    })
    expect(result.readings.map((reading) => reading.modality)).toEqual(['MUST NOT', 'MUST'])
  })

  test('readings that agree are the result, and a MUST has the lowest force among them', () => {
    const result = assist(
      [
        ['memo', 'officer must assist'],
        ['ordinance', 'officer must assist'],
      ],
      doubt('norm-1'),
    )
    expect(result).toMatchObject({ modality: 'MUST', rank: 9 })
  })

  test('a doubt about a norm that does not speak about the pair has no readings', () => {
    const result = assist(
      [
        ['memo', 'officer must assist'],
        ['memo', 'supervisor must assist'],
      ],
      doubt('norm-0', 'norm-1'),
    )
    expect(result).toMatchObject({ modality: 'MUST', readings: [{ without: [], modality: 'MUST' }] })
  })
})
