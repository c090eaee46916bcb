/** Duties that cannot all be met, class by class (section of that name). */
import { at } from '../assert.ts'
import { type Diagram, type Diagrams, NO, YES } from './diagrams.ts'
import { type PairBase, referralOf, type Workshop } from './pair.ts'

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
}

const NOT_URGENT = 1_000

/** For each pair, in the same order, its duties and what it comes to. */
export function dutiesOf(workshop: Workshop, pairs: readonly PairBase[]): PairDuties[] {
  const { diagrams } = workshop
  const musts = pairs.map((pair) => mustsOf(workshop, pair))
  const collides = collisions(workshop, pairs, musts)
  const keys = [...new Set(musts.flatMap((must) => [...must.keys()]))].sort((a, b) => a - b)
  const duties: Duty[][] = pairs.map(() => [])
  for (const key of keys) {
    const rests = musts.map((must, index) => restOf(diagrams, must.get(key) ?? NO, at(collides, index), duties))
    const made = rests.map((rest, index) => {
      const must = at(musts, index).get(key)
      return must === undefined ? undefined : dutyOf(diagrams, { key, must, rest }, at(collides, index), rests, duties)
    })
    // Only after the whole class is done do its duties bear on others.
    for (const [index, duty] of made.entries()) if (duty !== undefined) at(duties, index).push(duty)
  }
  return pairs.map((pair, index) => {
    const own = at(duties, index)
    return { duties: own, collides: at(collides, index), outcome: finished(workshop, pair, own) }
  })
}

/** Where the pair is MUST, by class. */
function mustsOf({ diagrams, outcomes, acts }: Workshop, pair: PairBase): Map<number, Diagram> {
  const urgency = acts.act(pair.act).urgent ? 0 : NOT_URGENT
  const ranks = new Set<number>()
  diagrams.mapTerminals(pair.base, (value) => {
    const { modality, rank } = outcomes.at(value)
    if (modality === 'MUST' && rank !== undefined) ranks.add(rank)
    return NO
  })
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
  return pairs.map((pair, index) =>
    at(musts, index).size === 0 ? [] : mayBeMust.filter((other) => acts.collide(pair, at(pairs, other))),
  )
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
