/** Verifier keys of C2SP signed-note: `<name>+<key id>+<base 64 of type and public key>`. Ed25519 only. */
import { assert } from '../assert.ts'
import { fromBase64, toBase64 } from '../bytes/base64.ts'
import { type Bytes, concat, utf8 } from '../bytes/bytes.ts'
import type { Hash, VerifierHash } from '../bytes/hash.ts'
import { accepted, type Parsed, refused } from '../parsed.ts'

export type VerifierKey = {
  /** The log's name, which is also its origin, e.g. `records.example.gov/us/il/chicago/police`. */
  readonly name: string
  /** Eight lower-case hexadecimal digits. Short: with the name it finds a key, and proves nothing. */
  readonly id: string
  readonly publicKey: Bytes
}

export const publicKeyLength = 32
export const signatureLength = 64

/** The type byte of plain Ed25519 signatures over the note's text. */
const ed25519Type = Uint8Array.of(0x01)

/** Whether `name` can name a key: not empty, and without the spaces and pluses that would end it. */
export function isKeyName(name: string): boolean {
  return name !== '' && name.isWellFormed() && !/[\s\u0085+]/u.test(name) && !hasControls(name)
}

/** Whether `text` has control characters of ASCII, which a signed note must not. Newline is one. */
export function hasControls(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) < 0x20) return true
  return false
}

/** The key by which others verify what `publicKey`'s owner signs under `name`. */
export function verifierKey(name: string, publicKey: Uint8Array, hash: Hash): VerifierKey {
  assert(isKeyName(name), `\`${name}\` cannot name a key`)
  assert(publicKey.length === publicKeyLength, `an Ed25519 public key has 32 bytes, not ${publicKey.length}`)
  return { name, id: idFrom(hash(idInput(name, publicKey))), publicKey: new Uint8Array(publicKey) }
}

export function printVerifierKey({ name, id, publicKey }: VerifierKey): string {
  return `${name}+${id}+${toBase64(concat(ed25519Type, publicKey))}`
}

/** Reads a verifier key and checks that its id is the one its name and public key give. */
export async function parseVerifierKey(text: string, hash: VerifierHash): Promise<Parsed<VerifierKey>> {
  // The public key's base 64 may hold pluses of its own; the name and the id hold none.
  const [, name, id, encoded] = /^([^+]+)\+([0-9a-f]{8})\+(.+)$/u.exec(text) ?? []
  if (name === undefined || id === undefined || encoded === undefined || !isKeyName(name)) {
    return refused('a verifier key has the form `name+id+key`, with an id of eight hexadecimal digits')
  }
  const typed = fromBase64(encoded)
  if (typed === undefined || typed.length === 0) return refused('the key is not base 64')
  if (typed[0] !== ed25519Type[0]) return refused('the key is not of type 1, Ed25519')
  if (typed.length !== 1 + publicKeyLength) return refused('the key does not have the length of an Ed25519 key')

  const publicKey = typed.slice(1)
  const expected = idFrom(await hash(idInput(name, publicKey)))
  if (id !== expected) return refused(`the id \`${id}\` does not fit the name and the key, which give \`${expected}\``)
  return accepted({ name, id, publicKey })
}

function idInput(name: string, publicKey: Uint8Array): Bytes {
  return concat(utf8(`${name}\n`), ed25519Type, publicKey)
}

function idFrom(hash: Uint8Array): string {
  return toHex(hash.subarray(0, 4))
}

export function toHex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
