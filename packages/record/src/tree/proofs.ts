/**
 * Builds proofs from stored perfect subtrees (RFC 6962 sections 2.1.1 and 2.1.2).
 *
 * A store that is read asynchronously fetches `inclusionNodes`, `consistencyNodes` or `rootNodes` first, in one query,
 * and then hands in a `hashAt` over what it got.
 */
import { assert } from '../assert.ts'
import type { Bytes } from '../bytes/bytes.ts'
import type { Hash } from '../bytes/hash.ts'
import { append, emptyFrontier } from './frontier.ts'
import { type HashAt, isSize, leafHash, type NodeAddress } from './node.ts'
import { hashOfRange, type Range, splitOf, subtreesOf } from './subtrees.ts'

/** Which leaf of which tree. */
export type Place = { readonly index: number; readonly size: number }

/** Two sizes of one tree, the earlier first. */
export type Growth = { readonly oldSize: number; readonly newSize: number }

/** The stored hashes that `rootAt` reads. */
export function rootNodes(size: number): readonly NodeAddress[] {
  return subtreesOf({ start: 0, end: size })
}

/** The root hash that the tree had when it held `size` leaves. */
export function rootAt(size: number, hashAt: HashAt, hash: Hash): Bytes {
  return hashOfRange({ start: 0, end: size }, hashAt, hash)
}

/** The stored hashes that `inclusionProof` reads. */
export function inclusionNodes(place: Place): readonly NodeAddress[] {
  return inclusionRanges(place).flatMap(subtreesOf)
}

/** Proof that the leaf at `index` is in the tree of `size` leaves: the hashes beside its way up, lowest first. */
export function inclusionProof(place: Place, hashAt: HashAt, hash: Hash): readonly Bytes[] {
  return inclusionRanges(place).map((range) => hashOfRange(range, hashAt, hash))
}

/** The stored hashes that `consistencyProof` reads. */
export function consistencyNodes(growth: Growth): readonly NodeAddress[] {
  return consistencyRanges(growth).flatMap(subtreesOf)
}

/**
 * Proof that the tree of `newSize` leaves begins with the tree of `oldSize` leaves. There is none from the empty
 * tree, with which every tree begins: asking for it is a bug.
 */
export function consistencyProof(growth: Growth, hashAt: HashAt, hash: Hash): readonly Bytes[] {
  return consistencyRanges(growth).map((range) => hashOfRange(range, hashAt, hash))
}

/** A `hashAt` over whole leaves in memory, for small logs and for auditing a large one from its entries. */
export function hashAtOf(leaves: readonly Uint8Array[], hash: Hash): HashAt {
  const stored = new Map<string, Uint8Array>()
  let frontier = emptyFrontier
  for (const leaf of leaves) {
    const grown = append(frontier, leafHash(leaf, hash), hash)
    for (const node of grown.completed) stored.set(`${node.level}/${node.index}`, node.hash)
    frontier = grown.frontier
  }
  return (level, index) => {
    const found = stored.get(`${level}/${index}`)
    assert(found !== undefined, `a tree of ${leaves.length} leaves has no subtree ${index} at level ${level}`)
    return found
  }
}

/** PATH of RFC 6962 section 2.1.1, as ranges: walking down to the leaf, the half that is not taken. */
function inclusionRanges({ index, size }: Place): readonly Range[] {
  assert(isSize(index) && isSize(size) && index < size, `a tree of ${size} leaves has no leaf ${index}`)
  const beside: Range[] = []
  let start = 0
  let end = size
  while (end - start > 1) {
    const middle = start + splitOf(end - start)
    if (index < middle) {
      beside.push({ start: middle, end })
      end = middle
    } else {
      beside.push({ start, end: middle })
      start = middle
    }
  }
  return beside.reverse()
}

/** SUBPROOF of RFC 6962 section 2.1.2, as ranges. Where the old tree is itself one perfect subtree, it is left out. */
function consistencyRanges({ oldSize, newSize }: Growth): readonly Range[] {
  const isGrowth = isSize(oldSize) && isSize(newSize) && oldSize > 0 && oldSize <= newSize
  assert(isGrowth, `no consistency proof from ${oldSize} to ${newSize} leaves`)
  const beside: Range[] = []
  let start = 0
  let end = newSize
  while (end !== oldSize) {
    const middle = start + splitOf(end - start)
    if (oldSize <= middle) {
      beside.push({ start: middle, end })
      end = middle
    } else {
      beside.push({ start, end: middle })
      start = middle
    }
  }
  if (start > 0) beside.push({ start, end })
  return beside.reverse()
}
