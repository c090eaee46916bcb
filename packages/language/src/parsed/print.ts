/**
 * The canonical print of a document: front matter, then one `remit` block for each declaration.
 *
 * INVARIANT: parsed again it gives the same tree apart from spans and prose. Two ways of writing one thing print the
 * same: clauses come in the order of language.md, one a line.
 */
import { printDeclaration } from './print/declaration.ts'
import type { FrontMatter, ParsedDocument, Word } from './tree.ts'

/** The text of a document without its prose. */
export function print(document: ParsedDocument): string {
  const blocks = document.declarations.map((declaration) => `\n\`\`\`remit\n${printDeclaration(declaration)}\n\`\`\`\n`)
  return printFrontMatter(document.frontMatter) + blocks.join('')
}

/** The front matter with both its lines of dashes, every text in quotation marks. */
export function printFrontMatter(front: FrontMatter): string {
  const through = front.through === undefined ? '' : ` through ${front.through.text}`
  const lines: (readonly [string, string | undefined])[] = [
    ['title', quote(front.title)],
    ['short', quote(front.short)],
    ['issuer', quote(front.issuer)],
    ['force', plain(front.force.text)],
    ['in-force', `from ${front.from.text}${through}`],
    ['source', quote(front.source)],
    ['verified', front.verified],
    ['cite', front.cite && quote(front.cite)],
    ['supersedes', commas(front.supersedes)],
    ['binds', commas(front.binds)],
    ['applies-in', commas(front.appliesIn)],
  ]
  const written = lines.flatMap(([key, value]) => (value ? [`${key}: ${value}\n`] : []))
  return `---\n${written.join('')}---\n`
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
