/** What must never happen to urgent acts, and the duty to protect life (section *Someone in danger*). */
import type { Modality } from '@remit/language/checked/outcome.ts'
import type { Act, ActId, Situation } from '@remit/language/checked/tree.ts'
import { type Diagram, NO } from '../../diagram/diagrams.ts'
import { type Compiled, type CompiledPair, pairIndex } from '../../diagram/from-checked.ts'
import type { Rule } from '../../diagram/speaks.ts'
import { whereOutcome } from '../expectation.ts'
import { type MeaningFinding, shownIn } from './findings.ts'
import type { Study } from './study.ts'

/** The words of the vocabulary in which every book speaks of danger. */
export const DANGER_INPUT = 'someone is in-danger'
export const OFFICER = 'officer'

const OF_AN_URGENT_ACT: readonly Modality[] = ['REFER', 'MUST NOT', 'SHOULD NOT', 'SHOULD', 'SET ASIDE']
const OF_ITS_KINDS: readonly Modality[] = ['REFER', 'MUST NOT', 'SHOULD NOT', 'SET ASIDE']

/**
 * Where an urgent act can be anything but MUST, MAY or SILENT, or a kind of it is held back while it is MUST: one finding
 * for each act and modality, whatever the roles.
 */
export function urgentActs(compiled: Study): MeaningFinding[] {
  const urgent = compiled.book.acts.filter((act) => act.urgent)
  return [
    ...urgent.flatMap((act) => OF_AN_URGENT_ACT.flatMap((modality) => ofUrgent(compiled, act, modality))),
    ...urgent.flatMap((act) =>
      compiled.acts
        .kindsOf(act.id)
        .filter((kind) => kind !== act.id)
        .flatMap((kind) => OF_ITS_KINDS.flatMap((modality) => ofKind(compiled, { act, kind, modality }))),
    ),
  ]
}

function ofUrgent(compiled: Study, act: Act, modality: Modality): MeaningFinding[] {
  const places = compiled.pairs
    .filter((pair) => pair.act === act.id)
    .map((pair) => ({ pair, where: whereOutcome(compiled, pair, (outcome) => outcome.modality === modality) }))
  const message = (pairs: string) => `the urgent ${pairs} can be ${modality}`
  return toldOf(compiled, places, { code: 'E303', message })
}

function ofKind(
  compiled: Study,
  { act, kind, modality }: { readonly act: Act; readonly kind: ActId; readonly modality: Modality },
): MeaningFinding[] {
  const { diagrams, pairs } = compiled
  const places = pairs
    .filter((pair) => pair.act === kind)
    .map((pair) => {
      const general = pairs[pairIndex(compiled, pair.role, act.id)]
      const must =
        general === undefined ? NO : whereOutcome(compiled, general, (outcome) => outcome.modality === 'MUST')
      const is = whereOutcome(compiled, pair, (outcome) => outcome.modality === modality)
      return { pair, where: diagrams.and(must, is) }
    })
  const message = (pairs: string) => `${pairs} can be ${modality} while \`${act.id}\` is a duty`
  return toldOf(compiled, places, { code: 'E304', message, besides: [act.id] })
}

type Place = { readonly pair: CompiledPair; readonly where: Diagram }
type Telling = {
  readonly code: 'E303' | 'E304'
  readonly message: (pairs: string) => string
  /** Acts whose result for the same role is part of what is shown. */
  readonly besides?: readonly ActId[]
}

const FIX = {
  E303: 'take the act out of the norm: what protects life is a duty, allowed, or not spoken of',
  E304: 'take the act out of the norm, or let the norm apply only where nobody is in danger',
} as const

/** One finding about all the pairs that are so somewhere. */
function toldOf(compiled: Study, places: readonly Place[], { code, message, besides = [] }: Telling): MeaningFinding[] {
  const { acts, diagrams, possible } = compiled
  const shown = places.filter(({ where }) => diagrams.and(where, possible) !== NO)
  const [first] = shown
  if (first === undefined) return []
  const rules = new Set(shown.flatMap(({ pair, where }) => decidingThere(compiled, pair, where)))
  const told = {
    code,
    message: message(shown.map(({ pair }) => `\`${pair.role} ${pair.act}\``).join(', ')),
    labels: [
      {
        span: acts.act(first.pair.act).span,
        text: code === 'E303' ? 'urgent: nobody may be kept from it' : 'a way of doing what is urgent',
      },
      ...[...rules].map((rule) => ({ span: rule.span, text: `\`${rule.name}\` decides there` })),
    ],
    fix: FIX[code],
  } as const
  return shownIn(compiled, told, {
    where: diagrams.any(shown.map(({ where }) => where)),
    best: first.where,
    pairs: [first.pair, ...besides.map((act) => ({ role: first.pair.role, act }))],
  })
}

/** The norms that decide in some such situation. */
function decidingThere(compiled: Study, pair: CompiledPair, where: Diagram): Rule[] {
  const { diagrams, possible } = compiled
  const { decides } = compiled.sayings(pair)
  const shown = diagrams.and(where, possible)
  return pair.statements.filter((_, index) => diagrams.and(shown, decides[index] ?? NO) !== NO).map(({ rule }) => rule)
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
  if (best === undefined) return [{ code, message, labels, fix }]
  const pairs = compiled.acts.kindsOf(best.act.id).map((act) => ({ role: OFFICER, act }))
  return shownIn(
    compiled,
    { code, message, labels, fix },
    { where: best.where, pairs, besides: dangerUnread(compiled) },
  )
}

/** Where no condition reads that someone is in danger, a situation that shows what is missing then still has to say it. */
function dangerUnread({ book, variableOf }: Compiled): Situation {
  const isUnread = !variableOf.has(DANGER_INPUT) && book.inputs.some((input) => input.id === DANGER_INPUT)
  return new Map(isUnread ? [[DANGER_INPUT, true]] : [])
}

/** Where someone is in danger and the act is no duty of officers, or a kind of it is forbidden to them. */
function whereUnprotected(compiled: Compiled, act: Act): Diagram {
  const { acts, conditions, diagrams, pairs, possible } = compiled
  const danger = compiled.variableOf.has(DANGER_INPUT)
    ? diagrams.and(possible, conditions.compile({ kind: 'yes', input: DANGER_INPUT }, OFFICER))
    : possible
  const officers = pairs.filter((pair) => pair.role === OFFICER && acts.isKindOf(pair.act, act.id))
  const duty = officers.find((pair) => pair.act === act.id)
  const must = duty === undefined ? NO : whereOutcome(compiled, duty, ({ modality }) => modality === 'MUST')
  const forbidden = officers.map((pair) => whereOutcome(compiled, pair, ({ modality }) => modality === 'MUST NOT'))
  return diagrams.and(danger, diagrams.or(diagrams.not(must), diagrams.any(forbidden)))
}
