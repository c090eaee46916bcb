/** What the tests of this package hash and sign with: the real thing, from Node. */
import { createHash, createPrivateKey, createPublicKey, sign as signWith, verify } from 'node:crypto'
import { type Bytes, utf8 } from './bytes/bytes.ts'
import type { Hash } from './bytes/hash.ts'
import type { SignatureClaim } from './checkpoints/verify.ts'

export const sha256: Hash = (bytes) => createHash('sha256').update(bytes).digest()

/** A key pair from a 32-byte seed, so that tests give the same bytes each time. */
export function keyPairOf(seed: Uint8Array): {
  readonly publicKey: Bytes
  readonly sign: (message: Uint8Array) => Uint8Array
} {
  // The PKCS #8 wrapping of RFC 8410 section 7, which is the same for every Ed25519 seed.
  const der = Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), seed])
  const privateKey = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' })
  const spki = createPublicKey(privateKey).export({ format: 'der', type: 'spki' })
  return { publicKey: new Uint8Array(spki.subarray(-32)), sign: (message) => signWith(null, message, privateKey) }
}

export function verifySignature({ publicKey, message, signature }: SignatureClaim): boolean {
  const jwk = { kty: 'OKP', crv: 'Ed25519', x: Buffer.from(publicKey).toString('base64url') }
  return verify(null, message, createPublicKey({ key: jwk, format: 'jwk' }), signature)
}

/** Salts that differ for each call and are the same in each run. */
export function saltsFrom(seed: string): () => Uint8Array {
  let count = 0
  return () => sha256(utf8(`${seed} ${count++}`)).slice(0, 16)
}
