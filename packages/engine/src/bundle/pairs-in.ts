/** Reads what a bundle says of each role and act. */
import type { Book, NormId } from '@remit/language/checked/tree.ts'
import { at } from '../assert.ts'
import type { Lifting } from '../diagram/applies.ts'
import type { Duty } from '../diagram/duties.ts'
import type { CompiledPair } from '../diagram/from-checked.ts'
import type { Outcomes } from '../diagram/outcomes.ts'
import type { PairReading, PairStatement } from '../diagram/pair.ts'
import { decidedRoles, type Rule } from '../diagram/speaks.ts'
import type { NamesIn } from './names.ts'
import type { NodesIn } from './nodes-in.ts'
import { roomFor } from './shapes.ts'
import type { Source } from './source.ts'

/** What has been read before the pairs. */
export type Read = {
  readonly from: NamesIn
  readonly source: Source
  readonly book: Book
  readonly nodes: NodesIn
  readonly outcomes: Outcomes
  /** The ids of the exceptions. */
  readonly exceptions: ReadonlySet<NormId>
  /** How many facts; the variables of doubts about the law follow. */
  readonly facts: number
}

type Said = Pick<PairStatement, 'rule' | 'statement'>

export function readPairs(read: Read): CompiledPair[] {
  const { source, book } = read
  const rules: readonly Rule[] = [...book.norms, ...book.exceptions]
  const said = rules.flatMap((rule) => rule.statements.map((statement): Said => ({ rule, statement })))
  const roles = new Set(decidedRoles(book))
  const count = source.count('pairs')
  const pairs: CompiledPair[] = []
  const seen = new Set<string>()
  for (let index = 0; index < count; index++) {
    const pair = readPair(read, said, { index, count })
    const key = `${pair.role} ${pair.act}`
    if (!roles.has(pair.role)) source.refuse(`${pair.role} is not decided`)
    if (seen.has(key)) source.refuse(`there are two pairs of ${key}`)
    seen.add(key)
    pairs.push(pair)
  }
  return pairs
}

function readPair(
  read: Read,
  said: readonly Said[],
  { index, count }: { readonly index: number; readonly count: number },
): CompiledPair {
  const { from, source, nodes, outcomes } = read
  const role = from.refer('roles')
  const act = from.refer('acts')
  const outcome = nodes.outcome(outcomes.all.length)
  const base = nodes.outcome(outcomes.all.length)
  const arises = nodes.region()
  const readings = many(source, 'doubts', () => readReading(read))
  const statements = many(source, 'statements', () => readStatement(read, said, readings))
  if (statements.some(({ rank }, place) => place > 0 && rank < at(statements, place - 1).rank)) {
    source.refuse(`what is said of ${role} ${act} is not in order of force`)
  }
  const liftings = many(source, 'exceptions', () => readLifting(read, statements))
  const duties = many(source, 'duties', () => readDuty(read))
  const collides = many(source, 'colliding pairs', () => source.whole(count, 'the place of a pair'))
  const comesTo = nodes.comesTo(outcome)
  return { index, role, act, outcome, base, arises, readings, statements, liftings, duties, collides, comesTo }
}

function many<T>(source: Source, what: string, one: () => T): T[] {
  const count = source.count(what)
  const all = roomFor<T>(count)
  for (let read = 0; read < count; read++) all[read] = one()
  return all
}

function readReading({ source, book, nodes, facts }: Read): PairReading {
  const place = source.whole(book.unsettled.length, 'the place of a doubt')
  return { unsettled: at(book.unsettled, place), variable: facts + place, live: nodes.region() }
}

function readStatement(
  { source, nodes }: Read,
  said: readonly Said[],
  readings: readonly PairReading[],
): PairStatement {
  const { rule, statement } = at(said, source.whole(said.length, 'the place of a statement'))
  const { modality, guaranteed } = statement
  const applies = nodes.region()
  const counts = nodes.regionInDoubt()
  for (const doubt of nodes.doubtsIn(counts)) {
    if (readings.every(({ variable }) => variable !== doubt)) {
      source.refuse(`${statement.id} rests on a doubt that is not the pair's`)
    }
  }
  return { statement, rule, modality, guaranteed, rank: rule.rank, applies, counts: counts.diagram }
}

function readLifting({ from, source, exceptions, nodes }: Read, statements: readonly PairStatement[]): Lifting {
  const exception = from.refer('rules')
  const norm = from.refer('rules')
  if (!exceptions.has(exception)) source.refuse(`${exception} is no exception`)
  if (!statements.some(({ rule }) => rule.id === norm)) source.refuse(`${norm} is lifted and says nothing here`)
  return { exception, norm, where: nodes.region() }
}

const KEYS = 2_000

function readDuty({ source, nodes }: Read): Duty {
  const key = source.whole(KEYS, 'the class of a duty')
  return { key, must: nodes.region(), standing: nodes.region(), aside: nodes.region(), refer: nodes.region() }
}
