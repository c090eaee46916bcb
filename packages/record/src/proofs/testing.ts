/** A small real log of an imaginary agency, and the bundle of one of its incidents, for the tests of bundles. */
import { toBase64 } from '../bytes/base64.ts'
import { type Bytes, utf8 } from '../bytes/bytes.ts'
import { signCheckpoint } from '../checkpoints/checkpoint.ts'
import { printVerifierKey, verifierKey } from '../checkpoints/key.ts'
import { commit, type EventFields } from '../leaves/commitment.ts'
import { discloseEvent } from '../leaves/disclosure.ts'
import { leafBytes } from '../leaves/leaf.ts'
import { keyPairOf, saltsFrom, sha256, verifySignature } from '../testing.ts'
import { hashAtOf, inclusionProof, rootAt } from '../tree/proofs.ts'
import type { Bundle, BundleLeaf } from './bundle.ts'

export const agency = 'us/il/quincy/police'
export const origin = `records.example.gov/${agency}`
export const stream = 'incident/31'
export const owner = keyPairOf(new Uint8Array(32).fill(1))
const key = verifierKey(origin, owner.publicKey, sha256)
export const vkey = printVerifierKey(key)
export const verifier = { hash: sha256, verifySignature, trustedKeys: [vkey] }

/** The kinds of an incident's events, by number. */
const kinds = ['received', 'assigned', 'arrived', 'determined', 'closed']

/** The leaves of the log, by index. */
export const log = recordedLog()

/** Incident 31, as its agency exports it: five events, with `unit` withheld. */
export const bundle = exported(log.slice(3, 13).filter((_, at) => at % 2 === 0))

/** A leaf's bytes, and the same leaf with what a bundle says of it. */
export type Recorded = { readonly leaf: Uint8Array; readonly entry: BundleLeaf }

/** A log of 16 leaves: three of incident/30, then incident/31 and incident/30 in turn. */
function recordedLog(): readonly Recorded[] {
  const saltOf = saltsFrom('log')
  const counts = new Map<string, number>()
  const recorded = Array.from({ length: 16 }, (_, index) => {
    const of = index >= 3 && index % 2 === 1 ? stream : 'incident/30'
    const seq = (counts.get(of) ?? 0) + 1
    counts.set(of, seq)
    const event: EventFields = { stream: of, seq, at: `2019-09-28T21:${49 + seq}:00-05:00`, unit: '1231R' }
    const { commitments, salts } = commit(event, saltOf, sha256)
    const kind = kinds[(seq - 1) % kinds.length] ?? 'received'
    return { index, event, salts, leaf: leafBytes({ agency, kind, commitments }) }
  })
  const leaves = recorded.map(({ leaf }) => leaf)
  const hashAt = hashAtOf(leaves, sha256)
  return recorded.map(({ index, event, salts, leaf }) => ({
    leaf,
    entry: {
      index,
      leaf: new TextDecoder().decode(leaf),
      proof: inclusionProof({ index, size: recorded.length }, hashAt, sha256).map(toBase64),
      disclosed: discloseEvent(event, salts, ['stream', 'seq', 'at']),
    },
  }))
}

export function root(): Bytes {
  const leaves = log.map(({ leaf }) => leaf)
  return rootAt(log.length, hashAtOf(leaves, sha256), sha256)
}

/** These events as a bundle of the log, which says that they are of incident 31. */
export function exported(events: readonly Recorded[]): Bundle {
  const checkpoint = signCheckpoint({ origin, size: log.length, root: root(), extensions: [] }, key, owner.sign)
  return { agency, stream, vkey, checkpoint, leaves: events.map(({ entry }) => entry) }
}

/** A note of this text, signed by the log's own key. */
export function resigned(text: string): string {
  const id = Uint8Array.from(key.id.match(/../g) ?? [], (digits) => Number.parseInt(digits, 16))
  return `${text}\n\u2014 ${key.name} ${toBase64(Uint8Array.of(...id, ...owner.sign(utf8(text))))}\n`
}
