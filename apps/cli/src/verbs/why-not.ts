/** `remit why-not`: what stands against an answer that one expected of one role and one act. */
import { EXPECTABLE, type WhyNot, whyNot } from '@remit/engine/questions/why-not.ts'
import type { Arguments } from '../arguments.ts'
import { type AskedPair, askedPairOf } from '../asked-pair.ts'
import { EXIT, type ExitCode } from '../exit-codes.ts'
import { type Output, paintOf } from '../output.ts'
import { bookLine, either } from '../text/asked-lines.ts'
import { answerLines, modalityFrom, plainAnswer, plainWay } from './what-if.ts'

export async function whyNotVerb(args: Arguments, output: Output): Promise<ExitCode> {
  const expected = modalityFrom(args.options.expected, EXPECTABLE, 'why-not') ?? 'MUST'
  const pair = await askedPairOf(args, 'why-not', output)
  if (pair === undefined) return EXIT.wrong
  const { asked, role, act, book } = pair
  const found = whyNot(asked.compiled, asked.situation, { role, act }, expected)
  if (args.json) output.json({ book, ...plain(found) })
  else print(pair, found, output)
  return EXIT.fine
}

/** A situation is a map, which JSON does not have. */
function plain({ nearest, claims, ...found }: WhyNot) {
  return {
    ...found,
    claims: claims.map((claim) =>
      claim.fate === 'does not apply'
        ? { ...claim, needs: { ...claim.needs, ways: claim.needs.ways.map(plainWay) } }
        : claim,
    ),
    ...(nearest === undefined ? {} : { nearest: plainAnswer(nearest) }),
  }
}

function print({ asked, role, act }: AskedPair, found: WhyNot, output: Output): void {
  const paint = paintOf(output)
  const { expected, now, isSo, instead, claims, nearest } = found
  const said = now.kind === 'settled' ? now.modality : `${either(now.possible)}, not settled`
  output.line(`${bookLine(asked, output)}\n`)
  output.line(`${role} ${act} is ${paint.strong(said)}${isSo ? ', as expected' : `, not ${expected}`}`)
  if (isSo) return
  if (instead.length > 0) output.line(`\n${paint.strong('what decides instead')}`)
  for (const { words, source } of instead) {
    output.line(`  ${words}${source?.cite === undefined ? '' : paint.quiet(` (${source.cite})`)}`)
  }
  output.line(`\n${paint.strong(`what would say ${expected}`)}`)
  if (claims.length === 0) output.line('  no order speaks of it so')
  for (const { words, certainty } of claims) {
    output.line(`  ${words}${certainty === 'settled' ? '' : paint.quiet(' (for some of what is not known)')}`)
  }
  if (nearest === undefined) output.line(`\nno possible situation makes it ${expected}`)
  else for (const line of answerLines(nearest, output)) output.line(line)
}
