/** The checks of each leaf: that it is one, that the log holds it, and that what is disclosed is what it commits to. */
import { fromBase64 } from '../bytes/base64.ts'
import { utf8 } from '../bytes/bytes.ts'
import type { VerifierHash } from '../bytes/hash.ts'
import type { Checkpoint } from '../checkpoints/checkpoint.ts'
import { checkDisclosure, type DisclosureFault } from '../leaves/disclosure.ts'
import { type Leaf, parseLeaf } from '../leaves/leaf.ts'
import { quoted } from '../quoted.ts'
import { hashLeaf, verifyInclusion } from '../tree/verify.ts'
import type { Bundle, BundleLeaf } from './bundle.ts'
import type { Place, Problem, ProblemCode } from './check.ts'

/** A leaf of the bundle that could be read, with its place in the file. */
export type PlacedLeaf = { readonly leaf: Leaf; readonly entry: BundleLeaf; readonly position: number }

const askAgain = 'ask the agency for the export again; if it is the same, keep this file as it is and report it'

/** The leaves that could be read, and what is wrong with them as leaves of this agency. */
export function checkLeaves({ agency, leaves }: Bundle): {
  readonly leaves: readonly PlacedLeaf[]
  readonly problems: readonly Problem[]
} {
  const placed: PlacedLeaf[] = []
  const problems: Problem[] = []
  const seen = new Map<string | number, number>()
  for (const [at, entry] of leaves.entries()) {
    const position = at + 1
    const where = placeOf(entry, position)
    const parsed = parseLeaf(utf8(entry.leaf))
    if (!parsed.ok) problems.push(problem('leaf-malformed', where, parsed.reason))
    else {
      placed.push({ leaf: parsed.value, entry, position })
      if (parsed.value.agency !== agency) {
        const message = `the leaf is of ${quoted(parsed.value.agency)}, and the file is of ${quoted(agency)}`
        problems.push(problem('leaf-of-another-agency', where, message))
      }
    }
    const earlier = seen.get(entry.index) ?? seen.get(entry.leaf)
    if (earlier !== undefined)
      problems.push(problem('leaf-twice', where, `it is the same as leaf ${earlier} of the file`))
    seen.set(entry.index, position).set(entry.leaf, position)
  }
  return { leaves: placed, problems }
}

/** What is wrong with the places in the log that the bundle claims. */
export async function checkInclusion(
  { leaves }: Bundle,
  { size, root }: Checkpoint,
  hash: VerifierHash,
): Promise<readonly Problem[]> {
  const problems: Problem[] = []
  for (const [at, entry] of leaves.entries()) {
    const where = placeOf(entry, at + 1)
    const proof = entry.proof.map(fromBase64).filter((hash) => hash !== undefined)
    if (proof.length !== entry.proof.length) {
      problems.push(problem('proof-malformed', where, 'its inclusion proof is not a list of hashes in base 64'))
      continue
    }
    const leafHash = await hashLeaf(utf8(entry.leaf), hash)
    const verdict = await verifyInclusion({ index: entry.index, size, leafHash, proof, root }, hash)
    if (verdict.ok) continue
    const message = `the log of ${size} leaves is not shown to hold this leaf at index ${entry.index}: ${verdict.reason}`
    problems.push(problem('leaf-not-in-log', where, message))
  }
  return problems
}

/** What is wrong with the disclosed values. */
export async function checkDisclosures(leaves: readonly PlacedLeaf[], hash: VerifierHash): Promise<readonly Problem[]> {
  const problems: Problem[] = []
  for (const { leaf, entry, position } of leaves) {
    for (const fault of await checkDisclosure(leaf, entry.disclosed, hash)) {
      problems.push(disclosureProblem(fault, { kind: 'field', position, index: entry.index, field: fault.field }))
    }
  }
  return problems
}

function disclosureProblem({ kind, field }: DisclosureFault, where: Place): Problem {
  switch (kind) {
    case 'differs':
      return problem(
        'field-differs',
        where,
        `the value of ${quoted(field)}, or its salt, is not the one that was recorded`,
      )
    case 'not-in-leaf':
      return problem('field-not-in-leaf', where, `the recorded event has no field ${quoted(field)}`)
    case 'named-twice':
      return problem('field-twice', where, `${quoted(field)} is disclosed twice for one event`)
    case 'salt-malformed':
      return problem('salt-malformed', where, `the salt of ${quoted(field)} is not 16 bytes in base 64`)
    case 'not-json':
      return problem('value-malformed', where, `the value of ${quoted(field)} cannot have been recorded`)
  }
}

function placeOf({ index }: BundleLeaf, position: number): Place {
  return { kind: 'leaf', position, index }
}

function problem(code: ProblemCode, place: Place, message: string): Problem {
  return { code, place, message, fix: askAgain }
}
