/** Facts become inputs: a set becomes one yes-or-no input for each member, a clock one input for its event. */
import type { ChangeDeclaration, FactDeclaration, ValueDeclaration, Word } from '../parsed/tree.ts'
import { compareText, findingAt, sortedOnce } from './findings.ts'
import { clockInput, hasValue, isClockUnit, memberInput } from './link-conditions.ts'
import type { Linker } from './linker.ts'
import { yesNoName } from './names.ts'
import type { Change, Input, InputId, Value } from './tree.ts'

/** The inputs of all facts in force, and of all acts that conditions ask about, in order of id. */
export function linkInputs(linker: Linker): readonly Input[] {
  const { yesNo, facts } = linker.names
  const inputs = [...yesNo.values(), ...facts.values()].flatMap(({ declaration }) => linkFact(declaration, linker))
  const done = [...linker.doneAsked].map(([id, { role, act }]): Input => {
    return { id, kind: 'yes-no', first: false, of: { kind: 'done', role, act }, ...UNASKED }
  })
  return [...joinClocks(inputs), ...done].sort((a, b) => compareText(a.id, b.id))
}

/** What nobody is asked: the program knows it from what was recorded. */
const UNASKED = { knownTo: [], alwaysOffered: false, changes: [] } as const

function linkFact(fact: FactDeclaration, linker: Linker): readonly Input[] {
  const { shape, subject } = fact
  checkChanges(fact, linker)
  switch (shape.kind) {
    case 'yes-no':
      return [linkYesNo(fact, yesNoName(subject.text, shape.state.text), linker)]
    case 'one-of':
      return [linkOneOf(fact, shape.values, linker)]
    case 'some-of':
      checkMembers(fact, linker)
      return shape.values.map((value) => linkMember(fact, value, linker))
    case 'number':
      return [linkNumber(fact, shape.unit.text, linker)]
    case 'clock':
      return linkClock(fact, shape, linker)
  }
}

/** Events change what is yes or no and what has values; only what is yes or no can be so while something lasts. */
function checkChanges({ shape, subject, changes }: FactDeclaration, linker: Linker): void {
  const isCounted = shape.kind === 'number' || shape.kind === 'clock'
  const unfit = changes.filter(({ kind }) => isCounted || (kind === 'while' && shape.kind !== 'yes-no'))
  for (const { span } of unfit) {
    linker.report(
      findingAt(span, 'E115', `\`${subject.text}\` cannot change in this way`, {
        label: isCounted ? 'no event sets a number or a clock' : 'only what is yes or no lasts while something does',
        fix: isCounted ? 'take the change out' : 'write `VALUE when EVENT`',
      }),
    )
  }
}

function linkYesNo(fact: FactDeclaration, id: InputId, linker: Linker): Input {
  const first = fact.first && yesOrNo(fact.first, linker)
  return {
    ...askedOf(fact, linker),
    kind: 'yes-no',
    id,
    of: { kind: 'fact', text: id },
    changes: fact.changes.flatMap((change) => linkChange(change, linker, (value) => yesOrNo(value, linker))),
    ...(first === undefined ? {} : { first }),
  }
}

function linkOneOf(fact: FactDeclaration, values: readonly ValueDeclaration[], linker: Linker): Input {
  const first = fact.first && hasValue(fact, fact.first, linker) ? fact.first.text : undefined
  const valueNamed = (value: Word) => (hasValue(fact, value, linker) ? value.text : undefined)
  return {
    ...askedOf(fact, linker),
    kind: 'one-of',
    id: fact.subject.text,
    values: values.map(linkValue),
    changes: fact.changes.flatMap((change) => linkChange(change, linker, valueNamed)),
    ...(first === undefined ? {} : { first }),
  }
}

/** What a set is at first, and what events put into it, are members; `none` stands for the empty set. */
function checkMembers(fact: FactDeclaration, linker: Linker): void {
  if (fact.first !== undefined && fact.first.text !== 'none') hasValue(fact, fact.first, linker)
  for (const change of fact.changes) if (change.kind === 'becomes') hasValue(fact, change.value, linker)
}

/** `at first none` says that no member is there; `at first hold` that only this one is. */
function linkMember(fact: FactDeclaration, value: ValueDeclaration, linker: Linker): Input {
  const own = fact.changes.filter((change) => change.kind === 'becomes' && change.value.text === value.name.text)
  return {
    ...askedOf(fact, linker),
    kind: 'yes-no',
    id: memberInput(fact.subject.text, value.name.text),
    of: { kind: 'member', set: fact.subject.text, value: linkValue(value) },
    changes: own.flatMap((change) => linkChange(change, linker, () => true)),
    ...(fact.first === undefined ? {} : { first: fact.first.text === value.name.text }),
  }
}

function linkNumber(fact: FactDeclaration, unit: string, linker: Linker): Input {
  const first = fact.first && Number(fact.first.text)
  if (fact.first !== undefined && !(Number(fact.first.text) >= 0)) {
    wrongFirst(fact.first, 'a number, zero or more', linker)
  }
  return {
    ...askedOf(fact, linker),
    kind: 'number',
    id: fact.subject.text,
    unit,
    changes: [],
    ...(first === undefined ? {} : { first }),
  }
}

function linkClock(fact: FactDeclaration, shape: { unit: Word; event: Word }, linker: Linker): readonly Input[] {
  const event = linker.event(shape.event)
  if (!isClockUnit(shape.unit.text)) linker.duration({ count: 1, unit: shape.unit, span: shape.unit.span })
  if (event === undefined) return []
  return [{ ...UNASKED, kind: 'clock', id: clockInput(event), event, names: [fact.subject.text] }]
}

/** All clocks of one event are one input. */
function joinClocks(inputs: readonly Input[]): readonly Input[] {
  const joined = new Map<InputId, Input>()
  for (const input of inputs) {
    const known = joined.get(input.id)
    const isSameClock = known?.kind === 'clock' && input.kind === 'clock'
    joined.set(input.id, isSameClock ? { ...known, names: sortedOnce([...known.names, ...input.names]) } : input)
  }
  return [...joined.values()]
}

function askedOf(fact: FactDeclaration, linker: Linker) {
  return {
    knownTo: linker.roles(fact.knownTo),
    alwaysOffered: fact.alwaysOffered,
    ...(fact.ask === undefined ? {} : { ask: fact.ask.text }),
    ...(fact.help === undefined ? {} : { help: fact.help.text }),
  }
}

/** The words of a value for people; without a text its name with spaces. */
function linkValue({ name, text }: ValueDeclaration): Value {
  return { id: name.text, text: text?.text ?? name.text.replaceAll('-', ' ') }
}

function linkChange(
  change: ChangeDeclaration,
  linker: Linker,
  valueNamed: (value: Word) => boolean | string | undefined,
): readonly Change[] {
  if (change.kind === 'while') {
    const [opens, closes] = [linker.event(change.opens), linker.event(change.closes)]
    return opens === undefined || closes === undefined ? [] : [{ kind: 'while', opens, closes }]
  }
  const [value, event] = [valueNamed(change.value), linker.event(change.event)]
  return value === undefined || event === undefined ? [] : [{ kind: 'becomes', event, value }]
}

function yesOrNo(word: Word, linker: Linker): boolean | undefined {
  if (word.text === 'yes' || word.text === 'no') return word.text === 'yes'
  wrongFirst(word, '`yes` or `no`', linker)
  return undefined
}

function wrongFirst(word: Word, wanted: string, linker: Linker): void {
  linker.report(
    findingAt(word.span, 'E114', `\`${word.text}\` is no value of this fact`, {
      label: `the fact is ${wanted}`,
      fix: `write ${wanted}`,
    }),
  )
}
