/** `AGENCY --at TIME --given "…" --role ROLE --act ACT`: one role and one act, asked about in a situation. */
import type { Determination } from '@remit/engine/questions/answer.ts'
import { decide } from '@remit/engine/questions/decide.ts'
import { type Arguments, needed, oneOf } from './arguments.ts'
import { type Asked, askedOf } from './asked.ts'
import type { Output } from './output.ts'
import { bookOfAnswer, impossibleOf, sayImpossible } from './text/asked-lines.ts'
import type { Verb } from './usage.ts'
import { roleFrom } from './verbs/decide.ts'

export type AskedPair = {
  readonly asked: Asked
  readonly role: string
  readonly act: string
  readonly book: ReturnType<typeof bookOfAnswer>
  readonly determination: Extract<Determination, { readonly kind: 'determination' }>
}

/** What is asked about; `undefined`, and it has been said, where the facts cannot be together. */
export async function askedPairOf(args: Arguments, verb: Verb, output: Output): Promise<AskedPair | undefined> {
  needed(args, 'role', verb)
  const actWord = needed(args, 'act', verb)
  const asked = await askedOf(args, verb)
  const { compiled, situation } = asked
  const role = roleFrom(args, asked, verb) ?? ''
  const ids = compiled.book.acts.map(({ id }) => id)
  const act = oneOf(ids, actWord, { what: 'act', verb })
  const book = bookOfAnswer(asked)
  const determination = decide(compiled, situation)
  if (determination.kind === 'determination') return { asked, role, act, book, determination }
  if (args.json) output.json({ book, impossible: impossibleOf(determination) })
  else sayImpossible(determination, output)
  return undefined
}
