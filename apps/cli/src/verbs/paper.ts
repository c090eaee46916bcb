/** `remit paper`: a visor card, or what changed since a shift, as a file to print, or as data that can be decided again. */

import { writeFile } from 'node:fs/promises'
import { compile } from '@remit/engine/diagram/from-checked.ts'
import { type Card, visorCard } from '@remit/incident/paper/card.ts'
import { type Sheet, shiftSheet } from '@remit/incident/paper/sheet.ts'
import { validThrough } from '@remit/incident/paper/valid-through.ts'
import { firstInstantOf, wallTimeOf } from '@remit/language/checked/local-time.ts'
import { PAPER_FORMS, type PaperForm, paperFile } from '@remit/server/paper/paper.ts'
import { NoTypesetter } from '@remit/server/paper/pdf.ts'
import { type Arguments, needed, oneWord } from '../arguments.ts'
import { agencyFrom, assertTime, bookFor, NOON } from '../asked.ts'
import { CannotRead, cannotWrite } from '../cannot-read.ts'
import { EXIT, type ExitCode } from '../exit-codes.ts'
import { ordersFor } from '../orders.ts'
import { counted, type Output } from '../output.ts'
import { tooLarge } from '../too-large.ts'
import { WrongUse } from '../usage.ts'

export async function paperVerb(args: Arguments, output: Output): Promise<ExitCode> {
  const [kind, ...words] = args.words
  if (kind !== 'card' && kind !== 'sheet') throw new WrongUse('`card` or `sheet` is missing', 'paper')
  const { out } = args.options
  if (out === undefined && !args.json) throw new WrongUse('`--out` is missing', 'paper')
  const form = out === undefined ? undefined : formOf(out)
  const rest = { ...args, words }
  const paper = kind === 'card' ? await cardFrom(rest) : await sheetFrom(rest)
  if (out !== undefined && form !== undefined) {
    const bytes = await fileOf(paper, form)
    await writeFile(out, bytes).catch((error: unknown) => {
      throw cannotWrite(out, error)
    })
    if (!args.json) output.line(`${out}: ${counted(bytes.length, 'byte')}`)
  }
  if (args.json) output.json({ ...(out === undefined ? {} : { file: out }), paper })
  return EXIT.fine
}

async function cardFrom(args: Arguments): Promise<Card> {
  if (args.options.since !== undefined) throw new WrongUse('`--since` is for `sheet`', 'paper')
  const { agency, orders, at } = await askedOf(args)
  const book = bookFor(orders, { agency, at })
  const instant = (time: string) => instantOf(time, book.agency.timeZone)
  const through = args.options.through ?? at
  assertTime(through, 'paper')
  if (instant(through) < instant(at)) throw new WrongUse('`--through` is before `--at`', 'paper')
  const compilation = compile(book)
  if (compilation.kind === 'refused') throw tooLarge(book, compilation)
  return visorCard(compilation.compiled, {
    at: instant(at),
    validThrough: validThrough(orders.library.documents, book.agency, { at: instant(at), through: instant(through) }),
    printedAt: Date.now(),
  })
}

async function sheetFrom(args: Arguments): Promise<Sheet> {
  if (args.options.through !== undefined) throw new WrongUse('`--through` is for `card`', 'paper')
  const { agency, orders, at } = await askedOf(args)
  const since = needed(args, 'since', 'paper')
  assertTime(since, 'paper')
  const [before, after] = [bookFor(orders, { agency, at: since }), bookFor(orders, { agency, at })]
  const instant = (time: string) => instantOf(time, after.agency.timeZone)
  if (instant(since) > instant(at)) throw new WrongUse('`--since` is after `--at`', 'paper')
  const sheet = shiftSheet(before, after, { since: instant(since), at: instant(at), printedAt: Date.now() })
  if (sheet.kind === 'refused') throw new CannotRead(sheet.words)
  return sheet
}

async function askedOf(args: Arguments) {
  const word = oneWord(args, 'AGENCY', 'paper')
  const at = needed(args, 'at', 'paper')
  assertTime(at, 'paper')
  const orders = await ordersFor(args)
  return { agency: agencyFrom(orders, word, 'paper'), orders, at }
}

function instantOf(time: string, timeZone: string): number {
  const wall = wallTimeOf(time)
  if (wall === undefined) throw new Error(`bug: ${time} was looked at before`)
  return firstInstantOf({ ...wall, time: wall.time ?? NOON }, timeZone)
}

function formOf(out: string): PaperForm {
  const form = PAPER_FORMS.find((form) => out.endsWith(`.${form}`))
  if (form === undefined) throw new WrongUse(`\`${out}\` is neither .pdf nor .html`, 'paper')
  return form
}

async function fileOf(paper: Card | Sheet, form: PaperForm): Promise<Buffer> {
  return paperFile(paper, form).catch((error: unknown) => {
    throw error instanceof NoTypesetter ? new CannotRead(error.message, { cause: error }) : error
  })
}
