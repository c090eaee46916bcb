/** One sentence for an officer: because of which facts which order, and who says so. */
import type { Modality, ReferCause } from '@remit/language/checked/outcome.ts'
import { known } from '../assert.ts'
import type { Compiled } from '../diagram/from-checked.ts'
import { joined, lowerFirst } from '../situation/plain-words.ts'
import type { Answer } from './answer.ts'
import type { Because } from './because.ts'

/** `Because requester is “ICE” and, as is presumed, nobody is in danger: wait for your supervisor (CPD memo, 2019).` */
export function sentenceOf(compiled: Compiled, { facts }: Because, answer: Answer, modality: Modality): string {
  const told = (how: 'reported' | 'presumed') =>
    joined(
      facts.filter((fact) => fact.how === how).map(({ words }) => words),
      'and',
    )
  const [reported, presumed] = [told('reported'), told('presumed')]
  const condition = conditionOf(reported, presumed)
  const cites = citesOf(compiled, answer)
  const source = cites.length === 0 ? '' : ` (${cites.join('; ')})`
  return `${condition}: ${orderOf(compiled, answer, modality)}${source}.`
}

function conditionOf(reported: string, presumed: string): string {
  if (presumed === '') return reported === '' ? 'Always' : `Because ${reported}`
  return reported === ''
    ? `Because, as is presumed, ${presumed}`
    : `Because ${reported} and, as is presumed, ${presumed}`
}

/** How the norms that decide are cited; of those of one document that cite nothing of their own, its short title once. */
function citesOf({ documents }: Compiled, { citations }: Answer): readonly string[] {
  return [...new Set(citations.map(({ cite, document }) => cite ?? known(documents, document).short))]
}

/** What to do, as it is said to the one who does it. */
function orderOf(compiled: Compiled, answer: Answer, modality: Modality): string {
  const { text, order } = compiled.acts.act(answer.act)
  const act = lowerFirst(text)
  switch (modality) {
    case 'MUST':
      return lowerFirst(order ?? text)
    case 'MUST NOT':
      return answer.deciding.length === 0 ? `do not ${act}, for no order allows it` : `do not ${act}`
    case 'MAY':
      return `you may ${act}`
    case 'SHOULD':
    case 'SHOULD NOT':
      return `you ${modality.toLowerCase()} ${act}`
    case 'SILENT':
      return `no order says whether to ${act}`
    case 'REFER':
      return `ask ${joined(rolesIn(compiled, answer.referral?.ask ?? []), 'or')} whether to ${act}${whyAsk(answer)}`
    case 'SET ASIDE':
      return `do not ${act} now: first ${joined(firstOf(compiled, answer), 'and')}`
  }
}

const WHY_ASK: Readonly<Record<ReferCause, string>> = {
  conflict: ', for orders of one force contradict each other',
  unsettled: ', for it is unsettled what the law says',
  duties: ', for not all duties can be met',
}

function whyAsk({ referral }: Answer): string {
  return referral === undefined ? '' : WHY_ASK[referral.cause]
}

function rolesIn({ book }: Compiled, ids: readonly string[]): readonly string[] {
  const texts = new Map(book.roles.map(({ id, text }) => [id, text]))
  const asked = ids.length === 0 ? [book.agency.referTo] : ids
  return asked.map((id) => `the ${lowerFirst(texts.get(id) ?? id)}`)
}

function firstOf({ acts }: Compiled, { setAsideBy }: Answer): readonly string[] {
  const orders = setAsideBy.map(({ act }) => lowerFirst(acts.act(act).order ?? acts.act(act).text))
  return orders.length === 0 ? ['do what comes before it'] : [...new Set(orders)]
}
