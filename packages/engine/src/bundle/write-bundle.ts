/** Writes a compiled book as a bundle: `docs/bundle-format.md`. The same book gives the same bytes. */
import { assert, at, known } from '../assert.ts'
import type { Diagram } from '../diagram/diagrams.ts'
import type { Compiled, CompiledPair } from '../diagram/from-checked.ts'
import { isMoving } from '../diagram/time-readers.ts'
import type { Variable } from '../diagram/variables.ts'
import { bookShape } from './book-shape.ts'
import { HASH_LENGTH, MAGIC } from './limits.ts'
import { NamesOut } from './names.ts'
import { NodesOut } from './nodes-out.ts'
import { outcomeShape } from './outcome-shape.ts'
import { Sink } from './sink.ts'

/** SHA-256 of bytes, 32 bytes. */
export type Hash = (bytes: Uint8Array) => Uint8Array

/** The bundle of a book that was compiled alone. Where its norms stand in their texts is left out. */
export function writeBundle(compiled: Compiled, hash: Hash): Uint8Array<ArrayBuffer> {
  const { book, variables, firstReading, diagrams, outcomes } = compiled
  assert(firstReading === variables.length, 'a bundle is of a book that was compiled alone')
  assert(diagrams.widths.length === firstReading + book.unsettled.length, 'a bundle is of one book')
  const body = new Sink()
  const to = new NamesOut(body, book)
  bookShape.write(to, book)
  body.whole(variables.length)
  for (const variable of variables) writeVariable(to, variable)
  body.whole(outcomes.all.length)
  for (const outcome of outcomes.all) outcomeShape.write(to, outcome)
  const nodes = new NodesOut(diagrams, rootsOf(compiled))
  nodes.write(body)
  writeRoots(to, nodes, compiled)
  return sealed(body, hash)
}

function sealed(body: Sink, hash: Hash): Uint8Array<ArrayBuffer> {
  const strings = stringsOf(body)
  const whole = new Uint8Array(MAGIC.length + strings.length + body.bytes.length + HASH_LENGTH)
  whole.set(MAGIC)
  whole.set(strings, MAGIC.length)
  whole.set(body.bytes, MAGIC.length + strings.length)
  const content = whole.length - HASH_LENGTH
  whole.set(hash(whole.subarray(0, content)), content)
  return whole
}

/** How many, the length of each in bytes, then all of them in UTF-8. */
function stringsOf(body: Sink): Uint8Array {
  const encoder = new TextEncoder()
  const texts = [...body.strings.keys()].map((text) => encoder.encode(text))
  const sink = new Sink()
  sink.whole(texts.length)
  for (const text of texts) sink.whole(text.length)
  for (const text of texts) sink.raw(text)
  return sink.bytes
}

function writeVariable(to: NamesOut, variable: Variable): void {
  to.refer('inputs', variable.input.id)
  if (variable.kind === 'number' || variable.kind === 'clock') {
    to.sink.whole(variable.cuts.length)
    for (const cut of variable.cuts) {
      to.sink.amount(cut.at)
      to.sink.whole(cut.after ? 1 : 0)
    }
  }
  if (variable.kind === 'one-of' && variable.input.kind === 'one-of') {
    for (const { id } of variable.input.values) to.sink.whole(known(variable.cellOf, id))
  }
}

function* rootsOf({ possible, nevers, entries, pairs }: Compiled): Iterable<Diagram> {
  yield possible
  yield* nevers
  yield* entries.values()
  for (const pair of pairs) {
    yield* [pair.outcome, pair.base, pair.arises]
    for (const { applies, counts } of pair.statements) yield* [applies, counts]
    for (const { live } of pair.readings) yield live
    for (const { where } of pair.liftings) yield where
    for (const { must, standing, aside, refer } of pair.duties) yield* [must, standing, aside, refer]
  }
}

function writeRoots(to: NamesOut, nodes: NodesOut, compiled: Compiled): void {
  const { sink } = to
  nodes.refer(sink, compiled.possible)
  for (const never of compiled.nevers) nodes.refer(sink, never)
  sink.whole(compiled.entries.size)
  for (const [list, where] of compiled.entries) {
    to.refer('lists', list)
    nodes.refer(sink, where)
  }
  const rules = [...compiled.book.norms, ...compiled.book.exceptions]
  const statements = new Map(rules.flatMap(({ statements }) => statements).map((one, place) => [one, place]))
  sink.whole(compiled.pairs.length)
  for (const pair of compiled.pairs) writePair(to, nodes, { pair, firstReading: compiled.firstReading, statements })
  for (const variable of compiled.variables) {
    if (isMoving(variable)) writeReaders(sink, known(compiled.timeReaders, variable.index))
  }
}

type Written = {
  readonly pair: CompiledPair
  readonly firstReading: number
  /** The place of each statement among those of the norms and then of the exceptions. */
  readonly statements: ReadonlyMap<object, number>
}

function writePair(to: NamesOut, nodes: NodesOut, { pair, firstReading, statements }: Written): void {
  const { sink } = to
  const diagram = (one: Diagram) => nodes.refer(sink, one)
  to.refer('roles', pair.role)
  to.refer('acts', pair.act)
  for (const one of [pair.outcome, pair.base, pair.arises]) diagram(one)
  sink.whole(pair.readings.length)
  for (const { variable, live } of pair.readings) {
    sink.whole(variable - firstReading)
    diagram(live)
  }
  sink.whole(pair.statements.length)
  for (const { statement, applies, counts } of pair.statements) {
    sink.whole(known(statements, statement))
    diagram(applies)
    diagram(counts)
  }
  sink.whole(pair.liftings.length)
  for (const { exception, norm, where } of pair.liftings) {
    to.refer('rules', exception)
    to.refer('rules', norm)
    diagram(where)
  }
  sink.whole(pair.duties.length)
  for (const { key, must, standing, aside, refer } of pair.duties) {
    sink.whole(key)
    for (const one of [must, standing, aside, refer]) diagram(one)
  }
  sink.whole(pair.collides.length)
  for (const other of pair.collides) sink.whole(other)
}

/** How many, the first, and how far each is from the one before it. */
function writeReaders(sink: Sink, readers: readonly number[]): void {
  sink.whole(readers.length)
  for (const [place, reader] of readers.entries()) sink.whole(place === 0 ? reader : reader - at(readers, place - 1))
}
