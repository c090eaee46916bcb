/** What is still open for whoever asks: the acts of which an unknown fact can change the answer, as diagrams. */
import { MODALITIES } from '@remit/language/checked/outcome.ts'
import type { ActId, RoleId } from '@remit/language/checked/tree.ts'
import { type Diagram, NO, terminal } from '../../diagram/diagrams.ts'
import type { CompiledPair } from '../../diagram/from-checked.ts'
import { mattering } from '../matters.ts'
import type { View } from '../view.ts'

/** The pairs of which the answer is wanted; without a role or acts, of all. */
export type Wanted = { readonly role?: RoleId; readonly acts?: ReadonlySet<ActId> }

/** Pairs that hang on the unknown facts in the same way. */
export type Goal = {
  readonly urgent: boolean
  readonly pairs: readonly CompiledPair[]
  /** What is left open, with MAY, SILENT and not arising taken as one. */
  readonly left: Diagram
  /** The variables that can change it. */
  readonly matters: readonly number[]
}

/** The open goals, urgent ones first, else in the order of the book. */
export function goalsOf(view: View, { role, acts }: Wanted): Goal[] {
  if (view.care === NO) return []
  const { compiled } = view
  const byLeft = new Map<string, { readonly urgent: boolean; readonly pairs: CompiledPair[]; readonly left: Diagram }>()
  const concern = concernIn(view)
  for (const pair of compiled.pairs) {
    if ((role !== undefined && pair.role !== role) || (acts !== undefined && !acts.has(pair.act))) continue
    const left = concern(pair)
    if (left < 0) continue
    const { urgent } = compiled.acts.act(pair.act)
    const goal = byLeft.get(`${urgent} ${left}`) ?? { urgent, pairs: [], left }
    goal.pairs.push(pair)
    byLeft.set(`${urgent} ${left}`, goal)
  }
  const goals = [...byLeft.values()].map((goal) => ({ ...goal, matters: mattering(view, goal.left) }))
  return goals.filter(({ matters }) => matters.length > 0).sort((a, b) => Number(b.urgent) - Number(a.urgent))
}

const NOTHING = terminal(MODALITIES.indexOf('SILENT'))

/** What is left of a pair, with MAY, SILENT and (for an act that says when it arises) not arising taken as one. */
function concernIn({ compiled, left }: View): (pair: CompiledPair) => Diagram {
  const { diagrams, outcomes, acts } = compiled
  const stamp = diagrams.stamp()
  const concernOf = (outcome: number): Diagram => {
    const { modality } = outcomes.at(outcome)
    return modality === 'MAY' ? NOTHING : terminal(MODALITIES.indexOf(modality))
  }
  return (pair) => {
    const arises = left(pair.arises)
    if (arises === NO) return NOTHING
    const modality = diagrams.mapTerminals(left(pair.outcome), concernOf, stamp)
    return acts.act(pair.act).arisesWhen === undefined ? modality : diagrams.choose(arises, modality, NOTHING)
  }
}
