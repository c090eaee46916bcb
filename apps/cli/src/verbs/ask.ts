/** `remit ask`: which fact matters next. */
import { type AskOptions, ask, askAll, type Question, type RankedQuestion } from '@remit/engine/questions/ask.ts'
import { decide } from '@remit/engine/questions/decide.ts'
import { situationInWords } from '@remit/engine/situation/words.ts'
import type { SituationValue } from '@remit/language/checked/tree.ts'
import { type Arguments, oneOf } from '../arguments.ts'
import { type Asked, askedOf } from '../asked.ts'
import { EXIT, type ExitCode } from '../exit-codes.ts'
import { likelyFromFile } from '../likely-from-file.ts'
import { type Output, paintOf } from '../output.ts'
import { bookLine, bookOfAnswer, impossibleOf, sayImpossible } from '../text/asked-lines.ts'
import { roleFrom } from './decide.ts'

export async function askVerb(args: Arguments, output: Output): Promise<ExitCode> {
  const asked = await askedOf(args, 'ask')
  const { compiled, situation } = asked
  const book = bookOfAnswer(asked)
  const determination = decide(compiled, situation)
  if (determination.kind === 'impossible') {
    if (args.json) output.json({ book, impossible: impossibleOf(determination) })
    else sayImpossible(determination, output)
    return EXIT.wrong
  }
  const options = await optionsFrom(args, asked)
  if (args.flags.has('all')) {
    const questions = askAll(compiled, situation, options)
    if (args.json) output.json({ book, questions })
    else printAll(asked, questions, output)
    return EXIT.fine
  }
  const question = ask(compiled, situation, options)
  if (args.json) output.json({ book, ...(question === undefined ? {} : { question }) })
  else print(asked, question, output)
  return EXIT.fine
}

async function optionsFrom(args: Arguments, asked: Asked): Promise<AskOptions> {
  const { likely, present } = args.options
  const { book } = asked.compiled
  const role = roleFrom(args, asked, 'ask')
  const roles = book.roles.map(({ id }) => id)
  const there = present?.split(',').map((word) => oneOf(roles, word.trim(), { what: 'role', verb: 'ask' }))
  return {
    ...(role === undefined ? {} : { role }),
    ...(there === undefined ? {} : { present: new Set(there) }),
    ...(likely === undefined ? {} : { likelihood: await likelyFromFile(book, likely, 'ask') }),
  }
}

const NOTHING_TO_ASK = 'nothing to ask: no fact that can be asked changes what is determined here'

/** Best first, each with how many questions are expected from it on. */
function printAll(asked: Asked, questions: readonly RankedQuestion[], output: Output): void {
  output.line(`${bookLine(asked, output)}\n`)
  if (questions.length === 0) output.line(NOTHING_TO_ASK)
  const paint = paintOf(output)
  for (const { ask, input, expected, exact, presumed } of questions) {
    const left = `${exact ? '' : 'about '}${expected.all.toFixed(1)}`
    const notes = [input, ...(presumed === undefined ? [] : ['offered: it is presumed'])].join(', ')
    output.line(`${left.padStart(LEFT_WIDTH)}  ${ask} ${paint.quiet(`(${notes})`)}`)
  }
  if (questions.length > 0)
    output.line(paint.quiet('\nfirst: how many questions are expected, this one and those after it'))
}

const LEFT_WIDTH = 'about 99.9'.length

function print(asked: Asked, question: Question | undefined, output: Output): void {
  output.line(`${bookLine(asked, output)}\n`)
  if (question === undefined) {
    output.line(NOTHING_TO_ASK)
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
    ...decidesOf(question, asked),
  ]
  output.line('')
  for (const note of notes) output.line(paint.quiet(note))
}

/** Why it is asked: the acts that hang on it, and for whom. */
function decidesOf({ decides }: Question, { compiled }: Asked): readonly string[] {
  const acts = [...new Set(decides.map(({ act }) => act))]
  return acts.map((act) => {
    const roles = decides.filter((pair) => pair.act === act).map(({ role }) => role)
    const { text, urgent } = compiled.acts.act(act)
    return `decides ${act} for ${roles.join(', ')}: ${text}${urgent ? ' (urgent)' : ''}`
  })
}
