/** Verifies signed checkpoints. */
import { assert } from '../assert.ts'
import { type Bytes, utf8 } from '../bytes/bytes.ts'
import { type Checkpoint, parseCheckpoint } from './checkpoint.ts'
import { signatureLength, type VerifierKey } from './key.ts'
import { type NoteSignature, parseNote, type SignedNote } from './note.ts'

/** What Ed25519 (RFC 8032) is asked: whether the key's owner signed exactly these bytes. */
export type SignatureClaim = { readonly publicKey: Bytes; readonly message: Bytes; readonly signature: Bytes }

/** The signature check is an argument: synchronous in Node, asynchronous in a browser. */
export type VerifySignature = (claim: SignatureClaim) => boolean | Promise<boolean>

export type CheckpointVerdict =
  /** The log itself signed, and `signers`, it among them, are the trusted keys that did. */
  | { readonly kind: 'verified'; readonly checkpoint: Checkpoint; readonly signers: readonly VerifierKey[] }
  | { readonly kind: 'malformed'; readonly reason: string }
  /** Signed, but by nobody that is trusted. `names` are who claims to have. */
  | { readonly kind: 'untrusted'; readonly names: readonly string[] }
  /** A signature in the name of a trusted key is not that key's over this text: the text or it was changed. */
  | { readonly kind: 'forged'; readonly key: VerifierKey }
  /** Trusted keys signed, but none of the log that the checkpoint says it is of. */
  | { readonly kind: 'foreign'; readonly origin: string; readonly signers: readonly VerifierKey[] }

/**
 * Whether a trusted log signed this checkpoint. Signatures by unknown keys are ignored, as the specification wants;
 * one false signature by a known key refuses the whole note.
 */
export async function verifyCheckpoint(
  note: string,
  trustedKeys: readonly VerifierKey[],
  verifySignature: VerifySignature,
): Promise<CheckpointVerdict> {
  const parsed = parseNote(note)
  if (!parsed.ok) return { kind: 'malformed', reason: parsed.reason }

  const signers = new Set<VerifierKey>()
  for (const signature of parsed.value.signatures) {
    const key = keyOf(signature, trustedKeys)
    if (key === undefined) continue
    if (!(await isSignedBy(key, parsed.value, signature, verifySignature))) return { kind: 'forged', key }
    signers.add(key)
  }
  if (signers.size === 0) return { kind: 'untrusted', names: parsed.value.signatures.map(({ name }) => name) }
  return verdictOn(parsed.value.text, [...signers])
}

function verdictOn(text: string, signers: readonly VerifierKey[]): CheckpointVerdict {
  const checkpoint = parseCheckpoint(text)
  if (!checkpoint.ok) return { kind: 'malformed', reason: checkpoint.reason }
  const { origin } = checkpoint.value
  if (!signers.some((key) => key.name === origin)) return { kind: 'foreign', origin, signers }
  return { kind: 'verified', checkpoint: checkpoint.value, signers }
}

function keyOf({ name, id }: NoteSignature, keys: readonly VerifierKey[]): VerifierKey | undefined {
  const [key, ...others] = keys.filter((candidate) => candidate.name === name && candidate.id === id)
  assert(others.length === 0, `two trusted keys are called \`${name}+${id}\``)
  return key
}

async function isSignedBy(
  { publicKey }: VerifierKey,
  { text }: SignedNote,
  { signature }: NoteSignature,
  verifySignature: VerifySignature,
): Promise<boolean> {
  if (signature.length !== signatureLength) return false
  return verifySignature({ publicKey, message: utf8(text), signature })
}
