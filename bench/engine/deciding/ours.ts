/** Each way in which the engine decides one role and act, as a function that decides all of some situations. */
import { encode } from '@remit/engine/diagram/encode.ts'
import { type Compiled, compile } from '@remit/engine/diagram/from-checked.ts'
import { moduleOf } from '@remit/engine/module/module-of.ts'
import { type Column, columnsDecider, decideColumns } from '@remit/engine/questions/decide-columns.ts'
import { factsDecider } from '@remit/engine/questions/decide-facts.ts'
import { CODES, codeOf, deciderOf } from '@remit/engine/questions/decider.ts'
import type { Book } from '@remit/language/checked/tree.ts'
import type { Facts } from './policy.ts'

export const PAIR = { role: 'officer', act: 'respond' }

/** Over one list of situations: what is said of each, and a loop that only sums the answers up, without making anything. */
export type Form = { readonly name: string; readonly answers: () => readonly string[]; readonly sum: () => number }

/** Reads what is asked from a plain object, in the generated module. */
export type FromFacts = (facts: Facts) => string

export function compiledOf(book: Book): Compiled {
  const compilation = compile(book)
  if (compilation.kind !== 'compiled') throw new Error('the book is too large')
  return compilation.compiled
}

export async function formsOf(book: Book, situations: readonly Facts[]): Promise<readonly Form[]> {
  const compiled = compiledOf(book)
  return [
    plainFacts(compiled, situations),
    encodedFacts(compiled, situations),
    summing('as a generated module', situations, await generated(compiled)),
    columns(compiled, situations),
  ]
}

function plainFacts(compiled: Compiled, situations: readonly Facts[]): Form {
  const decide = factsDecider(deciderOf(compiled, PAIR))
  return {
    name: 'from plain facts',
    answers: () => situations.map((facts) => wordOf(decide(facts))),
    sum: loopOver(situations, decide, 'decide(facts)'),
  }
}

function encodedFacts(compiled: Compiled, situations: readonly Facts[]): Form {
  const decider = deciderOf(compiled, PAIR)
  const width = compiled.variables.length
  const cells = new Int8Array(situations.length * width)
  for (const [at, facts] of situations.entries())
    cells.set(encode(compiled, new Map(Object.entries(facts))), at * width)
  return {
    name: 'from encoded facts',
    answers: () => situations.map((_, at) => wordOf(codeOf(decider, cells, at * width))),
    sum: () => {
      let sum = 0
      for (let from = 0; from < cells.length; from += width) sum += codeOf(decider, cells, from)
      return sum
    },
  }
}

/** The function that `remit compile` writes. */
async function generated(compiled: Compiled): Promise<FromFacts> {
  const { script } = moduleOf(compiled, { at: 'the day of measuring', pairs: [PAIR] })
  const module: { readonly officerRespond: FromFacts } = await import(
    `data:text/javascript,${encodeURIComponent(script)}`
  )
  return module.officerRespond
}

/**
 * A loop over a function from facts to a word. Each loop has a text of its own: of loops with one text, the compiler takes what
 * it learned of one for all, and the function that comes second is called and not built in.
 */
export function summing(name: string, situations: readonly Facts[], decide: FromFacts): Form {
  return { name, answers: () => situations.map(decide), sum: loopOver(situations, decide, 'decide(facts).length') }
}

function loopOver<Said>(situations: readonly Facts[], decide: (facts: Facts) => Said, added: string): () => number {
  loops += 1
  const text = `// Loop ${loops}.\nlet sum = 0; for (const facts of situations) sum += ${added}; return sum`
  // Proof: its text takes these two and returns a sum.
  const loop = new Function('situations', 'decide', text) as Loop<Said>
  return () => loop(situations, decide)
}

type Loop<Said> = (situations: readonly Facts[], decide: (facts: Facts) => Said) => number

let loops = 0

/** Bytes that say which of an input's values a row has; a Float64Array of hours. */
function columns(compiled: Compiled, situations: readonly Facts[]): Form {
  const inputs = compiled.book.inputs.map(({ id }) => id)
  const decider = columnsDecider([compiled], PAIR, { inputs })
  const into = new Uint8Array(situations.length)
  const given = new Map(compiled.book.inputs.map((input) => [input.id, columnOf(input, situations)]))
  return {
    name: 'a batch, over columns',
    answers: () => {
      decideColumns(decider, given, into)
      return Array.from(into, wordOf)
    },
    sum: () => {
      decideColumns(decider, given, into)
      return into[0] ?? 0
    },
  }
}

function columnOf(input: Book['inputs'][number], situations: readonly Facts[]): Column {
  const facts = situations.map((of) => new Map(Object.entries(of)).get(input.id))
  if (input.kind === 'number') return { kind: 'numbers', numbers: Float64Array.from(facts, Number) }
  const values = input.kind === 'one-of' ? input.values.map(({ id }) => id) : [false, true]
  const places = new Map<unknown, number>(values.map((value, place) => [value, place]))
  return { kind: 'codes', values, codes: Uint8Array.from(facts, (fact) => places.get(fact) ?? values.length) }
}

function wordOf(code: number): string {
  return CODES[code] ?? 'nothing'
}
