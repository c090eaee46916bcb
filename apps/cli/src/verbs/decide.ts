/** `remit decide`: the whole answer for each role and act that is not silent, and the next question. */
import type { Answer } from '@remit/engine/questions/answer.ts'
import { ask, type Question } from '@remit/engine/questions/ask.ts'
import { decide } from '@remit/engine/questions/decide.ts'
import { type Arguments, oneOf } from '../arguments.ts'
import { type Asked, askedOf } from '../asked.ts'
import { EXIT, type ExitCode } from '../exit-codes.ts'
import { counted, type Output, paintOf } from '../output.ts'
import { answersByRole } from '../text/answer-lines.ts'
import { bookLine, bookOfAnswer, durationWords, impossibleOf, sayImpossible } from '../text/asked-lines.ts'
import type { Verb } from '../usage.ts'

export async function decideVerb(args: Arguments, output: Output): Promise<ExitCode> {
  return decideAndTell(args, await askedOf(args, 'decide'), 'decide', output)
}

/** Decides what is asked, and says it. */
export function decideAndTell(args: Arguments, asked: Asked, verb: Verb, output: Output): ExitCode {
  const { compiled, situation, ahead } = asked
  const role = roleFrom(args, asked, verb)
  const determination = decide(compiled, situation, ahead)
  const book = bookOfAnswer(asked)
  if (determination.kind === 'impossible') {
    if (args.json) output.json({ book, impossible: impossibleOf(determination) })
    else sayImpossible(determination, output)
    return EXIT.wrong
  }
  const answers = determination.answers.filter((answer) => role === undefined || answer.role === role)
  const question = ask(compiled, situation, role === undefined ? {} : { role })
  const { nextChangeMs } = determination
  const said = {
    ...(nextChangeMs === undefined ? {} : { nextChangeMs }),
    ...(question === undefined ? {} : { question }),
  }
  if (args.json) output.json({ book, answers, ...said })
  else print(asked, answers, { role, ...said }, output)
  return EXIT.fine
}

/** The role of `--role`, which has to be one that the book decides for. */
export function roleFrom({ options }: Arguments, { compiled }: Asked, verb: Verb): string | undefined {
  const { role } = options
  if (role === undefined) return undefined
  const roles = compiled.book.roles.filter(({ outside }) => !outside).map(({ id }) => id)
  return oneOf(roles, role, { what: 'role', verb })
}

type Said = { readonly role: string | undefined; readonly nextChangeMs?: number; readonly question?: Question }

function print(asked: Asked, answers: readonly Answer[], { role, nextChangeMs, question }: Said, output: Output): void {
  const { compiled } = asked
  const { agency } = compiled.book
  const paint = paintOf(output)
  const staffed = new Set([...agency.roles, 'agency', ...(role === undefined ? [] : [role])])
  const shown = answers.filter((answer) => answer.arises !== 'no' && staffed.has(answer.role))
  output.line(bookLine(asked, output))
  for (const block of answersByRole(shown, compiled, paint)) output.line(`\n${block}`)
  if (shown.length === 0) output.line(`\n${agency.silent ?? 'These orders say nothing of what arises here.'}`)
  const others = answers.length - shown.length
  const ofRole = role === undefined ? 'or roles that the agency does not staff' : `for ${role}`
  const notes = [
    ...(others === 0
      ? []
      : [`${counted(others, 'more answer')}, about acts that do not arise here ${ofRole}: --json shows all`]),
    ...(nextChangeMs === undefined ? [] : [`time alone changes this in ${durationWords(nextChangeMs)}`]),
  ]
  if (notes.length > 0) output.line('')
  for (const note of notes) output.line(paint.quiet(note))
  if (question !== undefined) output.line(`\n${paint.strong('next question:')} ${question.ask}`)
}
