/**
 * Gives texts to the language until time is up, each by a seed and a number, so that any can be made again.
 *
 *     node fuzz/run.ts bytes|grammar [--minutes 20] [--seed 7] [--from 0] [--only 123]
 *
 * `--minutes`: how long. `--seed`: which texts (drawn, and printed). `--from`: the number of the first text. `--only`:
 * one text, printed with what comes of it. A failure is made small and printed as a case for `conformance/bad/`. Exit code 1
 * where something failed. A text that takes more than a minute of the clock ends the worker that reads it, and counts as a hang.
 */
import { randomInt } from 'node:crypto'
import { parseArgs } from 'node:util'
import { Worker } from 'node:worker_threads'
import { documentOf, isFuzz } from './documents/by-number.ts'
import { minimised } from './minimise.ts'
import { DOCUMENT, type Failure, tryText } from './subject.ts'
import type { Tried } from './worker.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    minutes: { type: 'string', default: '1' },
    seed: { type: 'string', default: String(randomInt(2 ** 31)) },
    from: { type: 'string', default: '0' },
    only: { type: 'string' },
  },
})
const [fuzz = ''] = positionals
if (!isFuzz(fuzz)) throw new Error('say `bytes` or `grammar`')
const seed = Number(values.seed)

/** Failures of one kind are one fault. */
const kinds = new Map<string, number>()
const sums = { documents: 0, findings: 0, compiled: 0, bytes: 0 }
const started = performance.timeOrigin + performance.now()

if (values.only === undefined) {
  const until = started + Number(values.minutes) * 60_000
  for (let next: number | undefined = Number(values.from); next !== undefined; ) next = await stretch(next, until)
  report()
} else {
  const text = documentOf(fuzz, seed, Number(values.only))
  const { failure, ...outcome } = tryText(text)
  console.log(text)
  console.log(failure ?? outcome)
}
process.exitCode = kinds.size === 0 ? 0 : 1

/** Runs a worker from a number until time is up; gives the number after one that hung. */
function stretch(first: number, until: number): Promise<number | undefined> {
  const { promise, resolve, reject } = Promise.withResolvers<number | undefined>()
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { workerData: { fuzz, seed, first, until } })
  let current = first
  const watch = () => setTimeout(() => void hang(), 60_000)
  let timer = watch()
  const hang = async () => {
    await worker.terminate()
    fail(current, { kind: 'hang', message: 'more than a minute of the clock' })
    resolve(current + 1)
  }
  worker.on('message', ({ number, bytes, outcome, text }: Tried) => {
    clearTimeout(timer)
    timer = watch()
    current = number + 1
    sums.documents += 1
    sums.bytes += bytes
    sums.findings += outcome.findings
    sums.compiled += outcome.isCompiled ? 1 : 0
    if (outcome.failure !== undefined) fail(number, outcome.failure, text)
  })
  worker.on('error', reject)
  worker.on('exit', () => {
    clearTimeout(timer)
    resolve(undefined)
  })
  return promise
}

function fail(number: number, failure: Failure, tried?: string): void {
  const before = kinds.get(failure.kind) ?? 0
  kinds.set(failure.kind, before + 1)
  if (before > 0) return
  const text = tried ?? documentOf(isFuzz(fuzz) ? fuzz : 'bytes', seed, number)
  const isQuick = failure.kind !== 'hang' && !failure.kind.startsWith('slow')
  const small = isQuick ? minimised(text, (smaller) => tryText(smaller).failure?.kind === failure.kind) : text
  // What is slow is large: it is made again by its number.
  const again = `node fuzz/run.ts ${fuzz} --seed ${seed} --only ${number}`
  console.log(isQuick ? caseOf(number, failure, small) : `${failure.kind}: ${failure.message}; again: ${again}`)
}

/** As a file to drop into `conformance/bad/`; what it prints is written by `--update` of the cases. */
function caseOf(number: number, { kind, message }: Failure, text: string): string {
  const fence = text.includes('~~~~') ? '~~~~~~' : '~~~~'
  return [
    `# ${kind}`,
    '',
    `${message.split('\n').slice(0, 4).join(' ')} (${fuzz}, seed ${seed}, number ${number}).`,
    '',
    `${fence} ${DOCUMENT}.md`,
    text.endsWith('\n') ? text.slice(0, -1) : text,
    fence,
    '',
    '~~~~ console',
    '$ remit check',
    '~~~~',
    '',
    `-- the same as a text: ${JSON.stringify(text).slice(0, 2000)}`,
    '',
  ].join('\n')
}

function report(): void {
  const minutes = ((performance.timeOrigin + performance.now() - started) / 60_000).toFixed(1)
  const counts = `${sums.documents} documents (${(sums.bytes / 1e6).toFixed(1)} MB), ${sums.findings} findings, ${sums.compiled} compiled and analysed`
  console.log(`${fuzz}: seed ${seed}, ${minutes} minutes: ${counts}`)
  if (kinds.size === 0) console.log('no failure')
  for (const [kind, count] of kinds) console.log(`failed ${count} times: ${kind}`)
}
