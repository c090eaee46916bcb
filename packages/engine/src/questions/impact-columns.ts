/** Past situations in columns decided under two books for one role and act: for more rows than can be held at once. */
import type { InputId } from '@remit/language/checked/tree.ts'
import type { Pair } from '../diagram/acts.ts'
import type { Compiled } from '../diagram/from-checked.ts'
import { type Columns, codesIn, columnsDecider, decideColumns } from './decide-columns.ts'
import { CODES, type Possible } from './decider.ts'

/** A modality, or that the facts do not settle it, or that they cannot be together. */
export type Code = (typeof CODES)[number]

/** How many rows of columns came to what in the two books, by the modality alone. */
export type ColumnsImpact = {
  readonly rows: number
  readonly differing: number
  readonly counts: readonly { readonly before: Code; readonly after: Code; readonly rows: number }[]
}

/** Counts rows for one role and one act, piece by piece. Nothing is kept of a piece. */
export type ColumnsCounter = {
  /** Counts `rows` rows, beginning with the row `from`, the first if absent. */
  add(columns: Columns, piece: { readonly from?: number; readonly rows: number }): void
  result(): ColumnsImpact
}

/** Rows that are decided before they are counted. */
const PIECE = 1 << 14
const TWO_CODES = 256

/**
 * A counter for rows with columns for `inputs`; every other input has its first value, or is unknown, in all rows.
 * INVARIANT of the caller: the books come from one `compileTogether`.
 */
export function columnsImpact(
  before: Compiled,
  after: Compiled,
  pair: Pair,
  /** What has been so is possible: with `assumed` fewer facts are read, and facts that cannot be together mean nothing. */
  { inputs, possible = 'checked' }: { readonly inputs: readonly InputId[]; readonly possible?: Possible },
): ColumnsCounter {
  const decider = columnsDecider([before, after], pair, { inputs, possible })
  const codes = new Uint8Array(PIECE)
  const counts = new Float64Array(TWO_CODES)
  return {
    add(columns, { from = 0, rows }) {
      for (let done = 0; done < rows; done += PIECE) {
        const length = Math.min(PIECE, rows - done)
        decideColumns(decider, columns, codes, { from: from + done, rows: length })
        // Proof: a byte is one of the 256 places.
        for (let row = 0; row < length; row++) {
          const code = codes[row] as number
          counts[code] = (counts[code] as number) + 1
        }
      }
    },
    result: () => columnsResult(counts),
  }
}

function columnsResult(counts: Float64Array): ColumnsImpact {
  const met = [...counts].flatMap((rows, both) => {
    const [before, after] = codesIn(both).map((code) => CODES[code])
    return rows === 0 || before === undefined || after === undefined ? [] : [{ before, after, rows }]
  })
  const sum = (of: readonly { readonly rows: number }[]) => of.reduce((all, { rows }) => all + rows, 0)
  return {
    rows: sum(met),
    differing: sum(met.filter(({ before, after }) => before !== after)),
    counts: met.toSorted((a, b) => b.rows - a.rows),
  }
}
