import { act, book, norm } from '@remit/reference/testing/small-books.ts'
import { describe, expect, test } from 'vitest'
import { assert } from '../assert.ts'
import { compile } from '../diagram/from-checked.ts'
import { moduleOf } from './module-of.ts'
import { commented, Names, quoted } from './source-text.ts'

const plain = { knownTo: [], alwaysOffered: false, changes: [] }
const OF = book({
  inputs: [
    {
      ...plain,
      id: 'requester',
      kind: 'one-of',
      values: ['nobody', 'ice', 'fps', 'cbp', 'tsa'].map((id) => ({ id, text: id })),
    },
    { ...plain, id: 'since release-due', kind: 'clock', event: 'release-due', names: [] },
    { ...plain, id: 'door is open', kind: 'yes-no', ask: 'Is it open?', of: { kind: 'fact', text: '' } },
  ],
  acts: [act('wait'), act('go')],
  norms: [
    norm('wait', 'memo', ['officer must wait'], {
      when: { kind: 'one-of', input: 'requester', values: ['ice', 'fps'] },
    }),
    norm('go', 'memo', ['officer may go'], {
      when: {
        kind: 'all',
        of: [
          { kind: 'yes', input: 'door is open' },
          { kind: 'compare', input: 'since release-due', is: 'more-than', than: 1000 },
        ],
      },
    }),
  ],
})

function textsOf(of = OF) {
  const compilation = compile(of)
  assert(compilation.kind === 'compiled', 'a small book compiles')
  return moduleOf(compilation.compiled, { at: '2026-01-01' })
}

async function imported(script: string) {
  return await import(`data:text/javascript,${encodeURIComponent(script)}`)
}

const FACTS = { requester: 'ice', 'since release-due': null, 'door is open': true }

describe('a module', () => {
  test('answers, and names the book, the day and that the signed text governs', async () => {
    const module = await imported(textsOf().script)
    expect(module.book).toMatchObject({ agency: OF.agency.id, at: '2026-01-01', hash: OF.hash })
    expect(module.book.notice).toMatch(/signed text .* governs/)
    expect(module.officerWait(FACTS)).toBe('MUST')
    expect(module.officerGo(FACTS)).toBe('SILENT')
    expect(module.officerGo({ ...FACTS, 'since release-due': 1000 })).toBe('SILENT')
    expect(module.officerGo({ ...FACTS, 'since release-due': 1001 })).toBe('MAY')
  })

  test('refuses facts that are not whole, and pairs that it does not have', async () => {
    const { decide, isFacts } = await imported(textsOf().script)
    for (const wrong of [{ 'door is open': 'yes' }, { requester: 'him' }, { 'since release-due': -1 }]) {
      expect(isFacts({ ...FACTS, ...wrong })).toBe(false)
      expect(() => decide('officer wait', { ...FACTS, ...wrong })).toThrow(TypeError)
    }
    const { requester, ...without } = FACTS
    expect(isFacts(without)).toBe(false)
    expect(() => decide('officer run', FACTS)).toThrow(RangeError)
    expect(() => decide('toString', FACTS)).toThrow(RangeError)
  })

  test('looks a value up where each of many leads elsewhere', async () => {
    const beats = Array.from({ length: 12 }, (_, index) => `b${index}`)
    const doors = beats.map((beat) => `${beat} is open`)
    const module = await imported(
      textsOf(
        book({
          inputs: [
            { ...plain, id: 'beat', kind: 'one-of', values: beats.map((id) => ({ id, text: id })) },
            ...doors.map((id) => ({ ...plain, id, kind: 'yes-no' as const, of: { kind: 'fact' as const, text: id } })),
          ],
          acts: [act('wait')],
          norms: beats.map((beat, index) =>
            norm(beat, 'memo', ['officer must wait'], {
              when: {
                kind: 'all',
                of: [
                  { kind: 'one-of', input: 'beat', values: [beat] },
                  { kind: 'yes', input: doors[index] ?? '' },
                ],
              },
            }),
          ),
        }),
      ).script,
    )
    const shut = Object.fromEntries(doors.map((door) => [door, false]))
    for (const [index, beat] of beats.entries()) {
      for (const door of doors) {
        const should = door === doors[index] ? 'MUST' : 'SILENT'
        expect(module.decide('officer wait', { ...shut, [door]: true, beat }), `${beat} ${door}`).toBe(should)
      }
    }
  })

  test('has types that say which facts a function reads and what it can come to', () => {
    const { types } = textsOf()
    expect(types).toContain("  readonly requester: 'nobody' | 'ice' | 'fps' | 'cbp' | 'tsa'\n")
    expect(types).toContain("  readonly 'since release-due': number | null\n")
    expect(types).toContain("officerWait(facts: Pick<Facts, 'requester'>): 'MUST' | 'SILENT'\n")
  })
})

describe('source text', () => {
  test('cannot be left by what stands in it', () => {
    expect(quoted(`a'b"c\\d\n\u2028`)).toBe(String.raw`'a\'b"c\\d\n\u2028'`)
    expect(commented(['a */ b'])).toBe(String.raw`/** a *\/ b */`)
    expect(commented(['a\nb'])).toBe('/**\n * a\n * b\n */')
  })

  test('gives each name once, and only names that a script can have', () => {
    const names = new Names(['decide'])
    expect(['decide', 'officer-a b', 'officer a-b', '287g agreement'].map((words) => names.of(words))).toEqual([
      'decide_2',
      'officerAB',
      'officerAB_2',
      'of287gAgreement',
    ])
  })
})
