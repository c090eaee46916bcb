/** Bundles with some of their bytes changed, and what a reader must make of them. */
import type { Book, Input, Situation, SituationValue } from '@remit/language/checked/tree.ts'
import { assert } from '../../assert.ts'
import { TooLarge } from '../../diagram/diagrams.ts'
import { type Compiled, compile } from '../../diagram/from-checked.ts'
import { ask } from '../../questions/ask.ts'
import { decide } from '../../questions/decide.ts'
import { explain } from '../../questions/explain.ts'
import { same } from '../../questions/same.ts'
import { situationAt } from '../../situation/from-happenings.ts'
import { HASH_LENGTH } from '../limits.ts'
import { hashedPart, readBundle } from '../read-bundle.ts'
import { type Hash, writeBundle } from '../write-bundle.ts'

/** An integer from 0, below a bound. */
export type Draw = (below: number) => number

export function bundleOf(book: Book, hash: Hash): Uint8Array {
  const compilation = compile(book)
  assert(compilation.kind === 'compiled', 'the book compiles')
  return writeBundle(compilation.compiled, hash)
}

/** The bundle changed in one to three places; its hash is left as it is. */
export function spoilt(bundle: Uint8Array, draw: Draw): Uint8Array {
  let bytes = [...bundle]
  for (let places = 1 + draw(3); places > 0; places--) bytes = spoiltOnce(bytes, draw)
  return Uint8Array.from(bytes)
}

const LONGEST = 12

function spoiltOnce(bytes: readonly number[], draw: Draw): number[] {
  const at = draw(Math.max(1, bytes.length - HASH_LENGTH))
  const length = 1 + draw(LONGEST)
  const drawn = () => [0, 1, 0x7f, 0x80, 0xff, draw(256)][draw(6)] ?? 0
  const before = bytes.slice(0, at)
  const byte = bytes[at] ?? 0
  switch (draw(8)) {
    case 0:
      return [...before, byte ^ (1 << draw(8)), ...bytes.slice(at + 1)]
    case 1:
      return [...before, (byte + 1) & 0xff, ...bytes.slice(at + 1)]
    case 2:
      return [...before, (byte + 0xff) & 0xff, ...bytes.slice(at + 1)]
    case 3:
      return [...before, ...Array.from({ length }, drawn), ...bytes.slice(at)]
    case 4:
      return [...before, ...bytes.slice(at + length)]
    case 5:
      return [...before, ...Array.from({ length }, drawn), ...bytes.slice(at + length)]
    case 6:
      return before
    default: {
      const from = draw(Math.max(1, bytes.length - HASH_LENGTH))
      return [...before, ...bytes.slice(from, from + length), ...bytes.slice(at)]
    }
  }
}

/** The bytes with their own hash at the end, so that a reader has to look at what is in them. */
export function rehashed(bytes: Uint8Array, hash: Hash): Uint8Array {
  const content = hashedPart(bytes)
  return Uint8Array.from([...content, ...hash(content)])
}

export type Outcome = 'refused' | 'read' | 'too large'

/**
 * Reads a bundle that may be spoilt. Where it is read it is asked, and what it says is what it says when it is written
 * again. Throws where the reader or a question does.
 */
export function readAndAsk(bytes: Uint8Array, hash: Hash, draw: Draw): Outcome {
  const reading = readBundle(bytes, hash)
  if (reading.kind === 'refused') return 'refused'
  try {
    const again = readBundle(writeBundle(reading.compiled, hash), hash)
    assert(again.kind === 'read', again.kind === 'refused' ? `what was read is refused: ${again.words}` : '')
    for (const situation of situationsOf(reading.compiled.book, draw)) {
      const said = answersOf(reading.compiled, situation)
      assert(
        same(said, answersOf(again.compiled, situation)),
        'what was read says something else when it is written again',
      )
    }
    return 'read'
  } catch (error) {
    if (error instanceof TooLarge) return 'too large'
    throw error
  }
}

function answersOf(compiled: Compiled, situation: Situation): unknown {
  const determination = decide(compiled, situation)
  const answers = determination.kind === 'impossible' ? [] : determination.answers
  const explained = answers.slice(0, 3).map((answer) => explain(compiled, situation, answer))
  return { determination, explained, question: ask(compiled, situation) }
}

const HOUR_MS = 3_600_000

/** Nothing reported; each event happened; a value of each fact. */
function situationsOf(book: Book, draw: Draw): Situation[] {
  const happened = book.events.map(({ id }, index) => ({
    happening: { kind: 'event', event: id, agoMs: 0 } as const,
    atMs: index * HOUR_MS,
  }))
  const values = book.inputs.map((input): readonly [string, SituationValue] => [input.id, drawnValue(input, draw)])
  return [new Map(), situationAt(book, happened, book.events.length * HOUR_MS), new Map(values)]
}

function drawnValue(input: Input, draw: Draw): SituationValue {
  switch (input.kind) {
    case 'yes-no':
      return draw(2) === 1
    case 'one-of':
      return input.values[draw(Math.max(1, input.values.length))]?.id ?? 'unknown'
    case 'number':
    case 'clock':
      return draw(100) * (input.kind === 'clock' ? HOUR_MS : 1)
  }
}
