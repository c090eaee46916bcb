import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { printCheckpoint, signCheckpoint } from '../checkpoints/checkpoint.ts'
import { printVerifierKey, verifierKey } from '../checkpoints/key.ts'
import { webCrypto } from '../checkpoints/web-crypto.ts'
import { sha256 } from '../testing.ts'
import { type BundleLeaf, printBundle } from './bundle.ts'
import type { Problem } from './check.ts'
import { agency, bundle, exported, log, origin, owner, resigned, root, stream, verifier, vkey } from './testing.ts'
import { type BundleReport, verifyBundle } from './verify-bundle.ts'

describe('a bundle as exported', () => {
  test('passes every check, and gives what was disclosed and the names of what was not', async () => {
    const report = await verifyBundle(printBundle(bundle), verifier)
    expect(report.checks.map(({ name, outcome }) => `${name}: ${outcome}`)).toEqual([
      'form: passed',
      'key: passed',
      'checkpoint: passed',
      'leaves: passed',
      'inclusion: passed',
      'disclosure: passed',
      'sequence: passed',
    ])
    expect(report).toMatchObject({ kind: 'verified', agency, stream, checkpoint: { origin, size: log.length } })
    expect(report.kind === 'verified' && report.events[2]).toEqual({
      index: 7,
      kind: 'arrived',
      fields: { stream, seq: 3, at: '2019-09-28T21:52:00-05:00' },
      withheld: ['unit'],
    })
  })

  test('passes with Web Crypto, as a browser checks it', async () => {
    const web = { ...webCrypto(globalThis.crypto.subtle), trustedKeys: [vkey] }
    expect((await verifyBundle(printBundle(bundle), web)).kind).toBe('verified')
  })

  test('passes in whatever order the file lists its leaves', async () => {
    const { leaves } = bundle
    const report = await verifyBundle(printBundle({ ...bundle, leaves: [...leaves].reverse() }), verifier)
    expect(report.kind === 'verified' && report.events.map(({ fields }) => fields.seq)).toEqual([1, 2, 3, 4, 5])
  })

  test('passes when it holds only the first events of its stream, as it cannot know the last', async () => {
    const report = await verifyBundle(printBundle({ ...bundle, leaves: bundle.leaves.slice(0, 3) }), verifier)
    expect(report.kind).toBe('verified')
  })
})

describe('a changed bundle', () => {
  test('says which value of which event is not the one recorded', async () => {
    const problems = await problemsWith(3, (leaf) => ({
      ...leaf,
      disclosed: leaf.disclosed.map((field) => (field.name === 'at' ? { ...field, value: '23:00' } : field)),
    }))
    expect(problems).toEqual([
      {
        code: 'field-differs',
        place: { kind: 'field', position: 3, index: 7, field: 'at' },
        message: 'the value of `at`, or its salt, is not the one that was recorded',
        fix: 'ask the agency for the export again; if it is the same, keep this file as it is and report it',
      },
    ])
  })

  test('says that a changed leaf is not in the log', async () => {
    const problems = await problemsWith(2, (leaf) => ({ ...leaf, leaf: leaf.leaf.replace('assigned', 'cancelled') }))
    expect(problems).toMatchObject([{ code: 'leaf-not-in-log', place: { position: 2, index: 5 } }])
    expect(problems[0]?.message).toBe(
      'the log of 16 leaves is not shown to hold this leaf at index 5: the inclusion proof does not lead to the root',
    )
  })

  test('says that a leaf stands at another index', async () => {
    expect(await problemsWith(2, (leaf) => ({ ...leaf, index: 6 }))).toMatchObject([
      { code: 'leaf-not-in-log', place: { position: 2, index: 6 } },
    ])
  })

  test.each([[16], [-1], [5.5], [2 ** 60]])('says that the log has no leaf %d', async (index) => {
    const problems = await problemsWith(5, (leaf) => ({ ...leaf, index }))
    expect(codesOf(problems)).toContain('leaf-not-in-log')
  })

  test('says that a proof has another length or is no list of hashes', async () => {
    expect(codesOf(await problemsWith(1, (leaf) => ({ ...leaf, proof: leaf.proof.slice(1) })))).toEqual([
      'leaf-not-in-log',
    ])
    expect(codesOf(await problemsWith(1, (leaf) => ({ ...leaf, proof: ['?'] })))).toEqual(['proof-malformed'])
  })

  test('says which numbers are missing', async () => {
    const leaves = bundle.leaves.filter((_, at) => at !== 1 && at !== 2)
    expect(problemsOf(await verifyBundle(printBundle({ ...bundle, leaves }), verifier))).toEqual([
      {
        code: 'event-missing',
        place: { kind: 'leaf', position: 2, index: 9 },
        message: 'events 2 to 3 are missing',
        fix: 'ask the agency for the missing events; withheld fields are lawful, missing numbers are not explained',
      },
    ])
  })

  test('says that the first event is missing', async () => {
    const report = await verifyBundle(printBundle({ ...bundle, leaves: bundle.leaves.slice(1) }), verifier)
    expect(problemsOf(report).map(({ message }) => message)).toEqual(['event 1 is missing'])
  })

  test('says that a leaf is there twice', async () => {
    const report = await verifyBundle(printBundle({ ...bundle, leaves: twice(bundle.leaves) }), verifier)
    expect(problemsOf(report)).toMatchObject([
      { code: 'leaf-twice', place: { position: 6 }, message: 'it is the same as leaf 1 of the file' },
      { code: 'number-twice', message: 'two events have the number 1' },
    ])
  })

  test('says that two leaves claim one index, or one leaf two', async () => {
    expect(codesOf(await problemsWith(2, (leaf) => ({ ...leaf, index: 3 })))).toContain('leaf-twice')
    const [first] = bundle.leaves
    expect(codesOf(await problemsWith(2, (leaf) => ({ ...leaf, leaf: first?.leaf ?? '' })))).toContain('leaf-twice')
  })

  test('says that number or stream are withheld', async () => {
    const problems = await problemsWith(5, (leaf) => ({ ...leaf, disclosed: [] }))
    expect(codesOf(problems)).toEqual(['stream-not-disclosed', 'number-not-disclosed'])
  })

  test('says that a leaf is of another agency or another stream', async () => {
    const own = exported([log[0], log[1]].filter((one) => one !== undefined))
    const report = await verifyBundle(printBundle({ ...own, agency: 'us/il/cairo/police' }), verifier)
    expect(codesOf(problemsOf(report))).toEqual([
      'leaf-of-another-agency',
      'leaf-of-another-agency',
      'event-of-another-stream',
      'event-of-another-stream',
    ])
  })

  test('says that the checkpoint was changed, and does not follow its root', async () => {
    const report = await verifyBundle(
      printBundle({ ...bundle, checkpoint: bundle.checkpoint.replace('\n16\n', '\n17\n') }),
      verifier,
    )
    expect(codesOf(problemsOf(report))).toEqual(['checkpoint-signature-false'])
    expect(report.checks[4]).toEqual({ name: 'inclusion', outcome: 'not-reached', after: 'checkpoint' })
  })

  test('says that the checkpoint is signed by nobody, by another key or for another log', async () => {
    const other = verifierKey('other.example', owner.publicKey, sha256)
    const size = log.length
    const foreign = signCheckpoint({ origin: 'other.example', size, root: root(), extensions: [] }, other, owner.sign)
    for (const [checkpoint, code] of [
      ['', 'checkpoint-malformed'],
      [foreign, 'checkpoint-not-signed'],
      [
        resigned(printCheckpoint({ origin: 'other.example', size, root: root(), extensions: [] })),
        'checkpoint-of-another-log',
      ],
      [resigned('neither size nor root\n'), 'checkpoint-malformed'],
    ] as const) {
      const report = await verifyBundle(printBundle({ ...bundle, checkpoint }), verifier)
      expect(codesOf(problemsOf(report))).toEqual([code])
    }
  })

  test('says that nobody vouches for its key, even where all else fits together', async () => {
    const report = await verifyBundle(printBundle(bundle), { ...verifier, trustedKeys: [] })
    expect(report.kind).toBe('refused')
    expect(problemsOf(report)).toEqual([
      {
        code: 'key-not-trusted',
        place: { kind: 'file' },
        message: `the file says that the log's key is \`${vkey}\`, which is not among the keys you trust`,
        fix: 'compare it with the key that the agency publishes elsewhere; if it is the same, give it as trusted',
      },
    ])
  })

  test('is not vouched for by the key of another log', async () => {
    const other = printVerifierKey(verifierKey('other.example', owner.publicKey, sha256))
    const report = await verifyBundle(printBundle(bundle), { ...verifier, trustedKeys: [other] })
    expect(codesOf(problemsOf(report))).toEqual(['key-not-trusted'])
  })

  test('says that a key is no key, be it the file’s or the reader’s', async () => {
    const report = await verifyBundle(printBundle({ ...bundle, vkey: 'key\u001b[2J' }), {
      ...verifier,
      trustedKeys: ['mine', vkey],
    })
    expect(codesOf(problemsOf(report))).toEqual(['trusted-key-malformed', 'key-malformed'])
    expect(problemsOf(report)[1]?.message).toContain('`key\\u{1b}[2J`')
    expect(report.checks[2]).toEqual({ name: 'checkpoint', outcome: 'not-reached', after: 'key' })
  })

  test('says that a leaf cannot be read, and then judges neither values nor numbers', async () => {
    const report = await reportWith(2, (leaf) => ({ ...leaf, leaf: `${leaf.leaf} ` }))
    expect(codesOf(problemsOf(report))).toEqual(['leaf-malformed', 'leaf-not-in-log'])
    expect(report.checks.slice(5)).toEqual([
      { name: 'disclosure', outcome: 'not-reached', after: 'leaves' },
      { name: 'sequence', outcome: 'not-reached', after: 'leaves' },
    ])
  })

  test('without events is refused', async () => {
    const report = await verifyBundle(printBundle({ ...bundle, leaves: [] }), verifier)
    expect(codesOf(problemsOf(report))).toEqual(['no-events'])
  })

  test('is refused whatever single value of it is changed', async () => {
    const paths = pathsOf(JSON.parse(printBundle(bundle)))
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...paths), fc.nat(), async (path, salt) => {
        const value: unknown = JSON.parse(printBundle(bundle))
        const report = await verifyBundle(JSON.stringify(changedAt(value, path, salt)), verifier)
        expect({ path, kind: report.kind }).toEqual({ path, kind: 'refused' })
      }),
      { numRuns: 300 },
    )
  })
})

function reportWith(position: number, change: (leaf: BundleLeaf) => BundleLeaf): Promise<BundleReport> {
  const leaves = bundle.leaves.map((leaf, at) => (at + 1 === position ? change(leaf) : leaf))
  return verifyBundle(printBundle({ ...bundle, leaves }), verifier)
}

async function problemsWith(position: number, change: (leaf: BundleLeaf) => BundleLeaf): Promise<readonly Problem[]> {
  return problemsOf(await reportWith(position, change))
}

function problemsOf({ checks }: BundleReport): readonly Problem[] {
  return checks.flatMap((check) => (check.outcome === 'failed' ? check.problems : []))
}

function codesOf(problems: readonly Problem[]): readonly string[] {
  return problems.map(({ code }) => code)
}

function twice(leaves: readonly BundleLeaf[]): readonly BundleLeaf[] {
  return [...leaves, ...leaves.slice(0, 1)]
}

type Path = readonly (string | number)[]

/** Where each text, number and truth value of a JSON value stands. */
function pathsOf(value: unknown): readonly Path[] {
  if (typeof value !== 'object' || value === null) return [[]]
  return Object.entries(value).flatMap(([name, member]) => pathsOf(member).map((path) => [name, ...path]))
}

/** The value with what stands at `path` changed: a number by one, a text in one character. */
function changedAt(value: unknown, [name, ...rest]: Path, by: number): unknown {
  if (name !== undefined && typeof value === 'object' && value !== null) {
    const members = Object.entries(value).map(([key, member]) => [
      key,
      key === name ? changedAt(member, rest, by) : member,
    ])
    const changed = Object.fromEntries(members)
    return Array.isArray(value) ? Object.values(changed) : changed
  }
  if (typeof value === 'number') return value + 1
  const text = String(value)
  const at = by % text.length
  return text.slice(0, at) + (text[at] === 'A' ? 'B' : 'A') + text.slice(at + 1)
}
