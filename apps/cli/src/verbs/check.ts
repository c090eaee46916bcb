/** `remit check`: everything that is wrong with order documents, by their text, their names and their meaning. */
import { compile } from '@remit/engine/diagram/from-checked.ts'
import { analyse } from '@remit/engine/questions/analyse.ts'
import { type BookSpan, checkLibrary } from '@remit/language/checked/check-library.ts'
import { bookOf, type Library } from '@remit/language/checked/library.ts'
import { type Finding, isError } from '@remit/language/text/finding.ts'
import { renderFinding } from '@remit/language/text/render-finding.ts'
import { hashOf } from '@remit/server/orders/books.ts'
import type { Arguments } from '../arguments.ts'
import { EXIT, type ExitCode } from '../exit-codes.ts'
import { askedFor, ordersFor } from '../orders.ts'
import type { Output } from '../output.ts'

export async function check(args: Arguments, output: Output): Promise<ExitCode> {
  const isAsked = await askedFor(args)
  const orders = await ordersFor(args)
  const checked = checkLibrary(orders.library, hashOf)
  const all = [...orders.findings, ...checked.findings, ...meaningOf(orders.library, checked.books)]
  const findings = inOrder(all.filter(({ labels: [{ span }] }) => isAsked(span.file)))
  const errors = findings.filter(isError).length
  if (args.json) {
    output.json({
      documents: orders.library.documents.length,
      books: checked.books.length,
      errors,
      warnings: findings.length - errors,
      findings,
    })
  } else {
    for (const finding of findings) {
      output.line(`${renderFinding(finding, (file) => orders.texts.get(file), output.colours)}\n`)
    }
    output.line(
      `${orders.library.documents.length} documents, ${checked.books.length} books: ${errors} errors, ${findings.length - errors} warnings`,
    )
  }
  return errors === 0 ? EXIT.fine : EXIT.wrong
}

/** Findings about meaning, from every different book that an agency ever had: each once, in the first book that shows it. */
function meaningOf(library: Library, spans: readonly BookSpan[]): readonly Finding[] {
  const seen = new Map<string, Finding>()
  for (const { agency, at } of spans) {
    const { book } = bookOf(library, agency, at, hashOf)
    const compilation = book && compile(book)
    if (compilation?.kind !== 'compiled') continue
    for (const finding of analyse(compilation.compiled)) {
      const { code, message, labels } = finding
      const key = JSON.stringify([code, message, labels[0].span])
      if (!seen.has(key)) seen.set(key, finding)
    }
  }
  return [...seen.values()]
}

function inOrder(findings: readonly Finding[]): readonly Finding[] {
  return findings.toSorted(({ labels: [{ span: one }] }, { labels: [{ span: other }] }) =>
    one.file === other.file ? one.offset - other.offset : one.file < other.file ? -1 : 1,
  )
}
