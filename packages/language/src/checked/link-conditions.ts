/** Conditions: each line becomes a test of an input or of a define. */
import type { ConditionBlock, ConditionLine, FactDeclaration, ParsedDocument, Subject, Word } from '../parsed/tree.ts'
import { askedSubject, refuseRole } from './about.ts'
import { findingAt } from './findings.ts'
import { linkTests, someInput } from './link-tests.ts'
import type { Linker } from './linker.ts'
import { localDefineId, sharedDefineId, yesNoName } from './names.ts'
import { valueId } from './references/reference.ts'
import type { Condition, InputId } from './tree.ts'
import { isSameUnit, unitMs } from './units.ts'

/** What holds always: the condition of a norm without `when`. */
export const ALWAYS: Condition = { kind: 'all', of: [] }

export function linkBlock(block: ConditionBlock, document: ParsedDocument, linker: Linker): Condition {
  const of = block.lines.flatMap((line) => linkLine(line, document, linker) ?? [])
  const [only] = of
  return of.length === 1 && only !== undefined ? only : { kind: block.join, of }
}

/** One line; undefined, and reported, where a name in it cannot be resolved. */
export function linkLine(line: ConditionLine, document: ParsedDocument, linker: Linker): Condition | undefined {
  const condition = positive(line, document, linker)
  return condition !== undefined && line.negated ? { kind: 'not', of: condition } : condition
}

function positive(line: ConditionLine, document: ParsedDocument, linker: Linker): Condition | undefined {
  switch (line.kind) {
    case 'is':
      return linkIs(line, line.value, document, linker)
    case 'is-one-of':
      return anyOf(line.values.map((value) => linkIs(line, value, document, linker)))
    case 'include':
      return linkInclude(line, line.value, linker)
    case 'compare':
      return linkComparison(line, linker)
    case 'done':
      return linkDone(line.role, line.act, linker)
    case 'some':
      return linkSome(line, linker)
  }
}

/** Values of one input become one test; what else is named stays beside it. */
function anyOf(parts: readonly (Condition | undefined)[]): Condition | undefined {
  const of: Condition[] = []
  for (const part of parts) {
    if (part === undefined) return undefined
    const last = of.at(-1)
    if (part.kind === 'one-of' && last?.kind === 'one-of' && last.input === part.input) {
      of[of.length - 1] = { ...last, values: [...last.values, ...part.values] }
    } else of.push(part)
  }
  const [only] = of
  return of.length === 1 ? only : { kind: 'any', of }
}

/** `X is Y`: a define of this document, a shared define, a yes-or-no fact, or a value of a fact, in this order. */
function linkIs(asked: Subject, value: Word, document: ParsedDocument, linker: Linker): Condition | undefined {
  const { names } = linker
  const { subject } = asked
  const local = localDefineId(document.id, subject.text, value.text)
  const shared = sharedDefineId(subject.text, value.text)
  const define = [local, shared].find((id) => names.defines.has(id))
  if (define !== undefined) {
    referTwice(subject, value, 'define', define, linker)
    return asked.of === undefined ? { kind: 'define', define } : refuseRole(asked, linker)
  }
  const yesNo = names.yesNo.get(yesNoName(subject.text, value.text))?.declaration
  if (yesNo !== undefined) {
    referTwice(subject, value, 'yes-no', yesNoName(subject.text, value.text), linker)
    const words = askedSubject(asked, yesNo, linker)
    return words === undefined ? undefined : { kind: 'yes', input: yesNoName(words, value.text) }
  }
  const fact = names.facts.get(subject.text)?.declaration
  if (fact?.shape.kind !== 'one-of') return unknownState(subject, value, fact, linker)
  linker.refer(subject, 'fact', subject.text)
  const [words, isKnown] = [askedSubject(asked, fact, linker), hasValue(fact, value, linker)]
  return words !== undefined && isKnown ? { kind: 'one-of', input: words, values: [value.text] } : undefined
}

/** Records both words of what is named by a subject and a state. */
export function referTwice(subject: Word, state: Word, kind: 'define' | 'yes-no', id: string, linker: Linker): void {
  linker.refer(subject, kind, id, 'subject')
  linker.refer(state, kind, id, 'state')
}

function linkInclude(asked: Subject, value: Word, linker: Linker): Condition | undefined {
  const { subject } = asked
  const fact = linker.names.facts.get(subject.text)?.declaration
  if (fact === undefined) return reportUnknownSubject(subject, linker)
  linker.refer(subject, 'fact', subject.text)
  if (fact.shape.kind !== 'some-of') return unfit(subject, fact, linker)
  const [words, isKnown] = [askedSubject(asked, fact, linker), hasValue(fact, value, linker)]
  return words !== undefined && isKnown ? { kind: 'yes', input: memberInput(words, value.text) } : undefined
}

function linkComparison(line: ConditionLine & { kind: 'compare' }, linker: Linker): Condition | undefined {
  const { subject, unit, count, is } = line
  const fact = linker.names.facts.get(subject.text)?.declaration
  if (fact === undefined) return reportUnknownSubject(subject, linker)
  linker.refer(subject, 'fact', subject.text)
  if (fact.shape.kind === 'clock') {
    const ms = linker.duration({ count, unit: unit ?? fact.shape.unit, span: line.span })
    if (line.of !== undefined) return refuseRole(line, linker, fact)
    return ms === undefined ? undefined : { kind: 'compare', input: clockInput(fact.shape.event.text), is, than: ms }
  }
  if (fact.shape.kind !== 'number') return unfit(subject, fact, linker)
  const words = askedSubject(line, fact, linker)
  if (unit !== undefined && !isSameUnit(unit.text, fact.shape.unit.text)) return otherUnit(unit, fact, linker)
  return words === undefined ? undefined : { kind: 'compare', input: words, is, than: count }
}

/** The question itself is an input: whether some entry fits is not for conditions to find out. */
function linkSome(line: ConditionLine & { kind: 'some' }, linker: Linker): Condition | undefined {
  const question = linkTests(line, linker)
  if (question === undefined) return undefined
  const input = someInput(question)
  linker.askSome(input, { ...question, span: line.span })
  return { kind: 'yes', input }
}

/** A group has done an act when one of its roles has. */
function linkDone(role: Word, act: Word, linker: Linker): Condition | undefined {
  const [roles, done] = [linker.roles([role]), linker.act(act)]
  if (done === undefined || roles.length === 0) return undefined
  const of = roles.map((each): Condition => {
    const input = doneInput(each, done)
    linker.askDone(input, { role: each, act: done })
    return { kind: 'yes', input }
  })
  const [only] = of
  return of.length === 1 ? only : { kind: 'any', of }
}

export function memberInput(set: string, value: string): InputId {
  return `${set} include ${value}`
}

export function clockInput(event: string): InputId {
  return `since ${event}`
}

export function doneInput(role: string, act: string): InputId {
  return `${role} has done ${act}`
}

/** Whether a fact has a value; reported where it has not. */
export function hasValue(fact: FactDeclaration, value: Word, linker: Linker): boolean {
  const { subject, shape } = fact
  const values = 'values' in shape ? shape.values.map(({ name }) => name.text) : []
  if ('values' in shape && values.includes(value.text)) {
    linker.refer(value, 'value', valueId(subject.text, shape.kind, value.text))
    return true
  }
  linker.report(
    findingAt(value.span, 'E105', `\`${value.text}\` is no value of \`${subject.text}\``, {
      label: 'not one of its values',
      also: [{ span: subject.span, text: `\`${subject.text}\` is declared here` }],
      fix: `write one of \`${values.join('`, `')}\``,
      ...linker.instead(value, () => values),
    }),
  )
  return false
}

function unknownState(subject: Word, value: Word, fact: FactDeclaration | undefined, linker: Linker): undefined {
  if (fact !== undefined) return unfit(subject, fact, linker)
  const words = yesNoName(subject.text, value.text)
  const { subjects } = linker.names
  const isKnown = subjects.has(subject.text)
  const near = isKnown
    ? linker.instead(value, () => statesOf(subject.text, linker))
    : linker.instead(subject, () => subjects)
  linker.report(
    findingAt(isKnown ? value.span : subject.span, 'E104', `no fact or define says whether \`${words}\``, {
      label: isKnown ? 'not declared of it' : 'nothing of this name is declared',
      fix: `ask about another fact, or declare it in a vocabulary with \`fact ${words}\``,
      ...near,
    }),
  )
}

/** What facts and shared defines say that a subject can be. */
function statesOf(subject: string, { names: { yesNo, defines } }: Linker): readonly string[] {
  const facts = [...yesNo.keys()].flatMap((words) => afterPrefix(words, yesNoName(subject, '')))
  return [...facts, ...[...defines.keys()].flatMap((id) => afterPrefix(id, sharedDefineId(subject, '')))]
}

function afterPrefix(text: string, prefix: string): readonly string[] {
  return text.startsWith(prefix) ? [text.slice(prefix.length)] : []
}

/** Reports a subject of which nothing is declared. */
export function reportUnknownSubject(subject: Word, linker: Linker): undefined {
  const reason = {
    label: 'nothing of this name is declared',
    fix: `ask about another fact, or declare it in a vocabulary with \`fact ${subject.text} …\``,
    ...linker.instead(subject, () => linker.names.facts.keys()),
  }
  linker.report(findingAt(subject.span, 'E104', `there is no fact \`${subject.text}\``, reason))
}

const WAY_TO_ASK = {
  'yes-no': '`X is Y`',
  'one-of': '`is` or `is one of`',
  'some-of': '`include` or `do not include`',
  number: '`is at least`, `is at most`, `is less than` or `is more than`',
  clock: '`is at least`, `is at most`, `is less than` or `is more than`, with a unit of time',
} as const

function unfit(subject: Word, fact: FactDeclaration, linker: Linker): undefined {
  linker.report(
    findingAt(subject.span, 'E106', `this is no question that can be put to \`${subject.text}\``, {
      label: 'asked in a way that does not fit it',
      also: [{ span: fact.subject.span, text: `\`${subject.text}\` is declared here` }],
      fix: `ask with ${WAY_TO_ASK[fact.shape.kind]}`,
    }),
  )
}

function otherUnit(unit: Word, fact: FactDeclaration, linker: Linker): undefined {
  const own = 'unit' in fact.shape ? fact.shape.unit.text : ''
  linker.report(
    findingAt(unit.span, 'E107', `\`${fact.subject.text}\` is not counted in \`${unit.text}\``, {
      label: 'another unit',
      also: [{ span: fact.subject.span, text: `declared in \`${own}\` here` }],
      fix: `write the number in \`${own}\``,
    }),
  )
}

/** Whether a clock can be kept in a unit. */
export function isClockUnit(unit: string): boolean {
  return unitMs(unit) !== undefined
}
