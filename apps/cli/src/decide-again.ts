/** Decides every determination of an exported incident again: from its book by hash, and from the facts that its events give. */
import { type Compiled, compile } from '@remit/engine/diagram/from-checked.ts'
import { determine, resultsOf, valuesOf } from '@remit/incident/determinations/from-facts.ts'
import type { EventBody, IncidentEvent } from '@remit/incident/events/event.ts'
import { foldIncident } from '@remit/incident/events/fold.ts'
import { bookOf } from '@remit/language/checked/library.ts'
import { canonicalJson, isJson } from '@remit/record/leaves/json.ts'
import type { VerifiedEvent } from '@remit/record/proofs/verify-bundle.ts'
import { hashOf } from '@remit/server/orders/books.ts'
import type { LoadedOrders } from '@remit/server/orders/load-orders.ts'

export type DecidedAgain = {
  readonly seq: number
  readonly outcome: 'follows' | 'book-not-here' | 'facts-differ' | 'result-differs'
  readonly why?: string
}

type Determined = Extract<EventBody, { kind: 'determined' }>

export function decideAgain({ library }: LoadedOrders, verified: readonly VerifiedEvent[]): readonly DecidedAgain[] {
  const events = verified.map(eventFrom)
  const books = new Map<string, Compiled | undefined>()
  const bookFor = ({ agency, bookAt, bookHash }: Determined) => {
    const key = `${agency} ${bookAt}`
    if (!books.has(key)) {
      const { book } = bookOf(library, agency, bookAt, hashOf)
      const compilation = book && compile(book)
      books.set(key, compilation?.kind === 'compiled' ? compilation.compiled : undefined)
    }
    const compiled = books.get(key)
    return compiled?.book.hash === bookHash ? compiled : undefined
  }
  return events.flatMap((event) =>
    event.body.kind === 'determined' ? [againFrom(event, event.body, events, bookFor(event.body))] : [],
  )
}

function againFrom(
  event: IncidentEvent,
  body: Determined,
  events: readonly IncidentEvent[],
  compiled: Compiled | undefined,
): DecidedAgain {
  const { seq } = event
  if (compiled === undefined) {
    return {
      seq,
      outcome: 'book-not-here',
      why: `the orders here do not give the book ${body.bookHash} of ${body.agency}; give the orders of that time with --orders`,
    }
  }
  const before = foldIncident(events.slice(0, seq - 1))
  const { situation, answers } = determine(compiled, before, event.at)
  if (!isSame(valuesOf(situation), body.situation)) {
    return { seq, outcome: 'facts-differ', why: 'the events before it give other facts than it names' }
  }
  if (!isSame(resultsOf(answers), body.results)) {
    return { seq, outcome: 'result-differs', why: 'the book, asked again with these facts, says something else' }
  }
  return { seq, outcome: 'follows' }
}

function isSame(one: unknown, other: unknown): boolean {
  return isJson(one) && isJson(other) && canonicalJson(one) === canonicalJson(other)
}

function eventFrom({ kind, fields }: VerifiedEvent): IncidentEvent {
  const { seq, at, by, stream, ...body } = fields
  // The proofs say that these are the values recorded; the server records nothing but events of this shape.
  return { seq, at, by, body: { kind, ...body } } as unknown as IncidentEvent
}
