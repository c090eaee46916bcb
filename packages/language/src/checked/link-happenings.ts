/** What a scenario says is so, or happens. */

import { printLine } from '../parsed/print/words.ts'
import type {
  ConditionLine,
  Duration,
  FactDeclaration,
  HappeningDeclaration,
  ParsedDocument,
  Subject,
  Word,
} from '../parsed/tree.ts'
import { askedSubject, ofEveryRole, refuseRole } from './about.ts'
import { findingAt } from './findings.ts'
import { clockInput, linkLine, memberInput, referTwice, reportUnknownSubject } from './link-conditions.ts'
import { linkEntry } from './link-tests.ts'
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
      return linkUnknown(happening, linker)
    case 'event': {
      const [event, agoMs] = [linker.event(happening.event), agoOf(happening.ago, linker)]
      return event === undefined || agoMs === undefined ? [] : [{ kind: 'event', event, agoMs }]
    }
    case 'done':
      return linkDone({ ...happening, negated: false }, linker)
    case 'entry': {
      const entry = linkEntry(happening, linker)
      return entry === undefined ? [] : [entry]
    }
    case 'complete': {
      const list = linker.list(happening.list)
      return list === undefined ? [] : [{ kind: 'complete', list: list.name.text }]
    }
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
  if (stated !== undefined) return statedOf(stated.input, stated.value, linker)
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

/** What is said of whoever acts is said of every role that is decided. */
function statedOf(input: InputId, value: SituationValue, linker: Linker): readonly Happening[] {
  return ofEveryRole(input, linker).map((each) => ({ kind: 'value', input: each, value }))
}

function linkNumber(happening: HappeningDeclaration & { kind: 'number' }, linker: Linker): readonly Happening[] {
  const { subject, count, unit, span } = happening
  const fact = linker.names.facts.get(subject.text)?.declaration
  if (fact === undefined) return unknownSubject(subject, linker)
  linker.refer(subject, 'fact', subject.text)
  const input = inputOfFact(happening, fact, linker)
  if (fact.shape.kind === 'clock') {
    const ms = linker.duration({ count, unit: unit ?? fact.shape.unit, span })
    return ms === undefined || input === undefined ? [] : [{ kind: 'value', input, value: ms }]
  }
  if (fact.shape.kind !== 'number') return unfit(happening, fact, linker)
  if (unit !== undefined && !isSameUnit(unit.text, fact.shape.unit.text)) return otherUnit(unit, fact, linker)
  return input === undefined ? [] : statedOf(input, count, linker)
}

/** The input of a fact that is counted or has values; undefined, and reported, where a role does not fit it. */
function inputOfFact(asked: Subject, fact: FactDeclaration, linker: Linker): InputId | undefined {
  if (fact.shape.kind !== 'clock') return askedSubject(asked, fact, linker)
  return asked.of === undefined ? clockInput(fact.shape.event.text) : refuseRole(asked, linker, fact)
}

function unfit({ subject }: Subject, fact: FactDeclaration, linker: Linker): readonly Happening[] {
  linker.report(
    findingAt(subject.span, 'E106', `\`${subject.text}\` is no number`, {
      label: 'stated in a way that does not fit it',
      also: [{ span: fact.subject.span, text: `\`${subject.text}\` is declared here` }],
      fix: 'state one of its values',
    }),
  )
  return []
}

function otherUnit(unit: Word, { subject, shape }: FactDeclaration, linker: Linker): readonly Happening[] {
  const own = shape.kind === 'number' ? shape.unit.text : ''
  linker.report(
    findingAt(unit.span, 'E107', `\`${subject.text}\` is not counted in \`${unit.text}\``, {
      label: 'another unit',
      also: [{ span: subject.span, text: `declared in \`${own}\` here` }],
      fix: `write the number in \`${own}\``,
    }),
  )
  return []
}

/** `asks is unknown` leaves every member of the set open. */
function linkUnknown(happening: HappeningDeclaration & { kind: 'unknown' }, linker: Linker): readonly Happening[] {
  const { subject, state } = happening
  if (state !== undefined) {
    const id = yesNoName(subject.text, state.text)
    const fact = linker.names.yesNo.get(id)?.declaration
    if (fact === undefined) return unknownSubject(subject, linker)
    referTwice(subject, state, 'yes-no', id, linker)
    const words = askedSubject(happening, fact, linker)
    return words === undefined ? [] : statedOf(yesNoName(words, state.text), UNKNOWN, linker)
  }
  const fact = linker.names.facts.get(subject.text)?.declaration
  if (fact === undefined) return unknownSubject(subject, linker)
  linker.refer(subject, 'fact', subject.text)
  const input = inputOfFact(happening, fact, linker)
  if (input === undefined) return []
  const { shape } = fact
  const inputs = shape.kind === 'some-of' ? shape.values.map(({ name }) => memberInput(input, name.text)) : [input]
  return inputs.flatMap((each) => statedOf(each, UNKNOWN, linker))
}

function unknownSubject(subject: Word, linker: Linker): readonly Happening[] {
  reportUnknownSubject(subject, linker)
  return []
}
