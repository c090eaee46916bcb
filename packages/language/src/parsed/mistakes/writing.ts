/** Words and characters that are not written as words of an order are. */
import type { ErrorPlace } from '../block-parser.ts'
import { MISWRITTEN, UNREADABLE } from '../tokens.ts'
import type { Mistake, Says } from './mistake.ts'

/** Words and characters that stand in no order. */
export function wrongWriting({ found }: ErrorPlace): Mistake | undefined {
  const { type, text } = found
  if (type === MISWRITTEN || type === 'CAPITALS') return badlyWritten(found)
  if (type !== UNREADABLE) return undefined
  const at = { ...found, text: text.slice(0, 1) }
  if (text.startsWith('"')) {
    const message = 'a text that begins here has no closing quotation mark'
    return { at, says: { code: 'E022', message, label: 'begins here', fix: 'add `"` at its end' } }
  }
  if (/^[\u201c\u201d\u201e\u00ab\u2018\u2019']/.test(text)) {
    const message = `texts stand in straight quotation marks, found \`${text.slice(0, 1)}\``
    return { at, says: { code: 'E021', message, label: 'not a straight quotation mark', fix: 'write `"`' } }
  }
  const [first = ''] = text
  const shown = /[\p{L}\p{N}\p{P}\p{S}]/u.test(first) ? first : `U+${hexOf(text)}`
  const message = `\`${shown}\` does not belong in a remit block`
  return {
    says: { code: 'E021', message, label: 'cannot be read', fix: 'remove it, or put it in a text or after `--`' },
  }
}

function badlyWritten({ text }: { readonly text: string }): { readonly says: Says } {
  const message = `\`${text}\` is not written as names are`
  const better = text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[-0-9]+|-+$/g, '')
  const says = { code: 'E023', message, label: 'lower-case letters and single hyphens only, a letter first' } as const
  if (better === '') return { says: { ...says, fix: 'use lower-case letters and single hyphens' } }
  return { says: { ...says, fix: `write \`${better}\``, instead: better } }
}

function hexOf(text: string): string {
  return (text.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')
}
