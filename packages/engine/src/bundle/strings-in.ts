/** Reads the strings of a bundle. */
import type { Source } from './source.ts'

/** Those that a bundle has, in their order; refuses bytes that are no UTF-8. */
export function readStrings(source: Source): readonly string[] {
  const count = source.count('strings')
  const lengths: number[] = []
  let sum = 0
  for (let read = 0; read < count; read++) {
    const length = source.count('bytes of a string')
    lengths.push(length)
    sum += length
  }
  return split(source, source.raw(sum), lengths)
}

/** Decoded as one text, because a decoder takes longer to be called than to decode. */
function split(source: Source, bytes: Uint8Array, lengths: readonly number[]): string[] {
  const text = decoded(source, bytes)
  const strings: string[] = []
  let [at, start] = [0, 0]
  for (const length of lengths) {
    if (isWithin(bytes, at)) source.refuse(`a string begins within a character, at byte ${at} of them`)
    const units = text.length === bytes.length ? length : unitsIn(bytes, at, at + length)
    strings.push(text.slice(start, start + units))
    at += length
    start += units
  }
  return strings
}

function decoded(source: Source, bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return source.refuse('the strings are no UTF-8')
  }
}

/** Whether the character that this byte belongs to began before it. */
const isWithin = (bytes: Uint8Array, at: number) => ((bytes[at] ?? 0) & 0xc0) === 0x80

/** UTF-16 units of whole characters of UTF-8: two for what takes four bytes, else one. */
function unitsIn(bytes: Uint8Array, start: number, end: number): number {
  let units = 0
  for (let at = start; at < end; at++) if (!isWithin(bytes, at)) units += (bytes[at] ?? 0) >= 0xf0 ? 2 : 1
  return units
}
