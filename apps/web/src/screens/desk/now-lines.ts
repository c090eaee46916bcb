/** Which answers a desk shows of each role, and which stay folded: a list that shows all is read by nobody. */
import type { AnswerView, IncidentView, RoleView } from '@remit/contract/incident-view.ts'
import { resultOf } from '../../words/incident.ts'
import type { Result } from '../../words/modality.ts'
import { keyOf } from '../../words/of.ts'

/** Lines shown of each role before the fold. */
const SHOWN_MAX = 3
/** These roles are on the scene or at the desk in every incident. */
const ALWAYS: readonly string[] = ['officer', 'supervisor', 'dispatcher']

export type RoleLines = {
  readonly role: RoleView
  readonly shown: readonly AnswerView[]
  readonly folded: readonly AnswerView[]
}

export function rolesShown(view: IncidentView): readonly RoleView[] {
  const always = ALWAYS.flatMap((id) => view.roles.find(({ role }) => role === id) ?? [])
  const others = view.roles.filter(
    ({ role, headline }) => !ALWAYS.includes(role) && headline?.modality === 'MUST' && headline.act !== 'protect-life',
  )
  return [...always, ...others]
}

/** The order of the moment, all other duties, what else stands on the phones, and what is set aside. */
export function linesOf(role: RoleView, inDanger: boolean): RoleLines {
  const worth = role.answers.filter((answer) => isWorth(resultOf(answer), inDanger))
  const first = (role.headline === undefined ? [] : [role.headline, ...role.headline.also]).map(keyOf)
  const rank = (answer: AnswerView) => {
    const place = first.indexOf(keyOf(answer))
    if (place === 0) return -first.length - 1
    if (resultOf(answer) === 'MUST' && answer.doneAt === undefined) return -first.length
    return place > 0 ? place - first.length : RANKS[resultOf(answer)]
  }
  const lines = worth.toSorted((one, other) => rank(one) - rank(other))
  const open = lines.filter((line) => first.includes(keyOf(line)) || RANKS[resultOf(line)] <= RANKS['SET ASIDE'])
  // What was set aside is always told: whoever read it a minute ago must not go on doing it.
  const aside = open.filter((line) => resultOf(line) === 'SET ASIDE')
  const shown = [...open.filter((line) => !aside.includes(line)).slice(0, SHOWN_MAX), ...aside]
  return { role, shown, folded: lines.filter((line) => !shown.includes(line)) }
}

/** During danger what is open is not asked about; a role about which nothing is said needs no line that says so. */
function isWorth(result: Result, inDanger: boolean): boolean {
  return result !== 'SILENT' && !(result === 'OPEN' && inDanger)
}

const RANKS: Readonly<Record<Result, number>> = {
  MUST: 0,
  'SET ASIDE': 1,
  'MUST NOT': 2,
  REFER: 3,
  SHOULD: 4,
  'SHOULD NOT': 5,
  OPEN: 6,
  MAY: 7,
  SILENT: 8,
}
