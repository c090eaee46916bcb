/** `remit explain`: why, for one role and one act, and which one fact would change it. */
import { decide } from '@remit/engine/questions/decide.ts'
import { explain } from '@remit/engine/questions/explain.ts'
import { type Arguments, needed } from '../arguments.ts'
import { askedOf } from '../asked.ts'
import { EXIT, type ExitCode } from '../exit-codes.ts'
import type { Output } from '../output.ts'
import { WrongUse } from '../usage.ts'
import { answerLine, bookLine } from './decide.ts'

export async function explainVerb(args: Arguments, output: Output): Promise<ExitCode> {
  const role = needed(args, 'role', 'explain')
  const act = needed(args, 'act', 'explain')
  const asked = await askedOf(args, 'explain')
  const { compiled, situation } = asked
  if (!compiled.book.acts.some(({ id }) => id === act))
    throw new WrongUse(`there is no act \`${act}\` in this book`, 'explain')
  if (!compiled.book.roles.some(({ id, outside }) => id === role && !outside))
    throw new WrongUse(`there is no role \`${role}\` in this book`, 'explain')
  const determination = decide(compiled, situation)
  if (determination.kind === 'impossible') {
    output.line('these facts cannot be together; `remit decide` says which')
    return EXIT.wrong
  }
  const answer = determination.answers.find((answer) => answer.role === role && answer.act === act)
  const explanation = answer && explain(compiled, situation, answer)
  if (args.json) {
    output.json({ book: bookLine(asked), ...(answer === undefined ? {} : { answer, ...explanation }) })
    return EXIT.fine
  }
  if (answer === undefined || explanation === undefined) {
    output.line(`SILENT: these orders say nothing. ${compiled.book.agency.silent ?? ''}`.trim())
    return EXIT.fine
  }
  output.line(answerLine(answer, compiled.book))
  for (const { part, words, source } of explanation.reasons) {
    output.line(
      `  ${part.padEnd(12)}${words}${source?.cite === undefined ? '' : ` [${source.cite}, ${source.verified}]`}`,
    )
  }
  for (const { input, value, modalities } of explanation.changes) {
    output.line(`  would change if ${input} were ${String(value)}: ${modalities.join(' or ')}`)
  }
  return EXIT.fine
}
