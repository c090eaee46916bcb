/**
 * What the orders say about one pair, before the duties of all pairs are weighed together.
 *
 * Section *Semantics*, paragraphs **One pair** and **Unsettled**, with readings 3 and 4.
 */
import type { Modality, ReferCause } from '@remit/language/checked/outcome.ts'
import type { Act, NormId, Rank, StatementModality, Unsettled } from '@remit/language/checked/tree.ts'
import { FORCES } from '@remit/language/checked/tree.ts'
import type { Applying } from './applies.ts'

/** The result of one pair. */
export type Verdict = {
  readonly modality: Exclude<Modality, 'SET ASIDE'>
  /** Only of a MUST, and of a MUST NOT that a statement gives: the place of the deciding force. */
  readonly rank?: Rank
  /** Only of REFER. */
  readonly cause?: Exclude<ReferCause, 'duties'>
  readonly deciding: readonly Applying[]
  readonly defeated: readonly Applying[]
}

/** One combination of readings: the norms that it leaves out, and what comes of it. */
export type Reading = { readonly without: readonly NormId[]; readonly verdict: Verdict }

/** **One pair.** Takes the applying statements that speak about the pair. */
export function walk(applying: readonly Applying[], act: Act): Verdict {
  let allowed = false
  let free = false
  const leftOut: Applying[] = []
  for (const [rank] of FORCES.entries()) {
    const here = applying.filter(({ rule }) => rule.rank === rank)
    // "At each force leave out `must not` if *allowed* is on, and `must` if *free* is on."
    const kept = here.filter(
      ({ statement: { modality } }) => !(modality === 'must not' && allowed) && !(modality === 'must' && free),
    )
    leftOut.push(...here.filter((each) => !kept.includes(each)))
    const must = said(kept, 'must')
    const mustNot = said(kept, 'must not')
    const guaranteedMay = said(kept, 'may').filter(isGuaranteed)
    const guaranteedNeedNot = said(kept, 'need not').filter(isGuaranteed)
    const sides = [
      ...(mustNot.length + guaranteedNeedNot.length > 0 ? must : []),
      ...(must.length + guaranteedMay.length > 0 ? mustNot : []),
      ...(mustNot.length > 0 ? guaranteedMay : []),
      ...(must.length > 0 ? guaranteedNeedNot : []),
    ]
    if (sides.length > 0) return { modality: 'REFER', cause: 'conflict', deciding: sides, defeated: leftOut }
    if (must.length > 0) return stopped('MUST', rank, must, applying, leftOut)
    if (mustNot.length > 0) return stopped('MUST NOT', rank, mustNot, applying, leftOut)
    allowed ||= guaranteedMay.length > 0
    free ||= guaranteedNeedNot.length > 0
  }
  return nothingStopped(applying, act, leftOut)
}

function said(among: readonly Applying[], modality: StatementModality): readonly Applying[] {
  return among.filter(({ statement }) => statement.modality === modality)
}

function isGuaranteed({ statement }: Applying): boolean {
  return statement.guaranteed
}

/** What a duty or a prohibition of some force defeats at its own force and below. */
const AGAINST = {
  MUST: ['must not', 'need not', 'should not'],
  'MUST NOT': ['must', 'may', 'should'],
} as const satisfies Record<string, readonly StatementModality[]>

function stopped(
  modality: 'MUST' | 'MUST NOT',
  rank: Rank,
  deciding: readonly Applying[],
  applying: readonly Applying[],
  leftOut: readonly Applying[],
): Verdict {
  const against = AGAINST[modality].flatMap((each) => said(applying, each)).filter(({ rule }) => rule.rank >= rank)
  return { modality, rank, deciding, defeated: [...new Set([...leftOut, ...against])] }
}

/** "If nothing stopped: the `should` / `should not` of the highest force that has any …" */
function nothingStopped(applying: readonly Applying[], act: Act, leftOut: readonly Applying[]): Verdict {
  const advice = [...said(applying, 'should'), ...said(applying, 'should not')]
  const highest = Math.min(...advice.map(({ rule }) => rule.rank))
  const should = said(advice, 'should').filter(({ rule }) => rule.rank === highest)
  const shouldNot = said(advice, 'should not').filter(({ rule }) => rule.rank === highest)
  const defeated = (against: StatementModality) => [...leftOut, ...said(advice, against)]
  if (should.length > 0 && shouldNot.length === 0)
    return { modality: 'SHOULD', deciding: should, defeated: defeated('should not') }
  if (shouldNot.length > 0 && should.length === 0)
    return { modality: 'SHOULD NOT', deciding: shouldNot, defeated: defeated('should') }
  const permissions = [...said(applying, 'may'), ...said(applying, 'need not')]
  if (permissions.length > 0) return { modality: 'MAY', deciding: permissions, defeated: leftOut }
  return { modality: act.onlyWhereAllowed ? 'MUST NOT' : 'SILENT', deciding: [], defeated: [] }
}

/** Reading 4: those whose norms all apply to the pair, each with a statement that speaks about it. */
export function liveFor(unsettled: readonly Unsettled[], applying: readonly Applying[]): readonly Unsettled[] {
  const norms = applying.map(({ rule }) => rule.id)
  return unsettled.filter((each) => each.norms.every((norm) => norms.includes(norm)))
}

/** **Unsettled.** "Decide the pair under every combination" of readings; with nothing unsettled there is one, of all norms. */
export function readingsOf(live: readonly Unsettled[], applying: readonly Applying[], act: Act): readonly Reading[] {
  return combinations(live).map((without) => ({
    without,
    verdict: walk(
      applying.filter(({ rule }) => !without.includes(rule.id)),
      act,
    ),
  }))
}

/** "For two norms, without the first and without the second; for one norm, with it and without it." */
function combinations(live: readonly Unsettled[]): readonly (readonly NormId[])[] {
  const [first, ...others] = live
  if (first === undefined) return [[]]
  const choices = first.norms.length === 2 ? first.norms.map((norm) => [norm]) : [[], [...first.norms]]
  return combinations(others).flatMap((rest) => choices.map((choice) => [...choice, ...rest]))
}

/** "If all agree, that is the result; else **REFER**." Reading 4: "a MUST then has the lowest force among them". */
export function verdictOf(readings: readonly Reading[]): Verdict {
  const verdicts = readings.map((reading) => reading.verdict)
  const deciding = [...new Set(verdicts.flatMap((verdict) => verdict.deciding))]
  const defeated = [...new Set(verdicts.flatMap((verdict) => verdict.defeated))].filter(
    (each) => !deciding.includes(each),
  )
  const [first, ...others] = verdicts
  if (first === undefined) throw new Error('there is at least one combination of readings')
  if (others.some((verdict) => verdict.modality !== first.modality))
    return { modality: 'REFER', cause: 'unsettled', deciding, defeated }
  const ranks = verdicts.flatMap((verdict) => (verdict.rank === undefined ? [] : [verdict.rank]))
  const ranked = ranks.length === verdicts.length ? { rank: Math.max(...ranks) } : {}
  return { modality: first.modality, ...ranked, ...(first.cause ? { cause: first.cause } : {}), deciding, defeated }
}
