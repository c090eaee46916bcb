/** Longest quotation in a message, in code points: enough to recognise what was read. */
export const quotedLengthMax = 120

/**
 * What was read, in backticks, for a message. Control, format and unassigned characters are spelt out, so that a
 * hostile file cannot steer a terminal or turn the direction of the text around it; what is long is cut.
 */
export function quoted(text: string): string {
  const characters = Array.from(text)
  const shown = characters
    .slice(0, quotedLengthMax)
    .join('')
    .replace(/[\p{C}`]/gu, spelt)
  return characters.length > quotedLengthMax ? `\`${shown}…\`` : `\`${shown}\``
}

function spelt(character: string): string {
  return `\\u{${character.codePointAt(0)?.toString(16)}}`
}
