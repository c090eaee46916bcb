/** Ranges of leaves, and the perfect subtrees that they fall into. */
import { assert } from '../assert.ts'
import type { Bytes } from '../bytes/bytes.ts'
import type { Hash } from '../bytes/hash.ts'
import { emptyRoot, type HashAt, isSize, type NodeAddress, nodeHash } from './node.ts'

/** The leaves from `start` up to, but without, `end`. */
export type Range = { readonly start: number; readonly end: number }

/**
 * The perfect subtrees of a range, left to right.
 *
 * Only for the ranges that RFC 6962 hashes as one subtree: those that start at a multiple of the largest power of two
 * within them. There the subtrees get smaller from left to right.
 */
export function subtreesOf({ start, end }: Range): readonly NodeAddress[] {
  assert(isSize(start) && isSize(end) && start <= end, `no range: [${start}, ${end})`)
  const nodes: NodeAddress[] = []
  let at = start
  while (at < end) {
    const level = levelWithin(end - at)
    const width = 2 ** level
    assert(at % width === 0, `[${start}, ${end}) is not a subtree of RFC 6962`)
    nodes.push({ level, index: at / width })
    at += width
  }
  return nodes
}

/** The hash that RFC 6962 gives the leaves of `range`, from stored perfect subtrees. */
export function hashOfRange(range: Range, hashAt: HashAt, hash: Hash): Bytes {
  const joined = subtreesOf(range).reduceRight<Uint8Array | undefined>((right, { level, index }) => {
    const left = hashAt(level, index)
    return right === undefined ? left : nodeHash(left, right, hash)
  }, undefined)
  return joined === undefined ? emptyRoot(hash) : new Uint8Array(joined)
}

/** The largest power of two that is smaller than `size`, which must be at least 2: where RFC 6962 splits a tree. */
export function splitOf(size: number): number {
  assert(size >= 2, `a tree of ${size} leaves is not split`)
  return 2 ** levelWithin(size - 1)
}

/** The level of the largest perfect subtree that `length` leaves can hold. */
function levelWithin(length: number): number {
  // Above 2^48 or so the logarithm rounds up to a level that does not fit.
  const level = Math.floor(Math.log2(length))
  return 2 ** level > length ? level - 1 : level
}
