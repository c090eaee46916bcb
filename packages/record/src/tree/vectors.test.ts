import { expect, test } from 'vitest'
import consistency from '../../testdata/merkle/consistency.json' with { type: 'json' }
import inclusion from '../../testdata/merkle/inclusion.json' with { type: 'json' }
import tessera from '../../testdata/tessera/log.json' with { type: 'json' }
import { fromBase64, toBase64 } from '../bytes/base64.ts'
import { utf8 } from '../bytes/bytes.ts'
import { sha256 } from '../testing.ts'
import { append, emptyFrontier } from './frontier.ts'
import { emptyRoot, leafHash } from './node.ts'
import { verifyConsistency, verifyInclusion } from './verify.ts'

test('all published vectors are here', () => {
  expect([inclusion.length, consistency.length]).toEqual([98, 98])
})

test.each(inclusion)('$name gives the published verdict (error: $wantErr)', async (vector) => {
  const verdict = await verifyInclusion(
    {
      index: vector.leafIdx,
      size: vector.treeSize,
      leafHash: bytes(vector.leafHash),
      proof: (vector.proof ?? []).map(bytes),
      root: bytes(vector.root),
    },
    sha256,
  )
  expect(verdict.ok).toBe(!vector.wantErr)
})

test.each(consistency)('$name gives the published verdict (error: $wantErr)', async (vector) => {
  const verdict = await verifyConsistency(
    {
      oldSize: vector.size1,
      newSize: vector.size2,
      oldRoot: bytes(vector.root1),
      newRoot: bytes(vector.root2),
      proof: (vector.proof ?? []).map(bytes),
    },
    sha256,
  )
  expect(verdict.ok).toBe(!vector.wantErr)
})

test('entries hash to the leaves of a log that another program wrote', () => {
  expect(tessera.entries.map((entry) => toBase64(leafHash(utf8(entry), sha256)))).toEqual(tessera.leafHashes)
})

test('the empty tree has the root of RFC 6962', () => {
  expect(Buffer.from(emptyRoot(sha256)).toString('hex')).toBe(
    'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  )
})

test('a leaf hash of the wrong length is a bug', () => {
  expect(() => append(emptyFrontier, new Uint8Array(31), sha256)).toThrow('a leaf hash has 32 bytes, not 31')
})

function bytes(text: string): Uint8Array {
  const decoded = fromBase64(text)
  if (decoded === undefined) throw new Error(`the vector holds \`${text}\`, which is not base 64`)
  return decoded
}
