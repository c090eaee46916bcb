import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseBundle, printBundle } from './bundle.ts'
import { bundle, verifier } from './testing.ts'
import { verifyBundle } from './verify-bundle.ts'

test('a bundle is read as it was printed', () => {
  expect(parseBundle(printBundle(bundle))).toEqual({ ok: true, value: bundle })
})

describe('what is not a bundle', () => {
  test.each([
    ['no JSON', '{', 'the file is not JSON'],
    ['a list', '[]', 'the file is not a JSON object'],
    ['without leaves', change({ leaves: undefined }), 'the file lacks `leaves`'],
    [
      'of another format',
      change({ format: 'remit-incident-export/2' }),
      "the file's format is not `remit-incident-export/1`",
    ],
    [
      'with a further member',
      change({ note: 'all is well' }),
      'the file has a member `note`, which the format does not have',
    ],
    ['with a number for a text', change({ stream: 31 }), '`agency`, `stream`, `vkey` and `checkpoint` must be texts'],
    ['with an object for a list', change({ leaves: {} }), '`leaves` must be a list'],
    ['with an index in quotes', changeLeaf({ index: '3' }), 'leaf 1 of the file has an `index` that is not a number'],
    ['with a leaf that is no text', changeLeaf({ leaf: {} }), 'leaf 1 of the file has a `leaf` that is not a text'],
    [
      'with a proof of numbers',
      changeLeaf({ proof: [1] }),
      'leaf 1 of the file has a `proof` that is not a list of texts',
    ],
    [
      'with a field without salt',
      changeLeaf({ disclosed: [{ name: 'seq', value: 1 }] }),
      'leaf 1 of the file has a disclosed field that lacks `salt`',
    ],
    [
      'with a field named by a number',
      changeLeaf({ disclosed: [{ name: 1, value: 1, salt: '' }] }),
      'leaf 1 of the file has a disclosed field of wrong types',
    ],
    [
      'with disclosed fields as an object',
      changeLeaf({ disclosed: {} }),
      'leaf 1 of the file has a `disclosed` that is not a list',
    ],
    ['with too many leaves', change({ leaves: Array(100_001).fill(0) }), 'the file has more than 100000 leaves'],
  ])('%s is refused, and no other check is made', async (_, text, message) => {
    const { checks } = await verifyBundle(text, verifier)
    expect(checks[0]).toMatchObject({ name: 'form', outcome: 'failed', problems: [{ message }] })
    expect(checks.slice(1).map(({ outcome }) => outcome)).toEqual(Array(6).fill('not-reached'))
  })

  test('however deep or odd it is, is refused without a fault', async () => {
    const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`
    expect((await verifyBundle(deep, verifier)).kind).toBe('refused')
    for (const name of ['stream', 'seq', 'at', 'unit']) {
      const field = `{"name":"${name}","salt":"AAAAAAAAAAAAAAAAAAAAAA==","value":${deep}}`
      const odd = printBundle(bundle).replace('"disclosed": [', `"disclosed": [${field},`)
      expect((await verifyBundle(odd, verifier)).kind).toBe('refused')
    }
    await fc.assert(
      fc.asyncProperty(fc.json(), async (text) => {
        expect((await verifyBundle(text, verifier)).kind).toBe('refused')
      }),
    )
  })
})

/** The bundle's text with other members. */
function change(members: { readonly [name: string]: unknown }): string {
  return JSON.stringify({ ...JSON.parse(printBundle(bundle)), ...members })
}

/** The bundle's text with other members of its first leaf. */
function changeLeaf(members: { readonly [name: string]: unknown }): string {
  return change({ leaves: [{ ...bundle.leaves[0], ...members }] })
}
