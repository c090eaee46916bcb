/**
 * Reads a bundle: `docs/bundle-format.md`. Nothing is compiled, and neither the parser nor the checker is needed.
 *
 * Every number is held against what it may be before it is used. Bytes that keep to all of that are a bundle, whoever
 * wrote them: whose they are is told by who signed the hash.
 */
import type { ListId } from '@remit/language/checked/lists.ts'
import { actsOf } from '../diagram/acts.ts'
import { appliesByRole } from '../diagram/applies.ts'
import { Conditions } from '../diagram/conditions.ts'
import { type Diagram, Diagrams, TooLarge } from '../diagram/diagrams.ts'
import { type Compiled, firstCellsOf } from '../diagram/from-checked.ts'
import { Outcomes } from '../diagram/outcomes.ts'
import { pack } from '../diagram/table.ts'
import { isMoving } from '../diagram/time-readers.ts'
import { widthOf } from '../diagram/variables.ts'
import { bookShape } from './book-shape.ts'
import { checkBook } from './check-book.ts'
import { BUNDLE_LENGTH_MAX, HASH_LENGTH, MAGIC } from './limits.ts'
import { Malformed } from './malformed.ts'
import { NamesIn } from './names.ts'
import { NodesIn } from './nodes-in.ts'
import { outcomeShape } from './outcome-shape.ts'
import { type Read, readPairs } from './pairs-in.ts'
import { Source } from './source.ts'
import { readStrings } from './strings-in.ts'
import { readVariables } from './variables-in.ts'
import type { Hash } from './write-bundle.ts'

export type BundleReading =
  /** A book that can be asked, as one that was compiled here, and the hash of the bundle: 64 hexadecimal digits. */
  { readonly kind: 'read'; readonly compiled: Compiled; readonly hash: string } | BundleRefusal

/** `words` say what is wrong, for whoever made the bundle or brought it here. */
export type BundleRefusal = {
  readonly kind: 'refused'
  readonly refusal: 'no bundle' | 'another version' | 'too large' | 'changed' | 'malformed'
  readonly words: string
}

/** What the hash at the end of a bundle is about: all that stands before it. */
export function hashedPart<B extends ArrayBufferLike>(bundle: Uint8Array<B>): Uint8Array<B> {
  return bundle.subarray(0, Math.max(0, bundle.length - HASH_LENGTH))
}

/**
 * Reads a bundle, or says what is wrong with it. Web Crypto's digest has to be waited for, so a browser takes it first:
 *
 *     const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', hashedPart(bundle)))
 *     const reading = readBundle(bundle, () => digest)
 */
export function readBundle(bundle: Uint8Array, hash: Hash): BundleReading {
  const length = bundle.length
  if (length > BUNDLE_LENGTH_MAX) {
    return refused('too large', `it has ${length} bytes, and a bundle at most ${BUNDLE_LENGTH_MAX}`)
  }
  const name = MAGIC.slice(0, -1)
  const isBundle = name.every((byte, place) => bundle[place] === byte) && length >= MAGIC.length + HASH_LENGTH
  if (!isBundle) return refused('no bundle', 'it does not begin and end as a bundle does')
  const version = bundle[name.length]
  if (version !== MAGIC.at(-1))
    return refused('another version', `it is of version ${version}, and this reads version 1`)
  const content = hashedPart(bundle)
  const found = hash(content)
  const told = bundle.subarray(content.length)
  if (found.length !== HASH_LENGTH || found.some((byte, place) => byte !== told[place])) {
    return refused('changed', 'it is not what it was when its hash was taken')
  }
  const source = new Source(content, MAGIC.length, content.length)
  try {
    return { kind: 'read', compiled: readContent(source), hash: hexOf(found) }
  } catch (error) {
    if (error instanceof Malformed) return refused('malformed', `${error.message} (byte ${error.offset})`)
    if (error instanceof TooLarge) return refused('too large', 'its diagrams are larger than any that are made here')
    throw error
  }
}

const refused = (refusal: BundleRefusal['refusal'], words: string): BundleRefusal => ({
  kind: 'refused',
  refusal,
  words,
})

const hexOf = (bytes: Uint8Array) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')

function readContent(source: Source): Compiled {
  source.strings = readStrings(source)
  const from = new NamesIn(source)
  const book = bookShape.read(from)
  from.assertAllDeclared()
  checkBook(source, book)
  const variables = readVariables(from, book)
  const outcomes = readOutcomes(from)
  const diagrams = new Diagrams([...variables.map(widthOf), ...book.unsettled.map(() => 2)])
  const nodes = new NodesIn(source, diagrams, variables.length)
  const exceptions = new Set(book.exceptions.map(({ id }) => id))
  const read: Read = { from, source, book, nodes, outcomes, exceptions, facts: variables.length }
  const possible = nodes.region()
  const nevers = book.nevers.map(() => nodes.region())
  const entries = readEntries(read)
  const pairs = readPairs(read)
  const timeReaders = new Map(
    variables.filter(isMoving).map(({ index }) => [index, readReaders(source, pairs.length)] as const),
  )
  if (source.left > 0) source.refuse(`${source.left} bytes follow`)
  const acts = actsOf(book)
  return {
    book,
    diagrams,
    outcomes,
    acts,
    firstReading: variables.length,
    // Only an analysis asks for these, and what it asks for is forgotten with the question: so they are made each time.
    get conditions() {
      return new Conditions(diagrams, variables, book)
    },
    get applies() {
      return appliesByRole(diagrams, acts, this.conditions, book)
    },
    variables,
    variableOf: new Map(variables.map((variable) => [variable.input.id, variable])),
    documents: new Map(book.documents.map((document) => [document.id, document])),
    pairs,
    places: new Map(pairs.map(({ role, act, index }) => [`${role} ${act}`, index])),
    possible,
    nevers,
    entries,
    table: pack(
      diagrams,
      pairs.map(({ outcome }) => outcome),
    ),
    modalities: outcomes.modalities(),
    timeReaders,
    firstCells: firstCellsOf(variables, diagrams),
  }
}

function readOutcomes(from: NamesIn): Outcomes {
  const outcomes = new Outcomes()
  const count = from.source.count('outcomes')
  for (let read = 0; read < count; read++) {
    outcomes.terminalOf(outcomeShape.read(from))
    if (outcomes.all.length === read) from.source.refuse(`outcome ${read} stands there already`)
  }
  return outcomes
}

function readEntries({ from, source, nodes }: Read): ReadonlyMap<ListId, Diagram> {
  const entries = new Map<ListId, Diagram>()
  const count = source.count('lists')
  for (let read = 0; read < count; read++) {
    const list = from.refer('lists')
    if (entries.has(list)) source.refuse(`the list ${list} stands there already`)
    entries.set(list, nodes.region())
  }
  return entries
}

/** Places of pairs, each after the one before it. */
function readReaders(source: Source, pairs: number): number[] {
  const count = source.whole(pairs + 1, 'the number of readers')
  const readers: number[] = []
  let next = 0
  for (let read = 0; read < count; read++) {
    const step = source.whole(pairs, 'the place of a pair')
    next += step
    if (next >= pairs || (read > 0 && step === 0)) source.refuse('the readers of a clock are not in order')
    readers.push(next)
  }
  return readers
}
