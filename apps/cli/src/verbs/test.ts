/** `remit test`: runs the scenarios of order documents, each against the book of its day. */

import { type Compilation, compile } from '@remit/engine/diagram/from-checked.ts'
import { runScenario } from '@remit/engine/questions/scenario.ts'
import { type BookedScenario, scenariosOf } from '@remit/language/checked/scenarios.ts'
import type { Book } from '@remit/language/checked/tree.ts'
import { type Finding, isError } from '@remit/language/text/finding.ts'
import { renderFinding } from '@remit/language/text/render-finding.ts'
import type { Span } from '@remit/language/text/span.ts'
import { hashOf } from '@remit/server/orders/books.ts'
import type { LoadedOrders } from '@remit/server/orders/load-orders.ts'
import type { Arguments } from '../arguments.ts'
import { EXIT, type ExitCode } from '../exit-codes.ts'
import { askedFor, ordersFor } from '../orders.ts'
import { type Output, paintOf, progressOn } from '../output.ts'
import { tooLargeWords } from '../too-large.ts'

type Failure = { readonly line: number; readonly found: string }
type Ran = {
  readonly name: string
  readonly document: string
  readonly agency?: string
  readonly on?: string
  readonly bookHash?: string
  readonly passed: boolean
  readonly failures: readonly Failure[]
}

export async function test(args: Arguments, output: Output): Promise<ExitCode> {
  const orders = await ordersFor(args)
  const isAsked = await askedFor(args, orders)
  const { scenarios, findings } = scenariosOf(orders.library, hashOf)
  const unread = [...orders.findings, ...findings].filter(
    (finding) => isError(finding) && isAsked(finding.labels[0].span.file),
  )
  const books = new Map<string, Compilation>()
  const asked = scenarios.filter(({ scenario }) => isAsked(scenario.span.file))
  const progress = progressOn(output, 'scenario')
  const ran = asked.map((booked, index) => {
    progress(index, asked.length)
    return run(booked, books)
  })
  progress(asked.length, asked.length)
  const leftOut = leftOutOf(orders, scenarios).filter(({ document }) => isAsked(`${document}.md`))
  const all = [...ran, ...leftOut]
  const passed = ran.filter((one) => one.passed).length
  // A document that cannot be read may have lost a scenario: that counts as failed, or it would pass by being left out.
  const count = { passed, failed: all.length - passed + unreadDocuments(orders, isAsked) }
  if (args.json) output.json({ ...count, scenarios: all, findings: unread })
  else {
    for (const finding of unread) output.line(`${shown(finding, orders, output)}\n`)
    for (const one of all.filter(({ passed }) => !passed)) printFailed(one, output)
    output.line(paintOf(output).strong(`${count.passed} passed, ${count.failed} failed`))
  }
  return count.failed === 0 ? EXIT.fine : EXIT.wrong
}

function run({ scenario, book }: BookedScenario, books: Map<string, Compilation>): Ran {
  const { name, document, agency, on, span } = scenario
  const about = { name, document, agency, on: new Date(on).toISOString(), bookHash: book.hash }
  const compilation = compilationOf(book, books)
  if (compilation.kind === 'refused') {
    return { ...about, passed: false, failures: [notRun(span, tooLargeWords(book, compilation))] }
  }
  const { passed, expectations } = runScenario(compilation.compiled, scenario)
  const failures = expectations
    .filter((one) => !one.passed)
    .map(({ expectation, found }) => ({ line: expectation.span.line, found }))
  return { ...about, passed, failures }
}

const notRun = ({ line }: Span, why: string): Failure => ({ line, found: `not run: ${why}` })

function compilationOf(book: Book, books: Map<string, Compilation>): Compilation {
  const compilation = books.get(book.hash) ?? compile(book)
  books.set(book.hash, compilation)
  return compilation
}

/** Scenarios that were read and not resolved: their own names are wrong, or the book of their day has an error. */
function leftOutOf({ library }: LoadedOrders, scenarios: readonly BookedScenario[]): readonly Ran[] {
  const keyOf = ({ file, offset }: Span) => `${file} ${offset}`
  const resolved = new Set(scenarios.map(({ scenario }) => keyOf(scenario.span)))
  return library.documents.flatMap(({ id, declarations }) =>
    declarations.flatMap((declaration): Ran[] => {
      if (declaration.kind !== 'scenario' || resolved.has(keyOf(declaration.title.span))) return []
      const { text, span } = declaration.title
      const why = 'the book of its day or the scenario itself has an error; `remit check` says which'
      return [{ name: text, document: id, passed: false, failures: [notRun(span, why)] }]
    }),
  )
}

function unreadDocuments({ findings }: LoadedOrders, isAsked: (file: string) => boolean): number {
  return new Set(findings.filter(isError).flatMap(({ labels: [{ span }] }) => (isAsked(span.file) ? [span.file] : [])))
    .size
}

function shown(finding: Finding, { texts }: LoadedOrders, { colours }: Output): string {
  return renderFinding(finding, (file) => texts.get(file), colours)
}

function printFailed({ document, name, failures }: Ran, output: Output): void {
  const paint = paintOf(output)
  output.line(`${paint.strong('failed')}  ${name}`)
  for (const { line, found } of failures) output.line(`  ${paint.quiet(`${document}.md:${line}:`)} found ${found}`)
  output.line('')
}
