/** Runs a law: a property that fast-check tries on generated cases, as a test whose title is the law. */
import fc from 'fast-check'
import { test } from 'vitest'
import { fixedCases, runs, times } from './runs.ts'

/** How long one test of generated cases may take, in milliseconds; far more than it needs. */
export function patienceMs(): number {
  return 60_000 * Math.max(1, times(), fixedCases() === undefined ? 1 : 60)
}

/** A law that holds for every case of an arbitrary; `holds` throws where it does not. */
export function law<T>(title: string, usual: number, arbitrary: fc.Arbitrary<T>, holds: (each: T) => void): void {
  test(title, { timeout: patienceMs() }, () => {
    fc.assert(
      fc.property(arbitrary, (each) => {
        holds(each)
      }),
      runs(usual),
    )
  })
}
