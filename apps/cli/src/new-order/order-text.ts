/** The text of a new order document. */
import { formatDocument } from '@remit/language/format/format-document.ts'
import { type Answers, hasForce } from './asked-of-an-order.ts'

/** Front matter, a heading, a sentence on what to write, and a block: the first norm, or an example in comments. */
export function orderText(answers: Answers): string {
  const { title, short, issuer, force, from, through, source, verified, cite } = answers
  const front: readonly (readonly [string, string])[] = [
    ['title', scalar(title)],
    ['short', scalar(short)],
    ['issuer', scalar(issuer)],
    ['force', force],
    ['in-force', through === '' ? `from ${from}` : `from ${from} through ${through}`],
    ['cite', cite === '' ? '' : scalar(cite)],
    ['source', scalar(source)],
    ['verified', verified],
  ]
  const lines = front.filter(([, value]) => value !== '').map(([key, value]) => `${key}: ${value}`)
  const text = `---\n${lines.join('\n')}\n---\n\n# ${oneLine(title)}\n\n${promptOf(force)}\n\n\`\`\`remit\n${blockOf(answers)}\n\`\`\`\n`
  const laid = formatDocument(text)
  return laid.kind === 'formatted' ? laid.text : text
}

function blockOf({ force, norm, says, cite }: Answers): string {
  if (norm === '') return exampleOf(force)
  return `norm ${norm}\n  ${says}${cite === '' ? '' : `\n  cite "${oneLine(cite).replaceAll('"', '')}"`}`
}

function promptOf(force: string): string {
  switch (force) {
    case 'vocabulary':
      return 'Write here what the words mean, and put the words below it.'
    case 'counsel note':
      return 'Write here what is unsettled and why, and put the doubt below it. Nothing else stands in a counsel note.'
    case 'federal form':
      return 'Write here what the form is, who signs it and what it does and does not allow. A form orders nothing, so no norm stands here.'
    default:
      return "Write here what the order says, in the order's own words, and put below each paragraph the block that says the same."
  }
}

/** Lines that say how a block of this kind is written; as comments they mean nothing yet. */
function exampleOf(force: string): string {
  const lines = hasForce(force) ? NORM : (EXAMPLES.get(force) ?? [])
  return lines.map((line) => `-- ${line}`).join('\n')
}

const NORM = [
  'norm NAME',
  '  when SUBJECT is VALUE',
  '   and SUBJECT is not VALUE',
  '  ROLE must ACT',
  '  ROLE must not ACT',
  '  cite "…"',
]
const EXAMPLES: ReadonlyMap<string, readonly string[]> = new Map([
  ['vocabulary', ['act NAME "What is done, in a verb phrase"', 'fact SUBJECT is STATE', '  ask "…?"']],
  ['federal form', ['never SUBJECT is VALUE and SUBJECT is VALUE']],
  [
    'counsel note',
    ['unsettled NORM of "Short title" against NORM of "Short title", ask ROLE', '  until answered: do not ACT'],
  ],
])

/** A text as YAML reads it back: as it stands where that is plain, else in quotation marks as JSON writes them. */
function scalar(text: string): string {
  const line = oneLine(text)
  return /^[A-Za-z][\p{L}\p{N}' ,;./()–-]*$/u.test(line) && !RESERVED.test(line) ? line : JSON.stringify(line)
}
const RESERVED = /^(?:true|false|yes|no|on|off|null)$/i

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
