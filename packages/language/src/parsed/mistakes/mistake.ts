/** What a known mistake says, and the sentence in which an expectation is put. */
import type { KnownCode } from '../../text/codes.ts'
import type { ErrorPlace, TokenPlace } from '../block-parser.ts'

/** A finding without its place. */
export type Says = {
  readonly code: KnownCode
  readonly message: string
  readonly label: string
  readonly fix?: string
  /** What an editor writes in place of what was found, where that is the whole fix. */
  readonly instead?: string
}

/** A mistake that people make; it stands at the token that was found, or at another one. */
export type Mistake = { readonly says: Says; readonly at?: TokenPlace }

/** `expected WANTED after WORD, found WORD`; where the declaration ends, that something is missing. */
export function expected(
  { found, previous }: Pick<ErrorPlace, 'found' | 'previous'>,
  wanted: string,
  fix?: string,
): Says {
  const after = previous === undefined ? '' : ` after \`${shortened(previous.text)}\``
  const advice = fix === undefined ? {} : { fix }
  if (found.type === 'EOF') {
    const message = `expected ${wanted}${after}, but the declaration ends`
    return { code: 'E030', message, label: 'something is missing here', ...advice }
  }
  const message = `expected ${wanted}${after}, found \`${shortened(found.text)}\``
  return { code: 'E020', message, label: 'not expected here', ...advice }
}

/** A text can be a paragraph long, and a finding's message is one line. */
function shortened(text: string): string {
  return text.length > 40 ? `${text.slice(0, 39).replace(/\s+/g, ' ')}…` : text.replace(/\s+/g, ' ')
}

/** Words that say what a role must or may do. */
export const MODALS: ReadonlySet<string> = new Set(['must', 'may', 'need', 'should', 'shall'])
