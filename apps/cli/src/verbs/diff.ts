/** `remit diff`: what differs between the orders of two dates, two agencies, or two folders of orders. */

import { resolve } from 'node:path'
import { type Difference, type DiffOptions, diff, type Refused, type Side } from '@remit/engine/questions/diff.ts'
import type { Region } from '@remit/engine/questions/difference/regions.ts'
import { wallTimeAt, wallTimeText } from '@remit/language/checked/local-time.ts'
import type { Book } from '@remit/language/checked/tree.ts'
import { type Arguments, needed, oneOf } from '../arguments.ts'
import { agencyFrom, assertTime, bookFor } from '../asked.ts'
import { EXIT, type ExitCode } from '../exit-codes.ts'
import { ordersFolder, ordersFor } from '../orders.ts'
import { type Output, paintOf } from '../output.ts'
import { HASH_SHOWN } from '../text/asked-lines.ts'
import { differenceLines, summaryOf } from '../text/difference-lines.ts'
import { tooLargeToCompare } from '../too-large.ts'
import { WrongUse } from '../usage.ts'

export async function diffVerb(args: Arguments, output: Output): Promise<ExitCode> {
  const books = await twoBooks(args, 'diff')
  const difference = diff(books.before, books.after, onlyOf(args, books))
  if (difference.kind === 'refused') return refused(difference, books, args, output)
  if (args.json) output.json({ before: bookOf(books.before), after: bookOf(books.after), ...plain(difference) })
  else print(difference, books, args, output)
  return EXIT.fine
}

/** The role and the act of the options, which one of the books at least has to have a word for. */
function onlyOf({ options: { role, act } }: Arguments, { before, after }: TwoBooks): DiffOptions {
  const known = (idsOf: (book: Book) => readonly string[]) => [...new Set([before, after].flatMap(idsOf))]
  const roles = known((book) => book.roles.filter(({ outside }) => !outside).map(({ id }) => id))
  const acts = known((book) => book.acts.map(({ id }) => id))
  return {
    ...(role === undefined ? {} : { role: oneOf(roles, role, { what: 'role', verb: 'diff' }) }),
    ...(act === undefined ? {} : { act: oneOf(acts, act, { what: 'act', verb: 'diff' }) }),
  }
}

export type TwoBooks = Readonly<Record<Side, Book>>

/** The two books that the words and options name. */
export async function twoBooks(args: Arguments, verb: 'diff' | 'impact'): Promise<TwoBooks> {
  const { words, options } = args
  const [agency, other = agency, extra] = words
  if (agency === undefined || other === undefined) throw new WrongUse('AGENCY is missing', verb)
  if (extra !== undefined)
    throw new WrongUse(`\`${extra}\` is one word too many: \`${verb}\` takes at most two agencies`, verb)
  const at = needed(args, 'at', verb)
  const then = options.with ?? at
  for (const time of [at, then]) assertTime(time, verb)
  if (agency === other && at === then && options['with-orders'] === undefined) {
    throw new WrongUse('nothing to compare with: give --with, a second agency or --with-orders', verb)
  }
  const before = await bookIn(args, { agency, at, verb })
  const orders = options['with-orders'] ?? options.orders
  const after = await bookIn(
    { ...args, options: { ...options, ...(orders === undefined ? {} : { orders }) } },
    { agency: other, at: then, verb },
  )
  return { before, after }
}

type Wanted = { readonly agency: string; readonly at: string; readonly verb: 'diff' | 'impact' }

async function bookIn(args: Arguments, { agency, at, verb }: Wanted): Promise<Book> {
  const orders = await ordersFor(args)
  return bookFor(orders, { agency: agencyFrom(orders, agency, verb), at })
}

function refused(refusal: Refused, { before, after }: TwoBooks, { json }: Arguments, output: Output): ExitCode {
  if (refusal.refusal === 'book too large') throw tooLargeToCompare(before, after, refusal)
  if (json) output.json({ before: bookOf(before), after: bookOf(after), declaredOtherwise: refusal.words })
  else {
    output.line('the two cannot be compared: no situation means the same to both')
    for (const words of refusal.words) output.line(`  ${words}`)
  }
  return EXIT.wrong
}

export function bookOf({ agency, at, hash }: Book) {
  return { agency: agency.id, at: new Date(at).toISOString(), hash }
}

/** As JSON has it: without maps and without the cells that only the engine can read. */
function plain({ kind: _, ...difference }: Difference) {
  const plainRegion = <T extends Region>({ implicants: _, example, ...rest }: T) => ({
    ...rest,
    example: { ...example, situation: Object.fromEntries(example.situation) },
  })
  return {
    ...difference,
    answers: difference.answers.map(plainRegion),
    terms: difference.terms.map(plainRegion),
    possible: difference.possible.map(plainRegion),
    sources: difference.sources.map(plainRegion),
  }
}

function print(difference: Difference, books: TwoBooks, args: Arguments, output: Output): void {
  const paint = paintOf(output)
  output.line(`${titleOf(books.before, output)}\n${titleOf(books.after, output)}\n`)
  output.line(summaryOf(difference))
  const telling = { books, names: namesOf(books, args), paint, scenarios: args.flags.has('scenarios') }
  for (const block of differenceLines(difference, telling)) output.line(`\n${block}`)
}

export function titleOf({ agency, at, hash }: Book, output: Output): string {
  const paint = paintOf(output)
  const time = wallTimeText(wallTimeAt(at, agency.timeZone)).replace('T', ' ')
  const demo = agency.demo ? ', a demo agency' : ''
  return `${paint.strong(agency.name)}${demo}, ${time} ${paint.quiet(`(book ${hash.slice(0, HASH_SHOWN)})`)}`
}

/** By what the two differ: the day, the agency, or the folder of the orders. */
export function namesOf({ before, after }: TwoBooks, args: Arguments): Readonly<Record<Side, string>> {
  const time = ({ at, agency }: Book) => wallTimeText(wallTimeAt(at, agency.timeZone)).replace('T', ' ')
  if (before.agency.id !== after.agency.id) {
    return { before: `in ${before.agency.name}`, after: `in ${after.agency.name}` }
  }
  const [one, other] = [time(before), time(after)]
  if (one === other) {
    return { before: `in ${ordersFolder(args)}`, after: `in ${resolve(args.options['with-orders'] ?? '')}` }
  }
  const isDays = one.slice(0, DAY) !== other.slice(0, DAY)
  return { before: `on ${isDays ? one.slice(0, DAY) : one}`, after: `on ${isDays ? other.slice(0, DAY) : other}` }
}

const DAY = '2019-09-28'.length
