import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { utf8 } from '../bytes/bytes.ts'
import type { Hash } from '../bytes/hash.ts'
import { sha256 } from '../testing.ts'
import { append, decodeFrontier, emptyFrontier, encodeFrontier, type Frontier, rootOf } from './frontier.ts'
import { leafHash, nodeHash } from './node.ts'
import {
  consistencyNodes,
  consistencyProof,
  hashAtOf,
  inclusionNodes,
  inclusionProof,
  rootAt,
  rootNodes,
} from './proofs.ts'
import { type ConsistencyClaim, type InclusionClaim, verifyConsistency, verifyInclusion } from './verify.ts'

const sizeMax = 70
const leaves = Array.from({ length: sizeMax }, (_, index) => utf8(`leaf ${index}`))
const hashAt = hashAtOf(leaves, sha256)
const places = fc
  .integer({ min: 1, max: sizeMax })
  .chain((size) => fc.record({ size: fc.constant(size), index: fc.nat(size - 1) }))
const growths = fc
  .integer({ min: 1, max: sizeMax })
  .chain((newSize) => fc.record({ newSize: fc.constant(newSize), oldSize: fc.integer({ min: 1, max: newSize }) }))

describe('an appended tree', () => {
  test('has the root that RFC 6962 defines, whatever its size', () => {
    let frontier = emptyFrontier
    for (const [index, leaf] of leaves.entries()) {
      frontier = append(frontier, leafHash(leaf, sha256), sha256).frontier
      const defined = definedRoot(leaves.slice(0, index + 1))
      expect(rootOf(frontier, sha256)).toEqual(defined)
      expect(rootAt(index + 1, hashAt, sha256)).toEqual(defined)
    }
  })

  test('goes on from a restored frontier as if it had never stopped', () => {
    fc.assert(
      fc.property(fc.nat(sizeMax), fc.nat(sizeMax), (some, more) => {
        const stopped = grown(emptyFrontier, 0, Math.min(some, more))
        const restored = decodeFrontier(encodeFrontier(stopped))
        expect(restored).toEqual({ ok: true, value: stopped })
        if (restored.ok) {
          const resumed = grown(restored.value, Math.min(some, more), Math.max(some, more))
          expect(resumed).toEqual(grown(emptyFrontier, 0, Math.max(some, more)))
        }
      }),
    )
  })

  test('costs as many hashes as there are ones at the end of its size in binary', () => {
    // The frontier of 2^40 - 1 leaves: the worst case at that size, whatever its hashes are.
    const hashes = Array.from({ length: 40 }, (_, at) => leafHash(utf8(`subtree ${at}`), sha256))
    let count = 0
    const counting: Hash = (input) => {
      count++
      return sha256(input)
    }
    const { completed, frontier } = append({ size: 2 ** 40 - 1, hashes }, leafHash(utf8('leaf'), sha256), counting)
    expect({ count, completed: completed.length, left: frontier.hashes.length }).toEqual({
      count: 40,
      completed: 41,
      left: 1,
    })
  })

  test.each([
    ['too short for a size', [1]],
    ['a hash short', [0, 0, 0, 0, 0, 0, 0, 1]],
    ['of a size beyond exact numbers', [255, 0, 0, 0, 0, 0, 0, 0]],
    ['of the first size beyond exact numbers', [0, 32, 0, 0, 0, 0, 0, 0]],
  ])('refuses to restore a frontier that is %s', (_, bytes) => {
    expect(decodeFrontier(Uint8Array.from(bytes)).ok).toBe(false)
  })
})

describe('an inclusion proof', () => {
  test('verifies for every leaf of every tree', async () => {
    await fc.assert(
      fc.asyncProperty(places, async (place) => {
        expect(await verifyInclusion(inclusionClaim(place), sha256)).toEqual({ ok: true, value: 'holds' })
      }),
    )
  })

  test('fails when any single bit of leaf hash, proof or root is flipped', async () => {
    await fc.assert(
      fc.asyncProperty(places, fc.nat(), async (place, bit) => {
        const claim = inclusionClaim(place)
        const [hash, root, ...proof] = flipped([claim.leafHash, claim.root, ...claim.proof], bit)
        if (hash === undefined || root === undefined) throw new Error('flipping a bit lost a hash')
        expect((await verifyInclusion({ ...claim, leafHash: hash, root, proof }, sha256)).ok).toBe(false)
      }),
    )
  })

  test('fails for every other index of the tree', async () => {
    await fc.assert(
      fc.asyncProperty(places, fc.nat(sizeMax + 2), async (place, index) => {
        fc.pre(index !== place.index)
        expect((await verifyInclusion({ ...inclusionClaim(place), index }, sha256)).ok).toBe(false)
      }),
    )
  })

  test('fails when a hash is left out, added or moved', async () => {
    const claim = inclusionClaim({ index: 5, size: 13 })
    const variants = [claim.proof.slice(1), claim.proof.slice(0, -1), [...claim.proof, claim.root], reversed(claim)]
    const verdicts = await Promise.all(variants.map((proof) => verifyInclusion({ ...claim, proof }, sha256)))
    expect(verdicts.map((verdict) => verdict.ok)).toEqual([false, false, false, false])
  })

  test('refuses an index that is no whole number or too large to be exact', async () => {
    const claim = inclusionClaim({ index: 0, size: 1 })
    const indexes = [-1, 0.5, Number.NaN, 2 ** 53]
    const verdicts = await Promise.all(indexes.map((index) => verifyInclusion({ ...claim, index }, sha256)))
    expect(verdicts.map((verdict) => verdict.ok)).toEqual([false, false, false, false])
  })

  test('needs few stored hashes even in a very large tree, and names them beforehand', () => {
    const nodes = inclusionNodes({ index: 123_456_789_012, size: 2 ** 45 + 12_345 })
    expect(nodes.length).toBeLessThan(60)
    expect(Math.max(...nodes.map((node) => node.level))).toBe(44)
  })
})

describe('a consistency proof', () => {
  test('verifies between any two sizes', async () => {
    await fc.assert(
      fc.asyncProperty(growths, async (growth) => {
        expect(await verifyConsistency(consistencyClaim(growth), sha256)).toEqual({ ok: true, value: 'holds' })
      }),
    )
  })

  test('fails when any single bit of a root or of the proof is flipped', async () => {
    await fc.assert(
      fc.asyncProperty(growths, fc.nat(), async (growth, bit) => {
        const claim = consistencyClaim(growth)
        const [oldRoot, newRoot, ...proof] = flipped([claim.oldRoot, claim.newRoot, ...claim.proof], bit)
        if (oldRoot === undefined || newRoot === undefined) throw new Error('flipping a bit lost a root')
        expect((await verifyConsistency({ ...claim, oldRoot, newRoot, proof }, sha256)).ok).toBe(false)
      }),
    )
  })

  test('fails when the old tree had another leaf', async () => {
    await fc.assert(
      fc.asyncProperty(growths, fc.nat(), async (growth, at) => {
        const changed = leaves.slice(0, growth.oldSize)
        changed[at % growth.oldSize] = utf8('another leaf')
        const claim = { ...consistencyClaim(growth), oldRoot: definedRoot(changed) }
        expect((await verifyConsistency(claim, sha256)).ok).toBe(false)
      }),
    )
  })

  test('says whether it is too short, too long or no list of hashes', async () => {
    const claim = consistencyClaim({ oldSize: 6, newSize: 13 })
    const reasons = [[], claim.proof.slice(0, -1), [...claim.proof, claim.newRoot], [new Uint8Array(31)]].map(
      async (proof) => verifyConsistency({ ...claim, proof }, sha256),
    )
    expect(await Promise.all(reasons)).toEqual([
      { ok: false, reason: 'the consistency proof is empty' },
      { ok: false, reason: 'the consistency proof is too short' },
      { ok: false, reason: 'the consistency proof is too long' },
      { ok: false, reason: 'a hash does not have 32 bytes' },
    ])
  })

  test('from the empty tree is a bug to ask for, and refused when claimed', async () => {
    expect(() => consistencyProof({ oldSize: 0, newSize: 3 }, hashAt, sha256)).toThrow('from 0 to 3 leaves')
    const claim = { ...consistencyClaim({ oldSize: 1, newSize: 3 }), oldSize: 0, proof: [] }
    expect(await verifyConsistency(claim, sha256)).toEqual({
      ok: false,
      reason: 'nothing can be proved from the empty tree',
    })
  })
})

test('the hashes named beforehand are exactly the hashes read', () => {
  fc.assert(
    fc.property(places, growths, (place, growth) => {
      const read: string[] = []
      const reading = (level: number, index: number) => {
        read.push(`${level}/${index}`)
        return hashAt(level, index)
      }
      inclusionProof(place, reading, sha256)
      consistencyProof(growth, reading, sha256)
      rootAt(place.size, reading, sha256)
      const named = [...inclusionNodes(place), ...consistencyNodes(growth), ...rootNodes(place.size)]
      expect(read.sort()).toEqual(named.map(({ level, index }) => `${level}/${index}`).sort())
    }),
  )
})

describe('a tree as large as exact numbers allow', () => {
  // All leaves are the same, so that all subtrees of one level are, and the tree need not be built.
  const levels = [leafHash(utf8('same'), sha256)]
  const sameAt = (level: number): Uint8Array => {
    const known = levels[level]
    if (known !== undefined) return known
    const below = sameAt(level - 1)
    const made = nodeHash(below, below, sha256)
    levels[level] = made
    return made
  }
  const large = fc.integer({ min: 1, max: 53 }).chain((bits) => fc.integer({ min: 1, max: 2 ** bits - 1 }))

  test('has inclusion proofs that verify', async () => {
    await fc.assert(
      fc.asyncProperty(large, large, async (one, other) => {
        const [size, index] = [Math.max(one, other), Math.min(one, other) - 1]
        const proof = inclusionProof({ index, size }, sameAt, sha256)
        const claim = { index, size, leafHash: sameAt(0), proof, root: rootAt(size, sameAt, sha256) }
        expect(await verifyInclusion(claim, sha256)).toEqual({ ok: true, value: 'holds' })
      }),
    )
  })

  test('has consistency proofs that verify', async () => {
    await fc.assert(
      fc.asyncProperty(large, large, async (one, other) => {
        const [newSize, oldSize] = [Math.max(one, other), Math.min(one, other)]
        const proof = consistencyProof({ oldSize, newSize }, sameAt, sha256)
        const [oldRoot, newRoot] = [rootAt(oldSize, sameAt, sha256), rootAt(newSize, sameAt, sha256)]
        expect(await verifyConsistency({ oldSize, newSize, oldRoot, newRoot, proof }, sha256)).toEqual({
          ok: true,
          value: 'holds',
        })
      }),
    )
  })

  test('is restored from its frontier', () => {
    fc.assert(
      fc.property(large, (size) => {
        const frontier = { size, hashes: rootNodes(size).map(({ level }) => new Uint8Array(sameAt(level))) }
        expect(decodeFrontier(encodeFrontier(frontier))).toEqual({ ok: true, value: frontier })
        expect(rootOf(frontier, sha256)).toEqual(rootAt(size, sameAt, sha256))
      }),
    )
  })
})

/** MTH of RFC 6962 section 2.1, word for word: the oracle. */
function definedRoot(entries: readonly Uint8Array[]): Uint8Array {
  const [only, ...others] = entries
  if (only === undefined) return new Uint8Array(sha256(new Uint8Array()))
  if (others.length === 0) return new Uint8Array(sha256(Uint8Array.of(0, ...only)))
  let split = 1
  while (split * 2 < entries.length) split *= 2
  const left = definedRoot(entries.slice(0, split))
  return new Uint8Array(sha256(Uint8Array.of(1, ...left, ...definedRoot(entries.slice(split)))))
}

function grown(frontier: Frontier, from: number, to: number): Frontier {
  return leaves.slice(from, to).reduce((tree, leaf) => append(tree, leafHash(leaf, sha256), sha256).frontier, frontier)
}

function inclusionClaim({ index, size }: { readonly index: number; readonly size: number }): InclusionClaim {
  return {
    index,
    size,
    leafHash: hashAt(0, index),
    proof: inclusionProof({ index, size }, hashAt, sha256),
    root: rootAt(size, hashAt, sha256),
  }
}

function consistencyClaim(growth: { readonly oldSize: number; readonly newSize: number }): ConsistencyClaim {
  return {
    ...growth,
    oldRoot: rootAt(growth.oldSize, hashAt, sha256),
    newRoot: rootAt(growth.newSize, hashAt, sha256),
    proof: consistencyProof(growth, hashAt, sha256),
  }
}

/** The hashes with one bit of them flipped, chosen by `bit`. */
function flipped(hashes: readonly Uint8Array[], bit: number): readonly Uint8Array[] {
  const chosen = bit % (hashes.length * 256)
  return hashes.map((hash, at) =>
    at !== Math.floor(chosen / 256)
      ? hash
      : hash.map((byte, index) => (index === Math.floor((chosen % 256) / 8) ? byte ^ (1 << (chosen % 8)) : byte)),
  )
}

function reversed({ proof }: InclusionClaim): readonly Uint8Array[] {
  return [...proof].reverse()
}
