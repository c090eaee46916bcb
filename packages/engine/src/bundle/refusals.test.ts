import { createHash } from 'node:crypto'
import { books } from '@remit/reference/testing/situations.ts'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { BUNDLE_LENGTH_MAX } from './limits.ts'
import { type BundleReading, readBundle } from './read-bundle.ts'
import { bundleOf, type Draw, type Outcome, readAndAsk, rehashed, spoilt } from './testing/spoilt.ts'

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest()
const SEED = 20260223
const bundles = fc.sample(books, { numRuns: 8, seed: SEED }).map((book) => bundleOf(book, sha256))
const bundle = bundles[0] ?? new Uint8Array()

/** Numbers that are the same in every run (the generator is `mulberry32`). */
function drawing(seed: number): Draw {
  let state = seed
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * below)
  }
}

const refusal = (reading: BundleReading) => (reading.kind === 'refused' ? reading.refusal : reading.kind)

describe('a reader of bundles', () => {
  test('refuses a bundle of which any one byte was changed', () => {
    for (let place = 0; place < bundle.length; place++) {
      const changed = Uint8Array.from(bundle)
      changed[place] = (bundle[place] ?? 0) ^ (1 << (place % 8))
      expect([place, readBundle(changed, sha256).kind]).toEqual([place, 'refused'])
    }
  })

  test('refuses a bundle that ends early, wherever it does, also with a hash of what is left', () => {
    for (let length = 0; length < bundle.length - 32; length += 13) {
      const cut = rehashed(bundle.subarray(0, length + 32), sha256)
      expect([length, readBundle(cut, sha256).kind]).toEqual([length, 'refused'])
    }
  })

  test('refuses a spoilt bundle with a hash that fits, or asks it and gets answers', { timeout: 60_000 }, () => {
    const draw = drawing(SEED)
    const outcomes = new Map<Outcome, number>()
    for (let number = 0; number < 400; number++) {
      const one = bundles[draw(bundles.length)] ?? bundle
      const outcome = readAndAsk(rehashed(spoilt(one, draw), sha256), sha256, draw)
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1)
    }
    expect(outcomes.get('refused')).toBeGreaterThan(200)
    expect(outcomes.get('read')).toBeGreaterThan(10)
  })

  test('says what is wrong', () => {
    const changed = Uint8Array.from(bundle)
    changed[100] = (bundle[100] ?? 0) ^ 1
    const newer = Uint8Array.from(bundle)
    newer[7] = 2
    expect(refusal(readBundle(new Uint8Array(), sha256))).toBe('no bundle')
    expect(refusal(readBundle(new TextEncoder().encode('x'.repeat(100)), sha256))).toBe('no bundle')
    expect(refusal(readBundle(newer, sha256))).toBe('another version')
    expect(refusal(readBundle(changed, sha256))).toBe('changed')
    expect(refusal(readBundle(rehashed(bundle.subarray(0, 200), sha256), sha256))).toBe('malformed')
    expect(refusal(readBundle(new Uint8Array(BUNDLE_LENGTH_MAX + 1), sha256))).toBe('too large')
  })
})
