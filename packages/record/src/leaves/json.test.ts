import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canonicalJson, isJson, type Json, jsonFault } from './json.ts'

const values = fc
  .jsonValue({ maxDepth: 4, stringUnit: 'binary' })
  .map((value): unknown => value)
  .filter(isJson)
const keys = fc.string({ unit: 'binary' }).filter(isJson)

describe('canonical JSON', () => {
  test('reads back as the same value, and prints again the same', () => {
    fc.assert(
      fc.property(values, (value) => {
        const text = canonicalJson(value)
        const read: unknown = JSON.parse(text)
        expect(read).toEqual(zeroed(value))
        expect(isJson(read) && canonicalJson(read)).toBe(text)
      }),
    )
  })

  test('never depends on the order of keys', () => {
    fc.assert(
      fc.property(fc.dictionary(keys, values), fc.nat(), (value, by) => {
        expect(canonicalJson(rotated(value, by))).toBe(canonicalJson(value))
      }),
    )
  })

  test('differs for values that differ', () => {
    fc.assert(
      fc.property(values, values, (one, other) => {
        const isSame = JSON.stringify(one) === JSON.stringify(other)
        if (isSame) expect(canonicalJson(one)).toBe(canonicalJson(other))
        if (canonicalJson(one) === canonicalJson(other)) expect(zeroed(one)).toEqual(zeroed(other))
      }),
    )
  })

  test('prints the example of RFC 8785 section 3.2.4', () => {
    const example: Json = {
      numbers: [Number('333333333.33333329'), 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
      string: '\u20ac$\u000F\u000aA\'\u0042\u0022\u005c\\"/',
      literals: [null, true, false],
    }
    expect(canonicalJson(example)).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],' +
        '"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    )
  })

  test('sorts keys by UTF-16 code units, as the example of RFC 8785 section 3.2.3 does', () => {
    const keys = ['\u20ac', '\r', '\ufb33', '1', '\ud83d\ude00', '\u0080', '\u00f6']
    const printed = canonicalJson(Object.fromEntries(keys.map((key) => [key, 0])))
    expect(Object.keys(JSON.parse(printed)).filter((key) => key !== '1')).toEqual([
      '\r',
      '\u0080',
      '\u00f6',
      '\u20ac',
      '\ud83d\ude00',
      '\ufb33',
    ])
    expect(printed.startsWith('{"\\r":0,"1":0,')).toBe(true)
  })

  test.each([
    ['undefined', undefined, 'JSON has no undefined'],
    ['a member that is undefined', { a: undefined }, 'JSON has no undefined'],
    ['a hole in a list', Array(2), 'JSON has no undefined'],
    ['a large integer', 1n, 'JSON has no bigint'],
    ['infinity', [Infinity], 'Infinity is not a JSON number'],
    ['a date', new Date(0), 'only plain objects are JSON'],
    ['half of a surrogate pair', 'a\ud83d', 'a text holds half of a surrogate pair'],
    ['a key that is half of a surrogate pair', { '\ude00': 1 }, 'a text holds half of a surrogate pair'],
    ['deep nesting', JSON.parse(`${'['.repeat(40)}${']'.repeat(40)}`), 'nested deeper than 32'],
  ])('does not exist for %s', (_, value, fault) => {
    expect(jsonFault(value)).toBe(fault)
  })

  test('of something that is not JSON is a bug', () => {
    expect(() => canonicalJson(Number.NaN)).toThrow('bug: no canonical JSON: NaN is not a JSON number')
  })
})

/** JSON has one zero. */
function zeroed(value: Json): unknown {
  return JSON.parse(JSON.stringify(value))
}

function rotated(value: { readonly [key: string]: Json }, by: number): Json {
  const entries = Object.entries(value)
  const at = entries.length === 0 ? 0 : by % entries.length
  return Object.fromEntries([...entries.slice(at), ...entries.slice(0, at)].reverse())
}
