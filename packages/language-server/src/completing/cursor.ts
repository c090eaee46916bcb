/** Where somebody types: which declaration, after which words, and what is typed of the next one. */
import { DECLARATION_WORDS } from '@remit/language/parsed/block-parser.ts'
import { segments } from '@remit/language/parsed/blocks.ts'
import { touches } from '../documents/places.ts'

export type Cursor = {
  /** The declaration up to the word that is typed; empty where a declaration can begin. */
  readonly before: string
  /** Where the word that is typed begins; an opening quotation mark does not belong to it. */
  readonly from: number
  /** Whether the cursor is in a quoted text. */
  readonly isInText: boolean
}

const DECLARATION = new RegExp(`^(?:${DECLARATION_WORDS.join('|')})(?=\\s)`, 'gm')

/** Absent outside `remit` blocks and in comments. */
export function cursorAt(text: string, offset: number): Cursor | undefined {
  const block = segments(text).find(({ kind, span }) => kind === 'remit' && touches(span, offset))
  if (block === undefined) return undefined
  const typed = text.slice(block.span.offset, offset)
  const start = [...typed.matchAll(DECLARATION)].at(-1)?.index ?? 0
  const declaration = typed.slice(start)
  const open = openText(declaration)
  if (open === 'comment') return undefined
  if (open !== undefined) {
    return { before: declaration.slice(0, open), from: block.span.offset + start + open + 1, isInText: true }
  }
  const word = /[a-z0-9-]*$/.exec(declaration)?.[0] ?? ''
  return { before: declaration.slice(0, declaration.length - word.length), from: offset - word.length, isInText: false }
}

/** The place of a quotation mark that is still open at the end, or that a comment is; absent elsewhere. */
function openText(code: string): number | 'comment' | undefined {
  let open: number | 'comment' | undefined
  for (const { 0: sign, index } of code.matchAll(/"|--|\n/g)) {
    if (sign === '\n') open = open === 'comment' ? undefined : open
    else if (open === 'comment') continue
    else if (sign === '"') open = open === undefined ? index : undefined
    else if (open === undefined) open = 'comment'
  }
  return open
}
