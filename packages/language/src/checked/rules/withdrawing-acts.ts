import type { Finding } from '../../text/finding.ts'
import { findingAt } from '../findings.ts'
import type { WordsInForce } from '../link.ts'
import { generalsOf } from '../speaks.ts'
import type { Act } from '../tree.ts'

const WITHDRAWING = /^(wait|leave|stand by|stand back|hold back|step back|fall back|return|withdraw|retreat)\b/i

/**
 * W102: an act whose words are to wait, leave, stand by or return should say `withdraws`: only then is it set aside while
 * someone is in danger. An act that directs others is not their withdrawal.
 */
export function withdrawingActs({ acts }: WordsInForce): readonly Finding[] {
  const withdraws = new Set(acts.filter((act) => act.withdraws).map(({ id }) => id))
  return acts.filter(soundsLikeIt).flatMap((act) => {
    if ([...(generalsOf(acts).get(act.id) ?? [])].some((general) => withdraws.has(general))) return []
    return [
      findingAt(
        act.span,
        'W102',
        `\`${act.id}\` is to wait, leave, stand by or return and does not say \`withdraws\``,
        {
          label: 'stands in the way of help when someone is in danger',
          fix: 'write `withdraws` in its declaration',
        },
      ),
    ]
  })
}

function soundsLikeIt({ text, order, word, directs }: Act): boolean {
  if (directs !== undefined) return false
  return [text, order, word].some((words) => words !== undefined && WITHDRAWING.test(words))
}
