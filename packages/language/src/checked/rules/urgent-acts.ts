import type { Finding } from '../../text/finding.ts'
import { findingAt } from '../findings.ts'
import type { WordsInForce } from '../link.ts'
import { generalsOf } from '../speaks.ts'

/** E226: an urgent act excludes every act that withdraws, and so cannot withdraw itself, nor be a kind of one that does. */
export function urgentActs({ acts }: WordsInForce): readonly Finding[] {
  return acts
    .filter(({ urgent }) => urgent)
    .flatMap((act) => {
      const withdraws = acts.find(({ id, withdraws }) => withdraws && generalsOf(acts).get(act.id)?.has(id))
      if (withdraws === undefined) return []
      return [
        findingAt(act.span, 'E226', `\`${act.id}\` is urgent and withdraws`, {
          label: 'help cannot be given by leaving or waiting',
          also: withdraws.id === act.id ? [] : [{ span: withdraws.span, text: 'a kind of this act, which withdraws' }],
          fix: 'take out `urgent` or `withdraws`',
        }),
      ]
    })
}
