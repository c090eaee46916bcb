/** Duties and prohibitions that a higher force beats wherever they apply (decision 5, reading 15). */
import type { NormId } from '@remit/language/checked/tree.ts'
import { at } from '../../assert.ts'
import { type Diagram, NO } from '../../diagram/diagrams.ts'
import type { CompiledPair } from '../../diagram/from-checked.ts'
import type { PairStatement } from '../../diagram/pair.ts'
import type { Rule } from '../../diagram/speaks.ts'
import { type MeaningFinding, shownIn } from './findings.ts'
import type { Study } from './study.ts'

/** A statement about a pair that it names itself, and where it applies to it and is beaten. */
type Beaten = { readonly pair: CompiledPair; readonly statement: PairStatement; readonly where: Diagram }

export type AlwaysBeaten = {
  readonly findings: readonly MeaningFinding[]
  /** The norms and exceptions that the findings are about. */
  readonly rules: ReadonlySet<NormId>
}

/** One finding for each norm or exception of which some duty or prohibition is always beaten. */
export function alwaysBeaten(study: Study): AlwaysBeaten {
  const byRule = new Map<Rule, Beaten[]>()
  for (const pair of study.pairs) {
    for (const [index, statement] of pair.statements.entries()) {
      const where = isNamed(pair, statement) ? whereAlwaysBeaten(study, pair, index) : NO
      if (where === NO) continue
      byRule.set(statement.rule, [...(byRule.get(statement.rule) ?? []), { pair, statement, where }])
    }
  }
  const rules = [...byRule].sort(([a], [b]) => (a.id < b.id ? -1 : 1))
  return {
    findings: rules.flatMap(([rule, beaten]) => told(study, rule, beaten)),
    rules: new Set(rules.map(([rule]) => rule.id)),
  }
}

function isNamed({ role, act }: CompiledPair, { modality, statement }: PairStatement): boolean {
  const binds = modality === 'must' || modality === 'must not'
  return binds && statement.roles.includes(role) && statement.acts.includes(act)
}

/** Where a statement applies, if it is beaten wherever it does; else nowhere. */
function whereAlwaysBeaten({ diagrams, possible, sayings }: Study, pair: CompiledPair, index: number): Diagram {
  const applies = diagrams.and(possible, at(pair.statements, index).applies)
  if (applies === NO) return NO
  return diagrams.without(applies, sayings(pair).isBeaten(index)) === NO ? applies : NO
}

/** How many pairs a finding names, and how many norms it points at. */
const TOLD = 3

function told(study: Study, rule: Rule, beaten: readonly Beaten[]): MeaningFinding[] {
  const [first] = beaten
  if (first === undefined) return []
  const { diagrams } = study
  const about = [...new Set(beaten.map(({ pair }) => `\`${pair.role} ${pair.act}\``))]
  const more = about.length > TOLD ? ` and ${about.length - TOLD} more` : ''
  const stronger = new Set(beaten.flatMap((one) => beating(study, one)))
  const finding = {
    code: 'W307',
    message: `what \`${rule.name}\` says of ${about.slice(0, TOLD).join(', ')}${more} is always beaten from above`,
    labels: [
      { span: rule.span, text: `says \`${first.statement.statement.words}\`` },
      ...[...stronger].slice(0, TOLD).map(({ name, span }) => ({ span, text: `\`${name}\` decides instead` })),
    ],
    fix: 'take it out, or let the higher order leave room for it',
  } as const
  return shownIn(study, finding, {
    where: diagrams.any(beaten.map(({ where }) => where)),
    best: first.where,
    pairs: [first.pair],
  })
}

/** The norms that decide somewhere instead. */
function beating({ diagrams, sayings }: Study, { pair, where }: Beaten): Rule[] {
  const { decides } = sayings(pair)
  return pair.statements
    .filter((_, index) => diagrams.and(where, at(decides, index)) !== NO)
    .map((statement) => statement.rule)
}
