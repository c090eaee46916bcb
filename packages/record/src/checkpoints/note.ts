/** Signed notes (C2SP signed-note): a text, an empty line, and signature lines. */
import { assert } from '../assert.ts'
import { fromBase64, toBase64 } from '../bytes/base64.ts'
import { type Bytes, concat } from '../bytes/bytes.ts'
import { accepted, type Parsed, refused } from '../parsed.ts'
import { quoted } from '../quoted.ts'
import { hasControls, isKeyName, toHex } from './key.ts'

export type SignedNote = {
  /** What is signed: lines, each with its newline. Not to be believed before a signature is verified. */
  readonly text: string
  readonly signatures: readonly NoteSignature[]
}

export type NoteSignature = {
  readonly name: string
  /** As in `VerifierKey`. */
  readonly id: string
  readonly signature: Bytes
}

/** Most signatures a note may have. The specification asks verifiers to accept 16 at least and to have a limit. */
export const signaturesMax = 100

const signatureLine = /^\u2014 (?<name>\S+) (?<encoded>\S+)$/u

/**
 * Reads a signed note. Strict: no control characters but newline, at least one signature, every line complete, base
 * 64 in its one spelling.
 */
export function parseNote(note: string): Parsed<SignedNote> {
  if (!note.isWellFormed() || hasControls(note.replaceAll('\n', ''))) return refused('the note is not plain text')
  const split = note.lastIndexOf('\n\n')
  if (split < 0) return refused('the note has no empty line before its signatures')
  const block = note.slice(split + 2)
  if (!block.endsWith('\n')) return refused('the note does not end with a whole signature line')

  const lines = block.slice(0, -1).split('\n')
  if (lines.length > signaturesMax) return refused(`the note has more than ${signaturesMax} signatures`)
  const signatures: NoteSignature[] = []
  for (const line of lines) {
    const signature = signatureOf(line)
    if (signature === undefined) return refused(`${quoted(line)} is not a signature line`)
    signatures.push(signature)
  }
  return accepted({ text: note.slice(0, split + 1), signatures })
}

/** The note as text: `parseNote` reads the same note back. */
export function printNote({ text, signatures }: SignedNote): string {
  assert(text.endsWith('\n') && text.isWellFormed(), 'the text of a note is lines, each with its newline')
  assert(!hasControls(text.replaceAll('\n', '')), 'the text of a note has no control characters but newline')
  assert(signatures.length > 0 && signatures.length <= signaturesMax, `a note has 1 to ${signaturesMax} signatures`)
  return `${text}\n${signatures.map(printSignature).join('')}`
}

function signatureOf(line: string): NoteSignature | undefined {
  const { name, encoded } = signatureLine.exec(line)?.groups ?? {}
  if (name === undefined || encoded === undefined || !isKeyName(name)) return undefined
  const bytes = fromBase64(encoded)
  if (bytes === undefined || bytes.length < 5) return undefined
  return { name, id: toHex(bytes.subarray(0, 4)), signature: bytes.slice(4) }
}

function printSignature({ name, id, signature }: NoteSignature): string {
  assert(isKeyName(name), `\`${name}\` cannot name a key`)
  assert(/^[0-9a-f]{8}$/.test(id), `\`${id}\` is not a key id`)
  assert(signature.length > 0, `the signature of \`${name}\` is empty`)
  const idBytes = Uint8Array.from({ length: 4 }, (_, at) => Number.parseInt(id.slice(2 * at, 2 * at + 2), 16))
  return `\u2014 ${name} ${toBase64(concat(idBytes, signature))}\n`
}
