/** Reads the strings of a bundle. */
import type { Source } from './source.ts'

/** Those that a bundle has, in their order; refuses bytes that are no UTF-8. */
export function readStrings(source: Source): readonly string[] {
  const lengths = Array.from({ length: source.count('strings') }, () => source.count('bytes of a string'))
  const bytes = source.raw(lengths.reduce((sum, length) => sum + length, 0))
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
  let start = 0
  try {
    return lengths.map((length) => {
      start += length
      return decoder.decode(bytes.subarray(start - length, start))
    })
  } catch {
    return source.refuse(`the string that ends at byte ${start} of them is no UTF-8`)
  }
}
