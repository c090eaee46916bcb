/**
 * Synthetic books of 100 to 1,600 norms over 60 facts and 40 acts, compiled and completely analysed, each in a process
 * that has done nothing else but draw the book: nothing is warm. Processor time is told beside the time that passes,
 * because it is what is left of it on a machine that others use too.
 */
import { spawnSync } from 'node:child_process'
import { compile } from '@remit/engine/diagram/from-checked.ts'
import { analyse } from '@remit/engine/questions/analyse.ts'
import { row } from '../measure.ts'
import { generatedBook } from './generate-books.ts'

const SIZES = [100, 200, 400, 800, 1600]
const RUNS = 5
const [FACTS, ACTS, SEED] = [60, 40, 1]

type Once = {
  readonly ms: number
  readonly processorMs: number
  readonly compiledMs: number
  readonly nodes: number
  readonly pairs: number
  readonly findings: number
}

const [, , flag, size] = process.argv
if (flag === '--once') console.log(JSON.stringify(once(Number(size))))
else {
  const measured = SIZES.map((norms) => ({ norms, ...fastest(Array.from({ length: RUNS }, () => cold(norms))) }))
  for (const { norms, ms, processorMs, compiledMs, nodes, pairs, findings } of measured) {
    const what = `${norms.toLocaleString('en-US')} norms, ${FACTS} facts, ${ACTS} acts, ${pairs} pairs: compile and analyse, cold`
    const how = `compiled at ${compiledMs.toFixed(0)} ms, ${processorMs.toFixed(0)} ms of a processor, ${nodes} nodes, ${findings} findings`
    row(what, `${ms.toFixed(0)} ms (${how})`, norms === 800 ? '< 2,000 ms' : '')
  }
  const points = measured.map(({ norms, processorMs }) => [norms, processorMs] as const)
  row('growth of processor time from 100 to 1,600 norms', `n^${exponentOf(points).toFixed(2)}`, '')
  const nodes = measured.map(({ norms, nodes }) => [norms, nodes] as const)
  row('growth of nodes from 100 to 1,600 norms', `n^${exponentOf(nodes).toFixed(2)}`, '')
}

function once(norms: number): Once {
  const book = generatedBook({ seed: SEED, norms, facts: FACTS, acts: ACTS })
  const [before, processor] = [performance.now(), process.cpuUsage()]
  const compilation = compile(book)
  if (compilation.kind !== 'compiled') throw new Error(`the book of ${norms} norms is too large`)
  const compiledMs = performance.now() - before
  const { compiled } = compilation
  const { nodes } = compiled.diagrams
  const findings = analyse(compiled).length
  const { user, system } = process.cpuUsage(processor)
  const ms = performance.now() - before
  return { ms, processorMs: (user + system) / 1000, compiledMs, nodes, pairs: compiled.pairs.length, findings }
}

function cold(norms: number): Once {
  const { stdout, stderr } = spawnSync(process.execPath, [import.meta.filename, '--once', String(norms)], {
    encoding: 'utf8',
  })
  if (stdout === '') throw new Error(stderr)
  // Proof: the process printed what `once` gave.
  return JSON.parse(stdout) as Once
}

/** The run that was disturbed least. */
function fastest(runs: readonly Once[]): Once {
  return runs.reduce((least, run) => (run.ms < least.ms ? run : least))
}

/** The slope of the line through the logarithms, by least squares. */
function exponentOf(measured: readonly (readonly [size: number, value: number])[]): number {
  const points = measured.map(([size, value]) => [Math.log(size), Math.log(value)] as const)
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
  const [x, y] = [mean(points.map(([first]) => first)), mean(points.map(([, second]) => second))]
  const up = points.reduce((sum, [first, second]) => sum + (first - x) * (second - y), 0)
  return up / points.reduce((sum, [first]) => sum + (first - x) ** 2, 0)
}
