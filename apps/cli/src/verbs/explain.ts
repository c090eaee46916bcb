/** `remit explain`: why, for one role and one act, and which one fact would change it. */
import { type Explanation, explain } from '@remit/engine/questions/explain.ts'
import { situationInWords } from '@remit/engine/situation/words.ts'
import type { Arguments } from '../arguments.ts'
import type { Asked } from '../asked.ts'
import { askedPairOf } from '../asked-pair.ts'
import { EXIT, type ExitCode } from '../exit-codes.ts'
import { type Output, paintOf } from '../output.ts'
import { answersByRole } from '../text/answer-lines.ts'
import { bookLine, either } from '../text/asked-lines.ts'

export async function explainVerb(args: Arguments, output: Output): Promise<ExitCode> {
  const pair = await askedPairOf(args, 'explain', output)
  if (pair === undefined) return EXIT.wrong
  const { asked, role, act, book, determination } = pair
  const { compiled, situation } = asked
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

function print(asked: Asked, { because, reasons, changes }: Explanation, output: Output): void {
  const paint = paintOf(output)
  if (because !== undefined) output.line(`\n${because.words}`)
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
