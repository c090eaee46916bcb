/**
 * `AGENCY --at TIME --given "…"`, read as the language reads a scenario: the same words, the same findings.
 *
 * The facts are put into a scenario of a document that was never in force, so that it adds nothing to the book.
 */
import { type Compiled, compile } from '@remit/engine/diagram/from-checked.ts'
import { type MomentAhead, momentsAhead, situationAt } from '@remit/engine/situation/from-happenings.ts'
import { agencyOf } from '@remit/language/checked/agency.ts'
import { inForceAt, termsOf } from '@remit/language/checked/in-force.ts'
import { bookOf } from '@remit/language/checked/library.ts'
import { firstInstantOf, wallTimeAt, wallTimeOf, wallTimeText } from '@remit/language/checked/local-time.ts'
import { scenariosOf } from '@remit/language/checked/scenarios.ts'
import type { Book, Scenario, Situation } from '@remit/language/checked/tree.ts'
import { parseDocument } from '@remit/language/parsed/from-text.ts'
import { type Finding, isError } from '@remit/language/text/finding.ts'
import { hashOf } from '@remit/server/orders/books.ts'
import type { LoadedOrders } from '@remit/server/orders/load-orders.ts'
import { type Arguments, needed, oneOf, oneWord } from './arguments.ts'
import { CannotRead } from './cannot-read.ts'
import { assertWhole, ordersFor } from './orders.ts'
import { tooLarge } from './too-large.ts'
import { type Verb, WrongUse } from './usage.ts'

/** A book, compiled, and the situation in which it is asked. `at` is milliseconds since 1970 UTC. */
export type Asked = {
  readonly compiled: Compiled
  readonly situation: Situation
  readonly ahead: readonly MomentAhead[]
  readonly at: number
}

export async function askedOf(args: Arguments, verb: Verb): Promise<Asked> {
  const word = oneWord(args, 'AGENCY', verb)
  const at = needed(args, 'at', verb)
  assertTime(at, verb)
  const orders = await ordersFor(args)
  const agency = agencyFrom(orders, word, verb)
  return situationOf(orders, { agency, at, given: args.options.given ?? '', verb })
}

type BookWords = { readonly agency: string; readonly at: string }
type Words = BookWords & { readonly given: string; readonly verb: Verb }

function situationOf(orders: LoadedOrders, words: Words): Asked {
  const { scenario, book } = scenarioOf(orders, words)
  const compilation = compile(book)
  if (compilation.kind === 'refused') throw tooLarge(book, compilation)
  const timed = scenario.given.map((happening) => ({ happening, atMs: scenario.on }))
  return {
    compiled: compilation.compiled,
    situation: situationAt(book, timed, scenario.on),
    ahead: momentsAhead(book, timed, scenario.on),
    at: scenario.on,
  }
}

function scenarioOf({ library }: LoadedOrders, words: Words): { scenario: Scenario; book: Book } {
  const { agency, at, given, verb } = words
  bookFor({ library }, words)
  const facts = given
    .split(/[;\n]/)
    .map((fact) => fact.trim())
    .filter((fact) => fact !== '')
  const { document, findings } = parseDocument(`${agency}/--given`, scenarioText(agency, at, facts))
  if (document === undefined || findings.some(isError)) throw notUnderstood(findings, verb)
  const documents = library.documents.map((document) => ({
    ...document,
    declarations: document.declarations.filter(({ kind }) => kind !== 'scenario'),
  }))
  const asked = scenariosOf({ ...library, documents: [...documents, document] }, hashOf)
  const [booked] = asked.scenarios
  if (booked === undefined) throw notUnderstood(asked.findings, verb)
  if (booked.scenario.steps.length > 1) throw new WrongUse('`--given` takes facts and events, nothing else', verb)
  return booked
}

/** The agency of the word, as one of the orders that is read whole. */
export function agencyFrom(orders: LoadedOrders, word: string, verb: Verb): string {
  const known = orders.library.agencies.map(({ id }) => id)
  const folder = word.replace(/^(\.\/)?orders\//, '').replace(/\/$/, '')
  assertWhole(orders, folder)
  return oneOf(known, folder, { what: 'agency', verb })
}

/** Throws {@link WrongUse} for what is no day or time. */
export function assertTime(at: string, verb: Verb): void {
  if (wallTimeOf(at) !== undefined) return
  const form = "write the agency's local time, as in 2019-09-28T21:50 or 2019-09-28"
  throw new WrongUse(`there is no day or time \`${at}\`; ${form}`, verb)
}

/** The book of an agency at its local time, which has to be one that can be used; never a fault of what is given. */
export function bookFor({ library }: Pick<LoadedOrders, 'library'>, { agency, at }: BookWords): Book {
  const parsed = library.agencies.find(({ id }) => id === agency)
  const wall = wallTimeOf(at)
  if (parsed === undefined || wall === undefined) throw new Error(`bug: ${agency} at ${at} was looked at before`)
  const instant = firstInstantOf({ ...wall, time: wall.time ?? NOON }, parsed.timeZone)
  const terms = inForceAt(termsOf(library.documents, agencyOf(parsed)), instant)
  if (!terms.some(({ document }) => document.frontMatter.force.text === 'vocabulary')) {
    throw new CannotRead(
      `these orders hold no words that were in force for ${agency} at ${at}, so nothing can be asked`,
    )
  }
  const { book, findings } = bookOf(library, agency, instant, hashOf)
  const [first] = findings.filter(isError)
  if (first === undefined && book !== undefined) return book
  if (first === undefined) throw new Error(`bug: ${agency} at ${at} has no error and no book`)
  const [{ span }] = first.labels
  throw new CannotRead(
    `the book of ${agency} at ${at} cannot be used: ${span.file}:${span.line}: ${first.code} ${first.message}; ` +
      '`remit check` shows all that is wrong',
  )
}

/** What a day without a time means, as in a scenario. */
export const NOON = { hour: 12, minute: 0, second: 0 }

/** The agency's local time of the asking, as `--at` takes it. */
export function localTimeOf({ compiled, at }: Asked): string {
  return wallTimeText(wallTimeAt(at, compiled.book.agency.timeZone))
}

function scenarioText(agency: string, at: string, facts: readonly string[]): string {
  return `---
title: given on the command line
short: --given
issuer: --given
force: vocabulary
in-force: from 1900-01-01 through 1900-01-01
source: --given
verified: assumed
---

\`\`\`remit
scenario "given"
  on ${at}
  in ${agency}
  ${facts.length === 0 ? '' : `given ${facts.join('\n    and ')}`}
  expect nobody must withdraw
\`\`\`
`
}

function notUnderstood(findings: readonly Finding[], verb: Verb): WrongUse {
  const [first] = findings.filter(isError)
  if (first === undefined) return new WrongUse('`--given` is not understood', verb)
  return new WrongUse(`\`--given\`: ${first.message}${first.fix === undefined ? '' : `; ${first.fix}`}`, verb)
}
