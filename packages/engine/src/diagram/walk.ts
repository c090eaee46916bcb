/**
 * The walk over the forces for one role and act (section *One pair*), for all situations at once.
 *
 * Where everything is known each diagram is YES or NO, and the same operations are plain logic; so there is one walk
 * for compiling, for a whole situation and for a partial one.
 */
import type { Rank, StatementModality } from '@remit/language/checked/tree.ts'
import { type Diagram, type Diagrams, NO, YES } from './diagrams.ts'

/** What the walk needs to know of a statement that speaks about the pair. */
export type Spoken = { readonly modality: StatementModality; readonly guaranteed: boolean; readonly rank: Rank }

/** What happens at one force. `allowed` and `free` are the marks with which the walk comes to it. */
export type Step = {
  readonly rank: Rank
  /** Where the walk comes so far. */
  readonly running: Diagram
  readonly allowed: Diagram
  readonly free: Diagram
  /** Where the walk stops here with a conflict, a duty or a prohibition. */
  readonly conflict: Diagram
  readonly must: Diagram
  readonly mustNot: Diagram
  /** Where statements that are not left out are there at this force, whether or not the walk comes so far. */
  readonly musts: Diagram
  readonly mustNots: Diagram
}

/** Advice at one force, where no higher force has any. */
export type Advice = {
  readonly rank: Rank
  readonly should: Diagram
  readonly shouldNot: Diagram
  readonly here: Diagram
}

export type Walk = {
  readonly steps: readonly Step[]
  readonly advice: readonly Advice[]
  /** Where nothing stopped and there is no advice, but a permission. */
  readonly may: Diagram
  /** Where nothing stopped, nothing advises and nothing permits. */
  readonly silent: Diagram
}

/** `applies[i]` is where the statement `spoken[i]` applies. The statements are in order of rank. */
export function walk(diagrams: Diagrams, spoken: readonly Spoken[], applies: readonly Diagram[]): Walk {
  const steps: Step[] = []
  const marks = { allowed: NO, free: NO }
  let running: Diagram = YES
  for (let first = 0; first < spoken.length; ) {
    const rank = spoken[first]?.rank ?? 0
    let next = first
    while (next < spoken.length && spoken[next]?.rank === rank) next++
    const level = levelOf(diagrams, spoken, applies, { first, next })
    const step = stepAt(diagrams, rank, running, marks, level)
    steps.push(step)
    running = diagrams.without(diagrams.without(running, step.musts), step.mustNots)
    marks.allowed = diagrams.or(marks.allowed, level.guaranteedMay)
    marks.free = diagrams.or(marks.free, level.guaranteedNeedNot)
    first = next
  }
  return { steps, ...restOf(diagrams, spoken, applies, running) }
}

/** What applies at one force, by what it says. */
type Level = {
  must: Diagram
  mustNot: Diagram
  guaranteedMay: Diagram
  guaranteedNeedNot: Diagram
}

function levelOf(
  diagrams: Diagrams,
  spoken: readonly Spoken[],
  applies: readonly Diagram[],
  { first, next }: { readonly first: number; readonly next: number },
): Level {
  const level = { must: NO, mustNot: NO, guaranteedMay: NO, guaranteedNeedNot: NO }
  for (let index = first; index < next; index++) {
    const where = applies[index] ?? NO
    const statement = spoken[index]
    if (where === NO || statement === undefined) continue
    if (statement.modality === 'must') level.must = diagrams.or(level.must, where)
    else if (statement.modality === 'must not') level.mustNot = diagrams.or(level.mustNot, where)
    else if (statement.guaranteed && statement.modality === 'may') {
      level.guaranteedMay = diagrams.or(level.guaranteedMay, where)
    } else if (statement.guaranteed && statement.modality === 'need not') {
      level.guaranteedNeedNot = diagrams.or(level.guaranteedNeedNot, where)
    }
  }
  return level
}

function stepAt(
  diagrams: Diagrams,
  rank: Rank,
  running: Diagram,
  marks: { readonly allowed: Diagram; readonly free: Diagram },
  level: Level,
): Step {
  const musts = diagrams.without(level.must, marks.free)
  const mustNots = diagrams.without(level.mustNot, marks.allowed)
  const clash = diagrams.or(
    diagrams.and(musts, diagrams.or(mustNots, level.guaranteedNeedNot)),
    diagrams.and(mustNots, level.guaranteedMay),
  )
  const peaceful = diagrams.without(running, clash)
  return {
    rank,
    running,
    allowed: marks.allowed,
    free: marks.free,
    conflict: diagrams.and(running, clash),
    must: diagrams.and(peaceful, musts),
    mustNot: diagrams.and(peaceful, mustNots),
    musts,
    mustNots,
  }
}

function restOf(diagrams: Diagrams, spoken: readonly Spoken[], applies: readonly Diagram[], running: Diagram) {
  const advice: Advice[] = []
  let unadvised = running
  let undecided = running
  for (let index = 0; index < spoken.length; ) {
    const rank = spoken[index]?.rank ?? 0
    let should = NO
    let shouldNot = NO
    for (; spoken[index]?.rank === rank; index++) {
      const modality = spoken[index]?.modality
      if (modality === 'should') should = diagrams.or(should, applies[index] ?? NO)
      if (modality === 'should not') shouldNot = diagrams.or(shouldNot, applies[index] ?? NO)
    }
    if (should === NO && shouldNot === NO) continue
    // Both at once are no advice, but no lower force advises then either.
    advice.push({ rank, should, shouldNot, here: unadvised })
    const one = diagrams.or(diagrams.without(should, shouldNot), diagrams.without(shouldNot, should))
    undecided = diagrams.without(undecided, diagrams.and(unadvised, one))
    unadvised = diagrams.without(diagrams.without(unadvised, should), shouldNot)
  }
  const permits = diagrams.any(applies.filter((_, index) => isPermission(spoken[index])))
  return { advice, may: diagrams.and(undecided, permits), silent: diagrams.without(undecided, permits) }
}

const isPermission = (spoken: Spoken | undefined) => spoken?.modality === 'may' || spoken?.modality === 'need not'

/** Where there is this advice and not its opposite. */
export function adviceWhere(diagrams: Diagrams, advice: Advice, modality: 'should' | 'should not'): Diagram {
  const [says, opposite] = modality === 'should' ? [advice.should, advice.shouldNot] : [advice.shouldNot, advice.should]
  return diagrams.and(advice.here, diagrams.without(says, opposite))
}
