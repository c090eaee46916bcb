import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Json } from '../leaves/json.ts'
import type { BundleLeaf } from './bundle.ts'
import { checkSequence } from './check-sequence.ts'

test('numbers from 1 without a gap, recorded in their order, are in sequence', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 30 }), fc.nat(), (count, by) => {
      const leaves = Array.from({ length: count }, (_, at) => numbered(at + 1, 7 * at))
      const rotated = [...leaves.slice(by % count), ...leaves.slice(0, by % count)]
      expect(messagesOf(rotated)).toEqual([])
    }),
  )
})

test('an event recorded before the one it follows is out of order', () => {
  expect(messagesOf([numbered(1, 5), numbered(2, 4), numbered(3, 9)])).toEqual([
    'event 2 was recorded before event 1: index 4 after 5',
  ])
})

test('each gap is named once, however large', () => {
  expect(messagesOf([numbered(2, 0), numbered(3, 1), numbered(2 ** 53 - 1, 2)])).toEqual([
    'event 1 is missing',
    'events 4 to 9007199254740990 are missing',
  ])
})

test.each([[0], [-1], [1.5], [2 ** 53], ['1'], [null]])('%j is not a number of an event', (seq) => {
  expect(messagesOf([numbered(seq, 0)])).toEqual([
    "the event's number, its field `seq`, is not disclosed as a whole number from 1",
  ])
})

test('an event of a stream that is no text is of another stream', () => {
  expect(messagesOf([{ ...numbered(1, 0), disclosed: [shown('stream', [31]), shown('seq', 1)] }])).toEqual([
    'the event is of a stream whose name is not a text, and the file is of `incident/31`',
  ])
})

function messagesOf(leaves: readonly BundleLeaf[]): readonly string[] {
  const bundle = { agency: 'quincy', stream: 'incident/31', vkey: '', checkpoint: '', leaves }
  return checkSequence(bundle).map(({ message }) => message)
}

function numbered(seq: Json, index: number): BundleLeaf {
  return { index, leaf: '', proof: [], disclosed: [shown('stream', 'incident/31'), shown('seq', seq)] }
}

function shown(name: string, value: Json) {
  return { name, value, salt: '' }
}
