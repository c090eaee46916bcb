/** A name that was written as two words, as in `supervisor is on scene` or `officer must protect life`. */
import type { ErrorPlace } from '../block-parser.ts'
import { type Mistake, MODALS } from './mistake.ts'

/**
 * The second word is what was found, or it was read as the beginning of the next line and what was found comes after it. A
 * name that has a hyphen already is taken for whole.
 */
export function spacedName({ found, previous, earlier }: ErrorPlace): Mistake | undefined {
  if (previous === undefined) return undefined
  if (NEEDS_NAME.has(earlier.at(-2) ?? '') && isWord(previous.text) && isWord(found.text) && !FOLLOWS.has(found.text)) {
    return { says: says(previous.text, found.text) }
  }
  const first = earlier.at(-2) ?? ''
  const isSecond = NEEDS_NAME.has(earlier.at(-3) ?? '') && isWord(first) && isWord(previous.text)
  if (!isSecond || FOLLOWS.has(previous.text) || MODALS.has(found.text) || found.text === ',') return undefined
  return { says: says(first, previous.text), at: previous }
}

function says(first: string, second: string) {
  const message = `a name is one word, found \`${first} ${second}\``
  return { code: 'E020', message, label: 'a second word', fix: `write \`${first}-${second}\`` } as const
}

/** After these stands a value or an act. */
const NEEDS_NAME: ReadonlySet<string> = new Set([...MODALS, 'is', 'not', 'include'])
/** What can stand after a value or an act. */
const FOLLOWS: ReadonlySet<string> = new Set([
  ...['and', 'because', 'before', 'cite', 'done', 'expect', 'if', 'is', 'nobody', 'not', 'one', 'or', 'other'],
  ...['promptly', 'since', 'then', 'unless', 'whatever', 'when', 'within', 'a', 'an', 'at', 'least', 'less', 'more'],
  ...['about', 'always', 'ask', 'help', 'known', 'of'],
])

function isWord(text: string): boolean {
  return /^[a-z][a-z0-9]*$/.test(text)
}
