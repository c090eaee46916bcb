/** `remit ask`: which fact matters next. */
import { ask, type Question } from '@remit/engine/questions/ask.ts'
import { decide } from '@remit/engine/questions/decide.ts'
import { situationInWords } from '@remit/engine/situation/words.ts'
import type { SituationValue } from '@remit/language/checked/tree.ts'
import type { Arguments } from '../arguments.ts'
import { type Asked, askedOf } from '../asked.ts'
import { EXIT, type ExitCode } from '../exit-codes.ts'
import { type Output, paintOf } from '../output.ts'
import { bookLine, bookOfAnswer, impossibleOf, sayImpossible } from '../text/asked-lines.ts'
import { roleFrom } from './decide.ts'

export async function askVerb(args: Arguments, output: Output): Promise<ExitCode> {
  const asked = await askedOf(args, 'ask')
  const { compiled, situation } = asked
  const role = roleFrom(args, asked, 'ask')
  const book = bookOfAnswer(asked)
  const determination = decide(compiled, situation)
  if (determination.kind === 'impossible') {
    if (args.json) output.json({ book, impossible: impossibleOf(determination) })
    else sayImpossible(determination, output)
    return EXIT.wrong
  }
  const question = ask(compiled, situation, role === undefined ? {} : { role })
  if (args.json) output.json({ book, ...(question === undefined ? {} : { question }) })
  else print(asked, question, output)
  return EXIT.fine
}

function print(asked: Asked, question: Question | undefined, output: Output): void {
  output.line(`${bookLine(asked, output)}\n`)
  if (question === undefined) {
    output.line('nothing to ask: no fact that can be asked changes what is determined here')
    return
  }
  const paint = paintOf(output)
  const asGiven = (value: SituationValue) => situationInWords(asked.compiled.book, new Map([[question.input, value]]))
  output.line(paint.strong(question.ask))
  if (question.help !== undefined) output.line(`  ${question.help}`)
  const width = Math.max(0, ...question.answers.map(({ text }) => text.length)) + 2
  for (const { text, value } of question.answers) {
    output.line(`  ${text.padEnd(width)}${paint.quiet(`--given "${asGiven(value)}"`)}`)
  }
  if (question.unit !== undefined) output.line(`  a number  ${paint.quiet(`--given "${asGiven(10)}"`)}`)
  const notes = [
    ...(question.presumed === undefined ? [] : [`until somebody says so: ${asGiven(question.presumed)}`]),
    ...(question.knownTo.length === 0 ? [] : [`known to ${question.knownTo.join(', ')}`]),
    ...decidesOf(question),
  ]
  output.line('')
  for (const note of notes) output.line(paint.quiet(note))
}

/** The acts that hang on it, and for whom. */
function decidesOf({ decides }: Question): readonly string[] {
  const acts = [...new Set(decides.map(({ act }) => act))]
  return acts.map((act) => {
    const roles = decides.filter((pair) => pair.act === act).map(({ role }) => role)
    return `decides ${act} for ${roles.join(', ')}`
  })
}
