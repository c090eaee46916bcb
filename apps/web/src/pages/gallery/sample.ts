/** Invented data for the gallery: no unit, receipt, time or order here is real. */
export const ZONE = 'America/Chicago'

/** 28 Sep 2019 in Chicago, at a time of day. */
export function sampleTime(clock: string): number {
  return Date.parse(`2019-09-28T${clock.length === 5 ? `${clock}:00` : clock}-05:00`)
}

/** Nothing happens in the gallery: its buttons are there to be looked at and focused. */
export function nothing(): void {}
