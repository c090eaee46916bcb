/**
 * Verifies an exported bundle, offline: given the log's key, nothing else of the agency's has to be believed.
 *
 * What it shows: these events, with these values, were in the log when it signed the checkpoint, and none between the
 * first and the last is missing. What it does not show: that an event tells the truth, that the stream had ended, and
 * that each determination follows from its book and situation; for the last, decide again from `events`.
 */
import type { VerifierHash } from '../bytes/hash.ts'
import type { Checkpoint } from '../checkpoints/checkpoint.ts'
import type { VerifySignature } from '../checkpoints/verify.ts'
import type { EventFields } from '../leaves/commitment.ts'
import { type Bundle, parseBundle } from './bundle.ts'
import { type Check, checkNames, checkOf, notReached } from './check.ts'
import { checkDisclosures, checkInclusion, checkLeaves, type PlacedLeaf } from './check-leaves.ts'
import { checkCheckpoint, checkKey } from './check-origin.ts'
import { checkSequence } from './check-sequence.ts'

export type Verifier = {
  readonly hash: VerifierHash
  readonly verifySignature: VerifySignature
  /** Verifier keys that the reader has from elsewhere: the agency's published ones. Never from the bundle itself. */
  readonly trustedKeys: readonly string[]
}

export type VerifiedEvent = {
  /** In the log. */
  readonly index: number
  readonly kind: string
  /** The disclosed fields. */
  readonly fields: EventFields
  /** Names of the fields that were recorded and are not disclosed. */
  readonly withheld: readonly string[]
}

export type BundleReport =
  | {
      readonly kind: 'verified'
      /** All passed. */
      readonly checks: readonly Check[]
      readonly agency: string
      readonly stream: string
      readonly checkpoint: Checkpoint
      /** By number in the stream. Show these, not the file: the file could say more than was verified. */
      readonly events: readonly VerifiedEvent[]
    }
  /** At least one check failed. None of the bundle's values is handed on. */
  | { readonly kind: 'refused'; readonly checks: readonly Check[] }

/** Makes every check that can be made, and reports each, in the order of `checkNames`. */
export async function verifyBundle(text: string, verifier: Verifier): Promise<BundleReport> {
  const parsed = parseBundle(text)
  if (!parsed.ok) {
    const fix = 'check that this is the file that the agency handed out, whole and unedited'
    const problem = { code: 'bundle-malformed', place: { kind: 'file' }, message: parsed.reason, fix } as const
    const others = checkNames.slice(1).map((name) => notReached(name, 'form'))
    return { kind: 'refused', checks: [checkOf('form', [problem]), ...others] }
  }
  return verifyParsed(parsed.value, verifier)
}

async function verifyParsed(bundle: Bundle, { hash, verifySignature, trustedKeys }: Verifier): Promise<BundleReport> {
  const { key, problems: keyProblems } = await checkKey(bundle.vkey, trustedKeys, hash)
  const origin = key === undefined ? undefined : await checkCheckpoint(bundle.checkpoint, key, verifySignature)
  const checkpoint = origin?.checkpoint
  const { leaves, problems: leafProblems } = checkLeaves(bundle)
  const areReadable = leaves.length === bundle.leaves.length

  const checks = [
    checkOf('form', []),
    checkOf('key', keyProblems),
    origin === undefined ? notReached('checkpoint', 'key') : checkOf('checkpoint', origin.problems),
    checkOf('leaves', leafProblems),
    checkpoint === undefined
      ? notReached('inclusion', 'checkpoint')
      : checkOf('inclusion', await checkInclusion(bundle, checkpoint, hash)),
    areReadable ? checkOf('disclosure', await checkDisclosures(leaves, hash)) : notReached('disclosure', 'leaves'),
    areReadable ? checkOf('sequence', checkSequence(bundle)) : notReached('sequence', 'leaves'),
  ]
  if (checkpoint === undefined || checks.some(({ outcome }) => outcome !== 'passed')) return { kind: 'refused', checks }
  const { agency, stream } = bundle
  return { kind: 'verified', checks, agency, stream, checkpoint, events: eventsOf(leaves) }
}

function eventsOf(leaves: readonly PlacedLeaf[]): readonly VerifiedEvent[] {
  // The sequence check passed, so order in the log is order in the stream.
  return leaves
    .toSorted((one, other) => one.entry.index - other.entry.index)
    .map(({ leaf, entry }) => {
      const fields = Object.fromEntries(entry.disclosed.map(({ name, value }) => [name, value]))
      const withheld = Object.keys(leaf.commitments).filter((name) => !Object.hasOwn(fields, name))
      return { index: entry.index, kind: leaf.kind, fields, withheld }
    })
}
