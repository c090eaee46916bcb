/** One role and one act before other duties are looked at: its statements, its readings, its diagram. */
import type { Referral } from '@remit/language/checked/outcome.ts'
import type { Act, Book, NormId, Rank, RoleId, Statement, Unsettled } from '@remit/language/checked/tree.ts'
import { known } from '../assert.ts'
import type { Acts, Pair } from './acts.ts'
import type { Applies, Lifting } from './applies.ts'
import type { Conditions } from './conditions.ts'
import { type Diagram, type Diagrams, NO, YES } from './diagrams.ts'
import type { MadeFor } from './making.ts'
import type { Outcomes } from './outcomes.ts'
import { decidedRoles, type Rule, type Said, saidOfPairs } from './speaks.ts'
import { adviceWhere, type Spoken, walk } from './walk.ts'

/** A statement that speaks about the pair, in order of force and then of id. */
export type PairStatement = Spoken & {
  readonly statement: Statement
  readonly rule: Rule
  /** Where its norm applies. */
  readonly applies: Diagram
  /** Where it applies under each reading of the law: `applies`, less where a reading takes it out. */
  readonly counts: Diagram
}

/** Doubt about the law that may touch the pair. */
export type PairReading = { readonly unsettled: Unsettled; readonly variable: number; readonly live: Diagram }

export type PairBase = Pair & {
  readonly statements: readonly PairStatement[]
  readonly readings: readonly PairReading[]
  readonly liftings: readonly Lifting[]
  readonly arises: Diagram
  /** Its outcome before duties are looked at that cannot all be met. */
  readonly base: Diagram
}

/** What one compilation shares. */
export type Workshop = {
  readonly book: Book
  readonly diagrams: Diagrams
  readonly outcomes: Outcomes
  readonly acts: Acts
  readonly conditions: Conditions
  /** For each role that is decided. */
  readonly applies: ReadonlyMap<RoleId, Applies>
  /** The variable of the first `unsettled`; the others follow in order. */
  readonly firstReading: number
}

/** All pairs about which the book says something, and those of seizures, in order of role and act. */
export function pairsOf(workshop: Workshop): PairBase[] {
  const saidOf = saidOfPairs(workshop.book, workshop.acts)
  const bases = new Map<string, Diagram>()
  return decidedRoles(workshop.book).flatMap((role) =>
    workshop.book.acts.flatMap((act) => {
      const pair = { role, act: act.id }
      return workshop.diagrams.making.counted(madeForAct(act), () => {
        const statements = statementsOf(workshop, pair, saidOf(pair))
        if (statements.length === 0 && !act.onlyWhereAllowed) return []
        return [pairOf(workshop, pair, statements, bases)]
      })
    }),
  )
}

/** What is made for the pairs of an act. */
export const madeForAct = ({ id, span }: Act): MadeFor => ({ what: 'act', name: id, span })

function pairOf(
  workshop: Workshop,
  pair: Pair,
  plain: readonly PairStatement[],
  bases: Map<string, Diagram>,
): PairBase {
  const { diagrams, conditions } = workshop
  const act = workshop.acts.act(pair.act)
  const readings = readingsOf(workshop, plain)
  const statements = withReadings(diagrams, plain, readings)
  const rules = new Set(statements.map((statement) => statement.rule))
  const arises = act.arisesWhen
  return {
    ...pair,
    statements,
    readings,
    liftings: [...rules].flatMap((rule) => known(workshop.applies, pair.role).liftingsOf(rule, pair.act)),
    arises:
      arises === undefined ? diagrams.any(statements.map((s) => s.applies)) : conditions.compile(arises, pair.role),
    base: baseOf(workshop, statements, readings, { onlyWhereAllowed: act.onlyWhereAllowed, bases }),
  }
}

function statementsOf({ applies }: Workshop, { role, act }: Pair, said: readonly Said[]): PairStatement[] {
  const found = said.map(({ rule, statement }) => {
    const where = known(applies, role).where(rule, act)
    const { modality, guaranteed } = statement
    return { statement, rule, modality, guaranteed, rank: rule.rank, applies: where, counts: where }
  })
  return found.sort((a, b) => a.rank - b.rank)
}

/** Each `unsettled` of which every norm has a statement about the pair. */
function readingsOf(workshop: Workshop, statements: readonly PairStatement[]): PairReading[] {
  const whereOf = new Map(statements.map(({ rule, applies }) => [rule.id, applies]))
  return workshop.book.unsettled.flatMap((unsettled, index) => {
    const live = unsettled.norms.reduce((all, norm) => workshop.diagrams.and(all, whereOf.get(norm) ?? NO), YES)
    return live === NO ? [] : [{ unsettled, live, variable: workshop.firstReading + index }]
  })
}

/**
 * A reading's variable has two cells. Of two norms, cell 0 is without the first and cell 1 without the second;
 * of one norm, cell 0 is with it and cell 1 without it.
 */
function withReadings(
  diagrams: Diagrams,
  statements: readonly PairStatement[],
  readings: readonly PairReading[],
): PairStatement[] {
  return statements.map((statement) => {
    let counts = statement.applies
    for (const { unsettled, live, variable } of readings) {
      const place = unsettled.norms.indexOf(statement.rule.id)
      if (place < 0) continue
      const isOut = unsettled.norms.length === 2 && place === 0 ? [YES, NO] : [NO, YES]
      counts = diagrams.without(counts, diagrams.and(live, diagrams.node(variable, isOut)))
    }
    return { ...statement, counts }
  })
}

function baseOf(
  workshop: Workshop,
  statements: readonly PairStatement[],
  readings: readonly PairReading[],
  { onlyWhereAllowed, bases }: { readonly onlyWhereAllowed: boolean; readonly bases: Map<string, Diagram> },
): Diagram {
  // Most roles share most of what is said: equal walks are walked once.
  const said = statements.map(({ modality, guaranteed, rank, counts }) => [modality, guaranteed, rank, counts])
  const key = JSON.stringify([onlyWhereAllowed, readings.map((reading) => reading.variable), said])
  const before = bases.get(key)
  if (before !== undefined) return before
  const underReadings = outcomeOf(workshop, statements, onlyWhereAllowed)
  const base = agreed(workshop, underReadings, readings)
  workshop.diagrams.making.keep(base)
  bases.set(key, base)
  return base
}

/** The pair's outcome, before other duties are looked at, if a norm did not exist. */
export function baseWithout(workshop: Workshop, pair: PairBase, norm: NormId): Diagram {
  const statements = pair.statements.filter(({ rule }) => rule.id !== norm)
  const { onlyWhereAllowed } = workshop.acts.act(pair.act)
  return agreed(workshop, outcomeOf(workshop, statements, onlyWhereAllowed), pair.readings)
}

function outcomeOf(workshop: Workshop, statements: readonly PairStatement[], onlyWhereAllowed: boolean): Diagram {
  const { diagrams, outcomes } = workshop
  const { steps, advice, may } = walk(
    diagrams,
    statements,
    statements.map((statement) => statement.counts),
  )
  const conflict = { modality: 'REFER', referral: referralOf(workshop.book, 'conflict') } as const
  const mustNot = outcomes.terminalOf({ modality: 'MUST NOT' })
  let result = onlyWhereAllowed ? mustNot : outcomes.terminalOf({ modality: 'SILENT' })
  result = diagrams.choose(may, outcomes.terminalOf({ modality: 'MAY' }), result)
  for (const one of advice) {
    const should = outcomes.terminalOf({ modality: 'SHOULD' })
    const shouldNot = outcomes.terminalOf({ modality: 'SHOULD NOT' })
    result = diagrams.choose(adviceWhere(diagrams, one, 'should'), should, result)
    result = diagrams.choose(adviceWhere(diagrams, one, 'should not'), shouldNot, result)
  }
  for (const step of steps) {
    if (step.must !== NO) result = diagrams.choose(step.must, mustOf(outcomes, step.rank), result)
    result = diagrams.choose(step.mustNot, mustNot, result)
    if (step.conflict !== NO) result = diagrams.choose(step.conflict, outcomes.terminalOf(conflict), result)
  }
  return result
}

const mustOf = (outcomes: Outcomes, rank: Rank) => outcomes.terminalOf({ modality: 'MUST', rank })

/** Whom the agency asks about what its orders leave unsettled. */
export function referralOf(book: Book, cause: 'conflict' | 'duties'): Referral {
  return { cause, ask: [book.agency.referTo], interim: [] }
}

/** All readings together: their outcome where they agree, else whom the live ones say to ask. */
function agreed(workshop: Workshop, underReadings: Diagram, readings: readonly PairReading[]): Diagram {
  const { diagrams, outcomes } = workshop
  if (readings.length === 0) return underReadings
  let result = underReadings
  for (const { variable } of readings) result = diagrams.over(outcomes.agree, result, variable)
  const differs = diagrams.mapTerminals(result, (value) => (outcomes.isDiffer(value) ? YES : NO))
  return differs === NO ? result : diagrams.choose(differs, askOf(workshop, readings, []), result)
}

function askOf(workshop: Workshop, readings: readonly PairReading[], live: readonly Unsettled[]): Diagram {
  const [reading, ...others] = readings
  if (reading === undefined) {
    return workshop.outcomes.terminalOf({ modality: 'REFER', referral: unsettledReferral(live) })
  }
  return workshop.diagrams.choose(
    reading.live,
    askOf(workshop, others, [...live, reading.unsettled]),
    askOf(workshop, others, live),
  )
}

function unsettledReferral(live: readonly Unsettled[]): Referral {
  return {
    cause: 'unsettled',
    ask: [...new Set(live.map((unsettled) => unsettled.ask))].sort(),
    interim: live.map((unsettled) => unsettled.interim),
  }
}
