/** Past situations from a table in CSV: one a row, its first row naming the inputs. */
import { createReadStream } from 'node:fs'
import type { Book, InputId, Situation, SituationValue } from '@remit/language/checked/tree.ts'
import { CsvError, parse } from 'csv-parse'
import { cannotRead } from '../cannot-read.ts'
import { cellValue, columnNamed, columnsOf, type Known, type Wrong } from './cells.ts'

/** Something wrong with a cell; rows and columns as in a spreadsheet, the heads in row 1. */
export type CellFinding = {
  readonly row: number
  readonly column: number
  /** What the column is about. */
  readonly head: string
  readonly message: string
  readonly fix?: string
}

/** Past situations with the name of each, or what is wrong with them. */
export type PastSituation = { readonly name: string; readonly situation: Situation }
export type PastReader = {
  readonly take: (past: PastSituation) => void
  readonly finding: (finding: CellFinding) => void
}

/** Reads a file row by row, and keeps none of them. Throws `CannotRead` where there is no such file. */
export async function readCsv(file: string, books: readonly Book[], { take, finding }: PastReader): Promise<void> {
  const known = columnsOf(books)
  const parser = parse({ bom: true, relax_column_count: true })
  const stream = createReadStream(file)
  stream.on('error', (error) => parser.destroy(error))
  let columns: readonly (Known | undefined)[] | undefined
  let row = 0
  try {
    for await (const record of stream.pipe(parser)) {
      row++
      const cells = textsOf(record)
      if (columns === undefined) columns = headsOf(cells, known, finding)
      else if (cells.some((cell) => cell.trim() !== '')) {
        const situation = situationOf(cells, columns, (column, wrong) =>
          finding({ row, column: column + 1, head: columns?.[column]?.id ?? '', ...plain(wrong) }),
        )
        take({ name: `row ${row}`, situation })
      }
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw cannotRead(file, error)
    finding({ row: row + 1, column: 1, head: '', message: `this row is not CSV: ${error.message}` })
  }
  if (row === 0) finding({ row: 1, column: 1, head: '', message: 'the file is empty', fix: 'name the facts in row 1' })
}

/** A record of the parser is a list of texts. */
function textsOf(record: unknown): readonly string[] {
  return Array.isArray(record) ? record.map(String) : []
}

function headsOf(
  heads: readonly string[],
  known: ReadonlyMap<string, Known>,
  finding: PastReader['finding'],
): readonly (Known | undefined)[] {
  const seen = new Set<InputId>()
  return heads.map((head, column) => {
    if (head.trim().startsWith('#')) return undefined
    const at = { row: 1, column: column + 1, head }
    const named = columnNamed(head, known)
    if (!named.ok) {
      finding({ ...at, ...plain(named) })
      return undefined
    }
    const { id } = named.value
    if (seen.has(id)) finding({ ...at, message: `\`${id}\` has a column already` })
    seen.add(id)
    return named.value
  })
}

function situationOf(
  cells: readonly string[],
  columns: readonly (Known | undefined)[],
  isWrong: (column: number, wrong: Wrong) => void,
): Situation {
  const situation = new Map<InputId, SituationValue>()
  if (cells.length > columns.length) {
    isWrong(columns.length, { ok: false, message: 'this row has more cells than there are heads' })
  }
  for (const [column, known] of columns.entries()) {
    if (known === undefined) continue
    const read = cellValue(cells[column] ?? '', known)
    if (!read.ok) isWrong(column, read)
    else if (read.value !== undefined) situation.set(known.id, read.value)
  }
  return situation
}

const plain = ({ message, fix }: Wrong) => ({ message, ...(fix === undefined ? {} : { fix }) })
