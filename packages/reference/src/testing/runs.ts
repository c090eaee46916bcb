/**
 * How many generated cases a law tries, and from which seed.
 *
 * Tests try few, from a fixed seed, so that they take seconds and fail alike everywhere. `REMIT_LAW_RUNS` multiplies
 * how many, and `REMIT_LAW_CASES` says how many, the same for each law; `REMIT_LAW_SEED` chooses other ones. fast-check
 * prints seed and path of a failure.
 */

/** By how much a run is longer than a plain one. */
export function times(): number {
  const times = Number(process.env.REMIT_LAW_RUNS ?? 1)
  if (!(times > 0)) throw new Error('REMIT_LAW_RUNS is a number above 0: how many times the usual number of cases')
  return times
}

/** How many cases each law tries, whatever is usual for it; absent: what is usual, so many times. */
export function fixedCases(): number | undefined {
  const { REMIT_LAW_CASES: said } = process.env
  if (said === undefined) return undefined
  const cases = Number(said)
  if (!Number.isInteger(cases) || cases < 1) throw new Error('REMIT_LAW_CASES is a whole number above 0')
  return cases
}

/** Options of fast-check; `usual` is how many cases a plain run tries. */
export function runs(usual: number): { readonly numRuns: number; readonly seed: number } {
  const seed = Number(process.env.REMIT_LAW_SEED ?? 20260223)
  if (!Number.isInteger(seed)) throw new Error('REMIT_LAW_SEED is a whole number')
  return { numRuns: fixedCases() ?? Math.ceil(usual * times()), seed }
}
