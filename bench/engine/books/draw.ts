/** Seeded draws, by how often things were counted in the real orders. */
import { seeded } from '../../measure.ts'

/** How often each thing was counted, by its name. */
export type Counts = { readonly [name: string]: number }

/** Draws that are the same for a seed, in the order in which they are asked for. */
export class Draw {
  readonly #random: () => number

  constructor(seed: number) {
    this.#random = seeded(seed)
  }

  /** A whole number from 0 to `below - 1`. */
  int(below: number): number {
    return Math.floor(this.#random() * below)
  }

  chance(probability: number): boolean {
    return this.#random() < probability
  }

  /** A member of a list that is not empty. */
  one<T>(list: readonly T[]): T {
    const drawn = list[this.int(list.length)]
    if (drawn === undefined) throw new Error('nothing to draw from')
    return drawn
  }

  /** As many different members as there are, at most `count`, in an order that is drawn. */
  some<T>(list: readonly T[], count: number): readonly T[] {
    const left = [...list]
    return Array.from({ length: Math.min(count, left.length) }, () => {
      const [drawn] = left.splice(this.int(left.length), 1)
      // The list has a member at every place below its length.
      return drawn as T
    })
  }

  /** A name, as often as it was counted. */
  name(counts: Counts): string {
    const entries = Object.entries(counts)
    let left = this.int(entries.reduce((sum, [, count]) => sum + count, 0))
    for (const [name, count] of entries) {
      left -= count
      if (left < 0) return name
    }
    throw new Error('nothing was counted')
  }

  /** A number, as often as it was counted. */
  number(counts: Counts): number {
    return Number(this.name(counts))
  }

  /** Yes as often as yes was counted. */
  yes(counts: Counts): boolean {
    return this.name(counts) === 'true'
  }
}

/** Which share of what was counted has this name. */
export function shareOf(counts: Counts, name: string): number {
  return (counts[name] ?? 0) / Object.values(counts).reduce((sum, count) => sum + count, 0)
}
