/** `remit`: dispatches to a verb and turns what it says into an exit code. */
import { nearest } from '@remit/language/text/nearest.ts'
import { CannotStart } from '@remit/server/cannot-start.ts'
import { argumentsOf } from './arguments.ts'
import { CannotRead } from './cannot-read.ts'
import { EXIT, type ExitCode } from './exit-codes.ts'
import { isTied } from './launcher.ts'
import { type Output, terminalOutput } from './output.ts'
import { DETAILS, helpText, isVerb, PURPOSE, USAGE, VERB_NAMES, type Verb, WrongUse } from './usage.ts'
import { VERBS } from './verbs/table.ts'

const HELP = ['help', '--help', '-h']

/** Runs one command. Never throws: a fault of ours is said on standard error and has an exit code too. */
export async function main(args: readonly string[], output: Output): Promise<ExitCode> {
  const [word, ...rest] = args
  try {
    if (word === undefined) throw new WrongUse('a verb is missing')
    if (HELP.includes(word)) return await help(rest, output)
    const verb = verbFrom(word)
    if (rest.some((word) => word === '--help' || word === '-h')) return await help([verb], output)
    const given = argumentsOf(verb, rest)
    const runVerb = await VERBS[verb]()
    return await runVerb(given, output)
  } catch (error) {
    return tell(error, output)
  }
}

function tell(error: unknown, output: Output): ExitCode {
  if (error instanceof WrongUse) {
    const usage = error.verb === undefined ? helpText() : `usage: ${USAGE[error.verb]}`
    output.aside(`remit: ${error.message}\n${usage}`)
    return EXIT.usage
  }
  if (error instanceof CannotRead || error instanceof CannotStart) {
    output.aside(`remit: ${error.message}`)
    return error instanceof CannotRead ? EXIT.input : EXIT.unavailable
  }
  // By name: the engine is loaded only by the verbs that ask it.
  if (error instanceof Error && error.name === 'TooLarge') {
    output.aside('remit: this would take too long to find out: say more of the facts, or ask about less at once')
    return EXIT.input
  }
  if (error instanceof Error && error.name === 'Abandoned') {
    output.aside(`remit: ${error.message}`)
    return EXIT.usage
  }
  output.aside(`remit: a fault of ours: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`)
  return EXIT.bug
}

function verbFrom(word: string): Verb {
  if (isVerb(word)) return word
  const meant = nearest(word, VERB_NAMES)
  throw new WrongUse(`there is no verb \`${word}\`${meant === undefined ? '' : `; \`${meant}\` is near`}`)
}

async function help(words: readonly string[], output: Output): Promise<ExitCode> {
  const isJson = words.includes('--json')
  const [word, extra] = words.filter((word) => word !== '--json')
  if (extra !== undefined) throw new WrongUse(`\`${extra}\` is one word too many: \`help\` takes one verb`)
  if (word === undefined) {
    if (isJson) output.json(VERB_NAMES.map((verb) => ({ verb, usage: USAGE[verb], purpose: PURPOSE[verb] })))
    else output.line(helpText())
    return EXIT.fine
  }
  const verb = verbFrom(word)
  if (isJson) {
    const { SCHEMAS } = await import('./schemas/table.ts')
    output.json({ $schema: 'https://json-schema.org/draft/2020-12/schema', ...SCHEMAS[verb] })
  } else output.line([`usage: ${USAGE[verb]}`, '', PURPOSE[verb], ...DETAILS[verb]].join('\n'))
  return EXIT.fine
}

if (process.argv[1] === import.meta.filename) {
  // A reader that closes early (`remit check | head`) is no fault, and must not stop a server that says one line.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
  })
  // The launcher's channel alone keeps nothing alive.
  if (isTied) process.channel?.unref()
  process.exitCode = await main(process.argv.slice(2), terminalOutput())
}
