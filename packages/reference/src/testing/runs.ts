/**
 * How many generated cases a law tries, and from which seed.
 *
 * Tests try few, from a fixed seed, so that they take seconds and fail alike everywhere. `REMIT_LAW_RUNS` multiplies
 * how many; `REMIT_LAW_SEED` chooses other ones. fast-check prints seed and path of a failure.
 */
import type fc from 'fast-check'

/** Options for `fc.assert` and `fc.sample`; `usual` is how many cases a plain test run tries. */
export function runs(usual: number): fc.Parameters<unknown> & { readonly numRuns: number; readonly seed: number } {
  const times = Number(process.env.REMIT_LAW_RUNS ?? 1)
  const seed = Number(process.env.REMIT_LAW_SEED ?? 20260223)
  if (!(times > 0) || !Number.isInteger(seed))
    throw new Error('REMIT_LAW_RUNS is a number of times above 0, REMIT_LAW_SEED a whole number')
  return { numRuns: Math.ceil(usual * times), seed }
}
