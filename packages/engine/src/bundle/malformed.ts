/** Thrown inside the reader where bytes are no bundle; `readBundle` turns it into a refusal. */
export class Malformed extends Error {
  /** Bytes from the start of the bundle. */
  readonly offset: number
  constructor(message: string, offset: number) {
    super(message)
    this.offset = offset
  }
}
