/** `remit check`: everything that is wrong with order documents, by their text, their names and their meaning. */
import { compile } from '@remit/engine/diagram/from-checked.ts'
import { analyse } from '@remit/engine/questions/analyse.ts'
import type { MeaningFinding } from '@remit/engine/questions/analysis/findings.ts'
import { type BookSpan, bookInWords, checkLibrary } from '@remit/language/checked/check-library.ts'
import { bookOf, type Library } from '@remit/language/checked/library.ts'
import { wallTimeAt, wallTimeText } from '@remit/language/checked/local-time.ts'
import { type Finding, isError } from '@remit/language/text/finding.ts'
import { renderFinding } from '@remit/language/text/render-finding.ts'
import { hashOf } from '@remit/server/orders/books.ts'
import type { Arguments } from '../arguments.ts'
import { EXIT, type ExitCode } from '../exit-codes.ts'
import { askedFor, ordersFor } from '../orders.ts'
import { counted, type Output, paintOf } from '../output.ts'

type AnyFinding = Finding & Partial<Pick<MeaningFinding, 'situation' | 'scenario' | 'kinds'>>
/** A book whose diagrams would be too large: nothing can be asked of it. */
type TooLarge = { readonly agency: string; readonly from: string }

export async function check(args: Arguments, output: Output): Promise<ExitCode> {
  const orders = await ordersFor(args)
  const isAsked = await askedFor(args, orders)
  const checked = checkLibrary(orders.library, hashOf)
  const meaning = meaningOf(orders.library, checked.books)
  const all: readonly AnyFinding[] = [...orders.findings, ...checked.findings, ...meaning.findings]
  const findings = inOrder(all.filter(({ labels: [{ span }] }) => isAsked(span.file)))
  const tooLarge = meaning.tooLarge.filter(({ agency }) => isAsked(`${agency}/agency.md`))
  const errors = findings.filter(isError).length + tooLarge.length
  const warnings = findings.length + tooLarge.length - errors
  const documents = [...orders.texts.keys()].filter(isAsked).length
  const books = checked.books.length
  if (args.json) output.json({ documents, books, errors, warnings, findings: findings.map(plain), tooLarge })
  else {
    for (const finding of findings) {
      output.line(`${renderFinding(finding, (file) => orders.texts.get(file), output.colours)}\n`)
    }
    for (const { agency, from } of tooLarge) output.line(`the book of ${agency} from ${from} is too large to compile\n`)
    const counts = `${counted(errors, 'error')}, ${counted(warnings, 'warning')}`
    output.line(`${counted(documents, 'document')}, ${counted(books, 'book')}: ${paintOf(output).strong(counts)}`)
  }
  return errors === 0 ? EXIT.fine : EXIT.wrong
}

/** Findings about meaning, from every different book that an agency ever had: each once, in the first book that shows it. */
function meaningOf(library: Library, spans: readonly BookSpan[]) {
  const seen = new Map<string, AnyFinding>()
  const tooLarge: TooLarge[] = []
  for (const { agency, at } of spans) {
    const { book } = bookOf(library, agency, at, hashOf)
    if (book === undefined) continue
    const compilation = compile(book)
    if (compilation.kind === 'refused') {
      tooLarge.push({ agency, from: wallTimeText(wallTimeAt(at, book.agency.timeZone)) })
      continue
    }
    for (const finding of analyse(compilation.compiled)) {
      const { code, message, labels } = finding
      const key = JSON.stringify([code, message, labels[0].span])
      if (!seen.has(key)) seen.set(key, { ...finding, book: bookInWords(book.agency, at) })
    }
  }
  return { findings: [...seen.values()], tooLarge }
}

/** A situation is a map, which JSON does not have. */
function plain({ situation, ...finding }: AnyFinding) {
  return situation === undefined ? finding : { ...finding, situation: Object.fromEntries(situation) }
}

function inOrder(findings: readonly AnyFinding[]): readonly AnyFinding[] {
  return findings.toSorted(({ labels: [{ span: one }] }, { labels: [{ span: other }] }) =>
    one.file === other.file ? one.offset - other.offset : one.file < other.file ? -1 : 1,
  )
}
