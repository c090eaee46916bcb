/**
 * Runs the laws of the language long, on other generated books than the tests do.
 *
 *     node fuzz/laws.ts [--times 50] [--seed 7] [--only engine]
 *
 * `--times`: how many times the usual number of cases (50). `--seed`: which cases (drawn, and printed). `--only`: part
 * of a file name below packages/reference/src. A failure prints a small book, the seed and how to run it again; its
 * exit code is that of the tests.
 */
import { spawnSync } from 'node:child_process'
import { randomInt } from 'node:crypto'
import { parseArgs } from 'node:util'

const { values } = parseArgs({
  options: {
    times: { type: 'string', default: '50' },
    seed: { type: 'string', default: String(randomInt(2 ** 31)) },
    only: { type: 'string', default: 'laws' },
  },
})

console.log(`laws: ${values.times} times the usual number of cases, seed ${values.seed}`)
const started = performance.now()
const { status } = spawnSync(
  process.execPath,
  ['node_modules/vitest/vitest.mjs', 'run', `packages/reference/src/${values.only}`],
  {
    cwd: new URL('..', import.meta.url),
    stdio: 'inherit',
    env: { ...process.env, REMIT_LAW_RUNS: values.times, REMIT_LAW_SEED: values.seed },
  },
)
const seconds = Math.round((performance.now() - started) / 1000)
const again = `node fuzz/laws.ts --times ${values.times} --seed ${values.seed} --only ${values.only}`
console.log(status === 0 ? `every law held, ${seconds} s` : `a law failed after ${seconds} s; again: ${again}`)
process.exitCode = status ?? 1
