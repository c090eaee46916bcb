/** Reads a verb's arguments. Everything unknown, missing, malformed or given twice is named. */
import { parseArgs } from 'node:util'
import { nearest } from '@remit/language/text/nearest.ts'
import { ORDER_OPTIONS } from './new-order/asked-of-an-order.ts'
import { type Verb, WrongUse } from './usage.ts'

export type Arguments = {
  readonly words: readonly string[]
  /** The last word says the option's value; `given` may be said more than once and is then all of them. */
  readonly options: { readonly [name: string]: string | undefined }
  /** Options without a value that were given. */
  readonly flags: ReadonlySet<string>
  readonly json: boolean
}

/** Options that take a value, by verb. */
const OPTIONS: { readonly [verb in Verb]: readonly string[] } = {
  check: ['format', 'today', 'orders'],
  test: ['orders'],
  cover: ['at', 'require', 'orders'],
  fmt: ['orders'],
  new: [...ORDER_OPTIONS, 'orders'],
  reports: ['from', 'through', 'orders'],
  decide: ['at', 'given', 'role', 'orders'],
  ask: ['at', 'given', 'role', 'present', 'likely', 'orders'],
  explain: ['at', 'given', 'role', 'act', 'orders'],
  'what-if': ['at', 'given', 'role', 'act', 'want', 'orders'],
  'why-not': ['at', 'given', 'role', 'act', 'expected', 'orders'],
  compile: ['at', 'role', 'act', 'out', 'orders'],
  bundle: ['at', 'out', 'read', 'facts', 'role', 'orders'],
  analyse: ['at', 'orders'],
  diff: ['at', 'with', 'role', 'act', 'orders', 'with-orders'],
  impact: ['at', 'with', 'rows', 'record', 'orders', 'with-orders'],
  drills: ['at', 'role', 'most', 'past', 'orders'],
  paper: ['at', 'since', 'through', 'out', 'orders'],
  serve: ['port', 'host', 'data', 'decision-log', 'orders'],
  verify: ['key', 'orders'],
}

/** Options that take none, by verb, beside `--json`. */
const FLAGS: { readonly [verb in Verb]?: readonly string[] } = {
  analyse: ['every-change'],
  ask: ['all'],
  cover: ['missing', 'fewest'],
  fmt: ['check'],
  diff: ['scenarios'],
}

/** Throws {@link WrongUse} for whatever the verb does not take. */
export function argumentsOf(verb: Verb, args: readonly string[]): Arguments {
  const valued = OPTIONS[verb]
  const bare = [...(FLAGS[verb] ?? []), 'json']
  const { tokens, positionals } = parseArgs({
    args: [...args],
    options: Object.fromEntries([
      ...valued.map((name) => [name, { type: 'string' as const }]),
      ...bare.map((name) => [name, { type: 'boolean' as const }]),
    ]),
    allowPositionals: true,
    strict: false,
    tokens: true,
  })
  const options = new Map<string, string>()
  const flags = new Set<string>()
  for (const token of tokens) {
    if (token.kind !== 'option') continue
    const { name, rawName, value } = token
    if (bare.includes(name) && value === undefined) flags.add(name)
    else if (bare.includes(name)) throw new WrongUse(`\`${rawName}\` takes no value`, verb)
    else if (!valued.includes(name)) throw unknownOption(rawName, [...valued, ...bare], verb)
    else if (value === undefined || value === '') throw new WrongUse(`\`${rawName}\` needs a value`, verb)
    else if (!options.has(name)) options.set(name, value)
    else if (name === 'given') options.set(name, `${options.get(name)}; ${value}`)
    else throw new WrongUse(`\`${rawName}\` is given twice`, verb)
  }
  return { words: positionals, options: Object.fromEntries(options), flags, json: flags.has('json') }
}

function unknownOption(rawName: string, known: readonly string[], verb: Verb): WrongUse {
  const meant = nearest(rawName.replace(/^-+/, ''), known)
  return new WrongUse(
    `\`${rawName}\` is no option of \`${verb}\`${meant === undefined ? '' : `; \`--${meant}\` is`}`,
    verb,
  )
}

/** The option's value, which has to be there. */
export function needed({ options }: Arguments, name: string, verb: Verb): string {
  const value = options[name]
  if (value === undefined) throw new WrongUse(`\`--${name}\` is missing`, verb)
  return value
}

/** The one positional word, which has to be there. */
export function oneWord({ words }: Arguments, what: string, verb: Verb): string {
  const [word, extra] = words
  if (word === undefined || word === '') throw new WrongUse(`${what} is missing`, verb)
  if (extra !== undefined) throw new WrongUse(`\`${extra}\` is one word too many: \`${verb}\` takes one ${what}`, verb)
  return word
}

/** Most words that a message lists. */
const LISTED_MAX = 12

/** The word as one of `known`; else wrong use that names the nearest, those that contain it, or the first ones. */
export function oneOf(known: readonly string[], word: string, { what, verb }: { what: string; verb: Verb }): string {
  if (known.includes(word)) return word
  const meant = nearest(word, known)
  const containing = known.filter((each) => each.includes(word))
  const listed = containing.length > 0 ? containing : known
  const more = listed.length > LISTED_MAX ? ` and ${listed.length - LISTED_MAX} more` : ''
  const hint =
    meant === undefined ? `there are ${listed.slice(0, LISTED_MAX).join(', ')}${more}` : `\`${meant}\` is near`
  throw new WrongUse(`there is no ${what} \`${word}\`; ${hint}`, verb)
}
