/**
 * The two checks that verifying needs, from Web Crypto, which browsers and Node have alike.
 *
 * Browsers offer it to pages served over HTTPS or from localhost; Ed25519 in it came with Chrome 137, Firefox 129 and
 * Safari 17.
 */
import type { VerifierHash } from '../bytes/hash.ts'
import type { VerifySignature } from './verify.ts'

export function webCrypto(subtle: SubtleCrypto): {
  readonly hash: VerifierHash
  readonly verifySignature: VerifySignature
} {
  return {
    hash: async (bytes) => new Uint8Array(await subtle.digest('SHA-256', bytes)),
    verifySignature: async ({ publicKey, message, signature }) => {
      const key = await subtle.importKey('raw', publicKey, 'Ed25519', false, ['verify'])
      return subtle.verify('Ed25519', key, signature, message)
    },
  }
}
