import { type Finding, isError, type Label } from './finding.ts'
import { lineText, type Source } from './source.ts'

/** Wider lines are cut around the fault, so that a minified or binary line does not flood a terminal. */
const LINE_WIDTH_MAX = 160

/** Marks of the parts of a rendered finding; each gets the text and returns it with its colour. */
export type Colours = {
  readonly error: (text: string) => string
  readonly warning: (text: string) => string
  readonly quiet: (text: string) => string
}

const PLAIN: Colours = { error: (text) => text, warning: (text) => text, quiet: (text) => text }

/** The ANSI colours of a terminal. The caller decides whether the output is one. */
export const TERMINAL_COLOURS: Colours = {
  error: (text) => `\u001b[1;31m${text}\u001b[0m`,
  warning: (text) => `\u001b[1;33m${text}\u001b[0m`,
  quiet: (text) => `\u001b[2m${text}\u001b[0m`,
}

/**
 * A finding as a terminal shows it: one line with place, code and message, then each label under its line of text,
 * then the witness, the description, the book and the fix. `sources` gives the text of a file; a label of a file that it does not know is
 * shown without the line. Several lines, without a final line end.
 */
export function renderFinding(
  finding: Finding,
  sources: (file: string) => Source | undefined,
  colours: Colours = PLAIN,
): string {
  const [{ span }] = finding.labels
  const margin = ' '.repeat(Math.max(...finding.labels.map((label) => String(label.span.line).length)))
  const mark = isError(finding) ? colours.error : colours.warning
  const lines = [`${span.file}:${span.line}:${span.column}: ${mark(finding.code)} ${finding.message}`]
  let { file } = span
  for (const label of finding.labels) {
    // Two files have a line 13: where a label changes the file, it says so.
    if (label.span.file !== file) lines.push(`${margin} ${colours.quiet('>')} ${label.span.file}:`)
    file = label.span.file
    lines.push(...renderLabel(label, margin, sources(file), mark, colours))
  }
  if (finding.witness !== undefined) lines.push(`${margin} ${colours.quiet('=')} for example: ${finding.witness}`)
  lines.push(...descriptionLines(finding).map((line) => `${margin} ${colours.quiet('=')} ${line}`))
  if (finding.book !== undefined) lines.push(`${margin} ${colours.quiet('=')} in the book of ${finding.book}`)
  if (finding.fix !== undefined) lines.push(`${margin} ${colours.quiet('=')} fix: ${finding.fix}`)
  return lines.join('\n')
}

/** Lines of a description that a terminal shows. */
const DESCRIPTION_LINES = 3

/** What says no more than the example is left out. */
function descriptionLines({ description, witness }: Finding): readonly string[] {
  const { conditions = [], left } = description ?? {}
  const [first, ...others] = conditions
  if (first === undefined || (others.length === 0 && left === undefined && first === witness)) return []
  if (first === 'always') return ['in every possible situation']
  const isWhole = conditions.length <= DESCRIPTION_LINES && left === undefined
  const shown = isWhole ? others : others.slice(0, DESCRIPTION_LINES - 2)
  const more = others.length - shown.length
  const rest = [
    ...(more === 0 ? [] : [`${more} more condition${more === 1 ? '' : 's'}`]),
    ...(left === undefined ? [] : [`${left.toLocaleString('en-US')} more kind${left === 1 ? '' : 's'} of situation`]),
  ]
  return [
    `whenever: ${first}`,
    ...shown.map((words) => `      or: ${words}`),
    ...(rest.length === 0 ? [] : [`     and: ${rest.join(', and ')}`]),
  ]
}

function renderLabel(
  { span, text }: Label,
  margin: string,
  source: Source | undefined,
  mark: (text: string) => string,
  { quiet }: Colours,
): string[] {
  if (source === undefined) return [`${margin} ${quiet('|')} line ${span.line}: ${text}`]
  const whole = lineText(source, span.line)
  const cut = span.column > LINE_WIDTH_MAX ? span.column - LINE_WIDTH_MAX / 2 : 0
  const shown = whole.slice(cut, cut + LINE_WIDTH_MAX)
  const before = Math.min(span.column - 1 - cut, shown.length)
  const carets = '^'.repeat(Math.max(1, Math.min(span.length, shown.length - before)))
  // A tab is one character of the text and several of the screen: it is repeated, so that the carets stand right.
  const indent = shown.slice(0, before).replace(/[^\t]/g, ' ')
  return [
    `${quiet(`${String(span.line).padStart(margin.length)} |`)} ${printable(shown)}`,
    `${quiet(`${margin} |`)} ${indent}${mark(`${carets} ${text}`)}`,
  ]
}

/** A control character in an order must not drive the terminal of whoever checks it. */
function printable(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is replaced.
  return text.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g, '\ufffd')
}
