import type { DocumentView } from '@remit/contract/library-view.ts'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compare, publishedFrom } from './compare.ts'
import { difference } from './difference.ts'
import { wordsOf } from './words.ts'

const MEMO = `# Assistance requested by DHS

When DHS asks for help, *officers* wait for a supervisor before doing anything else.

If the supervisor finds an arrest, the supervisor directs the officers to leave.
`

const published = [
  documentWith('memo', MEMO),
  documentWith('other', 'Members record each request in the log of the day.'),
]

describe('a text that is compared with what is published', () => {
  test('has the same words, whatever its lines, capitals and marks are', () => {
    const retyped =
      'ASSISTANCE REQUESTED BY DHS. When DHS asks for help - officers wait for a supervisor\nbefore doing anything else. If the supervisor finds an arrest, the supervisor directs the officers to leave'
    expect(compare(retyped, published)).toMatchObject({ kind: 'same', document: { id: 'memo' } })
  })

  test('is a part of it', () => {
    expect(compare('officers wait for a supervisor', published)).toMatchObject({
      kind: 'part',
      document: { id: 'memo' },
    })
  })

  test('differs, and the words that differ are shown in their place', () => {
    const changed = MEMO.replace('wait for a supervisor', 'call a supervisor')
    expect(compare(changed, published)).toMatchObject({
      kind: 'differs',
      document: { id: 'memo' },
      added: 1,
      removed: 2,
      pieces: [
        { kind: 'same', words: expect.arrayContaining(['help,', '*officers*']) },
        { kind: 'removed', words: ['wait', 'for'] },
        { kind: 'added', words: ['call'] },
        { kind: 'same', words: expect.arrayContaining(['supervisor', 'before']) },
      ],
    })
  })

  test('is not published here', () => {
    expect(compare('Dogs are walked on a lead in every park of the town.', published)).toEqual({
      kind: 'not-published',
    })
  })

  test('has no word', () => {
    expect(compare(' … — \n', published)).toEqual({ kind: 'empty' })
  })
})

const someText = fc.array(fc.constantFrom('wait', 'leave', 'help', 'officers', 'Wait,'), { maxLength: 30 })

test('a difference leads from the published words to the given ones, and keeps all that can be kept in their order', () => {
  fc.assert(
    fc.property(someText, someText, (one, other) => {
      const [was, is] = [wordsOf(one.join(' ')), wordsOf(other.join(' '))]
      const pieces = difference(was, is) ?? []
      const without = (kind: string) =>
        pieces.filter((piece) => piece.kind !== kind).flatMap(({ words }) => wordsOf(words.join(' ')))
      expect(without('removed').map(({ key }) => key)).toEqual(is.map(({ key }) => key))
      expect(without('added').map(({ key }) => key)).toEqual(was.map(({ key }) => key))
    }),
  )
})

test('equal texts have no difference', () => {
  fc.assert(
    fc.property(someText, (text) => {
      const words = wordsOf(text.join(' '))
      expect((difference(words, words) ?? []).filter(({ kind }) => kind !== 'same')).toEqual([])
    }),
  )
})

function documentWith(id: string, text: string) {
  const document: DocumentView = {
    id,
    title: id,
    short: id,
    issuer: 'Demo department',
    force: 'memo',
    from: '2019-09-26',
    source: 'written for this test',
    verified: 'assumed',
    supersedes: [],
    supersededBy: [],
    demo: true,
    text,
    textHash: '',
    segments: [{ kind: 'prose', text }],
    issuance: [],
    authority: '',
    versions: [],
  }
  return publishedFrom(document)
}
