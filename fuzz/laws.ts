/**
 * Runs the laws of the language long, on other generated books than the tests do.
 *
 *     node fuzz/laws.ts [--times 50 | --cases 10000] [--seed 7] [--only laws-of-force] [--law "a moment is"]
 *
 * `--times`: how many times the usual number of cases (50). `--cases`: how many of each law, instead. `--seed`: which
 * cases (drawn, and printed). `--only`: part of a file name below packages/reference/src. `--law`: part of a title. A
 * failure prints a small book, the seed and how to run it again; its exit code is that of the tests.
 */
import { spawnSync } from 'node:child_process'
import { randomInt } from 'node:crypto'
import { parseArgs } from 'node:util'

const { values } = parseArgs({
  options: {
    times: { type: 'string', default: '50' },
    seed: { type: 'string', default: String(randomInt(2 ** 31)) },
    cases: { type: 'string' },
    only: { type: 'string', default: 'laws' },
    law: { type: 'string' },
  },
})

const { cases, law, only, seed, times } = values
const [howMany, said] =
  cases === undefined
    ? [{ REMIT_LAW_RUNS: times }, `--times ${times}`]
    : [{ REMIT_LAW_CASES: cases }, `--cases ${cases}`]
const again = ['node fuzz/laws.ts', said, `--seed ${seed}`, `--only ${only}`, ...(law ? [`--law "${law}"`] : [])]

console.log(`laws: ${again.join(' ')}`)
const started = performance.now()
const { status } = spawnSync(
  process.execPath,
  [
    ...['node_modules/vitest/vitest.mjs', 'run', `packages/reference/src/${only}`],
    ...(law === undefined ? [] : ['--testNamePattern', law]),
  ],
  {
    cwd: new URL('..', import.meta.url),
    stdio: 'inherit',
    env: { ...process.env, ...howMany, REMIT_LAW_SEED: seed },
  },
)
const seconds = Math.round((performance.now() - started) / 1000)
console.log(
  status === 0 ? `every law held, ${seconds} s` : `a law failed after ${seconds} s; again: ${again.join(' ')}`,
)
process.exitCode = status ?? 1
