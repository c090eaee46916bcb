/** Decides every determination of an exported incident again: from its book by hash, and from the facts that its events give. */
import { type Compiled, compile } from '@remit/engine/diagram/from-checked.ts'
import { determine, othersOf, resultsOf, valuesOf } from '@remit/incident/determinations/from-facts.ts'
import type { EventBody, IncidentEvent } from '@remit/incident/events/event.ts'
import { foldIncident } from '@remit/incident/events/fold.ts'
import { agencyOf } from '@remit/language/checked/agency.ts'
import { inForceAt, termsOf } from '@remit/language/checked/in-force.ts'
import { bookOf } from '@remit/language/checked/library.ts'
import { canonicalJson, isJson } from '@remit/record/leaves/json.ts'
import type { VerifiedEvent } from '@remit/record/proofs/verify-bundle.ts'
import { hashOf } from '@remit/server/orders/books.ts'
import type { LoadedOrders } from '@remit/server/orders/load-orders.ts'

export type DecidedAgain = {
  readonly seq: number
  readonly outcome: Outcome
  /** One sentence; absent where it follows. */
  readonly why?: string
}

export type Outcome = 'follows' | keyof typeof WHY

const WHY = {
  withheld: 'a field that it rests on is withheld, so it cannot be decided again',
  'not-an-incident': 'the events up to it are not those of an incident',
  'book-of-another-agency': "it names the book of an agency that is not the log's",
  'book-not-here': 'the orders here do not give the book that it names; give the orders of that time with --orders',
  'book-not-in-force': 'the book that it names was not the one in force at that moment',
  'facts-differ': 'the events before it give other facts than it names',
  'result-differs': 'the book, asked again with these facts, says something else',
} as const

type Determined = Extract<EventBody, { kind: 'determined' }>

/** `verified` are all events of one stream in order, `agency` the one whose log they are in. */
export function decideAgain(
  { library }: LoadedOrders,
  agency: string,
  verified: readonly VerifiedEvent[],
): readonly DecidedAgain[] {
  const books = booksFrom(library, agency)
  const firstWithheld = verified.findIndex(({ withheld }) => withheld.length > 0)
  const events = verified.map(eventFrom)
  return events.flatMap((event, index) => {
    const { body, seq } = event
    if (body.kind !== 'determined') return []
    const isWhole = firstWithheld < 0 || index < firstWithheld
    const outcome = isWhole ? outcomeOf(event, body, { agency, events, books }) : 'withheld'
    return [outcome === 'follows' ? { seq, outcome } : { seq, outcome, why: WHY[outcome] }]
  })
}

type Given = { readonly agency: string; readonly events: readonly IncidentEvent[]; readonly books: Books }

function outcomeOf(event: IncidentEvent, body: Determined, { agency, events, books }: Given): Outcome {
  if (body.agency !== agency) return 'book-of-another-agency'
  const compiled = books.at(body.bookAt)
  if (compiled?.book.hash !== body.bookHash) return 'book-not-here'
  if (!books.isSame(body.bookAt, event.at)) return 'book-not-in-force'
  const again = determinedBy(compiled, events.slice(0, event.seq - 1), event.at)
  if (again === undefined) return 'not-an-incident'
  const [{ situation }] = again.cases
  const isOfSameFacts = isSame(valuesOf(situation), body.situation) && isSame(othersOf(again.cases), body.others ?? [])
  if (!isOfSameFacts) return 'facts-differ'
  return isSame(resultsOf(again.cases), body.results) ? 'follows' : 'result-differs'
}

/** Nothing where the events cannot be those of an incident. */
function determinedBy(compiled: Compiled, events: readonly IncidentEvent[], at: number) {
  try {
    return determine(compiled, foldIncident(events), at)
  } catch {
    // The file may be anybody's, signed by a key of their own. Fold and engine assert what the server guarantees; an
    // assertion that fails here says that no server of ours recorded these events.
    return undefined
  }
}

type Books = {
  readonly at: (instant: number) => Compiled | undefined
  /** Whether the same documents are in force at two instants. */
  readonly isSame: (one: number, other: number) => boolean
}

function booksFrom(library: LoadedOrders['library'], agency: string): Books {
  const compiled = new Map<number, Compiled | undefined>()
  const parsed = library.agencies.find(({ id }) => id === agency)
  const terms = parsed === undefined ? [] : termsOf(library.documents, agencyOf(parsed))
  const inForce = (instant: number) => inForceAt(terms, instant).map(({ document }) => document.id)
  return {
    at: (instant) => {
      if (!compiled.has(instant)) {
        const { book } = bookOf(library, agency, instant, hashOf)
        const compilation = book && compile(book)
        compiled.set(instant, compilation?.kind === 'compiled' ? compilation.compiled : undefined)
      }
      return compiled.get(instant)
    },
    isSame: (one, other) => isSame(inForce(one), inForce(other)),
  }
}

function isSame(one: unknown, other: unknown): boolean {
  return isJson(one) && isJson(other) && canonicalJson(one) === canonicalJson(other)
}

function eventFrom({ kind, fields }: VerifiedEvent): IncidentEvent {
  const { seq, at, by, stream, ...body } = fields
  // The proofs say that these are the values recorded, and `seq` counts from 1; whether the rest has the shape of an
  // event shows when it is folded.
  return { seq, at, by, body: { ...body, kind } } as unknown as IncidentEvent
}
