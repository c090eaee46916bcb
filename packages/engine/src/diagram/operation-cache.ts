/** Counters start again here, long before they would leave the 32 bits in which the cache keeps them. */
export const COUNT_MAX = 1 << 30

const CACHE_BITS = 16
const CACHE_ROW = 6

/**
 * Results of operations on diagrams, kept as long as nothing else needs their row: a result that was overwritten is
 * worked out again. A row is found by hash, so `row` comes first, then `has`, then `result` or `keep`.
 */
export class OperationCache {
  readonly #rows = new Int32Array(CACHE_ROW << CACHE_BITS)
  /** Rows of an earlier epoch are out of date. */
  #epoch = 1

  /** Where the result of this operation on these operands is kept. */
  row(operation: number, a: number, b: number, c: number): number {
    let hash = Math.imul(operation ^ Math.imul(a, 0x85ebca6b), 0x9e3779b1)
    hash = Math.imul(hash ^ (hash >>> 15) ^ b, 0xc2b2ae35)
    hash = Math.imul(hash ^ (hash >>> 13) ^ c, 0x27d4eb2f)
    return ((hash ^ (hash >>> 16)) & ((1 << CACHE_BITS) - 1)) * CACHE_ROW
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

  /** Keeps a result and gives it back. */
  keep(row: number, operation: number, a: number, b: number, c: number, result: number): number {
    const rows = this.#rows
    rows[row] = operation
    rows[row + 1] = a
    rows[row + 2] = b
    rows[row + 3] = c
    rows[row + 4] = result
    rows[row + 5] = this.#epoch
    return result
  }

  /** Makes everything that is kept out of date. */
  forget(): void {
    if (++this.#epoch < COUNT_MAX) return
    this.#epoch = 1
    this.#rows.fill(0)
  }
}
