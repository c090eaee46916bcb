/** Units whose length in milliseconds is the same always. Months and years are not: a clock cannot be read in them. */
const LENGTHS_MS: ReadonlyMap<string, number> = new Map([
  ['second', 1000],
  ['minute', 60_000],
  ['hour', 3_600_000],
  ['day', 86_400_000],
  ['week', 604_800_000],
])

/** Milliseconds of one `unit` (`hour`, `hours`); undefined if it is no unit of time of one length. A day is 24 hours. */
export function unitMs(unit: string): number | undefined {
  return LENGTHS_MS.get(singular(unit))
}

export function isSameUnit(a: string, b: string): boolean {
  return singular(a) === singular(b)
}

function singular(unit: string): string {
  return unit.replace(/s$/, '')
}
