/** Bytes in memory of their own, which Web Crypto insists on; what callers hand in may be any `Uint8Array`. */
export type Bytes = Uint8Array<ArrayBuffer>

/** The parts, one after the other, in new memory. */
export function concat(...parts: readonly Uint8Array[]): Bytes {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

/** Whether two byte strings are the same. Not constant-time: nothing compared here is secret. */
export function areEqual(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, at) => byte === other[at])
}

export function utf8(text: string): Bytes {
  return new TextEncoder().encode(text)
}

/** The text that `bytes` encode, or undefined where they are not UTF-8. A byte order mark is kept as text. */
export function fromUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch (error) {
    if (error instanceof TypeError) return undefined
    throw error
  }
}
