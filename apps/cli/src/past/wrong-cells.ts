/** What is said of a table of past situations of which some cells cannot be read. */
import type { Arguments } from '../arguments.ts'
import { EXIT, type ExitCode } from '../exit-codes.ts'
import { counted, type Output } from '../output.ts'
import type { CellFinding } from './from-csv.ts'

/** Most cells that are shown. */
const SHOWN = 20

/** Says them, and that nothing was counted. */
export function wrongCells(
  file: string,
  findings: readonly CellFinding[],
  { json }: Arguments,
  output: Output,
): ExitCode {
  if (json) output.json({ findings })
  else {
    for (const { row, column, head, message, fix } of findings.slice(0, SHOWN)) {
      const of = head === '' ? '' : ` (${head})`
      output.line(`${file}, row ${row}, column ${column}${of}: ${message}${fix === undefined ? '' : `; ${fix}`}`)
    }
    const more = findings.length - SHOWN
    if (more > 0) output.line(`and ${counted(more, 'more cell')}`)
    output.line('nothing is counted while a cell cannot be read')
  }
  return EXIT.wrong
}
