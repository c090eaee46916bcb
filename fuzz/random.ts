/** Pseudo-random choices that a seed and a number repeat exactly (the generator is `mulberry32`). */
export class Random {
  #state: number

  constructor(seed: number, number: number) {
    // Mixed, so that neighbouring numbers do not begin alike.
    this.#state = (Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(number + 1, 0xc2b2ae35)) | 0
  }

  /** An integer of 0 to `below`, without `below`. */
  int(below: number): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296) * below)
  }

  chance(percent: number): boolean {
    return this.int(100) < percent
  }

  /** One of `all`, which must not be empty. */
  pick<T>(all: readonly T[]): T {
    const picked = all[this.int(all.length)]
    if (picked === undefined) throw new Error('nothing to pick from')
    return picked
  }
}
