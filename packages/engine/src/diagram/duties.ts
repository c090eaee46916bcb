/** Duties that cannot all be met, class by class (section of that name). */
import { at } from '../assert.ts'
import { type Diagram, type Diagrams, NO, YES } from './diagrams.ts'
import { madeForAct, type PairBase, referralOf, type Workshop } from './pair.ts'
import { terminalsOf } from './reach.ts'

/** A duty of one class: urgent before not urgent, then by force, highest first; `key` orders them. */
export type Duty = {
  readonly key: number
  /** Where the pair is MUST of this class. */
  readonly must: Diagram
  /** Where that duty stands, is set aside, or is referred. */
  readonly standing: Diagram
  readonly aside: Diagram
  readonly refer: Diagram
}

export type PairDuties = {
  /** The pair's duties, highest class first. */
  readonly duties: readonly Duty[]
  /** Places of the pairs with which it collides. */
  readonly collides: readonly number[]
  /** The pair's finished diagram. */
  readonly outcome: Diagram
  /** Places of the outcomes to which it comes. */
  readonly comesTo: ReadonlySet<number>
}

const NOT_URGENT = 1_000

/** For each pair, in the same order, its duties and what it comes to. */
export function dutiesOf(workshop: Workshop, pairs: readonly PairBase[]): PairDuties[] {
  const { acts, diagrams } = workshop
  const counted = <T>(index: number, make: () => T) =>
    diagrams.making.counted(madeForAct(acts.act(at(pairs, index).act)), make)
  const musts = pairs.map((pair) => mustsOf(workshop, pair))
  const collides = collisions(workshop, pairs, musts)
  const keys = [...new Set(musts.flatMap((must) => [...must.keys()]))].sort((a, b) => a - b)
  const duties: Duty[][] = pairs.map(() => [])
  for (const key of keys) {
    const rests = musts.map((must, index) =>
      counted(index, () => restOf(diagrams, must.get(key) ?? NO, at(collides, index), duties)),
    )
    const made = rests.map((rest, index) => {
      const must = at(musts, index).get(key)
      if (must === undefined) return undefined
      return counted(index, () => dutyOf(diagrams, { key, must, rest }, at(collides, index), rests, duties))
    })
    // Only after the whole class is done do its duties bear on others.
    for (const [index, duty] of made.entries()) if (duty !== undefined) at(duties, index).push(duty)
  }
  const comeTo = new Map<Diagram, ReadonlySet<number>>()
  return pairs.map((pair, index) => {
    const own = at(duties, index)
    const outcome = counted(index, () => finished(workshop, pair, own))
    const comesTo = comeTo.get(outcome) ?? terminalsOf(diagrams, outcome)
    comeTo.set(outcome, comesTo)
    return { duties: own, collides: at(collides, index), outcome, comesTo }
  })
}

/** Where the pair is MUST, by class. */
function mustsOf({ diagrams, outcomes, acts }: Workshop, pair: PairBase): Map<number, Diagram> {
  // Without a `must` among what is said there is no need to look.
  if (!pair.statements.some(({ modality }) => modality === 'must')) return new Map()
  const urgency = acts.act(pair.act).urgent ? 0 : NOT_URGENT
  const musts = [...terminalsOf(diagrams, pair.base)].map((value) => outcomes.at(value))
  const ranks = new Set(
    musts.flatMap(({ modality, rank }) => (modality === 'MUST' && rank !== undefined ? [rank] : [])),
  )
  const where = (rank: number) =>
    diagrams.mapTerminals(pair.base, (value) => (outcomes.at(value).rank === rank ? YES : NO))
  return new Map([...ranks].map((rank) => [urgency + rank, where(rank)]))
}

function collisions(
  { acts }: Workshop,
  pairs: readonly PairBase[],
  musts: readonly ReadonlyMap<number, Diagram>[],
): number[][] {
  const mayBeMust = pairs.flatMap((_, index) => (at(musts, index).size > 0 ? [index] : []))
  // Few acts exclude any: of all others no two collide.
  const canExclude = pairs.map((pair) => acts.canExclude(pair))
  const excluding = mayBeMust.filter((other) => at(canExclude, other))
  return pairs.map((pair, index) => {
    if (at(musts, index).size === 0) return []
    const others = at(canExclude, index) ? mayBeMust : excluding
    return others.filter((other) => acts.collide(pair, at(pairs, other)))
  })
}

/** The part of a duty that no standing duty of a higher class sets aside. */
function restOf(
  diagrams: Diagrams,
  must: Diagram,
  collides: readonly number[],
  duties: readonly (readonly Duty[])[],
): Diagram {
  if (must === NO) return NO
  const standing = collides.flatMap((other) => at(duties, other).map((duty) => duty.standing))
  return diagrams.without(must, diagrams.any(standing))
}

function dutyOf(
  diagrams: Diagrams,
  { key, must, rest }: { readonly key: number; readonly must: Diagram; readonly rest: Diagram },
  collides: readonly number[],
  rests: readonly Diagram[],
  duties: readonly (readonly Duty[])[],
): Duty {
  const same = collides.map((other) => at(rests, other))
  const referredAbove = collides.flatMap((other) => at(duties, other).map((duty) => duty.refer))
  const refer = diagrams.and(rest, diagrams.any([...same, ...referredAbove]))
  return { key, must, refer, standing: diagrams.without(rest, refer), aside: diagrams.without(must, rest) }
}

function finished({ book, diagrams, outcomes }: Workshop, pair: PairBase, duties: readonly Duty[]): Diagram {
  const setAside = outcomes.terminalOf({ modality: 'SET ASIDE' })
  const referred = outcomes.terminalOf({ modality: 'REFER', referral: referralOf(book, 'duties') })
  let outcome = pair.base
  for (const duty of duties) {
    outcome = diagrams.choose(duty.aside, setAside, outcome)
    outcome = diagrams.choose(duty.refer, referred, outcome)
  }
  return outcome
}
