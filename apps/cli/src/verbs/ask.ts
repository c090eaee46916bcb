/** `remit ask`: which fact matters next. */
import { ask } from '@remit/engine/questions/ask.ts'
import type { Arguments } from '../arguments.ts'
import { askedOf } from '../asked.ts'
import { EXIT, type ExitCode } from '../exit-codes.ts'
import type { Output } from '../output.ts'
import { bookLine, roleFrom } from './decide.ts'

export async function askVerb(args: Arguments, output: Output): Promise<ExitCode> {
  const asked = await askedOf(args, 'ask')
  const role = roleFrom(args, asked)
  const question = ask(asked.compiled, asked.situation, role === undefined ? {} : { role })
  if (args.json) {
    output.json({ book: bookLine(asked), ...(question === undefined ? {} : { question }) })
  } else if (question === undefined) {
    output.line('nothing more to ask: no fact that can be asked changes what must or must not be done')
  } else {
    output.line(question.ask)
    output.line(`  ${question.answers.map(({ text, value }) => `${text} (${String(value)})`).join(', ')}`)
    output.line(`  decides ${question.decides.map(({ role, act }) => `${role} ${act}`).join(', ')}`)
  }
  return EXIT.fine
}
