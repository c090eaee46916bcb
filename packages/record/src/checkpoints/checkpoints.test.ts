import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import notes from '../../testdata/notes/notes.json' with { type: 'json' }
import tessera from '../../testdata/tessera/log.json' with { type: 'json' }
import { fromBase64, toBase64 } from '../bytes/base64.ts'
import { utf8 } from '../bytes/bytes.ts'
import { keyPairOf, sha256, verifySignature } from '../testing.ts'
import { append, emptyFrontier, rootOf } from '../tree/frontier.ts'
import { leafHash } from '../tree/node.ts'
import { consistencyProof, hashAtOf } from '../tree/proofs.ts'
import { verifyConsistency } from '../tree/verify.ts'
import { type Checkpoint, parseCheckpoint, printCheckpoint, signCheckpoint } from './checkpoint.ts'
import { parseVerifierKey, printVerifierKey, type VerifierKey, verifierKey } from './key.ts'
import { parseNote, printNote } from './note.ts'
import { verifyCheckpoint } from './verify.ts'
import { webCrypto } from './web-crypto.ts'

const { peterNeumann, enochRoot, specification } = notes
const someRoot = toBase64(new Uint8Array(32))
const logKey = await keyOf(tessera.verifierKey)

describe('a verifier key', () => {
  test.each([peterNeumann.verifierKey, enochRoot.verifierKey, specification.verifierKey, tessera.verifierKey])(
    '%s is read and printed the same',
    async (text) => {
      expect(printVerifierKey(await keyOf(text))).toBe(text)
    },
  )

  test('follows from name and public key', () => {
    const { publicKey } = keyPairOf(bytes(peterNeumann.seed))
    expect(printVerifierKey(verifierKey('PeterNeumann', publicKey, sha256))).toBe(peterNeumann.verifierKey)
  })

  test.each(peterNeumann.badKeys)('%s is refused, as its length or type is wrong', async (text) => {
    expect((await parseVerifierKey(text, sha256)).ok).toBe(false)
  })

  test('is refused when cut short on either side or changed in any character', async () => {
    const text = peterNeumann.verifierKey
    const changed = Array.from(text, (character, at) => {
      const next = String.fromCharCode(character.charCodeAt(0) + 1)
      return text.slice(0, at) + next + text.slice(at + 1)
    })
    const cut = Array.from(text, (_, at) => [text.slice(0, at), text.slice(at + 1)]).flat()
    const parsed = await Promise.all([...changed, ...cut].map((variant) => parseVerifierKey(variant, sha256)))
    expect(parsed.filter((one) => one.ok)).toEqual([])
  })
})

describe('a signed note', () => {
  const note = `${peterNeumann.text}\n${peterNeumann.signature}`

  test('is printed as another program prints it', () => {
    const { publicKey, sign } = keyPairOf(bytes(peterNeumann.seed))
    const { name, id } = verifierKey('PeterNeumann', publicKey, sha256)
    const signature = new Uint8Array(sign(utf8(peterNeumann.text)))
    expect(printNote({ text: peterNeumann.text, signatures: [{ name, id, signature }] })).toBe(note)
  })

  test('is read and printed the same, whoever signed it', () => {
    for (const text of [note, `${note}${enochRoot.signature}`, specification.note, ...tessera.checkpoints]) {
      const parsed = parseNote(text)
      expect(parsed.ok && printNote(parsed.value)).toBe(text)
    }
  })

  test('may have empty lines in its text, of which the last ends it', () => {
    const parsed = parseNote(`ed è\n\nsubito sera\n\n${enochRoot.signature}`)
    expect(parsed.ok && parsed.value.text).toBe('ed è\n\nsubito sera\n')
  })

  test.each([
    ['without signatures', peterNeumann.text, 'no empty line'],
    ['that ends after the empty line', `${peterNeumann.text}\n`, 'does not end with a whole signature line'],
    ['cut before its last newline', note.slice(0, -1), 'does not end with a whole signature line'],
    ['with a control character', `\u0001${note}`, 'not plain text'],
    ['with half of a surrogate pair', `\ud83d${note}`, 'not plain text'],
    ['with a line after its signatures', `${note}Unexpected line.\n`, 'not a signature line'],
    ['with a space in a name', note.replace('— Peter', '— Peter '), 'not a signature line'],
    ['with a plus in a name', note.replace('— Peter', '— Peter+'), 'not a signature line'],
    ['with another spelling of base 64', note.replace('nAM=', 'nAN='), 'not a signature line'],
    ['with a signature of no bytes', `${peterNeumann.text}\n— PeterNeumann x08gow==\n`, 'not a signature line'],
    ['with 101 signatures', note + peterNeumann.signature.repeat(100), 'more than 100 signatures'],
  ])('%s is refused', (_, text, reason) => {
    expect(parseNote(text)).toEqual({ ok: false, reason: expect.stringContaining(reason) })
  })
})

describe('a checkpoint', () => {
  const key = keyPairOf(new Uint8Array(32).fill(7))
  const ownKey = verifierKey('records.example.gov/us/il/quincy', key.publicKey, sha256)
  const checkpoints: fc.Arbitrary<Checkpoint> = fc.record({
    origin: fc.constant(ownKey.name),
    size: fc.maxSafeNat(),
    root: fc.uint8Array({ minLength: 32, maxLength: 32 }).map((root) => new Uint8Array(root)),
    extensions: fc.array(fc.string({ minLength: 1 }), { maxLength: 2 }),
  })

  test('of another program verifies, and its root is that of the first entries', async () => {
    let frontier = emptyFrontier
    for (const [size, note] of tessera.checkpoints.entries()) {
      const verdict = await verifyCheckpoint(note, [logKey], verifySignature)
      expect(verdict).toEqual({
        kind: 'verified',
        checkpoint: { origin: logKey.name, size, root: rootOf(frontier, sha256), extensions: [] },
        signers: [logKey],
      })
      frontier = append(frontier, leafHash(utf8(tessera.entries[size] ?? ''), sha256), sha256).frontier
    }
    expect(tessera.checkpoints.length).toBe(16)
  })

  test('of another program is consistent with every later one', async () => {
    const parsed = tessera.checkpoints.map((note) => parseCheckpoint(note.slice(0, note.indexOf('\n\n') + 1)))
    const roots = parsed.map((one) => (one.ok ? one.value.root : new Uint8Array()))
    const hashAt = hashAtOf(tessera.entries.map(utf8), sha256)
    for (const [newSize, newRoot] of roots.entries()) {
      for (const [oldSize, oldRoot] of roots.slice(0, newSize + 1).entries()) {
        if (oldSize === 0) continue
        const proof = consistencyProof({ oldSize, newSize }, hashAt, sha256)
        const verdict = await verifyConsistency({ oldSize, newSize, oldRoot, newRoot, proof }, sha256)
        expect({ oldSize, newSize, verdict }).toMatchObject({ verdict: { ok: true } })
      }
    }
  })

  test('is read as it was printed', () => {
    fc.assert(
      fc.property(checkpoints, (checkpoint) => {
        expect(parseCheckpoint(printCheckpoint(checkpoint))).toEqual({ ok: true, value: checkpoint })
      }),
    )
  })

  test.each([
    ['a size with a leading zero', ['log', '01', someRoot]],
    ['a negative size', ['log', '-1', someRoot]],
    ['a size beyond exact numbers', ['log', '9007199254740993', someRoot]],
    ['a short root', ['log', '1', 'AAAA']],
    ['a root without padding', ['log', '1', someRoot.slice(0, -1)]],
    ['no origin', ['', '1', someRoot]],
    ['no root', ['log', '1']],
    ['an empty extension', ['log', '1', someRoot, '']],
  ])('with %s is refused', (_, lines) => {
    expect(parseCheckpoint(lines.map((line) => `${line}\n`).join('')).ok).toBe(false)
  })

  test('that was signed verifies, by Web Crypto too', async () => {
    await fc.assert(
      fc.asyncProperty(checkpoints, async (checkpoint) => {
        const note = signCheckpoint(checkpoint, ownKey, key.sign)
        const verified = { kind: 'verified', checkpoint, signers: [ownKey] }
        expect(await verifyCheckpoint(note, [ownKey], verifySignature)).toEqual(verified)
        const web = webCrypto(globalThis.crypto.subtle)
        expect(await parseVerifierKey(printVerifierKey(ownKey), web.hash)).toEqual({ ok: true, value: ownKey })
        expect(await verifyCheckpoint(note, [ownKey], web.verifySignature)).toEqual(verified)
      }),
      { numRuns: 20 },
    )
  })

  test('does not verify when any of its characters is changed', async () => {
    const note = checkpointOf(15)
    const variants = Array.from(note, (character, at) => {
      const other = character === 'A' ? 'B' : 'A'
      return note.slice(0, at) + other + note.slice(at + 1)
    })
    const verdicts = await Promise.all(variants.map((text) => verifyCheckpoint(text, [logKey], verifySignature)))
    expect(verdicts.filter((verdict) => verdict.kind === 'verified')).toEqual([])
    expect(new Set(verdicts.map((verdict) => verdict.kind))).toEqual(new Set(['malformed', 'forged', 'untrusted']))
  })

  test('whose signature has another length is forged, without the signature check being asked', async () => {
    const { name, id } = logKey
    const note = printNote({ text: 'log\n', signatures: [{ name, id, signature: new Uint8Array(63) }] })
    const refusing = () => {
      throw new Error('an Ed25519 signature has 64 bytes')
    }
    expect(await verifyCheckpoint(note, [logKey], refusing)).toEqual({ kind: 'forged', key: logKey })
  })

  test('signed by nobody trusted says who claims to have signed', async () => {
    expect(await verifyCheckpoint(checkpointOf(1), [ownKey], verifySignature)).toEqual({
      kind: 'untrusted',
      names: ['example.com/log/testdata'],
    })
  })

  test('in which a trusted key signed for another log is foreign', async () => {
    const text = printCheckpoint({ origin: 'another log', size: 0, root: new Uint8Array(32), extensions: [] })
    const { name, id } = ownKey
    const signature = new Uint8Array(key.sign(utf8(text)))
    const note = printNote({ text, signatures: [{ name, id, signature }] })
    expect(await verifyCheckpoint(note, [ownKey], verifySignature)).toMatchObject({
      kind: 'foreign',
      origin: 'another log',
    })
  })

  test('with a signature by an unknown witness still verifies', async () => {
    const note = checkpointOf(3) + enochRoot.signature
    expect((await verifyCheckpoint(note, [logKey], verifySignature)).kind).toBe('verified')
  })
})

async function keyOf(text: string): Promise<VerifierKey> {
  const parsed = await parseVerifierKey(text, sha256)
  if (!parsed.ok) throw new Error(`${text}: ${parsed.reason}`)
  return parsed.value
}

function checkpointOf(size: number): string {
  const note = tessera.checkpoints[size]
  if (note === undefined) throw new Error(`there is no vector of size ${size}`)
  return note
}

function bytes(text: string): Uint8Array {
  const decoded = fromBase64(text)
  if (decoded === undefined) throw new Error(`\`${text}\` is not base 64`)
  return decoded
}
