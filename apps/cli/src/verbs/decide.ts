/** `remit decide`: the whole answer for each role and act that is not silent, and the next question. */
import type { Answer } from '@remit/engine/questions/answer.ts'
import { ask } from '@remit/engine/questions/ask.ts'
import { decide } from '@remit/engine/questions/decide.ts'
import type { Book } from '@remit/language/checked/tree.ts'
import type { Arguments } from '../arguments.ts'
import { type Asked, askedOf } from '../asked.ts'
import { EXIT, type ExitCode } from '../exit-codes.ts'
import type { Output } from '../output.ts'
import { WrongUse } from '../usage.ts'

export async function decideVerb(args: Arguments, output: Output): Promise<ExitCode> {
  const asked = await askedOf(args, 'decide')
  const { compiled, situation } = asked
  const role = roleFrom(args, asked)
  const determination = decide(compiled, situation)
  const book = bookLine(asked)
  if (determination.kind === 'impossible') {
    const broken = compiled.book.nevers.filter(({ id }) => determination.breaks.includes(id))
    if (args.json) output.json({ book, impossible: broken.map(({ id, words }) => ({ never: id, words })) })
    else output.line(`these facts cannot be together: ${broken.map(({ words }) => words).join('; ')}`)
    return EXIT.wrong
  }
  const answers = determination.answers.filter((answer) => role === undefined || answer.role === role)
  const question = ask(compiled, situation, role === undefined ? {} : { role })
  const { nextChangeMs } = determination
  if (args.json) {
    output.json({
      book,
      answers,
      ...(nextChangeMs === undefined ? {} : { nextChangeMs }),
      ...(question === undefined ? {} : { question }),
    })
    return EXIT.fine
  }
  output.line(`book of ${book.agency} at ${book.at}, ${book.hash.slice(0, 12)}`)
  for (const answer of answers.filter(({ arises }) => arises !== 'no')) output.line(answerLine(answer, compiled.book))
  if (question !== undefined) output.line(`next question: ${question.ask}`)
  return EXIT.fine
}

export function roleFrom({ options }: Arguments, { compiled }: Asked): string | undefined {
  const { role } = options
  if (role === undefined) return undefined
  const roles = compiled.book.roles.filter(({ outside }) => !outside).map(({ id }) => id)
  if (!roles.includes(role)) throw new WrongUse(`there is no role \`${role}\`; there are ${roles.join(', ')}`, 'decide')
  return role
}

export function bookLine({ compiled, at }: Asked) {
  const { agency, hash } = compiled.book
  return { agency: agency.id, at: new Date(at).toISOString(), hash }
}

const MODALITY_COLUMN = 12

export function answerLine(answer: Answer, book: Book): string {
  const { role, act, result } = answer
  const modality = result.kind === 'settled' ? result.modality : 'OPEN'
  const text = book.acts.find(({ id }) => id === act)?.text ?? act
  const cites = answer.citations.map(({ cite, document }) => cite ?? document)
  const more =
    result.kind === 'open'
      ? `${result.possible.join(' or ')}, by ${result.matters.join(', ')}`
      : [...new Set(cites)].join('; ')
  return `${role.padEnd(MODALITY_COLUMN)}${modality.padEnd(MODALITY_COLUMN)}${act} (${text})${more === '' ? '' : `: ${more}`}`
}
