/** `remit impact`: past situations decided under two books: how many would be answered otherwise, which, and how. */

import { at } from '@remit/engine/assert.ts'
import { compileTogether } from '@remit/engine/diagram/from-checked.ts'
import { declaredOtherwise } from '@remit/engine/questions/diff.ts'
import { type Impact, type ImpactCounter, impactCounter } from '@remit/engine/questions/impact.ts'
import type { Arguments } from '../arguments.ts'
import { CannotRead } from '../cannot-read.ts'
import { EXIT, type ExitCode } from '../exit-codes.ts'
import { type Output, paintOf } from '../output.ts'
import { type CellFinding, readCsv } from '../past/from-csv.ts'
import { readRecord } from '../past/from-record.ts'
import { wrongCells } from '../past/wrong-cells.ts'
import { impactLines } from '../text/impact-lines.ts'
import { tooLargeToCompare } from '../too-large.ts'
import { WrongUse } from '../usage.ts'
import { bookOf, namesOf, type TwoBooks, titleOf, twoBooks } from './diff.ts'

export async function impactVerb(args: Arguments, output: Output): Promise<ExitCode> {
  const { rows, record } = args.options
  if ((rows === undefined) === (record === undefined)) {
    throw new WrongUse('give either --rows with a table or --record with exported incidents', 'impact')
  }
  const books = await twoBooks(args, 'impact')
  const names: string[] = []
  const findings: CellFinding[] = []
  const counter = counterOf(books)
  const reader = {
    take: ({ name, situation }: { readonly name: string; readonly situation: Parameters<ImpactCounter['add']>[0] }) => {
      names.push(name)
      counter.add(situation)
    },
    finding: (finding: CellFinding) => findings.push(finding),
  }
  const both = [books.before, books.after]
  if (rows !== undefined) await readCsv(rows, both, reader)
  if (record !== undefined) await readRecord(record, both, reader)
  if (findings.length > 0) return wrongCells(rows ?? '', findings, args, output)
  const impact = counter.result()
  if (args.json) output.json({ before: bookOf(books.before), after: bookOf(books.after), ...plain(impact, names) })
  else print(impact, { books, names, args }, output)
  return EXIT.fine
}

function counterOf({ before, after }: TwoBooks): ImpactCounter {
  const compilation = compileTogether([before, after])
  if (compilation.kind === 'compiled') {
    return impactCounter(at(compilation.compiled, 0), at(compilation.compiled, 1))
  }
  if (compilation.refusal === 'book too large') throw tooLargeToCompare(before, after, compilation)
  const words = compilation.inputs.map((id) => declaredOtherwise(id, before, after))
  throw new CannotRead(`no situation means the same to both books: ${words.join('; ')}`)
}

/** As JSON has it: without maps, rows by their names. */
function plain(impact: Impact, names: readonly string[]) {
  return {
    ...impact,
    groups: impact.groups.map(({ situation, rows, ...group }) => ({
      ...group,
      situation: Object.fromEntries(situation),
      rows: rows.map((row) => at(names, row - 1)),
    })),
  }
}

type Told = { readonly books: TwoBooks; readonly names: readonly string[]; readonly args: Arguments }

function print(impact: Impact, { books, names, args }: Told, output: Output): void {
  output.line(`${titleOf(books.before, output)}\n${titleOf(books.after, output)}`)
  const telling = { books, names: namesOf(books, args), paint: paintOf(output), rowNames: names }
  for (const block of impactLines(impact, telling)) output.line(`\n${block}`)
}
