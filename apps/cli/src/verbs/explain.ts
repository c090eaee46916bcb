/** `remit explain`: why, for one role and one act, and which one fact would change it. */
import { decide } from '@remit/engine/questions/decide.ts'
import { type Explanation, explain } from '@remit/engine/questions/explain.ts'
import { situationInWords } from '@remit/engine/situation/words.ts'
import { type Arguments, needed, oneOf } from '../arguments.ts'
import { type Asked, askedOf } from '../asked.ts'
import { EXIT, type ExitCode } from '../exit-codes.ts'
import { type Output, paintOf } from '../output.ts'
import { answersByRole } from '../text/answer-lines.ts'
import { bookLine, bookOfAnswer, either, impossibleOf, sayImpossible } from '../text/asked-lines.ts'
import { roleFrom } from './decide.ts'

export async function explainVerb(args: Arguments, output: Output): Promise<ExitCode> {
  needed(args, 'role', 'explain')
  const actWord = needed(args, 'act', 'explain')
  const asked = await askedOf(args, 'explain')
  const { compiled, situation } = asked
  const role = roleFrom(args, asked, 'explain')
  const ids = compiled.book.acts.map(({ id }) => id)
  const act = oneOf(ids, actWord, { what: 'act', verb: 'explain' })
  const book = bookOfAnswer(asked)
  const determination = decide(compiled, situation)
  if (determination.kind === 'impossible') {
    if (args.json) output.json({ book, impossible: impossibleOf(determination) })
    else sayImpossible(determination, output)
    return EXIT.wrong
  }
  const answer = determination.answers.find((answer) => answer.role === role && answer.act === act)
  const explanation = answer && explain(compiled, situation, answer)
  if (args.json) {
    output.json({ book, ...(answer === undefined ? {} : { answer, ...explanation }) })
    return EXIT.fine
  }
  output.line(`${bookLine(asked, output)}\n`)
  if (answer === undefined || explanation === undefined) {
    output.line(`SILENT: these orders say nothing of it here. ${compiled.book.agency.silent ?? ''}`.trimEnd())
    return EXIT.fine
  }
  const paint = paintOf(output)
  for (const block of answersByRole([answer], compiled, paint)) output.line(block)
  print(asked, explanation, output)
  return EXIT.fine
}

const PART_WIDTH = 'nothing allows'.length + 2

function print(asked: Asked, { reasons, changes }: Explanation, output: Output): void {
  const paint = paintOf(output)
  output.line(`\n${paint.strong('why')}`)
  for (const { part, words, certainty, source } of reasons) {
    const perhaps = certainty === 'settled' ? '' : ' (for some of what is not known)'
    output.line(`  ${part.padEnd(PART_WIDTH)}${words}${perhaps}`)
    if (source === undefined) continue
    const place = asked.compiled.book.documents.find(({ id }) => id === source.document)
    const cite = source.cite === undefined ? '' : `${source.cite}, `
    output.line(
      paint.quiet(`  ${' '.repeat(PART_WIDTH)}${cite}${source.document}, ${place?.verified ?? source.verified}`),
    )
  }
  if (changes.length === 0) return
  output.line(`\n${paint.strong('one fact changed')}`)
  for (const line of changeLines(asked, changes)) output.line(`  ${line}`)
}

/** Values of one fact that come to the same stand on one line. */
function changeLines({ compiled }: Asked, changes: Explanation['changes']): readonly string[] {
  const lines = new Map<string, { readonly then: string; readonly values: string[] }>()
  for (const { input, value, modalities } of changes) {
    const then = either(modalities)
    const key = JSON.stringify([input, then])
    const line = lines.get(key) ?? { then, values: [] }
    const words = situationInWords(compiled.book, new Map([[input, value]]))
    line.values.push(line.values.length === 0 ? words : words.replace(`${input} is `, ''))
    lines.set(key, line)
  }
  return [...lines.values()].map(({ then, values }) => `${either(values)}: ${then}`)
}
