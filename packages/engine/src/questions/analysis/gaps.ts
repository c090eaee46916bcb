/** Acts that arise and of which the orders say nothing, and choices of which everything is forbidden. */
import type { Act, Condition } from '@remit/language/checked/tree.ts'
import type { Pair } from '../../diagram/acts.ts'
import { type Diagram, NO } from '../../diagram/diagrams.ts'
import { type Compiled, pairIndex } from '../../diagram/from-checked.ts'
import { decidedRoles } from '../../diagram/speaks.ts'
import { whereOutcome } from '../expectation.ts'
import { type MeaningFinding, shownIn } from './findings.ts'

type Gap = { readonly act: Act; readonly where: Diagram }

/**
 * An act that says when it arises, where it does for some role and the orders say nothing of it to any role. An act and
 * those of its kinds that are left out too are one finding: who writes the one norm that is missing closes all.
 */
export function gaps(compiled: Compiled): MeaningFinding[] {
  const found = arisingActs(compiled).flatMap(({ act, arises }): Gap[] => {
    const where = whereSilent(compiled, act, arises)
    return where === NO ? [] : [{ act, where }]
  })
  const isKind = (kind: Act, general: Act) => kind !== general && compiled.acts.isKindOf(kind.id, general.id)
  const generals = found.filter(({ act }) => !found.some((other) => isKind(act, other.act)))
  return generals.flatMap(({ act, where }) => {
    const kinds = found.filter((other) => isKind(other.act, act)).map((other) => `\`${other.act.id}\``)
    const alsoOf = kinds.length === 0 ? '' : `; nor is anything said of these kinds of it: ${kinds.join(', ')}`
    const told = {
      code: 'W302',
      message: `the orders say nothing of \`${act.id}\` where it arises`,
      labels: [{ span: act.span, text: `its declaration says when it arises${alsoOf}` }],
      fix: 'say in a norm what holds then: `must`, `must not`, `may` or `need not`',
    } as const
    return shownIn(compiled, told, { where, pairs: somePairs(compiled, act) })
  })
}

function whereSilent(compiled: Compiled, act: Act, arises: Condition): Diagram {
  const { conditions, diagrams, pairs, possible } = compiled
  const silent = pairs
    .filter((pair) => pair.act === act.id)
    .map((pair) => whereOutcome(compiled, pair, ({ modality }) => modality === 'SILENT'))
  return silent.reduce((all, one) => diagrams.and(all, one), diagrams.and(possible, conditions.forSomeRole(arises)))
}

/** An act only where allowed, where it arises and no statement that applies speaks about it to any role. */
export function unspokenSeizures(compiled: Compiled): MeaningFinding[] {
  const { conditions, diagrams, pairs } = compiled
  return arisingActs(compiled).flatMap(({ act, arises }) => {
    if (!act.onlyWhereAllowed) return []
    const spoken = pairs
      .filter((pair) => pair.act === act.id)
      .flatMap((pair) => pair.statements.map((statement) => statement.applies))
    const told = {
      code: 'W311',
      message: `\`${act.id}\` arises and no order speaks of it, so it is forbidden to everyone`,
      labels: [{ span: act.span, text: 'it is for only where allowed: silence means no' }],
      fix: 'say in a norm who may or must do it then, or that they must not',
    } as const
    const where = diagrams.without(conditions.forSomeRole(arises), diagrams.any(spoken))
    return shownIn(compiled, told, { where, pairs: somePairs(compiled, act) })
  })
}

/** A choice of which every act is forbidden to the role that has to choose. */
export function deadEnds(compiled: Compiled): MeaningFinding[] {
  const { book, conditions, diagrams, pairs } = compiled
  return book.choices.flatMap((choice) => {
    const all = choice.acts.map((act) => ({ role: choice.role, act }))
    const forbidden = all.map(({ role, act }) => {
      const pair = pairs[pairIndex(compiled, role, act)]
      return pair === undefined ? NO : whereOutcome(compiled, pair, ({ modality }) => modality === 'MUST NOT')
    })
    const where = forbidden.reduce((so, one) => diagrams.and(so, one), conditions.compile(choice.when, choice.role))
    const told = {
      code: 'W310',
      message: `\`${choice.role}\` must do one of ${choice.acts.map((act) => `\`${act}\``).join(', ')}, and all are forbidden`,
      labels: [{ span: choice.span, text: 'one of these is going to happen' }],
      fix: 'let the orders leave one of them open there, or narrow the choice',
    } as const
    return shownIn(compiled, told, { where, pairs: all })
  })
}

function arisingActs({ book }: Compiled): { readonly act: Act; readonly arises: Condition }[] {
  return book.acts.flatMap((act) => (act.arisesWhen === undefined ? [] : [{ act, arises: act.arisesWhen }]))
}

/** How many roles a scenario shows of an act that is the same for all. */
const SHOWN = 3

function somePairs({ book }: Compiled, { id }: Act): Pair[] {
  const agencies = new Set(book.roles.flatMap((role) => (role.agency ? [role.id] : [])))
  const members = decidedRoles(book).filter((role) => !agencies.has(role))
  return members.slice(0, SHOWN).map((role) => ({ role, act: id }))
}
