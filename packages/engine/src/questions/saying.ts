/** Which statements about a pair decide, and which are beaten, wherever they do. */
import { at } from '../assert.ts'
import { type Diagram, type Diagrams, NO } from '../diagram/diagrams.ts'
import type { Compiled, CompiledPair } from '../diagram/from-checked.ts'
import type { PairStatement, Workshop } from '../diagram/pair.ts'
import { adviceWhere, type Walk, walk } from '../diagram/walk.ts'

export type Saying = {
  readonly walked: Walk
  /** For each statement of the pair, where it counts, under each reading of the law. */
  readonly counts: readonly Diagram[]
  /** Where the walk alone comes to a duty, under each reading of the law. */
  readonly must: Diagram
  /** For each statement, where it is among those that decide under some reading; in a conflict, on either side. */
  readonly decides: readonly Diagram[]
  /** Where a statement applies and was beaten under some reading, and decides under none. */
  isBeaten(statement: number): Diagram
}

/** What is said of each pair with everything left open; a pair is walked when it is first asked for. */
export type Sayings = (pair: CompiledPair) => Saying

export function sayingsOf(compiled: Compiled): Sayings {
  const walked = new Map<CompiledPair, Saying>()
  return (pair) => {
    const said = walked.get(pair) ?? sayingOf(compiled, pair, (diagram) => diagram)
    walked.set(pair, said)
    return said
  }
}

/** Walks the pair with what `left` leaves of its diagrams: all of it, or what known facts leave. */
export function sayingOf({ diagrams }: Workshop, pair: CompiledPair, left: (diagram: Diagram) => Diagram): Saying {
  const counts = pair.statements.map((statement) => left(statement.counts))
  const walked = walk(diagrams, pair.statements, counts)
  const regions = regionsOf(diagrams, walked)
  const someReading = (region: Diagram) => underSomeReading(diagrams, pair, region)
  const decides = pair.statements.map((s, index) =>
    someReading(whereDecides(diagrams, walked, regions, s, at(counts, index))),
  )
  return {
    walked,
    counts,
    must: regions.must,
    decides,
    isBeaten(index) {
      const statement = at(pair.statements, index)
      const beaten = someReading(whereBeaten(diagrams, walked, regions, statement, at(counts, index)))
      // What decides under one reading of the law is not called beaten because it is so under another.
      return diagrams.without(beaten, at(decides, index))
    },
  }
}

/** Where the walk alone comes to each result. */
type Regions = {
  readonly must: Diagram
  readonly mustNot: Diagram
  readonly should: Diagram
  readonly shouldNot: Diagram
  readonly may: Diagram
}

function regionsOf(diagrams: Diagrams, { steps, advice, may }: Walk): Regions {
  let [must, mustNot, should, shouldNot] = [NO, NO, NO, NO]
  for (const step of steps) {
    must = diagrams.or(must, step.must)
    mustNot = diagrams.or(mustNot, step.mustNot)
  }
  for (const one of advice) {
    should = diagrams.or(should, adviceWhere(diagrams, one, 'should'))
    shouldNot = diagrams.or(shouldNot, adviceWhere(diagrams, one, 'should not'))
  }
  return { must, mustNot, should, shouldNot, may }
}

/** Where a statement is among those that decide; in a conflict, where it is on either side. */
function whereDecides(d: Diagrams, walked: Walk, regions: Regions, s: PairStatement, counts: Diagram): Diagram {
  if (counts === NO) return NO
  const step = walked.steps.find((one) => one.rank === s.rank)
  const conflict = step?.conflict ?? NO
  switch (s.modality) {
    case 'must':
      return d.and(d.without(counts, step?.free ?? NO), d.or(step?.must ?? NO, conflict))
    case 'must not':
      return d.and(d.without(counts, step?.allowed ?? NO), d.or(step?.mustNot ?? NO, conflict))
    case 'may': {
      const side = s.guaranteed ? d.and(conflict, step?.mustNots ?? NO) : NO
      return d.and(counts, d.or(regions.may, side))
    }
    case 'need not': {
      const side = s.guaranteed ? d.and(conflict, step?.musts ?? NO) : NO
      return d.and(counts, d.or(regions.may, side))
    }
    case 'should':
    case 'should not': {
      const advice = walked.advice.find((one) => one.rank === s.rank)
      return advice === undefined
        ? NO
        : d.and(d.and(counts, regionOfAdvice(regions, s.modality)), adviceWhere(d, advice, s.modality))
    }
  }
}

const regionOfAdvice = (regions: Regions, modality: 'should' | 'should not') =>
  modality === 'should' ? regions.should : regions.shouldNot

/**
 * Where a statement that applies was beaten: left out under a guarantee, or contrary to a result of the same or a higher
 * force. A plain permission from above is not beaten by what is stricter below: it leaves room for it.
 */
function whereBeaten(d: Diagrams, walked: Walk, regions: Regions, s: PairStatement, counts: Diagram): Diagram {
  if (counts === NO) return NO
  const step = walked.steps.find((one) => one.rank === s.rank)
  const stopped = (result: 'must' | 'mustNot') =>
    d.any(walked.steps.filter((one) => one.rank <= s.rank).map((one) => one[result]))
  switch (s.modality) {
    case 'must':
      return d.and(counts, d.or(stopped('mustNot'), d.and(step?.running ?? NO, step?.free ?? NO)))
    case 'must not':
      return d.and(counts, d.or(stopped('must'), d.and(step?.running ?? NO, step?.allowed ?? NO)))
    case 'may':
      return d.and(counts, stopped('mustNot'))
    case 'need not':
      return d.and(counts, stopped('must'))
    case 'should':
      return d.and(counts, d.or(stopped('mustNot'), regions.shouldNot))
    case 'should not':
      return d.and(counts, d.or(stopped('must'), regions.should))
  }
}

/** Where something of the pair is so under some reading of the law. */
export function underSomeReading(diagrams: Diagrams, pair: CompiledPair, region: Diagram): Diagram {
  let result = region
  for (const { variable } of pair.readings) result = diagrams.exists(result, variable)
  return result
}
