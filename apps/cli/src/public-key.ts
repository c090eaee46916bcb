/** The key of a log, as Node checks signatures with it. */
import { createPublicKey } from 'node:crypto'

/** From the 32 bytes of an Ed25519 key. */
export function publicKeyFrom(raw: Uint8Array) {
  return createPublicKey({
    key: { kty: 'OKP', crv: 'Ed25519', x: Buffer.from(raw).toString('base64url') },
    format: 'jwk',
  })
}
