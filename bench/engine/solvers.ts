/**
 * Full analysis of the largest real book by `analyse` and by two solvers that are asked the same questions; all come to
 * the same findings. Run after `npm ci --prefix bench/peers`: `node bench/engine/solvers.ts [SYNTHETIC NORMS]`.
 *
 * Ours does more in its time: it gives each finding a witness, a scenario and a count. A solver only says yes or no.
 */
import { type Compiled, compile } from '@remit/engine/diagram/from-checked.ts'
import { analyse } from '@remit/engine/questions/analyse.ts'
import type { Book } from '@remit/language/checked/tree.ts'
import { marked, wordsOf } from '@remit/reference/testing/found.ts'
import { median, milliseconds, row } from '../measure.ts'
import { generatedBook } from './generate-books.ts'
import { largestOf, realBooks } from './real-books.ts'
import type { Formula, Node } from './solvers/formulas.ts'
import { type Asked, findingsFrom, type Question, questionsOf } from './solvers/questions.ts'

/** A solver of formulas, as the adapters in `bench/peers` give it. */
type Solver = {
  readonly name: string
  readonly startMs: number
  readonly load: (nodes: readonly Node[], possible: Formula) => void
  /** Whether the formula can be true in a possible situation. */
  readonly canBe: (formula: Formula) => Promise<boolean>
  readonly stop: () => void
}

/** No solver is given longer than this for one pass. */
const PATIENCE_MS = 120_000

const norms = Number(process.argv[2] ?? 0)
const book = marked(norms > 0 ? generatedBook({ seed: 1, norms, facts: 60, acts: 40 }) : largestOf(await realBooks()))
const asked = questionsOf(book)
const different = new Set(asked.questions.map(({ formula }) => formula)).size
const name = `${book.agency.id} of ${new Date(book.at).toISOString().slice(0, 10)}`
row(
  'the book',
  name,
  `${book.norms.length + book.exceptions.length} norms, ${book.inputs.length} facts, ${book.acts.length} acts`,
)
row(
  'questions',
  `${asked.questions.length}, of ${different} different formulas`,
  `over ${asked.formulas.nodes.length} nodes`,
)
const ours = await measureOurs(book)
for (const peer of ['z3', 'logic-solver']) await measurePeer(peer)
process.exit(0)

/** A solver is given its formulas ready-made, so what it is compared with is `analyse` of a book that is compiled already. */
async function measureOurs(book: Book): Promise<{ readonly ms: number; readonly findings: string }> {
  const runs = { runs: 101, warmUp: 50 }
  const compiling = await milliseconds(() => compiledOf(book), runs)
  const compiled = compiledOf(book)
  const analysing = await milliseconds(() => analyse(compiled), runs)
  row('ours: compiled', ...timesOf(compiling))
  row('ours: completely analysed, findings described', ...timesOf(analysing))
  row('ours: resident', `${residentMb()} MB`, 'with the library of all real orders')
  return { ms: median(analysing), findings: findingsOf(compiled).join('; ') }
}

function timesOf(times: readonly number[]): readonly [string, string] {
  return [
    `${median(times).toFixed(1)} ms`,
    `median of ${times.length} when warm; fastest ${Math.min(...times).toFixed(1)} ms`,
  ]
}

function compiledOf(book: Book): Compiled {
  const compilation = compile(book)
  if (compilation.kind !== 'compiled') throw new Error('the book is too large')
  return compilation.compiled
}

function findingsOf(compiled: Compiled): readonly string[] {
  const words = analyse(compiled).map((finding) => wordsOf(finding))
  return [...new Set(words)].toSorted()
}

async function measurePeer(peer: string): Promise<void> {
  const before = residentMb()
  const { start }: { readonly start: () => Promise<Solver> } = await import(`../peers/${peer}.mjs`)
  const solver = await start()
  const loading = performance.now()
  solver.load(asked.formulas.nodes, asked.possible)
  const loadMs = performance.now() - loading
  const passes: number[] = []
  for (let pass = 0; pass < 4; pass++) {
    const { ms, answers } = await passOf(solver, asked)
    if (answers.size < different) {
      row(solver.name, `${answers.size} of ${different} questions in ${(ms / 1000).toFixed(0)} s`, 'given up')
      break
    }
    passes.push(ms)
    if (pass > 0) continue
    const found = findingsFrom(book, asked, ({ formula }: Question) => answers.get(formula) === true).join('; ')
    if (found !== ours.findings)
      throw new Error(`${solver.name} finds ${found || 'nothing'}, and we find ${ours.findings || 'nothing'}`)
  }
  const [first, ...warm] = passes
  const best = Math.min(...warm)
  row(
    `${solver.name}: start and load`,
    `${solver.startMs.toFixed(0)} + ${loadMs.toFixed(0)} ms`,
    `${residentMb() - before} MB more resident`,
  )
  row(
    `${solver.name}: first pass over the questions`,
    `${first?.toFixed(0)} ms`,
    `${((first ?? 0) / ours.ms).toFixed(0)} times ours; same findings`,
  )
  row(
    `${solver.name}: fastest warm pass`,
    `${best.toFixed(0)} ms`,
    `${(best / ours.ms).toFixed(0)} times ours; ${(best / different).toFixed(2)} ms a question`,
  )
  const each = await everyQuestion(solver, asked)
  row(
    `${solver.name}: each question by itself, also those of one formula`,
    `${each.ms.toFixed(0)} ms for ${each.asked} of ${asked.questions.length}`,
    `${(each.ms / ours.ms).toFixed(0)} times ours`,
  )
  solver.stop()
}

/** One pass that does not know that some questions are the same formula, until patience ends. */
async function everyQuestion(
  solver: Solver,
  { questions }: Asked,
): Promise<{ readonly ms: number; readonly asked: number }> {
  const start = performance.now()
  let asked = 0
  for (const { formula } of questions) {
    if (performance.now() - start > PATIENCE_MS) break
    await solver.canBe(formula)
    asked += 1
  }
  return { ms: performance.now() - start, asked }
}

/** One pass: each different formula once, until patience ends. */
async function passOf(
  solver: Solver,
  { questions }: Asked,
): Promise<{ readonly ms: number; readonly answers: ReadonlyMap<Formula, boolean> }> {
  const answers = new Map<Formula, boolean>()
  const start = performance.now()
  for (const { formula } of questions) {
    if (answers.has(formula)) continue
    if (performance.now() - start > PATIENCE_MS) break
    answers.set(formula, await solver.canBe(formula))
  }
  return { ms: performance.now() - start, answers }
}

function residentMb(): number {
  return Math.round(process.memoryUsage().rss / 1_000_000)
}
