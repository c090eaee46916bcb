/**
 * The exported bundle: one stream of events, usually an incident, with what anyone needs to verify it offline and
 * without asking the agency: the log's signed checkpoint, each event's leaf, its inclusion proof and the disclosed
 * fields.
 */
import { assert } from '../assert.ts'
import type { DisclosedField } from '../leaves/disclosure.ts'
import { isList, type Json, parseJson } from '../leaves/json.ts'
import { accepted, type Parsed, refused } from '../parsed.ts'
import { quoted } from '../quoted.ts'

export const bundleFormat = 'remit-incident-export/1'

/** Largest bundle read, in UTF-16 code units, about 20,000 events: a limit, since anyone may hand one in. */
export const bundleLengthMax = 64 * 1024 * 1024

/** Most leaves of one bundle. */
export const bundleLeavesMax = 100_000

export type Bundle = {
  /** As every leaf names it. */
  readonly agency: string
  /** As every event names it in its field `stream`. */
  readonly stream: string
  /** The log's verifier key. Says only which key is meant: the reader must know from elsewhere that it is the log's. */
  readonly vkey: string
  /** The signed note of the checkpoint that all inclusion proofs lead to. */
  readonly checkpoint: string
  /** By number in the stream, from 1. */
  readonly leaves: readonly BundleLeaf[]
}

export type BundleLeaf = {
  /** The leaf's index in the log. */
  readonly index: number
  /** The leaf's bytes, which are UTF-8, as text. */
  readonly leaf: string
  /** Base 64 of the inclusion proof's hashes, lowest first. */
  readonly proof: readonly string[]
  readonly disclosed: readonly DisclosedField[]
}

/** The bundle as a file: `parseBundle` reads the same bundle back. */
export function printBundle(bundle: Bundle): string {
  const { agency, stream, vkey, checkpoint, leaves } = bundle
  assert(leaves.length <= bundleLeavesMax, `a bundle has at most ${bundleLeavesMax} leaves, not ${leaves.length}`)
  return `${JSON.stringify({ format: bundleFormat, agency, stream, vkey, checkpoint, leaves }, null, 2)}\n`
}

/**
 * Reads a bundle's form; nothing in it is verified yet, not even that a disclosed value has a canonical form. Members that the format does not have are refused, so that
 * no statement rides along which the proofs do not cover.
 */
export function parseBundle(text: string): Parsed<Bundle> {
  if (text.length > bundleLengthMax) return refused(`the file is larger than ${bundleLengthMax} characters`)
  const value = parseJson(text)
  if (value === undefined) return refused('the file is not JSON')
  const members = membersOf(value, ['format', 'agency', 'stream', 'vkey', 'checkpoint', 'leaves'])
  if (!members.ok) return refused(`the file ${members.reason}`)

  const { format, agency, stream, vkey, checkpoint, leaves } = members.value
  if (format !== bundleFormat) return refused(`the file's format is not \`${bundleFormat}\``)
  if (!isText(agency) || !isText(stream) || !isText(vkey) || !isText(checkpoint)) {
    return refused('`agency`, `stream`, `vkey` and `checkpoint` must be texts')
  }
  if (!isList(leaves)) return refused('`leaves` must be a list')
  if (leaves.length > bundleLeavesMax) return refused(`the file has more than ${bundleLeavesMax} leaves`)

  const parsed: BundleLeaf[] = []
  for (const [at, leaf] of leaves.entries()) {
    const read = leafOf(leaf)
    if (!read.ok) return refused(`leaf ${at + 1} of the file ${read.reason}`)
    parsed.push(read.value)
  }
  return accepted({ agency, stream, vkey, checkpoint, leaves: parsed })
}

function leafOf(value: Json): Parsed<BundleLeaf> {
  const members = membersOf(value, ['index', 'leaf', 'proof', 'disclosed'])
  if (!members.ok) return members
  const { index, leaf, proof, disclosed } = members.value
  if (typeof index !== 'number') return refused('has an `index` that is not a number')
  if (!isText(leaf)) return refused('has a `leaf` that is not a text')
  if (!isTexts(proof)) return refused('has a `proof` that is not a list of texts')
  if (!isList(disclosed)) return refused('has a `disclosed` that is not a list')

  const fields: DisclosedField[] = []
  for (const field of disclosed) {
    const read = membersOf(field, ['name', 'value', 'salt'])
    if (!read.ok) return refused(`has a disclosed field that ${read.reason}`)
    const { name, value, salt } = read.value
    if (!isText(name) || !isText(salt) || value === undefined) return refused('has a disclosed field of wrong types')
    fields.push({ name, value, salt })
  }
  return accepted({ index, leaf, proof, disclosed: fields })
}

/** The members of an object that has exactly these. */
function membersOf<Name extends string>(
  value: Json,
  names: readonly Name[],
): Parsed<{ readonly [name in Name]?: Json }> {
  if (typeof value !== 'object' || value === null || isList(value)) return refused('is not a JSON object')
  const missing = names.find((name) => !Object.hasOwn(value, name))
  if (missing !== undefined) return refused(`lacks \`${missing}\``)
  const other = Object.keys(value).find((key) => !names.some((name) => name === key))
  if (other !== undefined) return refused(`has a member ${quoted(other)}, which the format does not have`)
  // Proof: `value` is an object of JSON values whose keys are exactly `names`, as just checked.
  return accepted(value as { readonly [name in Name]?: Json })
}

function isText(value: Json | undefined): value is string {
  return typeof value === 'string'
}

function isTexts(value: Json | undefined): value is readonly string[] {
  return isList(value) && value.every(isText)
}
