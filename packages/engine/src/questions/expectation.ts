/** Where an expectation, of an invariant or of a scenario, holds. */
import type { Modality } from '@remit/language/checked/outcome.ts'
import type { ActId, Expectation, NormId, RoleId, StatementModality } from '@remit/language/checked/tree.ts'
import { at } from '../assert.ts'
import { type Diagram, NO, YES } from '../diagram/diagrams.ts'
import { type Compiled, type CompiledPair, pairIndex } from '../diagram/from-checked.ts'
import type { Outcome } from '../diagram/outcomes.ts'
import { sayingOf } from './saying.ts'

/** What a statement's modality is called when it is what a pair comes to: not having to is being free to. */
const RESULT_OF: Readonly<Record<StatementModality, Modality>> = {
  must: 'MUST',
  'must not': 'MUST NOT',
  may: 'MAY',
  'need not': 'MAY',
  should: 'SHOULD',
  'should not': 'SHOULD NOT',
}

/** Where it holds, whole situation by whole situation; `undefined` for `open`, which only partial situations are. */
export function whereExpected(compiled: Compiled, expectation: Expectation): Diagram | undefined {
  const { diagrams, acts, pairs } = compiled
  switch (expectation.kind) {
    case 'modality': {
      const pair = pairOf(compiled, expectation.role, expectation.act)
      if (pair === undefined) return NO
      const result = whereOutcome(compiled, pair, ({ modality }) => modality === RESULT_OF[expectation.is])
      return diagrams.and(result, whereBecause(compiled, pair, expectation.because))
    }
    case 'is': {
      if (expectation.is === 'open') return undefined
      const pair = pairOf(compiled, expectation.role, expectation.act)
      if (pair === undefined) return expectation.is === 'silent' ? YES : NO
      const modality = expectation.is === 'silent' ? 'SILENT' : 'SET ASIDE'
      return whereOutcome(compiled, pair, (outcome) => outcome.modality === modality)
    }
    case 'referred': {
      const pair = pairOf(compiled, expectation.role, expectation.act)
      if (pair === undefined) return NO
      const { to } = expectation
      return whereOutcome(
        compiled,
        pair,
        ({ referral }) => referral !== undefined && (to === undefined || referral.ask.includes(to)),
      )
    }
    case 'no kind forbidden':
      return whereNever(
        compiled,
        'MUST NOT',
        pairs.filter((pair) => acts.isKindOf(pair.act, expectation.act)),
      )
    case 'nobody must':
      return whereNever(
        compiled,
        'MUST',
        pairs.filter((pair) => pair.act === expectation.act),
      )
    case 'nobody must withdraw':
      return whereNever(
        compiled,
        'MUST',
        pairs.filter((pair) => acts.withdraws(pair.act)),
      )
  }
}

function pairOf(compiled: Compiled, role: RoleId, act: ActId): CompiledPair | undefined {
  return compiled.pairs[pairIndex(compiled, role, act)]
}

/** Where a pair comes to an outcome that `is` so. */
export function whereOutcome(
  { diagrams, outcomes }: Compiled,
  pair: CompiledPair,
  is: (outcome: Outcome) => boolean,
): Diagram {
  // Most pairs come to few outcomes, so that most questions are answered without a look at the diagram.
  const isSo = [...pair.comesTo].filter((outcome) => is(outcomes.at(outcome)))
  if (isSo.length === 0) return NO
  if (isSo.length === pair.comesTo.size) return YES
  return diagrams.mapTerminals(pair.outcome, (outcome) => (isSo.includes(outcome) ? YES : NO))
}

function whereNever(compiled: Compiled, modality: Modality, pairs: readonly CompiledPair[]): Diagram {
  const { diagrams } = compiled
  const where = pairs.map((pair) => whereOutcome(compiled, pair, (outcome) => outcome.modality === modality))
  return diagrams.not(diagrams.any(where))
}

/** Where each of the norms has a statement among those that decide. */
function whereBecause(compiled: Compiled, pair: CompiledPair, norms: readonly NormId[]): Diagram {
  const { diagrams } = compiled
  if (norms.length === 0) return YES
  const { decides } = sayingOf(compiled, pair, (diagram) => diagram)
  const whereNorm = (norm: NormId) =>
    diagrams.any(pair.statements.flatMap(({ rule }, index) => (rule.id === norm ? [at(decides, index)] : [])))
  return norms.reduce((all, norm) => diagrams.and(all, whereNorm(norm)), YES)
}
