import type { ActDeclaration, ParsedDocument, Word } from '../../parsed/tree.ts'
import type { Finding } from '../../text/finding.ts'
import { findingAt } from '../findings.ts'

/** First words after which a phrase cannot follow "do not" or "officers must". */
const NO_VERBS: ReadonlySet<string> = new Set(
  ['the', 'a', 'an', 'no', 'not', 'do', "don't", 'never', 'must', 'may', 'should', 'to', 'officers', 'officer'].concat([
    'you',
    'your',
    'any',
    'all',
    'this',
    'that',
    'please',
    'always',
    'only',
  ]),
)

const VERBS_IN_ING: ReadonlySet<string> = new Set(['bring', 'ring', 'sing', 'string', 'swing', 'cling', 'fling'])

/** E227: an act's text is a verb phrase with a capital letter that works after "do not", "officers must", "you may". */
export function actPhrases(document: ParsedDocument): readonly Finding[] {
  return document.declarations.flatMap((declaration) =>
    declaration.kind === 'act' && declaration.text !== undefined ? phraseFindings(declaration, declaration.text) : [],
  )
}

function phraseFindings({ name }: ActDeclaration, { text, span }: Word): readonly Finding[] {
  const why = faultOf(text)
  if (why === undefined) return []
  return [
    findingAt(span, 'E227', `"${text}" does not work after "do not"`, {
      label: why,
      also: [{ span: name.span, text: 'the act' }],
      fix: 'begin with a verb and a capital letter, as in "Wait for your supervisor"',
    }),
  ]
}

function faultOf(text: string): string | undefined {
  const first = (/^[\p{L}'’-]+/u.exec(text)?.[0] ?? '').toLowerCase().replaceAll('’', "'")
  if (!/^\p{Lu}/u.test(text)) return 'does not begin with a capital letter'
  if (NO_VERBS.has(first)) return `begins with "${first}", which is no verb`
  if (first.endsWith('ing') && !VERBS_IN_ING.has(first)) return `begins with "${first}", a verb in -ing`
  if (/[^su]s$/.test(first)) return `begins with "${first}", which says that somebody does it`
  return text.endsWith('.') ? 'ends with a full stop' : undefined
}
