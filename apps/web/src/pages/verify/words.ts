/** Words as they are compared: a retyped memo has other line breaks, capitals and quotation marks, and the same words. */

export type Word = {
  /** As it stands in the text, for showing. */
  readonly shown: string
  /** As it is compared. */
  readonly key: string
}

/** The words of a text in order. What has no letter and no digit is no word. */
export function wordsOf(text: string): readonly Word[] {
  return text
    .split(/\s+/)
    .map((shown) => ({ shown, key: keyOf(shown) }))
    .filter(({ key }) => key !== '')
}

/** Compatible forms made one, small letters, no marks but those inside of a word: "S06-14-03", "officer's". */
function keyOf(shown: string): string {
  return shown
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[‐-―−]/g, '-')
    .replaceAll(/[‘’ʼ]/g, "'")
    .replace(/^[^\p{L}\p{N}]+/u, '')
    .replace(/[^\p{L}\p{N}]+$/u, '')
}
