/** The Merkle tree of RFC 6962 section 2.1: what is hashed, and where a hash stands. */
import { assert } from '../assert.ts'
import { type Bytes, concat } from '../bytes/bytes.ts'
import { type Hash, hashLength } from '../bytes/hash.ts'

const leafTag = Uint8Array.of(0x00)
const nodeTag = Uint8Array.of(0x01)

/**
 * Names a perfect subtree: at `level` 0 the leaves, at `level` l the subtree over the leaves
 * [index·2^l, (index+1)·2^l). Its hash never changes once the tree covers it, so it may be stored for ever.
 *
 * C2SP tlog-tiles hold the levels that are multiples of 8: level 8·L, index i, is hash number i mod 256 of
 * `tile/L/⌊i/256⌋`.
 */
export type NodeAddress = { readonly level: number; readonly index: number }

/** A perfect subtree's hash, to be stored under its address. */
export type StoredNode = NodeAddress & { readonly hash: Bytes }

/** Reads the hash of a perfect subtree that is wholly inside the tree. */
export type HashAt = (level: number, index: number) => Uint8Array

export function leafInput(leaf: Uint8Array): Bytes {
  return concat(leafTag, leaf)
}

export function nodeInput(left: Uint8Array, right: Uint8Array): Bytes {
  return concat(nodeTag, left, right)
}

/** The hash under which a leaf of these bytes stands in the tree. */
export function leafHash(leaf: Uint8Array, hash: Hash): Bytes {
  return hashed(hash, leafInput(leaf))
}

export function nodeHash(left: Uint8Array, right: Uint8Array, hash: Hash): Bytes {
  return hashed(hash, nodeInput(left, right))
}

/** The root of the tree without leaves: the hash of nothing. */
export function emptyRoot(hash: Hash): Bytes {
  return hashed(hash, new Uint8Array())
}

/** Whether `size` can be a tree's size or an index: a whole number that arithmetic keeps exact. */
export function isSize(size: number): boolean {
  return Number.isSafeInteger(size) && size >= 0
}

function hashed(hash: Hash, input: Bytes): Bytes {
  const result = hash(input)
  assert(result.length === hashLength, `the hash gave ${result.length} bytes, not ${hashLength}`)
  return new Uint8Array(result)
}
