/**
 * What reading something from outside gives: the value, or one lower-case sentence, without a final stop, that says
 * why it was refused. Readers in this package never throw for what was read.
 */
export type Parsed<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly reason: string }

export function accepted<T>(value: T): Parsed<T> {
  return { ok: true, value }
}

export function refused(reason: string): { readonly ok: false; readonly reason: string } {
  return { ok: false, reason }
}
