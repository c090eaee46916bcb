/** Front matter as keys with their texts and places: one `key: value` a key, every value a text or a list of texts. */
import { isMap, isScalar, isSeq, parseDocument as parseYaml } from 'yaml'
import type { Finding } from '../text/finding.ts'
import { type Source, spanAt } from '../text/source.ts'
import type { Span } from '../text/span.ts'
import { frontMatterRange } from './blocks.ts'
import { FRONT_MATTER_BRACKETS_MAX, FRONT_MATTER_CHARACTERS_MAX } from './limits.ts'

export type Entry = Value & {
  readonly key: string
  readonly keySpan: Span
  /** Where the key may have a list, its values; else the value alone. */
  readonly items: readonly Value[]
}

/** A text without quotation marks and line breaks. */
export type Value = { readonly text: string; readonly span: Span }

export type Entries = {
  readonly entries: readonly Entry[]
  readonly span: Span
  readonly findings: readonly Finding[]
  /** Whether the YAML was read to its end: if not, a missing key may only be unread. */
  readonly isWhole: boolean
}

/**
 * Reads the front matter of a file. `lists` are the keys that may have several values, one a line after a dash.
 * Never throws; a file without any has no entries and one finding.
 */
export function yamlEntries(source: Source, lists: readonly string[]): Entries {
  const range = frontMatterRange(source.text)
  if (range === undefined) {
    const span = spanAt(source, 0, Math.max(1, source.text.indexOf('\n')))
    const message = source.text.startsWith('---')
      ? 'the front matter has no end'
      : 'a document begins with front matter, and this one does not'
    const fix = 'begin with a line `---`, then `title: …` and the other keys one a line, then a line `---`'
    return {
      entries: [],
      span,
      findings: [{ code: 'E010', message, labels: [{ span, text: 'here' }], fix }],
      isWhole: false,
    }
  }
  const span = spanAt(source, range.from, range.to - range.from)
  const yaml = source.text.slice(range.from, range.to)
  const tooMuch = excess(yaml)
  if (tooMuch !== undefined) return { entries: [], span, findings: [unreadable(span, tooMuch)], isWhole: false }
  return { span, ...read(source, yaml, { base: range.from, whole: span, lists }) }
}

type Place = { readonly base: number; readonly whole: Span; readonly lists: readonly string[] }

function read(source: Source, yaml: string, { base, whole, lists }: Place): Omit<Entries, 'span'> {
  // `failsafe`: a day stays the text that was written, and so does `yes`. No key may be an alias of another.
  const document = parseYaml(yaml, { schema: 'failsafe', uniqueKeys: false, prettyErrors: false, logLevel: 'silent' })
  const [error] = document.errors
  if (error !== undefined) {
    const span = spanAt(source, base + error.pos[0], Math.max(1, error.pos[1] - error.pos[0]))
    return { entries: [], findings: [unreadable(span, yamlReason(yaml, error.pos[0], error.code))], isWhole: false }
  }
  if (!isMap(document.contents)) {
    return {
      entries: [],
      findings: [unreadable(whole, 'it has no `key: value` lines')],
      isWhole: document.contents === null,
    }
  }
  const findings: Finding[] = []
  const entries: Entry[] = []
  for (const { key, value } of document.contents.items) {
    if (!isScalar(key) || !key.range) continue
    const keySpan = spanAt(source, base + key.range[0], key.range[1] - key.range[0])
    const name = String(key.value)
    const items = valuesOf(source, base, value, lists.includes(name))
    const [first] = items
    if (first === undefined) {
      findings.push(withoutValue(name, keySpan))
      // Kept with an empty text, so that the key is not reported as missing too.
      entries.push({ key: name, keySpan, text: '', span: keySpan, items })
      continue
    }
    entries.push({ key: name, keySpan, ...first, items })
  }
  return { entries, findings, isWhole: true }
}

/** The value, or those of a list; none where one is missing or no text. */
function valuesOf(source: Source, base: number, node: unknown, mayBeList: boolean): readonly Value[] {
  const nodes: readonly unknown[] = mayBeList && isSeq(node) ? node.items : [node]
  const values = nodes.flatMap((each): readonly Value[] => {
    if (!isScalar(each) || !each.range) return []
    const text = String(each.value).replace(/\s+/g, ' ').trim()
    if (text === '') return []
    return [{ text, span: spanAt(source, base + each.range[0], each.range[1] - each.range[0]) }]
  })
  return values.length === nodes.length ? values : []
}

function withoutValue(name: string, span: Span): Finding {
  const message = `\`${name}\` has no value that can be read`
  const fix = `write \`${name}: …\`, with commas between several words`
  return { code: 'E014', message, labels: [{ span, text: 'a text on the same line is needed' }], fix }
}

function excess(yaml: string): string | undefined {
  if (yaml.length > FRONT_MATTER_CHARACTERS_MAX) return `it has more than ${FRONT_MATTER_CHARACTERS_MAX} characters`
  const brackets = yaml.match(/[[{]/g)?.length ?? 0
  if (brackets > FRONT_MATTER_BRACKETS_MAX) return `it has more than ${FRONT_MATTER_BRACKETS_MAX} opening brackets`
  // Nested block lists call the YAML reader for each level, on one line: `- - - -`.
  const dashes = /(?:-[ \t]+){21}/.test(yaml) || /(?:\?[ \t]+){21}/.test(yaml)
  return dashes ? 'its lists are nested too deeply' : undefined
}

function yamlReason(yaml: string, offset: number, code: string): string {
  const line = yaml.slice(yaml.lastIndexOf('\n', Math.max(0, offset - 1)) + 1).split('\n')[0] ?? ''
  if (/:\s.*:\s/.test(line)) return 'a value with a colon in it must stand in quotation marks'
  if (code === 'TAB_AS_INDENT') return 'a tab cannot begin a line'
  if (code === 'MISSING_CHAR') return 'a quotation mark or a bracket is not closed'
  return 'each line must be `key: value`'
}

function unreadable(span: Span, reason: string): Finding {
  const message = 'the front matter cannot be read'
  const fix = 'write one `key: value` a line, and put a value with a colon, a bracket or a quotation mark in "…"'
  return { code: 'E011', message, labels: [{ span, text: reason }], fix }
}
