/** A log of one's own: what somebody who holds a key could sign, whatever happened. */
import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto'
import { toBase64 } from '@remit/record/bytes/base64.ts'
import { signCheckpoint } from '@remit/record/checkpoints/checkpoint.ts'
import { printVerifierKey, verifierKey } from '@remit/record/checkpoints/key.ts'
import { commit, type EventFields, saltLength } from '@remit/record/leaves/commitment.ts'
import { discloseEvent } from '@remit/record/leaves/disclosure.ts'
import { leafBytes } from '@remit/record/leaves/leaf.ts'
import { type Bundle, printBundle } from '@remit/record/proofs/bundle.ts'
import { hashAtOf, inclusionProof, rootAt } from '@remit/record/tree/proofs.ts'

export type ForgedEvent = { readonly kind: string; readonly fields: EventFields; readonly withheld?: readonly string[] }

const sha256 = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest()

/** A bundle that passes every check of the proofs under its own key. */
export function forgedBundle(agency: string, events: readonly ForgedEvent[]): string {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  const raw = Buffer.from(publicKey.export({ format: 'jwk' }).x ?? '', 'base64url')
  const origin = `forged/${agency}`
  const key = verifierKey(origin, raw, sha256)
  const recorded = events.map(({ kind, fields, withheld = [] }) => {
    const { commitments, salts } = commit(fields, () => randomBytes(saltLength), sha256)
    const shown = Object.keys(fields).filter((name) => !withheld.includes(name))
    return { leaf: leafBytes({ agency, kind, commitments }), disclosed: discloseEvent(fields, salts, shown) }
  })
  const size = recorded.length
  const hashAt = hashAtOf(
    recorded.map(({ leaf }) => leaf),
    sha256,
  )
  const checkpoint = { origin, size, root: rootAt(size, hashAt, sha256), extensions: [] }
  const bundle: Bundle = {
    agency,
    stream: String(events[0]?.fields.stream),
    vkey: printVerifierKey(key),
    checkpoint: signCheckpoint(checkpoint, key, (message) => sign(null, message, privateKey)),
    leaves: recorded.map(({ leaf, disclosed }, index) => ({
      index,
      leaf: new TextDecoder().decode(leaf),
      proof: inclusionProof({ index, size }, hashAt, sha256).map(toBase64),
      disclosed,
    })),
  }
  return printBundle(bundle)
}
