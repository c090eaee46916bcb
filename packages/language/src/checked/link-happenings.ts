/** What a scenario says is so, or happens. */

import { printLine } from '../parsed/print/words.ts'
import type { ConditionLine, Duration, HappeningDeclaration, ParsedDocument, Word } from '../parsed/tree.ts'
import { findingAt } from './findings.ts'
import { clockInput, linkLine, memberInput, referTwice, reportUnknownSubject } from './link-conditions.ts'
import type { Linker } from './linker.ts'
import { yesNoName } from './names.ts'
import { type Condition, type Happening, type InputId, type SituationValue, UNKNOWN } from './tree.ts'
import { isSameUnit } from './units.ts'

/** The happenings that one line states: one, or one for each member of a set that is unknown. */
export function linkHappening(
  happening: HappeningDeclaration,
  document: ParsedDocument,
  linker: Linker,
): readonly Happening[] {
  switch (happening.kind) {
    case 'states':
      if (happening.line.kind === 'done') return linkDone(happening.line, linker)
      return linkStated(happening.line, document, linker)
    case 'number':
      return linkNumber(happening, linker)
    case 'unknown':
      return linkUnknown(happening.subject, happening.state, linker)
    case 'event': {
      const [event, agoMs] = [linker.event(happening.event), agoOf(happening.ago, linker)]
      return event === undefined || agoMs === undefined ? [] : [{ kind: 'event', event, agoMs }]
    }
    case 'done':
      return linkDone({ ...happening, negated: false }, linker)
    case 'entry':
    case 'complete':
      return []
  }
}

function agoOf(ago: Duration | undefined, linker: Linker): number | undefined {
  return ago === undefined ? 0 : linker.duration(ago)
}

type Done = { readonly role: Word; readonly act: Word; readonly negated: boolean; readonly ago?: Duration }

/** Nothing is done until it happens, so that something is not done needs no happening. */
function linkDone({ role, act: name, negated, ago }: Done, linker: Linker): readonly Happening[] {
  const [roles, act, agoMs] = [linker.roles([role]), linker.act(name), agoOf(ago, linker)]
  if (act === undefined || agoMs === undefined || negated) return []
  return roles.map((each) => ({ kind: 'done', role: each, act, agoMs }))
}

/** A line that gives a value: what is yes or no may also be negated, what has many values may not. */
function linkStated(line: ConditionLine, document: ParsedDocument, linker: Linker): readonly Happening[] {
  const condition = linkLine(line, document, linker)
  if (condition === undefined) return []
  const stated = valueIn(condition)
  if (stated !== undefined) return [{ kind: 'value', ...stated }]
  const isDefine = condition.kind === 'define' || (condition.kind === 'not' && condition.of.kind === 'define')
  linker.report(
    isDefine
      ? findingAt(line.span, 'E241', `\`${printLine(line)}\` follows from facts and cannot be stated`, {
          label: 'a define, not a fact',
          fix: 'state the facts from which it follows',
        })
      : findingAt(line.span, 'E242', `\`${printLine(line)}\` leaves open what is so`, {
          label: 'a scenario states the value of a fact',
          fix: 'say what the value is, or that it is unknown',
        }),
  )
  return []
}

function valueIn(condition: Condition): { readonly input: InputId; readonly value: SituationValue } | undefined {
  if (condition.kind === 'yes') return { input: condition.input, value: true }
  if (condition.kind === 'not' && condition.of.kind === 'yes') return { input: condition.of.input, value: false }
  if (condition.kind !== 'one-of' || condition.values.length !== 1) return undefined
  const [value] = condition.values
  return value === undefined ? undefined : { input: condition.input, value }
}

function linkNumber(happening: HappeningDeclaration & { kind: 'number' }, linker: Linker): readonly Happening[] {
  const { subject, count, unit, span } = happening
  const fact = linker.names.facts.get(subject.text)?.declaration
  if (fact === undefined) return unknownSubject(subject, linker)
  linker.refer(subject, 'fact', subject.text)
  if (fact.shape.kind === 'clock') {
    const ms = linker.duration({ count, unit: unit ?? fact.shape.unit, span })
    return ms === undefined ? [] : [{ kind: 'value', input: clockInput(fact.shape.event.text), value: ms }]
  }
  const isUnitRight =
    fact.shape.kind === 'number' && (unit === undefined || isSameUnit(unit.text, fact.shape.unit.text))
  if (isUnitRight) return [{ kind: 'value', input: subject.text, value: count }]
  linker.report(
    findingAt(unit?.span ?? subject.span, 'E107', `\`${subject.text}\` is not counted in this unit`, {
      label: 'does not fit the fact',
      also: [{ span: fact.subject.span, text: `\`${subject.text}\` is declared here` }],
    }),
  )
  return []
}

/** `asks is unknown` leaves every member of the set open. */
function linkUnknown(subject: Word, state: Word | undefined, linker: Linker): readonly Happening[] {
  const open = (input: InputId): Happening => ({ kind: 'value', input, value: UNKNOWN })
  if (state !== undefined) {
    const id = yesNoName(subject.text, state.text)
    if (!linker.names.yesNo.has(id)) return unknownSubject(subject, linker)
    referTwice(subject, state, 'yes-no', id, linker)
    return [open(id)]
  }
  const shape = linker.names.facts.get(subject.text)?.declaration.shape
  if (shape === undefined) return unknownSubject(subject, linker)
  linker.refer(subject, 'fact', subject.text)
  switch (shape.kind) {
    case 'some-of':
      return shape.values.map(({ name }) => open(memberInput(subject.text, name.text)))
    case 'clock':
      return [open(clockInput(shape.event.text))]
    case 'yes-no':
    case 'one-of':
    case 'number':
      return [open(subject.text)]
  }
}

function unknownSubject(subject: Word, linker: Linker): readonly Happening[] {
  reportUnknownSubject(subject, linker)
  return []
}
