/**
 * Spoils bundles and reads them, by a seed and a number, so that any can be made again.
 *
 *     node fuzz/bundle.ts [--minutes 1] [--seed 7] [--from 0] [--only 123]
 *
 * A spoilt bundle must be refused for its hash. With a hash that fits it, it must be refused, or be a bundle that can be
 * asked and says the same when it is written again: never a crash, and never more than ten seconds. Exit code 1 where one
 * is not.
 */
import { createHash, randomInt } from 'node:crypto'
import { parseArgs } from 'node:util'
import { readBundle } from '@remit/engine/bundle/read-bundle.ts'
import { bundleOf, type Outcome, readAndAsk, rehashed, spoilt } from '@remit/engine/bundle/testing/spoilt.ts'
import { booksOf, readLibrary } from '@remit/reference/testing/real-orders.ts'
import { books } from '@remit/reference/testing/situations.ts'
import fc from 'fast-check'
import { Random } from './random.ts'

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '1' },
    seed: { type: 'string', default: String(randomInt(2 ** 31)) },
    from: { type: 'string', default: '0' },
    only: { type: 'string' },
  },
})
const seed = Number(values.seed)
const SMALL_BOOKS = 40
const SLOW_MS = 10_000
const FAILURES_SHOWN = 5

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest()
const small = fc.sample(books, { numRuns: SMALL_BOOKS, seed })
const real = [...booksOf(readLibrary()).values()].flat()
const bundles = [...small, ...real].map((book) => bundleOf(book, sha256))

const counts = { refused: 0, read: 0, 'too large': 0, failed: 0 }
const first = Number(values.only ?? values.from)
const until = performance.now() + Number(values.minutes) * 60_000
let number = first
do {
  const began = performance.now()
  try {
    counts[tryOne(number)]++
    if (performance.now() - began > SLOW_MS) throw new Error(`it took ${Math.round(performance.now() - began)} ms`)
  } catch (error) {
    if (++counts.failed <= FAILURES_SHOWN)
      console.log(`failed: node fuzz/bundle.ts --seed ${seed} --only ${number}`, error)
  }
  number++
} while (values.only === undefined && performance.now() < until)
console.log(`bundles: seed ${seed}, ${number - first} spoilt: ${JSON.stringify(counts)}`)
process.exitCode = counts.failed === 0 ? 0 : 1

function tryOne(number: number): Outcome {
  const random = new Random(seed, number)
  const draw = (below: number) => random.int(below)
  // Most of the time small books, which are quick.
  const bundle = random.pick(random.chance(90) ? bundles.slice(0, SMALL_BOOKS) : bundles)
  const bytes = spoilt(bundle, draw)
  const isSame = Buffer.from(bytes).equals(bundle)
  if (!isSame && readBundle(bytes, sha256).kind === 'read') throw new Error('it is read despite its hash')
  return readAndAsk(rehashed(bytes, sha256), sha256, draw)
}
