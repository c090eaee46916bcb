/**
 * How many generated cases a law tries, and from which seed.
 *
 * Tests try few, from a fixed seed, so that they take seconds and fail alike everywhere. `REMIT_LAW_RUNS` multiplies
 * how many; `REMIT_LAW_SEED` chooses other ones. fast-check prints seed and path of a failure.
 */

/** By how much a run is longer than a plain one. */
export function times(): number {
  const times = Number(process.env.REMIT_LAW_RUNS ?? 1)
  if (!(times > 0)) throw new Error('REMIT_LAW_RUNS is a number above 0: how many times the usual number of cases')
  return times
}

/** Options of fast-check; `usual` is how many cases a plain run tries. */
export function runs(usual: number): { readonly numRuns: number; readonly seed: number } {
  const seed = Number(process.env.REMIT_LAW_SEED ?? 20260223)
  if (!Number.isInteger(seed)) throw new Error('REMIT_LAW_SEED is a whole number')
  return { numRuns: Math.ceil(usual * times()), seed }
}
