/** Norms of one force that contradict each other, as duties or as advice. */
import type { NormId } from '@remit/language/checked/tree.ts'
import { at } from '../../assert.ts'
import { type Diagram, type Diagrams, NO } from '../../diagram/diagrams.ts'
import type { Compiled, CompiledPair } from '../../diagram/from-checked.ts'
import type { PairStatement } from '../../diagram/pair.ts'
import type { Step } from '../../diagram/walk.ts'
import { whereOutcome } from '../expectation.ts'
import { underSomeReading } from '../saying.ts'
import { type MeaningFinding, shownIn } from './findings.ts'
import type { Study } from './study.ts'

/** Two norms and all the pairs about which they contradict each other. */
type Clash = {
  /** Those that were met first. */
  readonly sides: readonly [PairStatement, PairStatement]
  readonly pairs: CompiledPair[]
  /** Where they do about the first of the pairs. */
  readonly first: Diagram
  where: Diagram
}

/** How many pairs a finding names. */
const TOLD = 3

/** One finding for each two norms that can contradict each other. */
export function conflicts(compiled: Study): MeaningFinding[] {
  const clashes = new Map<string, Clash>()
  for (const pair of compiled.pairs) {
    const conflict = whereOutcome(compiled, pair, ({ referral }) => referral?.cause === 'conflict')
    if (conflict !== NO) addConflicts(compiled, pair, conflict, clashes)
  }
  return [...clashes.values()].flatMap((clash) => told(compiled, clash, 'E301', 'contradict each other'))
}

function addConflicts(compiled: Study, pair: CompiledPair, conflict: Diagram, clashes: Map<string, Clash>): void {
  const { diagrams, possible } = compiled
  const { walked, counts } = compiled.sayings(pair)
  const shown = diagrams.and(conflict, possible)
  eachTwo(pair.statements, (one, other, [first, second]) => {
    if (!contradict(one, other)) return
    const step = walked.steps.find(({ rank }) => rank === one.rank)
    if (step === undefined) return
    const both = diagrams.and(
      kept(diagrams, step, one, at(counts, first)),
      kept(diagrams, step, other, at(counts, second)),
    )
    const where = underSomeReading(diagrams, pair, diagrams.and(shown, diagrams.and(step.conflict, both)))
    if (where !== NO) add(compiled, clashes, [one, other], pair, where)
  })
}

/** Where a statement that counts is not left out under a guarantee of a higher force. */
function kept(diagrams: Diagrams, step: Step, { modality }: PairStatement, counts: Diagram): Diagram {
  if (modality === 'must') return diagrams.without(counts, step.free)
  return modality === 'must not' ? diagrams.without(counts, step.allowed) : counts
}

/** Norms that advise for and against an act at once, at the highest force that advises. */
export function adviceConflicts(compiled: Study): MeaningFinding[] {
  const { diagrams, possible } = compiled
  const clashes = new Map<string, Clash>()
  for (const pair of compiled.pairs) {
    if (!mayAdviseBoth(pair)) continue
    const { walked, counts } = compiled.sayings(pair)
    const undecided = diagrams.and(possible, whereUndecided(compiled, pair))
    for (const { rank, here, should, shouldNot } of walked.advice) {
      const both = diagrams.and(undecided, diagrams.and(here, diagrams.and(should, shouldNot)))
      if (both === NO) continue
      eachTwo(pair.statements, (one, other, [first, second]) => {
        if (one.rank !== rank || other.rank !== rank || !advise(one, other)) return
        const where = diagrams.and(both, diagrams.and(at(counts, first), at(counts, second)))
        if (where !== NO) add(compiled, clashes, [one, other], pair, underSomeReading(diagrams, pair, where))
      })
    }
  }
  return [...clashes.values()].flatMap((clash) => told(compiled, clash, 'W301', 'advise for and against'))
}

const mayAdviseBoth = ({ statements }: CompiledPair) =>
  statements.some(({ modality }) => modality === 'should') &&
  statements.some(({ modality }) => modality === 'should not')

/** Where no advice is left. That nothing allows an act `only where allowed` hides no clash of what is advised about it. */
function whereUndecided(compiled: Compiled, pair: CompiledPair): Diagram {
  const { onlyWhereAllowed } = compiled.acts.act(pair.act)
  return whereOutcome(
    compiled,
    pair,
    ({ modality }) => modality === 'MAY' || modality === 'SILENT' || (onlyWhereAllowed && modality === 'MUST NOT'),
  )
}

function eachTwo(
  statements: readonly PairStatement[],
  meet: (one: PairStatement, other: PairStatement, places: readonly [number, number]) => void,
): void {
  for (const [first, one] of statements.entries()) {
    for (const [offset, other] of statements.slice(first + 1).entries()) meet(one, other, [first, first + 1 + offset])
  }
}

function contradict(one: PairStatement, other: PairStatement): boolean {
  const opposes = (a: PairStatement, b: PairStatement) =>
    (a.modality === 'must' && (b.modality === 'must not' || (b.modality === 'need not' && b.guaranteed))) ||
    (a.modality === 'must not' && b.modality === 'may' && b.guaranteed)
  return one.rank === other.rank && (opposes(one, other) || opposes(other, one))
}

function advise(one: PairStatement, other: PairStatement): boolean {
  const modalities = new Set([one.modality, other.modality])
  return modalities.has('should') && modalities.has('should not')
}

function add(
  { diagrams }: Compiled,
  clashes: Map<string, Clash>,
  sides: readonly [PairStatement, PairStatement],
  pair: CompiledPair,
  where: Diagram,
): void {
  const key = sides
    .map(({ rule }): NormId => rule.id)
    .sort()
    .join(' ')
  const before = clashes.get(key)
  if (before === undefined) clashes.set(key, { sides, pairs: [pair], first: where, where })
  else {
    if (!before.pairs.includes(pair)) before.pairs.push(pair)
    before.where = diagrams.or(before.where, where)
  }
}

function told(
  compiled: Compiled,
  { sides, pairs, first, where }: Clash,
  code: 'E301' | 'W301',
  does: string,
): MeaningFinding[] {
  const [one, other] = [sides[0].rule, sides[1].rule]
  const about = pairs.map(({ role, act }) => `\`${role} ${act}\``)
  const more = about.length > TOLD ? ` and ${about.length - TOLD} more` : ''
  const same = one === other ? `\`${one.name}\` contradicts itself` : `\`${one.name}\` and \`${other.name}\` ${does}`
  const finding = {
    code,
    message: `${same} about ${about.slice(0, TOLD).join(', ')}${more}`,
    labels: [
      { span: one.span, text: `says \`${sides[0].statement.words}\`` },
      { span: other.span, text: `says \`${sides[1].statement.words}\`, with the same force` },
    ],
    fix: 'let one be an exception to the other, or say which holds when',
  } as const
  return shownIn(compiled, finding, { where, best: first, pairs: pairs.slice(0, TOLD) })
}
