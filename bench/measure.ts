/** Measuring, and printing one row a figure. */
const RUNS = 7

/** How often a second `work` does one of its `count` pieces, over several runs after one that does not count. */
export function perSecond(work: () => number, count: number, runs = RUNS): readonly number[] {
  let sink = work()
  const rates = Array.from({ length: runs }, () => {
    const start = performance.now()
    sink += work()
    return (count / (performance.now() - start)) * 1000
  })
  // Using the sum keeps the work from being optimised away.
  if (Number.isNaN(sink)) throw new Error('the work gave no number')
  return rates
}

/** Milliseconds that each of several runs of `work` takes, after `warmUp` runs that do not count. */
export async function milliseconds(work: () => unknown, { runs = RUNS, warmUp = 1 } = {}): Promise<readonly number[]> {
  const times: number[] = []
  for (let run = -warmUp; run < runs; run++) {
    const start = performance.now()
    await work()
    if (run >= 0) times.push(performance.now() - start)
  }
  return times
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}

export function row(what: string, measured: string, beside: string): void {
  console.log(`| ${what} | ${measured} | ${beside} |`)
}

/** A small seeded generator (mulberry32), so that every run measures the same situations. */
export function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
