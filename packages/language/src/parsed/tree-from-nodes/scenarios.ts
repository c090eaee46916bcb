/** Invariants and scenarios: what is expected, what is given and what happens. */
import type * as ast from '../generated/ast.ts'
import type { ExpectationDeclaration, InvariantDeclaration, ScenarioDeclaration, StepDeclaration } from '../tree.ts'
import { conditionBlock } from './conditions.ts'
import { happeningsOf } from './happenings.ts'
import { modalityOf, normReference } from './norms.ts'
import { duration, found, only, quoted, type Reader, spanOf, word, words } from './reader.ts'

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
      found(reader, on, {
        code: 'E034',
        message: `\`${on.text}\` is no day of the calendar`,
        label: 'does not exist',
        ...DAY_FIX,
      }),
    )
  }
  return {
    kind: 'scenario',
    span: spanOf(reader, node),
    title: quoted(reader, node.title),
    // A day that was told of just now is not told of again by whoever looks for its book.
    ...(on && isRealTime(on.text) && { on: word(reader, on) }),
    ...(place && { place: word(reader, place) }),
    given: node.given ? happeningsOf(reader, node.given) : [],
    steps: node.steps.flatMap((line) => step(reader, line)),
  }
}

const DAY_FIX = { fix: 'write a day such as `2019-09-28`, or a time of a day such as `2019-09-28T21:50`' }

/** Whether `2019-09-28` or `2019-09-28T21:50` names a day and a time of day that exist. */
export function isRealTime(text: string): boolean {
  const [day = '', time = '00:00'] = text.split('T')
  const withSeconds = /^\d\d:\d\d$/.test(time) ? `${time}:00` : time
  const instant = new Date(`${day}T${withSeconds}Z`)
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(`${day}T${withSeconds}`)
}

function step(reader: Reader, node: ast.Step): readonly StepDeclaration[] {
  const span = spanOf(reader, node)
  if (node.$type === 'ExpectStep') {
    return [{ kind: 'expect', expect: node.expect.map((line) => expectation(reader, line)), span }]
  }
  if (node.passing !== undefined) return [{ kind: 'time passes', duration: duration(reader, node.passing), span }]
  // The grammar has either a time that passes or something that happens.
  const { happening } = node as ast.ThenStep & { happening: ast.Happenings }
  const [first, ...more] = happeningsOf(reader, happening)
  for (const next of more) {
    reader.report({
      code: 'E020',
      message: 'one thing happens after `then`',
      labels: [{ span: next.span, text: 'a second one' }],
      fix: 'write `then` instead of `and`',
    })
  }
  return first === undefined ? [] : [{ kind: 'happens', happening: first, span }]
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
