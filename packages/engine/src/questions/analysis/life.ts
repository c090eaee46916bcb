/** What must never happen to urgent acts, and the duty to protect life (section *Someone in danger*). */
import type { Modality } from '@remit/language/checked/outcome.ts'
import type { Act } from '@remit/language/checked/tree.ts'
import { type Diagram, NO } from '../../diagram/diagrams.ts'
import type { Compiled, CompiledPair } from '../../diagram/from-checked.ts'
import { whereOutcome } from '../expectation.ts'
import { sayingOf } from '../saying.ts'
import { type MeaningFinding, shownIn, situationIn } from './findings.ts'

/** The words of the vocabulary in which every book speaks of danger. */
export const DANGER_INPUT = 'someone is in-danger'
export const OFFICER = 'officer'

const OF_AN_URGENT_ACT: readonly Modality[] = ['REFER', 'MUST NOT', 'SHOULD NOT', 'SHOULD', 'SET ASIDE']
const OF_ITS_KINDS: readonly Modality[] = ['REFER', 'MUST NOT', 'SHOULD NOT', 'SET ASIDE']

/** Where an urgent act can be anything but MUST, MAY or SILENT, or a kind of it is held back while it is MUST. */
export function urgentActs(compiled: Compiled): MeaningFinding[] {
  const urgent = compiled.pairs.filter((pair) => compiled.acts.act(pair.act).urgent)
  return [...urgent.flatMap((pair) => ofUrgent(compiled, pair)), ...urgent.flatMap((pair) => ofKinds(compiled, pair))]
}

function ofUrgent(compiled: Compiled, pair: CompiledPair): MeaningFinding[] {
  return OF_AN_URGENT_ACT.flatMap((modality) => {
    const where = whereOutcome(compiled, pair, (outcome) => outcome.modality === modality)
    return shownIn(compiled, where, {
      code: 'E303',
      message: `the urgent \`${pair.role} ${pair.act}\` can be ${modality}`,
      labels: labelsOf(compiled, pair, where),
    })
  })
}

function ofKinds(compiled: Compiled, urgent: CompiledPair): MeaningFinding[] {
  const { acts, diagrams, pairs } = compiled
  const must = whereOutcome(compiled, urgent, ({ modality }) => modality === 'MUST')
  if (must === NO) return []
  const kinds = pairs.filter(
    (pair) => pair.role === urgent.role && pair.act !== urgent.act && acts.isKindOf(pair.act, urgent.act),
  )
  return kinds.flatMap((kind) =>
    OF_ITS_KINDS.flatMap((modality) => {
      const where = diagrams.and(
        must,
        whereOutcome(compiled, kind, (outcome) => outcome.modality === modality),
      )
      return shownIn(compiled, where, {
        code: 'E304',
        message: `\`${kind.role} ${kind.act}\` can be ${modality} while \`${urgent.act}\` is a duty`,
        labels: labelsOf(compiled, kind, where),
      })
    }),
  )
}

/** The act, and the norms that decide in some such situation. */
function labelsOf(compiled: Compiled, pair: CompiledPair, where: Diagram) {
  const { diagrams, possible } = compiled
  const { decides } = sayingOf(compiled, pair, (diagram) => diagram)
  const shown = diagrams.and(where, possible)
  const rules = new Set(
    pair.statements.filter((_, index) => diagrams.and(shown, decides[index] ?? NO) !== NO).map(({ rule }) => rule),
  )
  return [
    { span: compiled.acts.act(pair.act).span, text: 'the act is declared here' },
    ...[...rules].map((rule) => ({ span: rule.span, text: `\`${rule.name}\` decides there` })),
  ] as const
}

/** No finding if some urgent act is a duty of officers whenever someone is in danger and no kind of it is forbidden then. */
export function protectionOfLife(compiled: Compiled): MeaningFinding[] {
  const { book } = compiled
  const urgent = book.acts.filter((act) => act.urgent)
  const gaps = urgent.map((act) => ({ act, where: whereUnprotected(compiled, act) }))
  if (gaps.some(({ where }) => where === NO)) return []
  const code = book.agency.runs ? 'E306' : 'W306'
  const message = `the orders of ${book.agency.name} do not oblige officers to protect life whenever someone is in danger`
  const fix = `add a norm: when ${DANGER_INPUT}, officer must do an urgent act such as protect-life`
  const [best] = gaps
  // Where no act is urgent there is no place in the text to point at, so the agency's own declaration is.
  const span = best?.act.span ?? { file: `${book.agency.id}/agency.md`, line: 1, column: 1, offset: 0, length: 0 }
  const labels = [
    { span, text: best === undefined ? 'no act is urgent' : 'no norm makes this a duty whenever there is danger' },
  ] as const
  if (best === undefined || situationIn(compiled, best.where) === undefined) return [{ code, message, labels, fix }]
  return shownIn(compiled, best.where, { code, message, labels, fix })
}

/** Where someone is in danger and the act is no duty of officers, or a kind of it is forbidden to them. */
function whereUnprotected(compiled: Compiled, act: Act): Diagram {
  const { acts, conditions, diagrams, pairs, possible } = compiled
  const danger = compiled.variableOf.has(DANGER_INPUT)
    ? diagrams.and(possible, conditions.compile({ kind: 'yes', input: DANGER_INPUT }))
    : possible
  const officers = pairs.filter((pair) => pair.role === OFFICER && acts.isKindOf(pair.act, act.id))
  const duty = officers.find((pair) => pair.act === act.id)
  const must = duty === undefined ? NO : whereOutcome(compiled, duty, ({ modality }) => modality === 'MUST')
  const forbidden = officers.map((pair) => whereOutcome(compiled, pair, ({ modality }) => modality === 'MUST NOT'))
  return diagrams.and(danger, diagrams.or(diagrams.not(must), diagrams.any(forbidden)))
}
