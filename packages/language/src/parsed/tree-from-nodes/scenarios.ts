/** Invariants and scenarios: what is expected, what is given and what happens. */
import type * as ast from '../generated/ast.ts'
import type {
  ConditionLine,
  ExpectationDeclaration,
  HappeningDeclaration,
  InvariantDeclaration,
  ScenarioDeclaration,
  StepDeclaration,
  Word,
} from '../tree.ts'
import { conditionBlock, includeLine } from './conditions.ts'
import { modalityOf, normReference } from './norms.ts'
import { amount, duration, found, only, quoted, type Reader, spanOf, word, words } from './reader.ts'

export function invariant(reader: Reader, node: ast.Invariant): InvariantDeclaration {
  return {
    kind: 'invariant',
    span: spanOf(reader, node),
    name: word(reader, node.name),
    ...(node.when && { when: conditionBlock(reader, node.when) }),
    expect: node.expect.map((line) => expectation(reader, line)),
  }
}

export function scenario(reader: Reader, node: ast.Scenario): ScenarioDeclaration {
  const days = node.clauses.flatMap((clause) => clause.on ?? [])
  const places = node.clauses.flatMap((clause) => clause.place ?? [])
  const on = only(reader, days, 'on')
  const place = only(reader, places, 'in')
  if (on !== undefined && !isRealTime(on.text)) {
    reader.report(
      found(reader, on, { code: 'E034', message: `\`${on.text}\` is no day of the calendar`, label: 'does not exist' }),
    )
  }
  return {
    kind: 'scenario',
    span: spanOf(reader, node),
    title: quoted(reader, node.title),
    ...(on && { on: word(reader, on) }),
    ...(place && { place: word(reader, place) }),
    given: node.given.map((line) => happening(reader, line)),
    steps: node.steps.map((line) => step(reader, line)),
  }
}

/** Whether `2019-09-28` or `2019-09-28T21:50` names a day and a time of day that exist. */
export function isRealTime(text: string): boolean {
  const [day = '', time = '00:00'] = text.split('T')
  const withSeconds = /^\d\d:\d\d$/.test(time) ? `${time}:00` : time
  const instant = new Date(`${day}T${withSeconds}Z`)
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(`${day}T${withSeconds}`)
}

function step(reader: Reader, node: ast.Step): StepDeclaration {
  const span = spanOf(reader, node)
  if (node.$type === 'ExpectStep') {
    return { kind: 'expect', expect: node.expect.map((line) => expectation(reader, line)), span }
  }
  if (node.passing !== undefined) return { kind: 'time passes', duration: duration(reader, node.passing), span }
  // The grammar has either a time that passes or something that happens.
  const { happening: happens } = node as ast.ThenStep & { happening: ast.Happening }
  return { kind: 'happens', happening: happening(reader, happens), span }
}

function happening(reader: Reader, node: ast.Happening): HappeningDeclaration {
  const span = spanOf(reader, node)
  const subject = word(reader, node.subject)
  const { predicate } = node
  if (predicate === undefined) {
    return { span, kind: 'event', event: subject, ...(node.ago && { ago: duration(reader, node.ago.since) }) }
  }
  switch (predicate.$type) {
    case 'IncludePredicate':
      return { span, kind: 'states', line: { span, ...includeLine(reader, subject, predicate) } }
    case 'HappenedDone': {
      const ago = predicate.ago && { ago: duration(reader, predicate.ago.since) }
      return { span, kind: 'done', role: subject, act: word(reader, predicate.act), ...ago }
    }
    case 'HappenedIs':
      return { span, ...happenedIs(reader, subject, predicate, span) }
  }
}

function happenedIs(reader: Reader, subject: Word, { test }: ast.HappenedIs, span: ConditionLine['span']) {
  const states = (negated: boolean, value: ast.Value) =>
    ({ kind: 'states', line: { span, kind: 'is', subject, negated, value: word(reader, value) } }) as const
  switch (test.$type) {
    case 'HappenedUnknown':
      return { kind: 'unknown', subject } as const
    case 'HappenedNumber': {
      const unit = test.unit && { unit: word(reader, test.unit) }
      return { kind: 'number', subject, count: amount(reader, test.count), ...unit } as const
    }
    case 'HappenedNot':
      return states(true, test.value)
    case 'HappenedValue':
      return test.unknown
        ? ({ kind: 'unknown', subject, state: word(reader, test.value) } as const)
        : states(false, test.value)
  }
}

function expectation(reader: Reader, node: ast.Expectation): ExpectationDeclaration {
  const span = spanOf(reader, node)
  switch (node.$type) {
    case 'NoKindForbidden':
      return { span, kind: 'no kind forbidden', act: word(reader, node.act) }
    case 'NobodyMust':
      return { span, kind: 'nobody must', act: word(reader, node.act) }
    case 'ModalityExpectation':
      return {
        span,
        kind: 'modality',
        who: word(reader, node.who),
        is: modalityOf(reader, node.modality),
        acts: words(reader, node.acts),
        because: node.because.map((reference) => normReference(reader, reference)),
      }
    case 'ResultExpectation': {
      const to = node.result.to && { to: word(reader, node.result.to) }
      const is = node.result.is === 'set' ? 'set aside' : node.result.is
      return { span, kind: 'is', who: word(reader, node.who), act: word(reader, node.act), is, ...to }
    }
  }
}
