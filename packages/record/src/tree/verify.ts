/**
 * Verifies proofs by the algorithms of RFC 9162 sections 2.1.3.2 and 2.1.4.2. The names `fn`, `sn`, `fr` and `sr` are
 * the RFC's, so that the two can be read side by side.
 */
import { areEqual } from '../bytes/bytes.ts'
import { hashLength, type VerifierHash } from '../bytes/hash.ts'
import { accepted, type Parsed, refused } from '../parsed.ts'
import { isSize, leafInput, nodeInput } from './node.ts'

export type InclusionClaim = {
  readonly index: number
  /** Size of the tree whose root is `root`. */
  readonly size: number
  readonly leafHash: Uint8Array
  readonly proof: readonly Uint8Array[]
  readonly root: Uint8Array
}

export type ConsistencyClaim = {
  readonly oldSize: number
  readonly newSize: number
  readonly oldRoot: Uint8Array
  readonly newRoot: Uint8Array
  readonly proof: readonly Uint8Array[]
}

/** Whether a proof holds; where it does not, why. */
export type ProofVerdict = Parsed<'holds'>

/** A leaf's hash, for a verifier. */
export async function hashLeaf(leaf: Uint8Array, hash: VerifierHash): Promise<Uint8Array> {
  return hash(leafInput(leaf))
}

/** Whether the leaf stands at `index` in the tree of `size` leaves with this root. */
export async function verifyInclusion(claim: InclusionClaim, hash: VerifierHash): Promise<ProofVerdict> {
  const { index, size, leafHash, proof, root } = claim
  if (!isSize(index) || !isSize(size)) return refused('the index or the size is not a whole number in range')
  if (index >= size) return refused(`a tree of ${size} leaves has no leaf ${index}`)
  if (!areHashes([leafHash, root, ...proof])) return refused(`a hash does not have ${hashLength} bytes`)

  let fn = index
  let sn = size - 1
  let result = leafHash
  for (const beside of proof) {
    if (sn === 0) return refused('the inclusion proof is too long')
    if (isOdd(fn) || fn === sn) {
      result = await hash(nodeInput(beside, result))
      while (!isOdd(fn) && fn !== 0) [fn, sn] = [half(fn), half(sn)]
    } else {
      result = await hash(nodeInput(result, beside))
    }
    ;[fn, sn] = [half(fn), half(sn)]
  }
  if (sn !== 0) return refused('the inclusion proof is too short')
  return areEqual(result, root) ? accepted('holds') : refused('the inclusion proof does not lead to the root')
}

/**
 * Whether the tree of `newSize` leaves begins with all leaves of the tree of `oldSize`, unchanged and in order.
 *
 * An old size of zero is refused: nothing can be proved from the empty tree, and a verifier that accepts it accepts
 * any new root (see `consistency/additional` of the published vectors).
 */
export async function verifyConsistency(claim: ConsistencyClaim, hash: VerifierHash): Promise<ProofVerdict> {
  const { oldSize, newSize, oldRoot, newRoot, proof } = claim
  if (!isSize(oldSize) || !isSize(newSize)) return refused('a size is not a whole number in range')
  if (oldSize === 0) return refused('nothing can be proved from the empty tree')
  if (oldSize > newSize) return refused(`the tree of ${oldSize} leaves cannot have grown to ${newSize}`)
  if (oldSize === newSize) {
    if (proof.length > 0) return refused('between equal sizes the consistency proof must be empty')
    return areEqual(oldRoot, newRoot) ? accepted('holds') : refused('the sizes are equal but the roots are not')
  }
  if (!areHashes([oldRoot, newRoot, ...proof])) return refused(`a hash does not have ${hashLength} bytes`)
  return climb(claim, hash)
}

async function climb(claim: ConsistencyClaim, hash: VerifierHash): Promise<ProofVerdict> {
  const { oldSize, newSize, oldRoot, newRoot } = claim
  // An old tree that is one perfect subtree is where the climb starts, and the proof leaves it out.
  const [first, ...rest] = isPowerOfTwo(oldSize) ? [oldRoot, ...claim.proof] : claim.proof
  if (first === undefined) return refused('the consistency proof is empty')

  let fn = oldSize - 1
  let sn = newSize - 1
  while (isOdd(fn)) [fn, sn] = [half(fn), half(sn)]
  let fr = first
  let sr = first
  for (const beside of rest) {
    if (sn === 0) return refused('the consistency proof is too long')
    if (isOdd(fn) || fn === sn) {
      fr = await hash(nodeInput(beside, fr))
      sr = await hash(nodeInput(beside, sr))
      while (!isOdd(fn) && fn !== 0) [fn, sn] = [half(fn), half(sn)]
    } else {
      sr = await hash(nodeInput(sr, beside))
    }
    ;[fn, sn] = [half(fn), half(sn)]
  }
  if (sn !== 0) return refused('the consistency proof is too short')
  if (!areEqual(fr, oldRoot)) return refused('the consistency proof does not lead to the old root')
  return areEqual(sr, newRoot) ? accepted('holds') : refused('the consistency proof does not lead to the new root')
}

/** Sizes exceed 32 bits, so JavaScript's bit operations would be wrong here. */
function half(value: number): number {
  return Math.floor(value / 2)
}

function isOdd(value: number): boolean {
  return value % 2 === 1
}

function isPowerOfTwo(value: number): boolean {
  let rest = value
  while (rest > 1 && !isOdd(rest)) rest = half(rest)
  return rest === 1
}

function areHashes(values: readonly Uint8Array[]): boolean {
  return values.every((value) => value.length === hashLength)
}
