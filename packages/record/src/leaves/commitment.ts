/**
 * Salted field commitments: the log holds, for each field of an event, a hash that binds the value without showing
 * it. Showing a field later means handing out its salt with it; withholding or purging one means keeping or deleting
 * both. The tree stays whole either way. Names of fields are not hidden.
 */
import { assert } from '../assert.ts'
import { toBase64 } from '../bytes/base64.ts'
import { type Bytes, concat, utf8 } from '../bytes/bytes.ts'
import { type Hash, hashLength } from '../bytes/hash.ts'
import { canonicalJson, type Json } from './json.ts'

/** What happened, as named fields. `stream` and `seq` number the events of one incident: see `streamField`. */
export type EventFields = { readonly [field: string]: Json }

/** Field → base 64 of its commitment. */
export type Commitments = { readonly [field: string]: string }

/** Field → base 64 of its salt. As secret as the values: a short value is guessed as soon as its salt is known. */
export type Salts = { readonly [field: string]: string }

/** Bytes in a salt: 128 random bits, so that a withheld value cannot be found by trying all values. */
export const saltLength = 16

/** Most fields an event may have. With `fieldNameLengthMax` this keeps every leaf far below the entry limit. */
export const fieldsMax = 256

export const fieldNameLengthMax = 64

/** Keeps commitments apart from the tree's leaves (0x00) and nodes (0x01), which use the same hash. */
const commitmentTag = Uint8Array.of(0x02)

/** Letters, digits, `_`, `.` and `-`, starting with a letter; so no name can be taken for one of an object's own. */
export function isFieldName(name: string): boolean {
  return name.length <= fieldNameLengthMax && /^[A-Za-z][A-Za-z0-9_.-]*$/.test(name)
}

/** What is hashed for one field: tag, salt, then the canonical JSON of name and value. */
export function commitmentInput(name: string, value: Json, salt: Uint8Array): Bytes {
  assert(salt.length === saltLength, `the salt of \`${name}\` has ${salt.length} bytes, not ${saltLength}`)
  return concat(commitmentTag, salt, utf8(canonicalJson({ name, value })))
}

/**
 * Commits to every field of `event`.
 *
 * `saltOf` must give `saltLength` fresh random bytes each time it is called; two fields with one salt are a bug, since
 * equal values would show. Keep the returned salts beside the event: without them nothing can be disclosed.
 */
export function commit(
  event: EventFields,
  saltOf: (field: string) => Uint8Array,
  hash: Hash,
): { readonly commitments: Commitments; readonly salts: Salts } {
  const fields = Object.entries(event)
  assert(fields.length > 0 && fields.length <= fieldsMax, `an event has 1 to ${fieldsMax} fields, not ${fields.length}`)

  const commitments: Record<string, string> = {}
  const salts: Record<string, string> = {}
  for (const [name, value] of fields) {
    assert(isFieldName(name), `\`${name}\` cannot name a field of a leaf`)
    const salt = saltOf(name)
    const commitment = hash(commitmentInput(name, value, salt))
    assert(commitment.length === hashLength, `the hash gave ${commitment.length} bytes, not ${hashLength}`)
    commitments[name] = toBase64(commitment)
    salts[name] = toBase64(salt)
  }
  assert(new Set(Object.values(salts)).size === fields.length, 'two fields of one event were given the same salt')
  return { commitments, salts }
}
