/** `remit test`: runs the scenarios of order documents, each against the book of its day. */
import { type Compiled, compile } from '@remit/engine/diagram/from-checked.ts'
import { runScenario, type ScenarioResult } from '@remit/engine/questions/scenario.ts'
import { type BookedScenario, scenariosOf } from '@remit/language/checked/scenarios.ts'
import type { Book } from '@remit/language/checked/tree.ts'
import { isError } from '@remit/language/text/finding.ts'
import { renderFinding } from '@remit/language/text/render-finding.ts'
import { hashOf } from '@remit/server/orders/books.ts'
import type { Arguments } from '../arguments.ts'
import { EXIT, type ExitCode } from '../exit-codes.ts'
import { askedFor, ordersFor } from '../orders.ts'
import type { Output } from '../output.ts'

type Ran = BookedScenario & { readonly result: ScenarioResult }

export async function test(args: Arguments, output: Output): Promise<ExitCode> {
  const isAsked = await askedFor(args)
  const orders = await ordersFor(args)
  const { scenarios, findings } = scenariosOf(orders.library, hashOf)
  // A scenario that cannot be read counts as failed: it would pass by being left out.
  const unread = [...orders.findings, ...findings].filter(
    (finding) => isError(finding) && isAsked(finding.labels[0].span.file),
  )
  const books = new Map<string, Compiled>()
  const ran = scenarios
    .filter(({ scenario }) => isAsked(`${scenario.document}.md`))
    .map((booked): Ran => ({ ...booked, result: runScenario(compiledOf(booked.book, books), booked.scenario) }))
  const failed = ran.filter(({ result }) => !result.passed)
  const count = { passed: ran.length - failed.length, failed: failed.length + unread.length }
  if (args.json) {
    output.json({
      ...count,
      scenarios: ran.map(({ scenario, book, result }) => ({
        name: scenario.name,
        document: scenario.document,
        agency: scenario.agency,
        on: new Date(scenario.on).toISOString(),
        bookHash: book.hash,
        passed: result.passed,
        failures: failuresOf(result),
      })),
      findings: unread,
    })
  } else {
    for (const finding of unread)
      output.line(`${renderFinding(finding, (file) => orders.texts.get(file), output.colours)}\n`)
    for (const { scenario, result } of failed) {
      output.line(`failed: ${scenario.document}: ${scenario.name}`)
      for (const { line, found } of failuresOf(result)) output.line(`  line ${line}: found ${found}`)
    }
    output.line(`${count.passed} passed, ${count.failed} failed`)
  }
  return count.failed === 0 ? EXIT.fine : EXIT.wrong
}

function compiledOf(book: Book, books: Map<string, Compiled>): Compiled {
  const known = books.get(book.hash)
  if (known !== undefined) return known
  const compilation = compile(book)
  if (compilation.kind === 'refused') throw new Error(`the book of ${book.agency.id} is too large to compile`)
  books.set(book.hash, compilation.compiled)
  return compilation.compiled
}

function failuresOf({ expectations }: ScenarioResult) {
  return expectations
    .filter(({ passed }) => !passed)
    .map(({ expectation, found }) => ({ line: expectation.span.line, found }))
}
