import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fromUtf8, utf8 } from '../bytes/bytes.ts'
import { saltsFrom, sha256 } from '../testing.ts'
import { commit, type EventFields, isFieldName } from './commitment.ts'
import { checkDisclosure, discloseEvent } from './disclosure.ts'
import { isJson, type Json } from './json.ts'
import { type Leaf, leafBytes, leafBytesMax, parseLeaf } from './leaf.ts'

const values = fc
  .jsonValue({ maxDepth: 2, stringUnit: 'binary' })
  .map((value): unknown => value)
  .filter(isJson)
const names = fc.string({ minLength: 1, maxLength: 8 }).filter(isFieldName)
const events: fc.Arbitrary<EventFields> = fc.dictionary(names, values, { minKeys: 1, maxKeys: 6 })
const arrival: EventFields = { stream: 'incident/31', seq: 4, unit: '1231R', at: '2019-09-28T21:52:00-05:00' }

describe('a leaf', () => {
  test('is canonical JSON that shows names of fields but no value', () => {
    const { leaf, bytes } = recorded(arrival)
    expect(JSON.parse(fromUtf8(bytes) ?? '')).toEqual({ format: 'remit-leaf/1', ...leaf })
    expect(Object.keys(leaf.commitments)).toEqual(['stream', 'seq', 'unit', 'at'])
    expect(fromUtf8(bytes)).not.toContain('1231R')
  })

  test('has the bytes that this version of the format fixes', () => {
    expect(fromUtf8(recorded({ unit: '1231R' }).bytes)).toMatchInlineSnapshot(
      `"{"agency":"quincy","commitments":{"unit":"WWB7XJUlAP9OAWDU7y1wGoBHpnQz50Pp6pE6mF7T0qw="},"format":"remit-leaf/1","kind":"arrived"}"`,
    )
  })

  test('is read as it was written', () => {
    fc.assert(
      fc.property(events, (event) => {
        const { leaf, bytes } = recorded(event)
        expect(parseLeaf(bytes)).toEqual({ ok: true, value: leaf })
      }),
    )
  })

  test('does not depend on the order of the fields', () => {
    const { unit, ...others } = arrival
    const saltOf = (field: string) => sha256(utf8(field)).slice(0, 16)
    const one = commit(arrival, saltOf, sha256)
    const other = commit({ ...others, unit: unit ?? null }, saltOf, sha256)
    expect(leafBytes({ ...place, commitments: other.commitments })).toEqual(
      leafBytes({ ...place, commitments: one.commitments }),
    )
  })

  test('of the largest event fits an entry of the log', () => {
    const fields = Array.from({ length: 256 }, (_, at) => [`f${at}`.padEnd(64, 'x'), at] as const)
    const { commitments } = commit(Object.fromEntries(fields), saltsFrom('large'), sha256)
    const bytes = leafBytes({ agency: '\u0001'.repeat(200), kind: '\uffff'.repeat(200), commitments })
    expect(bytes.length).toBeLessThan(leafBytesMax)
  })

  test.each([
    ['with white space', (text: string) => text.replace(':', ': '), 'the leaf is not canonical JSON'],
    ['with a second member of one name', twice, 'the leaf is not canonical JSON'],
    [
      'of another format',
      (text: string) => text.replace('leaf/1', 'leaf/2'),
      "the leaf's format is not `remit-leaf/1`",
    ],
    ['with a further member', (text: string) => text.replace('{', '{"a":1,'), 'a leaf has no member `a`'],
    [
      'with a short commitment',
      (text: string) => text.replace(/=/, ''),
      'the commitment to `at` is not a hash in base 64',
    ],
    ['without an agency', (text: string) => text.replace('"quincy"', '7'), 'the leaf names no agency'],
    ['with an empty kind', (text: string) => text.replace('"arrived"', '""'), 'the kind has not 1 to 200 letters'],
    ['that is no object', () => '[]', 'the leaf is not a JSON object'],
    ['that is no JSON', () => '{', 'the leaf is not JSON'],
  ])('%s is refused', (_, change, reason) => {
    expect(parseLeaf(utf8(change(fromUtf8(recorded(arrival).bytes) ?? '')))).toEqual({ ok: false, reason })
  })

  test('that is too long or not UTF-8 is refused', () => {
    expect(parseLeaf(new Uint8Array(65_536)).ok).toBe(false)
    expect(parseLeaf(Uint8Array.of(0xff))).toEqual({ ok: false, reason: 'the leaf is not UTF-8' })
  })
})

describe('committing', () => {
  test('with one salt for two fields is a bug', () => {
    expect(() => commit(arrival, () => new Uint8Array(16), sha256)).toThrow('the same salt')
  })

  test('with a short salt is a bug', () => {
    expect(() => commit(arrival, () => new Uint8Array(8), sha256)).toThrow('the salt of `stream` has 8 bytes, not 16')
  })

  test('to a field whose name is an object’s own is a bug', () => {
    const event: EventFields = JSON.parse('{"__proto__":1}')
    expect(() => commit(event, saltsFrom('own'), sha256)).toThrow('`__proto__` cannot name a field')
  })

  test('to one value twice shows nothing of their being the same', () => {
    const { commitments } = commit({ asked: true, told: true }, saltsFrom('same'), sha256)
    expect(commitments.asked).not.toBe(commitments.told)
  })
})

describe('a disclosure', () => {
  test('of any fields of an event stands', async () => {
    await fc.assert(
      fc.asyncProperty(events, fc.nat(), async (event, chosen) => {
        const { leaf, salts } = recorded(event)
        const fields = Object.keys(event).filter((_, at) => (chosen >> at) % 2 === 1)
        expect(await checkDisclosure(leaf, discloseEvent(event, salts, fields), sha256)).toEqual([])
      }),
    )
  })

  test('of another value differs', async () => {
    await fc.assert(
      fc.asyncProperty(values, values, async (value, other) => {
        fc.pre(!areOneValue(value, other))
        const { leaf, salts } = recorded({ purpose: value })
        const disclosed = discloseEvent({ purpose: other }, salts, ['purpose'])
        expect(await checkDisclosure(leaf, disclosed, sha256)).toEqual([{ field: 'purpose', kind: 'differs' }])
      }),
    )
  })

  test('says of each field why it does not stand', async () => {
    const { leaf, salts } = recorded(arrival)
    const [unit, seq] = discloseEvent(arrival, salts, ['unit', 'seq'])
    if (unit === undefined || seq === undefined) throw new Error('two fields were disclosed')
    const disclosed = [
      unit,
      unit,
      { ...seq, salt: unit.salt },
      { ...unit, name: 'at', salt: 'AAAA' },
      { ...unit, name: 'toString' },
      { ...unit, name: 'stream', value: '\ud83d' },
    ]
    expect(await checkDisclosure(leaf, disclosed, sha256)).toEqual([
      { field: 'unit', kind: 'named-twice' },
      { field: 'seq', kind: 'differs' },
      { field: 'at', kind: 'salt-malformed' },
      { field: 'toString', kind: 'not-in-leaf' },
      { field: 'stream', kind: 'not-json' },
    ])
  })

  test('of a field that the event lacks is a bug', () => {
    expect(() => discloseEvent(arrival, recorded(arrival).salts, ['toString'])).toThrow('no field `toString`')
  })
})

const place = { agency: 'quincy', kind: 'arrived' }

function recorded(event: EventFields) {
  const { commitments, salts } = commit(event, saltsFrom('leaf'), sha256)
  const leaf: Leaf = { ...place, commitments }
  return { leaf, salts, bytes: leafBytes(leaf) }
}

function twice(text: string): string {
  return text.replace('"kind":"arrived"', '"kind":"left","kind":"arrived"')
}

/** One value to JSON, which knows one zero and no order of keys. */
function areOneValue(one: Json, other: Json): boolean {
  return isDeepStrictEqual(JSON.parse(JSON.stringify(one)), JSON.parse(JSON.stringify(other)))
}
