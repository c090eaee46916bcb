/**
 * The frontier: all that must be known of a tree to append to it and to give its root. It is the perfect subtrees
 * that the tree falls into, largest first: one for each bit set in its size, so at most 53 hashes.
 */
import { assert } from '../assert.ts'
import { type Bytes, concat } from '../bytes/bytes.ts'
import { type Hash, hashLength } from '../bytes/hash.ts'
import { accepted, type Parsed, refused } from '../parsed.ts'
import { emptyRoot, isSize, nodeHash, type StoredNode } from './node.ts'

export type Frontier = {
  /** Number of leaves. */
  readonly size: number
  /** INVARIANT: as many as `size` has bits set; largest subtree, which is the leftmost, first. */
  readonly hashes: readonly Bytes[]
}

export const emptyFrontier: Frontier = { size: 0, hashes: [] }

/**
 * The tree with one more leaf, which gets the index `frontier.size`.
 *
 * `completed` are the perfect subtrees that this leaf completes, itself first: store them and every proof can be
 * built later. Costs one hash for each completed subtree above the leaf: one on average, log2 of the size at most.
 */
export function append(
  frontier: Frontier,
  leafHash: Uint8Array,
  hash: Hash,
): { readonly frontier: Frontier; readonly completed: readonly StoredNode[] } {
  assert(leafHash.length === hashLength, `a leaf hash has ${hashLength} bytes, not ${leafHash.length}`)
  const size = frontier.size + 1
  assert(isSize(size), `a tree cannot hold ${size} leaves`)

  const hashes = [...frontier.hashes]
  let node: StoredNode = { level: 0, index: frontier.size, hash: new Uint8Array(leafHash) }
  const completed = [node]
  while (node.index % 2 === 1) {
    const left = hashes.pop()
    assert(left !== undefined, `the frontier of size ${frontier.size} has too few hashes: ${frontier.hashes.length}`)
    node = { level: node.level + 1, index: (node.index - 1) / 2, hash: nodeHash(left, node.hash, hash) }
    completed.push(node)
  }
  return { frontier: { size, hashes: [...hashes, node.hash] }, completed }
}

/** The root hash of the whole tree, for its checkpoint. */
export function rootOf(frontier: Frontier, hash: Hash): Bytes {
  const joined = frontier.hashes.reduceRight<Bytes | undefined>(
    (right, left) => (right === undefined ? left : nodeHash(left, right, hash)),
    undefined,
  )
  return joined ?? emptyRoot(hash)
}

/** The frontier as bytes, for one database column: the size as eight bytes, highest first, then the hashes. */
export function encodeFrontier({ size, hashes }: Frontier): Bytes {
  assert(isSize(size) && hashes.length === bitsSet(size), `${hashes.length} hashes cannot be a frontier of ${size}`)
  return concat(sizeBytes(size), ...hashes)
}

/** Reads what `encodeFrontier` wrote. Lengths are checked; whether the hashes are the log's own only its root tells. */
export function decodeFrontier(bytes: Uint8Array): Parsed<Frontier> {
  if (bytes.length < 8) return refused(`a frontier has at least 8 bytes, not ${bytes.length}`)
  // A sum too large to be exact is rounded, but never down to one that is exact, so `isSize` sees it.
  const size = bytes.subarray(0, 8).reduce((sum, byte) => sum * 256 + byte, 0)
  if (!isSize(size)) return refused('the size is out of range')
  const count = bitsSet(size)
  if (bytes.length !== 8 + count * hashLength) {
    return refused(`a frontier of size ${size} has ${8 + count * hashLength} bytes, not ${bytes.length}`)
  }
  const hashes = Array.from({ length: count }, (_, at) => {
    const start = 8 + at * hashLength
    return new Uint8Array(bytes.subarray(start, start + hashLength))
  })
  return accepted({ size, hashes })
}

function sizeBytes(size: number): Bytes {
  const bytes = new Uint8Array(8)
  new DataView(bytes.buffer).setBigUint64(0, BigInt(size))
  return bytes
}

function bitsSet(size: number): number {
  return size.toString(2).replaceAll('0', '').length
}
