/**
 * `AGENCY --at TIME --given "…"`, read as the language reads a scenario: the same words, the same findings.
 *
 * The facts are put into a scenario of a document that was never in force, so that it adds nothing to the book.
 */
import { type Compiled, compile } from '@remit/engine/diagram/from-checked.ts'
import { situationAt } from '@remit/engine/situation/from-happenings.ts'
import { bookOf } from '@remit/language/checked/library.ts'
import { scenariosOf } from '@remit/language/checked/scenarios.ts'
import type { Situation } from '@remit/language/checked/tree.ts'
import { parseDocument } from '@remit/language/parsed/from-text.ts'
import { type Finding, isError } from '@remit/language/text/finding.ts'
import { hashOf } from '@remit/server/orders/books.ts'
import type { LoadedOrders } from '@remit/server/orders/load-orders.ts'
import { type Arguments, needed, oneWord } from './arguments.ts'
import { CannotRead, ordersFor } from './orders.ts'
import { type Verb, WrongUse } from './usage.ts'

export type Asked = { readonly compiled: Compiled; readonly situation: Situation; readonly at: number }

export async function askedOf(args: Arguments, verb: Verb): Promise<Asked> {
  const agency = oneWord(args, 'AGENCY', verb)
    .replace(/^orders\//, '')
    .replace(/\/$/, '')
  const at = needed(args, 'at', verb)
  if (!/^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2})?)?$/.test(at)) {
    throw new WrongUse(
      `\`${at}\` is no time: write the agency's local time, as in 2019-09-28T21:50 or 2019-09-28`,
      verb,
    )
  }
  const orders = await ordersFor(args)
  const known = orders.library.agencies.map(({ id }) => id)
  if (!known.includes(agency))
    throw new WrongUse(`there is no agency \`${agency}\`; there are ${known.join(', ')}`, verb)
  return situationOf(orders, { agency, at, given: args.options.given ?? '', verb })
}

type Words = { readonly agency: string; readonly at: string; readonly given: string; readonly verb: Verb }

function situationOf({ library }: LoadedOrders, { agency, at, given, verb }: Words): Asked {
  const facts = given
    .split(';')
    .map((fact) => fact.trim())
    .filter((fact) => fact !== '')
  const { document, findings } = parseDocument(`${agency}/--given`, scenarioText(agency, at, facts))
  if (document === undefined || findings.some(isError)) throw notUnderstood(findings, verb)
  const documents = library.documents.map((document) => ({
    ...document,
    declarations: document.declarations.filter(({ kind }) => kind !== 'scenario'),
  }))
  const asked = scenariosOf({ ...library, documents: [...documents, document] }, hashOf)
  const [scenario] = asked.scenarios
  if (scenario === undefined) {
    if (asked.findings.some(isError)) throw notUnderstood(asked.findings, verb)
    throw new CannotRead(`${agency} has no usable book at ${at}; \`remit check\` says why`)
  }
  const { on, given: happenings } = scenario.scenario
  const { book } = bookOf(library, agency, on, hashOf)
  if (book === undefined) throw new CannotRead(`${agency} has no usable book at ${at}; \`remit check\` says why`)
  const compilation = compile(book)
  if (compilation.kind === 'refused') throw new CannotRead(`the book of ${agency} at ${at} is too large to compile`)
  const timed = happenings.map((happening) => ({ happening, atMs: on }))
  return { compiled: compilation.compiled, situation: situationAt(book, timed, on), at: on }
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
  if (first === undefined) return new WrongUse('--given is not understood', verb)
  return new WrongUse(`--given: ${first.message}${first.fix === undefined ? '' : `; ${first.fix}`}`, verb)
}
