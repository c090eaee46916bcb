/** What a book says of one role and act, as pieces that can be compared with those of another book. */
import type { Modality, Referral } from '@remit/language/checked/outcome.ts'
import type { ActId, EventId, NormId, RoleId } from '@remit/language/checked/tree.ts'
import { at } from '../../assert.ts'
import type { Pair } from '../../diagram/acts.ts'
import { type Diagram, YES } from '../../diagram/diagrams.ts'
import { type Compiled, type CompiledPair, pairIndex } from '../../diagram/from-checked.ts'
import { whereDeadlines } from '../deadlines.ts'
import { whereOutcome } from '../expectation.ts'
import { type Saying, sayingOf } from '../saying.ts'
import { viewOf } from '../view.ts'
import type { Feature } from './features.ts'

/** What a pair comes to; whom to ask of a REFER. */
export type Said = { readonly modality: Modality; readonly referral?: Referral }

/** What belongs to an answer beside its modality. */
export type Term =
  | { readonly kind: 'within'; readonly event: EventId; readonly ms: number; readonly ifLate?: RoleId }
  | { readonly kind: 'promptly'; readonly ifLate?: RoleId }
  | { readonly kind: 'before'; readonly act: ActId; readonly ifLate?: RoleId }
  /** It is enough that one member does it. */
  | { readonly kind: 'one' }
  /** The standing duty that sets it aside. */
  | { readonly kind: 'set aside by'; readonly role: RoleId; readonly act: ActId }

/** One book's part in a comparison about one pair. Where the book has no word for the role or the act it is SILENT. */
export type Sided = {
  readonly compiled: Compiled
  readonly pair: CompiledPair | undefined
  readonly said: readonly Feature<Said>[]
}

export function sidedOf(compiled: Compiled, { role, act }: Pair): Sided {
  const pair = compiled.pairs[pairIndex(compiled, role, act)]
  return { compiled, pair, said: pair === undefined ? [SILENT] : saidOf(compiled, pair) }
}

const keyOf = ({ modality, referral }: Said) => JSON.stringify([modality, referral])
const SILENT: Feature<Said> = { key: keyOf({ modality: 'SILENT' }), is: { modality: 'SILENT' }, where: YES }

/** Each thing that the pair comes to, and where; the force of a duty is none of it. */
function saidOf(compiled: Compiled, pair: CompiledPair): Feature<Said>[] {
  const byKey = new Map<string, Said>()
  for (const outcome of pair.comesTo) {
    const { modality, referral } = compiled.outcomes.at(outcome)
    const is = referral === undefined ? { modality } : { modality, referral }
    byKey.set(keyOf(is), is)
  }
  return [...byKey].map(([key, is]) => ({ key, is, where: whereOutcome(compiled, pair, (one) => keyOf(one) === key) }))
}

/** What can differ while the modality is the same: the norms that decide, and the terms of a duty. */
export type Details = { readonly terms: readonly Feature<Term>[]; readonly sources: readonly Feature<NormId>[] }

export function detailsOf({ compiled, pair }: Sided): Details {
  if (pair === undefined) return { terms: [], sources: [] }
  const saying = sayingOf(compiled, pair, (diagram) => diagram)
  const sources = pair.statements.map(({ rule }, index) => ({
    key: rule.id,
    is: rule.id,
    where: at(saying.decides, index),
  }))
  return { terms: termsOf(compiled, pair, saying), sources }
}

function termsOf(compiled: Compiled, pair: CompiledPair, saying: Saying): Feature<Term>[] {
  const { diagrams } = compiled
  const unknown = new Int32Array(diagrams.widths.length).fill(-1)
  const deadlines = whereDeadlines(viewOf(compiled, unknown), pair, saying)
  const timed = deadlines.map(({ deadline, where }) => featureOf(deadline, where))
  const must = whereOutcome(compiled, pair, ({ modality }) => modality === 'MUST')
  const each = pair.statements.flatMap(({ statement }, index) => (statement.one ? [] : [at(saying.decides, index)]))
  const one = diagrams.without(must, diagrams.any(each))
  return [...timed, featureOf({ kind: 'one' }, one), ...setAsideBy(compiled, pair)]
}

function setAsideBy({ diagrams, pairs }: Compiled, pair: CompiledPair): Feature<Term>[] {
  return pair.collides.flatMap((other) => {
    const { role, act, duties } = at(pairs, other)
    return pair.duties.flatMap((duty) => {
      const above = duties.filter(({ key }) => key < duty.key).map(({ standing }) => standing)
      if (above.length === 0) return []
      return [featureOf({ kind: 'set aside by', role, act }, diagrams.and(duty.aside, diagrams.any(above)))]
    })
  })
}

function featureOf(is: Term, where: Diagram): Feature<Term> {
  return { key: JSON.stringify(is), is, where }
}
