/** `remit analyse`: everything that is wrong with what the books of an agency, or of all, mean, and which invariants hold. */

import { compile } from '@remit/engine/diagram/from-checked.ts'
import { analyse } from '@remit/engine/questions/analyse.ts'
import type { MeaningFinding } from '@remit/engine/questions/analysis/findings.ts'
import { type CheckedInvariant, checkInvariants } from '@remit/engine/questions/analysis/invariants.ts'
import { type BookSpan, checkLibrary } from '@remit/language/checked/check-library.ts'
import { bookOf } from '@remit/language/checked/library.ts'
import { firstInstantOf, wallTimeAt, wallTimeOf, wallTimeText } from '@remit/language/checked/local-time.ts'
import type { Book } from '@remit/language/checked/tree.ts'
import { isError } from '@remit/language/text/finding.ts'
import { renderFinding } from '@remit/language/text/render-finding.ts'
import { hashOf } from '@remit/server/orders/books.ts'
import type { LoadedOrders } from '@remit/server/orders/load-orders.ts'
import { type Arguments, oneOf, oneWord } from '../arguments.ts'
import { NOON } from '../asked.ts'
import { EXIT, type ExitCode } from '../exit-codes.ts'
import { assertWhole, ordersFor } from '../orders.ts'
import { counted, type Output, paintOf, progressOn } from '../output.ts'
import { tooLargeWords } from '../too-large.ts'
import { WrongUse } from '../usage.ts'

type Analysed = {
  readonly book: Book
  readonly span: BookSpan
  readonly findings: readonly MeaningFinding[]
  readonly invariants: readonly CheckedInvariant[]
}
type Unusable = { readonly from: number; readonly timeZone: string; readonly why: string }

export async function analyseVerb(args: Arguments, output: Output): Promise<ExitCode> {
  const isEvery = args.flags.has('every-change')
  if (isEvery === (args.options.at !== undefined)) {
    throw new WrongUse(`say ${isEvery ? 'one of ' : ''}\`--at TIME\` or \`--every-change\``, 'analyse')
  }
  const orders = await ordersFor(args)
  const spans = spansOf(orders, agencyOf(args, orders), args.options.at)
  const progress = progressOn(output, 'book')
  const told = spans.map((span, index) => {
    progress(index, spans.length)
    return analysedIn(orders, span)
  })
  progress(spans.length, spans.length)
  const analysed = told.flatMap((each) => ('why' in each ? [] : [each]))
  const unusable = told.flatMap((each) => ('why' in each ? [each] : []))
  if (args.json) output.json({ books: analysed.map(plain), unusable: unusable.map(plainUnusable) })
  else print(analysed, unusable, orders, output)
  const isWrong = unusable.length > 0 || analysed.some(({ findings }) => findings.some(isError))
  return isWrong ? EXIT.wrong : EXIT.fine
}

/** The agency that is named; absent where none is and every book of every agency is asked for. */
function agencyOf(args: Arguments, orders: LoadedOrders): string | undefined {
  if (args.words.length === 0 && args.flags.has('every-change')) {
    for (const { id } of orders.library.agencies) assertWhole(orders, id)
    return undefined
  }
  const folder = oneWord(args, 'AGENCY', 'analyse')
    .replace(/^(\.\/)?orders\//, '')
    .replace(/\/$/, '')
  assertWhole(orders, folder)
  const known = orders.library.agencies.map(({ id }) => id)
  return oneOf(known, folder, { what: 'agency', verb: 'analyse' })
}

/** The books of the agency, of all where none is named, or the one of an instant. */
function spansOf({ library }: LoadedOrders, agency: string | undefined, at: string | undefined): readonly BookSpan[] {
  const { books } = checkLibrary(library, hashOf)
  const spans = agency === undefined ? books : books.filter((span) => span.agency === agency)
  if (at === undefined) return spans
  const wall = wallTimeOf(at)
  if (wall === undefined) {
    const form = "write the agency's local time, as in 2019-09-28T21:50 or 2019-09-28"
    throw new WrongUse(`there is no day or time \`${at}\`; ${form}`, 'analyse')
  }
  const zone = library.agencies.find(({ id }) => id === agency)?.timeZone ?? 'UTC'
  const instant = firstInstantOf({ ...wall, time: wall.time ?? NOON }, zone)
  return spans
    .filter(({ from, through }) => from <= instant && instant <= (through ?? Number.POSITIVE_INFINITY))
    .map((span) => ({ ...span, at: instant }))
}

function analysedIn({ library }: LoadedOrders, span: BookSpan): Analysed | Unusable {
  const { book, findings } = bookOf(library, span.agency, span.at, hashOf)
  const timeZone = library.agencies.find(({ id }) => id === span.agency)?.timeZone ?? 'UTC'
  const [first] = findings.filter(isError)
  if (book === undefined) return { from: span.from, timeZone, why: first?.message ?? 'it has no words' }
  const compilation = compile(book)
  if (compilation.kind === 'refused') return { from: span.from, timeZone, why: tooLargeWords(book, compilation) }
  const { compiled } = compilation
  return { book, span, findings: analyse(compiled), invariants: checkInvariants(compiled) }
}

const instant = (ms: number) => new Date(ms).toISOString()

function plain({ book, span: { from, through }, findings, invariants }: Analysed) {
  return {
    book: { agency: book.agency.id, at: instant(book.at), hash: book.hash },
    from: instant(from),
    ...(through === undefined ? {} : { through: instant(through) }),
    findings: findings.map(({ situation, ...finding }) =>
      situation === undefined ? finding : { ...finding, situation: Object.fromEntries(situation) },
    ),
    invariants: invariants.map(({ invariant, proof, kinds }) => ({
      name: invariant.name,
      holds: proof.kind === 'proved',
      kinds,
      ...(proof.kind === 'proved' ? {} : { witness: proof.words }),
    })),
  }
}

const plainUnusable = ({ from, why }: Unusable) => ({ from: instant(from), why })

function print(
  analysed: readonly Analysed[],
  unusable: readonly Unusable[],
  orders: LoadedOrders,
  output: Output,
): void {
  const paint = paintOf(output)
  const seen = new Set<string>()
  for (const { book, span, findings, invariants } of analysed) {
    const { name, timeZone } = book.agency
    output.line(`${paint.strong(name)}, ${stretchOf(span, timeZone)}\n`)
    const fresh = findings.filter((finding) => !seen.has(keyOf(finding)))
    for (const finding of fresh) {
      seen.add(keyOf(finding))
      output.line(`${renderFinding(finding, (file) => orders.texts.get(file), output.colours)}\n`)
    }
    const before = findings.length - fresh.length
    if (before > 0) output.line(`${counted(before, 'finding')} of an earlier book`)
    for (const line of invariants.map(invariantLine)) output.line(line)
    if (findings.length === 0) output.line('no findings')
    output.line('')
  }
  for (const { from, timeZone, why } of unusable) {
    output.line(`the book from ${wallTimeText(wallTimeAt(from, timeZone))} cannot be analysed: ${why}`)
  }
  const all = analysed.flatMap(({ findings }) => findings)
  const errors = new Set(all.filter(isError).map(keyOf)).size
  const counts = `${counted(errors, 'error')}, ${counted(seen.size - errors, 'warning')}`
  output.line(`${counted(analysed.length, 'book')}: ${paint.strong(counts)}`)
}

/** One fault has one key, in whichever book it shows. */
const keyOf = ({ code, message, labels: [{ span }] }: MeaningFinding) => JSON.stringify([code, message, span])

function stretchOf({ from, through }: BookSpan, timeZone: string): string {
  const day = (ms: number) => wallTimeText(wallTimeAt(ms, timeZone)).slice(0, '2019-09-28'.length)
  return through === undefined ? `from ${day(from)}` : `${day(from)} through ${day(through)}`
}

/** Whole numbers are exact up to here. */
const EXACT_MAX = Number.MAX_SAFE_INTEGER

function invariantLine({ invariant, proof, kinds }: CheckedInvariant): string {
  if (proof.kind === 'broken') return `invariant \`${invariant.name}\` is broken, for example: ${proof.words}`
  if (kinds === 0) return `invariant \`${invariant.name}\` holds: no possible situation meets its condition`
  const many = kinds > EXACT_MAX ? `about ${kinds.toExponential(1)}` : kinds.toLocaleString('en-US')
  return `invariant \`${invariant.name}\` holds in ${kinds === 1 ? 'the one kind' : `all ${many} kinds`} of situation that meet${kinds === 1 ? 's' : ''} its condition`
}
