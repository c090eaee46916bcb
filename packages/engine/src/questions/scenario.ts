/** Runs the scenarios that documents carry against a compiled book. */
import { MODALITIES } from '@remit/language/checked/outcome.ts'
import type { Book, Expectation, Scenario, Situation } from '@remit/language/checked/tree.ts'
import type { Span } from '@remit/language/text/span.ts'
import { at } from '../assert.ts'
import { NO } from '../diagram/diagrams.ts'
import { encode } from '../diagram/encode.ts'
import { type Compiled, pairIndex } from '../diagram/from-checked.ts'
import { situationAt, type TimedHappening } from '../situation/from-happenings.ts'
import { whereExpected, whereOutcome } from './expectation.ts'
import { brokenIn } from './impossible.ts'
import { sayingOf } from './saying.ts'
import { asking, certaintyOf, type View, viewOf } from './view.ts'

export type ScenarioResult = { readonly passed: boolean; readonly expectations: readonly CheckedExpectation[] }

export type CheckedExpectation = {
  readonly expectation: Expectation
  readonly passed: boolean
  /** What was found, in a phrase: `officer wait-for-supervisor is MUST`. */
  readonly found: string
  readonly situation: Situation
}

/** An expectation passes if it is settled: it holds in every possible completion of what the scenario says. */
export function runScenario(compiled: Compiled, scenario: Scenario): ScenarioResult {
  const expectations = stagesOf(compiled.book, scenario).flatMap(({ situation, expect }) =>
    expect.map((expectation) => checkExpectation(compiled, situation, expectation)),
  )
  return { passed: expectations.every((one) => one.passed), expectations }
}

/** What is so after what is given, and after each step; with what is expected of it, and what the text says there. */
export type Stage = { readonly situation: Situation; readonly expect: readonly Expectation[]; readonly span: Span }

export function stagesOf(book: Book, scenario: Scenario): Stage[] {
  const happened = scenario.given.map((happening): TimedHappening => ({ happening, atMs: scenario.on }))
  let nowMs = scenario.on
  const stage = (span: Span, expect: readonly Expectation[]) => ({
    situation: situationAt(book, happened, nowMs),
    expect,
    span,
  })
  const stages = [stage(scenario.span, [])]
  for (const step of scenario.steps) {
    if (step.kind === 'happens') happened.push({ happening: step.happening, atMs: nowMs })
    if (step.kind === 'time passes') nowMs += step.ms
    const span = step.kind === 'happens' ? step.span : scenario.span
    stages.push(stage(span, step.kind === 'expect' ? step.expect : []))
  }
  return stages
}

/** Whether one expectation is settled in a situation. */
export function checkExpectation(
  compiled: Compiled,
  situation: Situation,
  expectation: Expectation,
): CheckedExpectation {
  return asking(compiled, () => {
    const view = viewOf(compiled, encode(compiled, situation))
    if (view.care === NO) return { expectation, passed: false, found: foundImpossible(view), situation }
    return { expectation, passed: holds(view, expectation), found: foundInstead(view, expectation), situation }
  })
}

const foundImpossible = (view: View) => `the facts cannot be together: ${brokenIn(view).words.join('; ')}`

function holds(view: View, expectation: Expectation): boolean {
  const where = whereExpected(view.compiled, expectation)
  if (where !== undefined) return certaintyOf(view, view.left(where)) === 'settled'
  // Only `open` is nowhere in whole situations.
  return 'role' in expectation && modalitiesOf(view, expectation).length > 1
}

function modalitiesOf(view: View, pair: { readonly role: string; readonly act: string }): string[] {
  const compiled = view.compiled
  const found = compiled.pairs[pairIndex(compiled, pair.role, pair.act)]
  if (found === undefined) return ['SILENT']
  return MODALITIES.filter((modality) => {
    const where = whereOutcome(compiled, found, (outcome) => outcome.modality === modality)
    return certaintyOf(view, view.left(where)) !== undefined
  })
}

/** The norms that decide, where the expectation names some. */
function becauseOf(view: View, expectation: Expectation & { readonly role: string; readonly act: string }): string {
  if (expectation.kind !== 'modality' || expectation.because.length === 0) return ''
  const { compiled } = view
  const pair = compiled.pairs[pairIndex(compiled, expectation.role, expectation.act)]
  if (pair === undefined) return ''
  const { decides } = sayingOf(compiled, pair, view.left)
  const names = pair.statements.flatMap(({ rule }, index) =>
    certaintyOf(view, at(decides, index)) === undefined ? [] : [rule.name],
  )
  return names.length === 0 ? ' and no norm decides' : ` because ${[...new Set(names)].join(', ')}`
}

function foundInstead(view: View, expectation: Expectation): string {
  if ('role' in expectation) {
    const modalities = modalitiesOf(view, expectation).join(' or ')
    return `${expectation.role} ${expectation.act} is ${modalities}${becauseOf(view, expectation)}`
  }
  const { acts, pairs } = view.compiled
  const isFound = (act: string) =>
    expectation.kind === 'nobody must withdraw'
      ? acts.withdraws(act)
      : expectation.kind === 'nobody must'
        ? act === expectation.act
        : acts.isKindOf(act, expectation.act)
  const modality = expectation.kind === 'no kind forbidden' ? 'MUST NOT' : 'MUST'
  const found = pairs.filter((pair) => isFound(pair.act) && modalitiesOf(view, pair).includes(modality))
  return found.length === 0
    ? `none is ${modality}`
    : found.map(({ role, act }) => `${role} ${act} can be ${modality}`).join(', ')
}
