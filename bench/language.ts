/**
 * Libraries of 100 to 1,600 norms parsed and checked, each in a process that has done nothing else. The time is counted
 * from the start of the process, so loading the program and making the parser are in it.
 */
import { spawnSync } from 'node:child_process'
import { checkLibrary } from '@remit/language/checked/check-library.ts'
import { parseAgency, parseDocument } from '@remit/language/parsed/from-text.ts'
import type { ParsedAgency, ParsedDocument } from '@remit/language/parsed/tree.ts'
import { isError } from '@remit/language/text/finding.ts'
import { hashOf } from '@remit/server/orders/books.ts'
import { generatedLibrary } from './generate-library.ts'
import { median, row } from './measure.ts'

const SIZES = [100, 200, 400, 800, 1000, 1600]
const RUNS = 5
type Once = { readonly ms: number; readonly peakMb: number; readonly parsedMs: number; readonly books: number }

const [, , flag, size] = process.argv
if (flag === '--once') console.log(JSON.stringify(once(Number(size))))
else {
  const measured = SIZES.map((norms) => ({ norms, ...typical(Array.from({ length: RUNS }, () => cold(norms))) }))
  for (const { norms, ms, parsedMs, peakMb, books } of measured) {
    const budget = norms === 1000 ? '< 2,000 ms, < 300 MB' : ''
    const what = `${norms.toLocaleString('en-US')} norms in ${norms / 10} documents, ${books} books: parse and check, cold`
    row(what, `${ms.toFixed(0)} ms (parsed at ${parsedMs.toFixed(0)} ms), ${peakMb.toFixed(0)} MB`, budget)
  }
  row('growth from 100 to 1,600 norms', `n^${exponentOf(measured).toFixed(2)}`, '≤ n^1.3')
}

/** Made before the clock of the work begins to matter: reading files is not measured, as in the other rows. */
function once(norms: number): Once {
  const before = performance.now()
  const files = [...generatedLibrary(norms)]
  const making = performance.now() - before
  const agencies: ParsedAgency[] = []
  const documents: ParsedDocument[] = []
  for (const [path, text] of files) {
    const id = path.replace(/\.md$/, '')
    const parsed = id.endsWith('/agency') ? parseAgency(id.slice(0, -'/agency'.length), text) : parseDocument(id, text)
    if (parsed.findings.some(isError)) throw new Error(`${path}: ${parsed.findings[0]?.message}`)
    if ('agency' in parsed && parsed.agency !== undefined) agencies.push(parsed.agency)
    if ('document' in parsed && parsed.document !== undefined) documents.push(parsed.document)
  }
  const parsedMs = performance.now() - making
  const { findings, books } = checkLibrary({ documents, agencies }, hashOf)
  const fault = findings.find(isError)
  if (fault !== undefined) throw new Error(`${fault.code} ${fault.message}`)
  const peakMb = process.resourceUsage().maxRSS / 1024
  return { ms: performance.now() - making, peakMb, parsedMs, books: books.length }
}

function cold(norms: number): Once {
  const { stdout, stderr } = spawnSync(process.execPath, [import.meta.filename, '--once', String(norms)], {
    encoding: 'utf8',
  })
  if (stdout === '') throw new Error(stderr)
  // Proof: the process printed what `once` gave.
  return JSON.parse(stdout) as Once
}

function typical(runs: readonly Once[]): Once {
  const of = (figure: keyof Once) => median(runs.map((run) => run[figure]))
  return {
    ms: of('ms'),
    parsedMs: of('parsedMs'),
    peakMb: Math.max(...runs.map((run) => run.peakMb)),
    books: of('books'),
  }
}

/** The slope of the line through the logarithms, by least squares. */
function exponentOf(measured: readonly { readonly norms: number; readonly ms: number }[]): number {
  const points = measured.map(({ norms, ms }) => [Math.log(norms), Math.log(ms)] as const)
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
  const [x, y] = [mean(points.map(([first]) => first)), mean(points.map(([, second]) => second))]
  const up = points.reduce((sum, [first, second]) => sum + (first - x) * (second - y), 0)
  return up / points.reduce((sum, [first]) => sum + (first - x) ** 2, 0)
}
