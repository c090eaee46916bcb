/**
 * The canonical print of a document: front matter, then one `remit` block for each declaration.
 *
 * INVARIANT: parsed again it gives the same tree apart from spans and prose. Two ways of writing one thing print the
 * same: clauses come in the order of language.md, one a line.
 */
import { printDeclaration } from './print/declaration.ts'
import type { FrontMatter, ParsedDocument, Suspension, Word } from './tree.ts'

/** The text of a document without its prose. */
export function print(document: ParsedDocument): string {
  const blocks = document.declarations.map((declaration) => `\n\`\`\`remit\n${printDeclaration(declaration)}\n\`\`\`\n`)
  return printFrontMatter(document.frontMatter) + blocks.join('')
}

/** The front matter with both its lines of dashes, every text in quotation marks. */
export function printFrontMatter(front: FrontMatter): string {
  const lines: (readonly [string, string | undefined])[] = [
    ['title', quote(front.title)],
    ['short', quote(front.short)],
    ['issuer', quote(front.issuer)],
    ['force', plain(front.force.text)],
    ['in-force', period(front)],
    ['source', quote(front.source)],
    ['verified', front.verified],
    ['cite', front.cite && quote(front.cite)],
    ['suspended', suspensions(front.suspended)],
    ['supersedes', commas(front.supersedes)],
    ['binds', commas(front.binds)],
    ['applies-in', commas(front.appliesIn)],
    ['applied-by', front.appliedBy && quote(front.appliedBy)],
    ['published', front.published?.text],
  ]
  const written = lines.flatMap(([key, value]) =>
    value ? [`${key}:${value.startsWith('\n') ? '' : ' '}${value}\n`] : [],
  )
  return `---\n${written.join('')}---\n`
}

function period({ from, through }: Pick<FrontMatter, 'from' | 'through'>): string {
  return through === undefined ? `from ${from.text}` : `from ${from.text} through ${through.text}`
}

/** One on the line of its key; several one a line. */
function suspensions(all: readonly Suspension[]): string {
  const [first, ...more] = all.map((each) => quote(`${period(each)}, by ${each.by}`))
  if (first === undefined || more.length === 0) return first ?? ''
  return [first, ...more].map((each) => `\n  - ${each}`).join('')
}

/** A text as YAML writes it in double quotation marks, which is as JSON does. */
function quote(text: string): string {
  return JSON.stringify(text)
}

function commas(words: readonly Word[] | undefined): string | undefined {
  return words && plain(words.map((word) => word.text).join(', '))
}

/** Without quotation marks where YAML reads the text as it stands. */
function plain(text: string): string {
  return /^[A-Za-z][\w', /-]*$/.test(text) ? text : text === '' ? '' : quote(text)
}
