/** Front matter of a document and of an agency: from keys and texts to the tree, with a finding for each fault. */
import type { KnownCode } from '../text/codes.ts'
import type { Finding, FindingCode } from '../text/finding.ts'
import { nearest } from '../text/nearest.ts'
import { type Source, spanAt } from '../text/source.ts'
import type { FrontMatter, LocalTime, ParsedAgency, Suspension, Word } from './tree.ts'
import { isRealTime } from './tree-from-nodes/scenarios.ts'
import { type Entries, type Entry, type Value, yamlEntries } from './yaml-entries.ts'

/** The keys of a document's front matter. */
export const DOCUMENT_KEYS = {
  needed: ['title', 'short', 'issuer', 'force', 'in-force', 'source', 'verified'],
  optional: ['cite', 'suspended', 'supersedes', 'binds', 'applies-in', 'applied-by', 'published'],
  lists: ['suspended'],
} as const
/** The keys of an `agency.md`. */
export const AGENCY_KEYS = {
  needed: ['name', 'kind', 'state', 'time-zone', 'runs', 'roles', 'refer-to'],
  optional: ['fips', 'demo', 'chain', 'silent', 'page-each'],
  lists: [],
} as const

type Keys = {
  readonly needed: readonly string[]
  readonly optional: readonly string[]
  /** Those that may have several values, one a line after a dash. */
  readonly lists: readonly string[]
}

/** The front matter, absent where one of the keys that every document needs is missing or of the wrong form. */
export function frontMatterOf(source: Source): { readonly frontMatter?: FrontMatter; readonly findings: Finding[] } {
  const form = formOf(source, DOCUMENT_KEYS)
  const [title, short, issuer] = [form.text('title'), form.text('short'), form.text('issuer')]
  const force = form.word('force')
  const period = form.read('in-force', (entry) => periodOf(source, entry), '`from 2019-09-26` or `from … through …`')
  const origin = form.text('source')
  const verified = form.read(
    'verified',
    ({ text }) => VERIFIED.find((word) => word === text),
    `one of ${list(VERIFIED)}`,
  )
  const published = form.read('published', timeOf, 'a day like `2019-09-28`')
  const rest = {
    ...optional('cite', form.text('cite')),
    supersedes: form.words('supersedes') ?? [],
    suspended: form.each('suspended', (value) => suspensionOf(source, value), SUSPENSION_FORM),
    ...optional('binds', form.words('binds')),
    ...optional('appliesIn', form.words('applies-in')),
    ...optional('published', published),
    ...optional('appliedBy', form.text('applied-by')),
    span: form.span,
  }
  if (!title || !short || !issuer || !force || !period || !origin || !verified) return form.nothing()
  return {
    frontMatter: { title, short, issuer, force, ...period, source: origin, verified, ...rest },
    findings: form.findings,
  }
}

const VERIFIED = ['primary', 'secondary', 'recalled', 'assumed'] as const satisfies readonly FrontMatter['verified'][]

/** What the front matter of `agency.md` says; absent where a key that every agency needs is missing or wrong. */
export function agencyOf(id: string, source: Source): { readonly agency?: ParsedAgency; readonly findings: Finding[] } {
  const form = formOf(source, AGENCY_KEYS)
  const [name, kind, timeZone] = [form.text('name'), form.text('kind'), form.text('time-zone')]
  const state = form.read(
    'state',
    ({ text }) => (/^[A-Z]{2}$/.test(text) ? text : undefined),
    'two capital letters, like `IL`',
  )
  const runs = form.read('runs', yesOrNo, '`yes` or `no`')
  const demo = form.read('demo', yesOrNo, '`yes` or `no`')
  const roles = form.words('roles')
  const referTo = form.word('refer-to')
  const pageEach = form.read('page-each', secondsOf, 'a time like `90 seconds`')
  const fips = form.read(
    'fips',
    ({ text }) => (/^\d{2,10}$/.test(text) ? text : undefined),
    'the digits of the FIPS code',
  )
  const rest = {
    ...optional('fips', fips),
    chain: form.words('chain') ?? [],
    ...optional('silent', form.text('silent')),
    ...optional('pageEachSeconds', pageEach),
    text: source.text,
    span: form.span,
  }
  if (!name || !kind || !state || !timeZone || !roles || !referTo || runs === undefined) return form.nothing()
  const agency = {
    id,
    name,
    kind,
    state,
    timeZone,
    runs: runs === 'yes',
    demo: demo === 'yes',
    roles,
    referTo,
    ...rest,
  }
  return { agency, findings: form.findings }
}

function formOf(source: Source, keys: Keys) {
  const read = yamlEntries(source, keys.lists)
  const findings: Finding[] = [...read.findings, ...keyFindings(read, keys)]
  const entries = new Map<string, Entry>()
  for (const entry of read.entries) if (!entries.has(entry.key)) entries.set(entry.key, entry)
  const filled = (key: string) => {
    const entry = entries.get(key)
    return entry === undefined || entry.text === '' ? undefined : entry
  }
  const readOne = <T>(key: string, value: Value, from: (value: Value) => T | undefined, form: string) => {
    const made = from(value)
    if (made !== undefined) return made
    const day = unrealDayIn(value.text)
    if (day !== undefined) {
      const message = `\`${day}\` is no day of the calendar`
      findings.push(
        finding('E034', message, value.span, 'does not exist', 'look at the number of the month and the day'),
      )
      return undefined
    }
    const message = `\`${key}\` cannot be \`${value.text}\``
    findings.push(finding('E014', message, value.span, `${form} is needed`, `write \`${key}:\` with ${form}`))
    return undefined
  }
  return {
    findings,
    span: read.span,
    nothing: () => ({ findings }),
    text: (key: string) => filled(key)?.text,
    word: (key: string): Word | undefined => {
      const entry = filled(key)
      return entry && { text: entry.text, span: entry.span }
    },
    words: (key: string): Word[] | undefined => {
      const entry = filled(key)
      return entry && wordsOf(source, entry)
    },
    /** What `from` makes of the value; where it makes nothing, a finding says which `form` is right. */
    read: <T>(key: string, from: (value: Value) => T | undefined, form: string): T | undefined => {
      const entry = filled(key)
      return entry && readOne(key, entry, from, form)
    },
    /** The same for each value of a key that may have a list. */
    each: <T>(key: string, from: (value: Value) => T | undefined, form: string): T[] =>
      (filled(key)?.items ?? []).flatMap((value) => readOne(key, value, from, form) ?? []),
  }
}

function keyFindings({ entries, span, isWhole }: Entries, keys: Keys): Finding[] {
  const findings: Finding[] = []
  const seen = new Set<string>()
  const known = [...keys.needed, ...keys.optional]
  for (const { key, keySpan } of entries) {
    if (seen.has(key))
      findings.push(finding('E015', `\`${key}\` is given twice`, keySpan, 'given again here', 'keep one'))
    seen.add(key)
    if (known.includes(key)) continue
    const meant = nearest(key, known)
    const fix = meant === undefined ? `the keys are ${list(known)}` : `write \`${meant}\``
    const unknown = finding('E012', `\`${key}\` is no key of front matter`, keySpan, 'not known', fix)
    findings.push(meant === undefined ? unknown : { ...unknown, edit: { span: keySpan, text: meant } })
  }
  if (!isWhole) return findings
  for (const key of keys.needed.filter((key) => !seen.has(key))) {
    findings.push(
      finding('E013', `the front matter has no \`${key}\``, span, 'not among these lines', `add a line \`${key}: …\``),
    )
  }
  return findings
}

/** Words with commas between them, each at its place; where YAML changed the text, all at the place of the whole. */
function wordsOf(source: Source, { text, span }: Entry): Word[] {
  const isAsWritten = source.text.slice(span.offset, span.offset + span.length) === text
  let at = 0
  return text.split(',').flatMap((part) => {
    const word = part.trim()
    const offset = span.offset + at + part.indexOf(word)
    at += part.length + 1
    if (word === '') return []
    return [{ text: word, span: isAsWritten ? spanAt(source, offset, word.length) : span }]
  })
}

type Period = { readonly from: LocalTime; readonly through?: LocalTime }

/** `from 2019-09-26`, or `from … through …`. */
function periodOf(source: Source, { text, span }: Value): Period | undefined {
  const [, from, through] = /^from (\S+)(?: through (\S+))?$/.exec(text) ?? []
  if (from === undefined || !isLocalTime(from)) return undefined
  const at = (time: string): LocalTime => {
    const offset = source.text.indexOf(time, span.offset)
    return { text: time, span: offset === -1 ? span : spanAt(source, offset, time.length) }
  }
  if (through === undefined) return { from: at(from) }
  return isLocalTime(through) ? { from: at(from), through: at(through) } : undefined
}

/** A period and the court: everything after the first `, by`, because a court's name may hold commas. */
function suspensionOf(source: Source, { text, span }: Value): Suspension | undefined {
  const [, days, by] = /^(.+?), by (.+)$/.exec(text) ?? []
  const period = days === undefined ? undefined : periodOf(source, { text: days, span })
  return period === undefined || by === undefined ? undefined : { ...period, by, span }
}
const SUSPENSION_FORM = '`from 2020-01-08 through 2020-03-01, by COURT`'

function timeOf({ text, span }: Value): LocalTime | undefined {
  return isLocalTime(text) ? { text, span } : undefined
}

function isLocalTime(text: string): boolean {
  return /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d)?)?$/.test(text) && isRealTime(text)
}

/** A value that is right in form and names a day that no calendar has. */
function unrealDayIn(text: string): string | undefined {
  return text.match(/\d{4}-\d\d-\d\d(?:T\d\d:\d\d)?/g)?.find((day) => !isRealTime(day))
}

function yesOrNo({ text }: Value): 'yes' | 'no' | undefined {
  return text === 'yes' || text === 'no' ? text : undefined
}

function secondsOf({ text }: Value): number | undefined {
  const [, count, unit] = /^([1-9]\d{0,4}) (second|minute)s?$/.exec(text) ?? []
  return count === undefined ? undefined : Number(count) * (unit === 'minute' ? 60 : 1)
}

function finding(
  code: KnownCode & FindingCode,
  message: string,
  span: Entry['span'],
  label: string,
  fix?: string,
): Finding {
  const found = { code, message, labels: [{ span, text: label }] as const }
  return fix === undefined ? found : { ...found, fix }
}

function list(words: readonly string[]): string {
  return words.map((word) => `\`${word}\``).join(', ')
}

/** The key with its value, or nothing: an absent value is an absent key. */
function optional<K extends string, T>(key: K, value: T | undefined): Partial<Record<K, T>> {
  // The record has just the key `K`.
  return value === undefined ? {} : ({ [key]: value } as Record<K, T>)
}
