/** A leaf: what the log keeps of one event, for ever and in public. */
import { assert } from '../assert.ts'
import { fromBase64 } from '../bytes/base64.ts'
import { type Bytes, fromUtf8, utf8 } from '../bytes/bytes.ts'
import { hashLength } from '../bytes/hash.ts'
import { accepted, type Parsed, refused } from '../parsed.ts'
import { quoted } from '../quoted.ts'
import { type Commitments, fieldsMax, isFieldName } from './commitment.ts'
import { canonicalJson, isJson, isList, type Json, parseJson } from './json.ts'

export const leafFormat = 'remit-leaf/1'

/** Largest entry in bytes: entry bundles of C2SP tlog-tiles prefix each entry with an unsigned 16-bit length. */
export const leafBytesMax = 65_535

/** Longest agency and kind, in UTF-16 code units. */
export const labelLengthMax = 200

/** The leaf does not name its own index: the tree says it, and saying it twice would let the two disagree. */
export type Leaf = {
  /** The agency whose log this is, as its folder in `orders/`, e.g. `us/il/chicago/police`. */
  readonly agency: string
  /** What kind of event it was. Public, like the agency and the names of the fields. */
  readonly kind: string
  readonly commitments: Commitments
}

/** The bytes that enter the tree: canonical JSON in UTF-8. */
export function leafBytes(leaf: Leaf): Bytes {
  const { agency, kind, commitments } = leaf
  const fault = leafFault(leaf)
  assert(fault === undefined, `not a leaf: ${fault}`)
  const bytes = utf8(canonicalJson({ format: leafFormat, agency, kind, commitments }))
  assert(bytes.length <= leafBytesMax, `the leaf has ${bytes.length} bytes, more than ${leafBytesMax}`)
  return bytes
}

/**
 * Reads a leaf from the bytes in the tree. Only the canonical spelling is accepted: any other would let two texts
 * stand for one leaf, or hide a second member of the same name.
 */
export function parseLeaf(bytes: Uint8Array): Parsed<Leaf> {
  if (bytes.length > leafBytesMax) return refused(`the leaf has ${bytes.length} bytes, more than ${leafBytesMax}`)
  const text = fromUtf8(bytes)
  if (text === undefined) return refused('the leaf is not UTF-8')
  const value = parseJson(text)
  if (value === undefined || !isJson(value)) return refused('the leaf is not JSON')
  if (canonicalJson(value) !== text) return refused('the leaf is not canonical JSON')
  return leafOf(value)
}

function leafOf(value: Json): Parsed<Leaf> {
  if (typeof value !== 'object' || value === null || isList(value)) return refused('the leaf is not a JSON object')
  const { format, agency, kind, commitments, ...others } = value
  if (format !== leafFormat) return refused(`the leaf's format is not \`${leafFormat}\``)
  const [other] = Object.keys(others)
  if (other !== undefined) return refused(`a leaf has no member ${quoted(other)}`)
  if (typeof agency !== 'string') return refused('the leaf names no agency')
  if (typeof kind !== 'string') return refused('the leaf names no kind')
  if (!isCommitments(commitments)) return refused("the leaf's commitments are not hashes by field")
  const leaf = { agency, kind, commitments }
  const fault = leafFault(leaf)
  return fault === undefined ? accepted(leaf) : refused(fault)
}

function leafFault({ agency, kind, commitments }: Leaf): string | undefined {
  if (agency === '' || agency.length > labelLengthMax) return `the agency has not 1 to ${labelLengthMax} letters`
  if (kind === '' || kind.length > labelLengthMax) return `the kind has not 1 to ${labelLengthMax} letters`
  const fields = Object.entries(commitments)
  if (fields.length === 0 || fields.length > fieldsMax) return `the leaf has not 1 to ${fieldsMax} fields`
  for (const [name, commitment] of fields) {
    if (!isFieldName(name)) return `${quoted(name)} cannot name a field`
    if (fromBase64(commitment)?.length !== hashLength)
      return `the commitment to ${quoted(name)} is not a hash in base 64`
  }
  return undefined
}

function isCommitments(value: Json | undefined): value is Commitments {
  if (typeof value !== 'object' || value === null || isList(value)) return false
  return Object.values(value).every((commitment) => typeof commitment === 'string')
}
