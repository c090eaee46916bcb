/** Decides every line of a decision log again, from the book of that hash. */
import { DecisionLine } from '@remit/contract/decide.ts'
import { type Compiled, compile } from '@remit/engine/diagram/from-checked.ts'
import { situationFromFacts } from '@remit/engine/situation/from-facts.ts'
import { bookOf } from '@remit/language/checked/library.ts'
import { isJson, parseJson } from '@remit/record/leaves/json.ts'
import { Compile } from 'typebox/schema'
import { hashOf } from '../orders/books.ts'
import type { LoadedOrders } from '../orders/load-orders.ts'
import { decisionOf, idOf } from './decision.ts'

export type LineAgain = {
  /** Counted from 1. */
  readonly line: number
  readonly outcome: LineOutcome
  /** One sentence; absent where it follows. */
  readonly why?: string
}
export type LineOutcome = 'follows' | keyof typeof WHY

const WHY = {
  'not-a-decision': 'it is no line of a decision log of this version',
  changed: 'it was changed after it was written: its id is not the hash of the rest',
  'book-not-here': 'the orders here do not give the book that it names; give the orders of that time with --orders',
  'facts-not-in-book': 'it names a fact or a value that the book does not have',
  'result-differs': 'the book, asked again with these facts, says something else',
} as const

/** Whether a text is a decision log: its first line says so. */
export function isDecisionLog(text: string): boolean {
  const [first = ''] = text.split('\n', 1)
  const line = parseJson(first)
  return typeof line === 'object' && line !== null && 'log' in line && String(line.log).startsWith('remit-decision/')
}

const shape = Compile(DecisionLine)

export function decideLogAgain({ library }: LoadedOrders, text: string): readonly LineAgain[] {
  const books = new Map<string, Compiled | undefined>()
  const bookAt = (agency: string, at: string) => {
    const key = `${agency} ${at}`
    if (!books.has(key)) books.set(key, compiledAt(library, agency, Date.parse(at)))
    return books.get(key)
  }
  const lines = text.replace(/\n$/, '').split('\n')
  return lines.map((one, index) => {
    const outcome = outcomeOf(parseJson(one), bookAt)
    return { line: index + 1, outcome, ...(outcome === 'follows' ? {} : { why: WHY[outcome] }) }
  })
}

function outcomeOf(json: unknown, bookAt: (agency: string, at: string) => Compiled | undefined): LineOutcome {
  const line = lineFrom(json)
  if (line === undefined) return 'not-a-decision'
  const { id, ...rest } = line
  if (idOf(rest) !== id) return 'changed'
  const compiled = bookAt(line.agency, line.at)
  if (compiled?.book.hash !== line.book) return 'book-not-here'
  const facts = situationFromFacts(compiled.book, line.situation)
  if (facts.kind === 'refused') return 'facts-not-in-book'
  const { situation } = facts
  const asked = { situation, ahead: [], at: Date.parse(line.at), role: line.role, acts: line.acts, by: line.by }
  const again = decisionOf(compiled, asked, Date.parse(line.time))
  return again.line.id === id ? 'follows' : 'result-differs'
}

function lineFrom(json: unknown): DecisionLine | undefined {
  if (!isJson(json) || !shape.Check(json)) return undefined
  // Its schema has just been checked.
  const line = json as unknown as DecisionLine
  return isInstant(line.at) && isInstant(line.time) ? line : undefined
}

const isInstant = (text: string) => !Number.isNaN(Date.parse(text))

function compiledAt(library: LoadedOrders['library'], agency: string, instant: number): Compiled | undefined {
  if (!library.agencies.some(({ id }) => id === agency)) return undefined
  const { book } = bookOf(library, agency, instant, hashOf)
  const compilation = book && compile(book)
  return compilation?.kind === 'compiled' ? compilation.compiled : undefined
}
