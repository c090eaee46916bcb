/**
 * Makes a text smaller while it goes on failing in the same way (delta debugging: Zeller, Hildebrandt 2002): first by
 * lines, then by words, then by characters.
 */
export function minimised(text: string, fails: (text: string) => boolean): string {
  const byLines = smaller(text.split(/(?<=\n)/), fails)
  const byWords = smaller(byLines.join('').split(/(?<=\s)|(?=[,;:"])|(?<=[,;:"])/), fails)
  const words = byWords.join('')
  return words.length > CHARACTERS_MAX ? words : smaller([...words], fails).join('')
}

/** Beyond this, trying each character takes longer than a person who reads it. */
const CHARACTERS_MAX = 400
const TRIES_MAX = 1500

function smaller(parts: readonly string[], fails: (text: string) => boolean): readonly string[] {
  let kept = parts
  let size = Math.ceil(kept.length / 2)
  let tries = 0
  while (size >= 1 && tries < TRIES_MAX) {
    let isSmaller = false
    for (let at = 0; at < kept.length && tries < TRIES_MAX; ) {
      const without = [...kept.slice(0, at), ...kept.slice(at + size)]
      tries += 1
      if (fails(without.join(''))) {
        kept = without
        isSmaller = true
      } else at += size
    }
    if (!isSmaller || size > kept.length) size = size === 1 ? 0 : Math.ceil(size / 2)
  }
  return kept
}
