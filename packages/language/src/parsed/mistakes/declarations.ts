/** Mistakes at the beginning of declarations. */
import { nearest } from '../../text/nearest.ts'
import { DECLARATION_WORDS, type ErrorPlace, isKeyword } from '../block-parser.ts'
import type { Mistake } from './mistake.ts'

export function wrongDeclaration({ found, previous }: ErrorPlace): Mistake | undefined {
  if (previous !== undefined || found.type === 'EOF') return undefined
  const meant = nearest(found.text, DECLARATION_WORDS)
  const message = `expected a declaration, found \`${found.text}\``
  const says = { code: 'E025', message, label: 'no declaration begins so' } as const
  if (meant === undefined) return { says: { ...says, fix: `begin with ${list(DECLARATION_WORDS)}` } }
  return { says: { ...says, fix: `write \`${meant}\``, instead: meant } }
}

export function wrongName({ found, previous, rules }: ErrorPlace): Mistake | undefined {
  if (rules.at(-1) !== 'Name' || previous === undefined) return undefined
  if (!isKeyword(found.text) || !NAME_FOLLOWS.has(previous.text)) return undefined
  const message = `\`${found.text}\` is a word of the language and cannot be a name`
  const fix = `write a name of its own, for example \`${found.text}-…\``
  return { says: { code: 'E024', message, label: 'a name is needed here', fix } }
}

/** After these words stands a name that the author gives: a keyword there was meant as a name. */
const NAME_FOLLOWS = new Set<string>([...DECLARATION_WORDS])

function list(words: readonly string[]): string {
  return words.map((word) => `\`${word}\``).join(', ')
}
