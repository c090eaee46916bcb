/** `remit`: dispatches to a verb and turns what it says into an exit code. */
import { CannotStart } from '@remit/server/cannot-start.ts'
import { argumentsOf } from './arguments.ts'
import { EXIT, type ExitCode } from './exit-codes.ts'
import { CannotRead } from './orders.ts'
import { type Output, terminalOutput } from './output.ts'
import { helpText, isVerb, PURPOSE, USAGE, WrongUse } from './usage.ts'
import { VERBS } from './verbs/table.ts'

export async function main(args: readonly string[], output: Output): Promise<ExitCode> {
  const [verb, ...rest] = args
  try {
    if (verb === undefined) throw new WrongUse('a verb is missing')
    if (['help', '--help', '-h'].includes(verb)) return help(rest[0], output)
    if (!isVerb(verb)) throw new WrongUse(`there is no verb \`${verb}\``)
    if (rest.includes('--help') || rest.includes('-h')) return help(verb, output)
    return await VERBS[verb](argumentsOf(verb, rest), output)
  } catch (error) {
    if (error instanceof WrongUse) {
      const usage = error.verb === undefined ? helpText() : `usage: ${USAGE[error.verb]}`
      process.stderr.write(`remit: ${error.message}\n${usage}\n`)
      return EXIT.usage
    }
    if (error instanceof CannotRead) {
      process.stderr.write(`remit: ${error.message}\n`)
      return EXIT.input
    }
    if (error instanceof CannotStart) {
      process.stderr.write(`remit: ${error.message}\n`)
      return EXIT.unavailable
    }
    process.stderr.write(
      `remit: a fault of ours: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
    )
    return EXIT.bug
  }
}

function help(verb: string | undefined, output: Output): ExitCode {
  if (verb === undefined) output.line(helpText())
  else if (isVerb(verb)) output.line(`usage: ${USAGE[verb]}\n\n${PURPOSE[verb]}`)
  else throw new WrongUse(`there is no verb \`${verb}\``)
  return EXIT.fine
}

if (process.argv[1] === import.meta.filename) {
  // A reader that closes early (`remit check | head`) is no fault.
  process.stdout.on('error', (error: NodeJS.ErrnoException) =>
    process.exit(error.code === 'EPIPE' ? EXIT.fine : EXIT.bug),
  )
  // The launcher's channel alone keeps nothing alive.
  process.channel?.unref()
  process.exitCode = await main(process.argv.slice(2), terminalOutput())
}
