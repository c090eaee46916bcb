/** Counters start again here, long before they would leave the 32 bits in which the cache keeps them. */
export const COUNT_MAX = 1 << 30

/** A small book needs few rows, and room that is not needed takes time to clear; more are made when as many results were kept. */
const ROWS_FIRST = 1 << 10
const ROWS_MAX = 1 << 16
const GROWTH = 8
const CACHE_ROW = 6

/**
 * Results of operations on diagrams, kept as long as nothing else needs their row: a result that was overwritten is
 * worked out again. A row is found by hash, so `row` comes first, then `has`, then `result` or `keep`.
 */
export class OperationCache {
  #rows = new Int32Array(CACHE_ROW * ROWS_FIRST)
  /** One less than how many rows there are. */
  #mask = ROWS_FIRST - 1
  /** How many results were kept since there are so many rows. */
  #kept = 0
  /** Rows of an earlier epoch are out of date. */
  #epoch = 1

  /** Where the result of this operation on these operands is kept. */
  row(operation: number, a: number, b: number, c: number): number {
    let hash = Math.imul(operation ^ Math.imul(a, 0x85ebca6b), 0x9e3779b1)
    hash = Math.imul(hash ^ (hash >>> 15) ^ b, 0xc2b2ae35)
    hash = Math.imul(hash ^ (hash >>> 13) ^ c, 0x27d4eb2f)
    return ((hash ^ (hash >>> 16)) & this.#mask) * CACHE_ROW
  }

  has(row: number, operation: number, a: number, b: number, c: number): boolean {
    const rows = this.#rows
    return (
      rows[row] === operation &&
      rows[row + 1] === a &&
      rows[row + 2] === b &&
      rows[row + 3] === c &&
      rows[row + 5] === this.#epoch
    )
  }

  /** The result in a row that {@link has} said holds it. */
  result(row: number): number {
    return this.#rows[row + 4] as number
  }

  /** Keeps a result and gives it back. In a row that was found before more were made it is not found again. */
  keep(row: number, operation: number, a: number, b: number, c: number, result: number): number {
    if (++this.#kept > this.#mask) this.#grow()
    const rows = this.#rows
    rows[row] = operation
    rows[row + 1] = a
    rows[row + 2] = b
    rows[row + 3] = c
    rows[row + 4] = result
    rows[row + 5] = this.#epoch
    return result
  }

  #grow(): void {
    this.#kept = 0
    const rows = (this.#mask + 1) * GROWTH
    if (rows > ROWS_MAX) return
    this.#mask = rows - 1
    this.#rows = new Int32Array(CACHE_ROW * rows)
  }

  /** Makes everything that is kept out of date. */
  forget(): void {
    if (++this.#epoch < COUNT_MAX) return
    this.#epoch = 1
    this.#rows.fill(0)
  }
}
