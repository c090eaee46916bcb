/** Reads a verb's arguments. Everything unknown, missing or malformed is named. */
import { parseArgs } from 'node:util'
import { USAGE, type Verb, WrongUse } from './usage.ts'

export type Arguments = {
  readonly words: readonly string[]
  readonly options: { readonly [name: string]: string | undefined }
  readonly json: boolean
}

/** Options that take a value, by verb, beside `--json`. */
const OPTIONS: { readonly [verb in Verb]: readonly string[] } = {
  check: ['orders'],
  test: ['orders'],
  decide: ['at', 'given', 'role', 'orders'],
  ask: ['at', 'given', 'role', 'orders'],
  explain: ['at', 'given', 'role', 'act', 'orders'],
  serve: ['port', 'host', 'data', 'orders'],
  verify: ['key', 'orders'],
}

export function argumentsOf(verb: Verb, args: readonly string[]): Arguments {
  const options = Object.fromEntries(OPTIONS[verb].map((name) => [name, { type: 'string' as const }]))
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { ...options, json: { type: 'boolean' } },
      allowPositionals: true,
      strict: true,
    })
    const { json, ...rest } = values
    const texts = Object.fromEntries(
      Object.entries(rest).map(([name, value]) => [name, typeof value === 'string' ? value : undefined]),
    )
    return { words: positionals, options: texts, json: json === true }
  } catch (error) {
    // The messages of parseArgs name the option; what follows the first sentence is about its own syntax.
    const message = error instanceof Error ? (error.message.split('. ')[0] ?? error.message) : String(error)
    throw new WrongUse(message.charAt(0).toLowerCase() + message.slice(1), verb)
  }
}

/** The option's value, which has to be there. */
export function needed({ options }: Arguments, name: string, verb: Verb): string {
  const value = options[name]
  if (value === undefined || value === '') throw new WrongUse(`--${name} is missing`, verb)
  return value
}

/** The one positional word, which has to be there. */
export function oneWord({ words }: Arguments, what: string, verb: Verb): string {
  const [word, ...more] = words
  if (word === undefined) throw new WrongUse(`${what} is missing`, verb)
  if (more.length > 0) throw new WrongUse(`\`${more[0]}\` is one word too many: ${USAGE[verb]} takes one ${what}`, verb)
  return word
}
