/** Checkpoints (C2SP tlog-checkpoint): what a log commits to when it signs: its name, its size and its root. */
import { assert } from '../assert.ts'
import { fromBase64, toBase64 } from '../bytes/base64.ts'
import { type Bytes, utf8 } from '../bytes/bytes.ts'
import { hashLength } from '../bytes/hash.ts'
import { accepted, type Parsed, refused } from '../parsed.ts'
import { quoted } from '../quoted.ts'
import { isSize } from '../tree/node.ts'
import { hasControls, signatureLength, type VerifierKey } from './key.ts'
import { printNote } from './note.ts'

export type Checkpoint = {
  /** Which log: the name of its key. */
  readonly origin: string
  /** How many leaves it had. */
  readonly size: number
  readonly root: Bytes
  /** Further lines, which this project writes none of and gives no meaning to. */
  readonly extensions: readonly string[]
}

/** The text that is signed. */
export function printCheckpoint({ origin, size, root, extensions }: Checkpoint): string {
  assert(isLine(origin), `\`${origin}\` cannot be the origin of a checkpoint`)
  assert(isSize(size), `${size} cannot be the size of a tree`)
  assert(root.length === hashLength, `a root has ${hashLength} bytes, not ${root.length}`)
  assert(extensions.every(isLine), 'an extension of a checkpoint is one line')
  return [origin, String(size), toBase64(root), ...extensions].map((line) => `${line}\n`).join('')
}

/** Reads the text of a checkpoint, strictly: one checkpoint has one spelling. Says nothing of its signatures. */
export function parseCheckpoint(text: string): Parsed<Checkpoint> {
  if (!text.endsWith('\n')) return refused('the checkpoint does not end with a newline')
  const [origin, size, root, ...extensions] = text.slice(0, -1).split('\n')
  if (origin === undefined || size === undefined || root === undefined) {
    return refused('the checkpoint has fewer than three lines')
  }
  if (!isLine(origin)) return refused('the checkpoint names no origin')
  if (!/^(0|[1-9][0-9]*)$/.test(size) || !isSize(Number(size))) {
    return refused(`${quoted(size)} is not the size of a tree`)
  }
  const rootBytes = fromBase64(root)
  if (rootBytes?.length !== hashLength) return refused(`${quoted(root)} is not a root hash`)
  if (!extensions.every(isLine)) return refused('the checkpoint has an empty line')
  return accepted({ origin, size: Number(size), root: rootBytes, extensions })
}

/**
 * The checkpoint as a note signed by its log. The log must never sign two checkpoints of which neither begins with
 * the other: sign only what is committed to the database.
 */
export function signCheckpoint(checkpoint: Checkpoint, key: VerifierKey, sign: (message: Bytes) => Uint8Array): string {
  const { name, id } = key
  assert(checkpoint.origin === name, `the key of \`${name}\` does not sign for \`${checkpoint.origin}\``)
  const text = printCheckpoint(checkpoint)
  const signature = new Uint8Array(sign(utf8(text)))
  assert(signature.length === signatureLength, `an Ed25519 signature has 64 bytes, not ${signature.length}`)
  return printNote({ text, signatures: [{ name, id, signature }] })
}

function isLine(line: string): boolean {
  return line !== '' && line.isWellFormed() && !hasControls(line)
}
