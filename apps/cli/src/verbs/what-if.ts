/** `remit what-if`: the nearest situations in which the orders say something else of one role and one act. */

import type { Way } from '@remit/engine/questions/ways.ts'
import { type OtherAnswer, whatIf } from '@remit/engine/questions/what-if.ts'
import { MODALITIES, type Modality } from '@remit/language/checked/outcome.ts'
import { type Arguments, oneOf } from '../arguments.ts'
import { askedPairOf } from '../asked-pair.ts'
import { EXIT, type ExitCode } from '../exit-codes.ts'
import { counted, type Output, paintOf } from '../output.ts'
import { bookLine, either } from '../text/asked-lines.ts'
import type { Verb } from '../usage.ts'

export async function whatIfVerb(args: Arguments, output: Output): Promise<ExitCode> {
  const want = modalityFrom(args.options.want, MODALITIES, 'what-if')
  const pair = await askedPairOf(args, 'what-if', output)
  if (pair === undefined) return EXIT.wrong
  const { asked, role, act, book } = pair
  const found = whatIf(asked.compiled, asked.situation, { role, act }, want === undefined ? {} : { want })
  if (args.json) {
    output.json({ book, now: found.now, answers: found.answers.map(plainAnswer) })
    return EXIT.fine
  }
  const paint = paintOf(output)
  output.line(`${bookLine(asked, output)}\n`)
  output.line(`${role} ${act} is ${paint.strong(either(found.now))}${found.now.length > 1 ? ', not settled' : ''}`)
  if (found.answers.length === 0) output.line(`\nno possible situation makes it ${want ?? 'anything else'}`)
  for (const answer of found.answers) for (const line of answerLines(answer, output)) output.line(line)
  return EXIT.fine
}

/** The modality of an option, in any case of letters and with a hyphen for a space. */
export function modalityFrom<T extends Modality>(
  word: string | undefined,
  known: readonly T[],
  verb: Verb,
): T | undefined {
  if (word === undefined) return undefined
  const said = oneOf(known, word.toUpperCase().replaceAll('-', ' '), { what: 'answer', verb })
  return known.find((each) => each === said)
}

/** A situation is a map, which JSON does not have. */
export function plainAnswer({ ways, ...answer }: OtherAnswer) {
  return { ...answer, ways: ways.map(plainWay) }
}

export function plainWay({ situation, ...way }: Way) {
  return { ...way, situation: Object.fromEntries(situation) }
}

export function answerLines({ modality, distance, ways, more }: OtherAnswer, output: Output): readonly string[] {
  const paint = paintOf(output)
  const changes = distance === 0 ? 'hangs on what is not known' : `${counted(distance, 'fact')} changed`
  return [
    `\n${paint.strong(modality)} ${paint.quiet(`(${changes})`)}`,
    ...ways.map((way) => `  if ${way.words}${paint.quiet(notesOf(way))}`),
    ...(more ? [paint.quiet('  and in other ways')] : []),
  ]
}

function notesOf({ facts, certainty }: Way): string {
  const fixed = facts.filter(({ canChange }) => !canChange)
  const notes = [
    ...(fixed.length === 0 || fixed.length === facts.length
      ? []
      : [`no event changes ${fixed.map(({ input }) => input).join(', ')}`]),
    ...(certainty === 'settled' ? [] : ['for some of what is not known']),
  ]
  return notes.length === 0 ? '' : ` (${notes.join('; ')})`
}
