/** Facts become inputs: a set becomes one yes-or-no input for each member, a clock one input for its event. */
import type { ChangeDeclaration, FactDeclaration, ParsedDocument, ValueDeclaration, Word } from '../parsed/tree.ts'
import type { Finding } from '../text/finding.ts'
import type { Span } from '../text/span.ts'
import { aboutOf, checkAbout, ownedSubjects } from './about.ts'
import { byId, declaredIn } from './declarations.ts'
import { findingAt, sortedOnce } from './findings.ts'
import { clockInput, hasValue, isClockUnit, memberInput } from './link-conditions.ts'
import { linkQuestion } from './link-lists.ts'
import { linkValue } from './link-words.ts'
import { documentOnce, type OfDocuments, type OfWords, wordsOnce } from './linked-before.ts'
import type { Linker } from './linker.ts'
import type { List } from './lists.ts'
import { minutesOfDay } from './local-time.ts'
import { yesNoName } from './names.ts'
import type { About, Change, Input, InputId } from './tree.ts'

/** The inputs of all facts in force, and of all acts and lists that conditions ask about, in order of id. */
export function linkInputs(lists: readonly List[], linker: Linker): readonly Input[] {
  const facts = wordsOnce(before, linker, () => linkFacts(linker))
  const done = [...linker.doneAsked].map(([id, { role, act }]): Input => {
    return { id, kind: 'yes-no', first: false, of: { kind: 'done', role, act }, ...UNASKED }
  })
  const questions = [...linker.someAsked].map(([id, question]) => linkQuestion(id, question, lists))
  checkClocks(linker)
  return done.length + questions.length === 0 ? facts : [...facts, ...done, ...questions].sort(byId)
}

const before: OfWords<readonly Input[]> = new WeakMap()
const factsBefore: OfDocuments<readonly Input[]> = new WeakMap()

function linkFacts(linker: Linker): readonly Input[] {
  const inputs = linker.names.words.documents.flatMap((document) =>
    documentOnce(factsBefore, document, linker, () => factsOf(document, linker)),
  )
  return joinClocks(inputs).toSorted(byId)
}

function factsOf(document: ParsedDocument, linker: Linker): readonly Input[] {
  const { yesNo, facts } = linker.names
  const isFirst = (fact: FactDeclaration) => {
    const { subject, shape } = fact
    const named =
      shape.kind === 'yes-no' ? yesNo.get(yesNoName(subject.text, shape.state.text)) : facts.get(subject.text)
    return named?.declaration === fact
  }
  return declaredIn(document, 'fact')
    .filter(isFirst)
    .flatMap((fact) => linkFact(fact, linker))
}

/** What nobody is asked: the program knows it from what was recorded. */
const UNASKED = { knownTo: [], alwaysOffered: false, changes: [] } as const

function linkFact(fact: FactDeclaration, linker: Linker): readonly Input[] {
  const { shape } = fact
  checkAbout(fact.about, 'fact', linker)
  checkChanges(fact, linker)
  if (shape.kind === 'clock') return linkClock(fact, shape, linker)
  if (shape.kind === 'some-of') checkMembers(fact, linker)
  return ownedSubjects(fact, linker).flatMap(({ words, role }) => {
    const whose = aboutOf(fact)
    const about = whose === 'incident' ? {} : { about: whose, ...(role === undefined ? {} : { role }) }
    return linkShape(fact, words, linker).map((input) => ({ ...input, ...about }))
  })
}

/** The inputs of a fact for one subject: `training`, or `training of officer`. */
function linkShape(fact: FactDeclaration, subject: string, linker: Linker): readonly Input[] {
  const { shape } = fact
  switch (shape.kind) {
    case 'yes-no':
      return [linkYesNo(fact, yesNoName(subject, shape.state.text), linker)]
    case 'one-of':
      return [linkOneOf(fact, subject, shape.values, linker)]
    case 'some-of':
      return shape.values.map((value) => linkMember(fact, subject, value, linker))
    case 'number':
      return [linkNumber(fact, subject, shape.unit.text, linker)]
    case 'clock':
      return []
  }
}

/**
 * Events change what is yes or no and what has values; only what is yes or no lasts while something does or turns at a time
 * of day. An event is nobody's own, and so changes no fact about the actor and starts no clock of one.
 */
function checkChanges(fact: FactDeclaration, linker: Linker): void {
  const { shape, subject, changes } = fact
  const isCounted = shape.kind === 'number' || shape.kind === 'clock'
  const isActors = aboutOf(fact) === 'actor'
  const refuse = (span: Span, label: string, fix: string) =>
    linker.report(findingAt(span, 'E115', `\`${subject.text}\` cannot change in this way`, { label, fix }))
  if (isActors && shape.kind === 'clock' && fact.about !== undefined) {
    refuse(fact.about.span, NOBODYS_EVENT, 'take `about the actor` out')
  }
  for (const { kind, span } of changes) {
    if (isCounted) refuse(span, 'no event sets a number or a clock', 'take the change out')
    else if (isActors) refuse(span, NOBODYS_EVENT, 'take the change out')
    else if (kind === 'while' && shape.kind !== 'yes-no') {
      refuse(span, 'only what is yes or no lasts while something does', 'write `VALUE when EVENT`')
    } else if (kind === 'moment' && shape.kind !== 'yes-no') {
      refuse(span, 'only what is yes or no turns at a time of day', 'write `VALUE when EVENT`')
    }
  }
}

const NOBODYS_EVENT = 'no event tells whose fact about the actor it changes'

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

function linkOneOf(fact: FactDeclaration, subject: string, values: readonly ValueDeclaration[], linker: Linker): Input {
  const first = fact.first && hasValue(fact, fact.first, linker) ? fact.first.text : undefined
  const valueNamed = (value: Word) => (hasValue(fact, value, linker) ? value.text : undefined)
  return {
    ...askedOf(fact, linker),
    kind: 'one-of',
    id: subject,
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
function linkMember(fact: FactDeclaration, subject: string, value: ValueDeclaration, linker: Linker): Input {
  const own = fact.changes.filter((change) => change.kind === 'becomes' && change.value.text === value.name.text)
  return {
    ...askedOf(fact, linker),
    kind: 'yes-no',
    id: memberInput(subject, value.name.text),
    of: { kind: 'member', set: fact.subject.text, value: linkValue(value) },
    changes: own.flatMap((change) => linkChange(change, linker, () => true)),
    ...(fact.first === undefined ? {} : { first: fact.first.text === value.name.text }),
  }
}

function linkNumber(fact: FactDeclaration, subject: string, unit: string, linker: Linker): Input {
  const first = fact.first && Number(fact.first.text)
  if (fact.first !== undefined && !(Number(fact.first.text) >= 0)) {
    wrongFirst(fact.first, 'a number, zero or more', linker)
  }
  return {
    ...askedOf(fact, linker),
    kind: 'number',
    id: subject,
    unit,
    changes: [],
    ...(first === undefined ? {} : { first }),
  }
}

function linkClock(fact: FactDeclaration, shape: { unit: Word; event: Word }, linker: Linker): readonly Input[] {
  const event = linker.event(shape.event)
  if (!isClockUnit(shape.unit.text)) linker.duration({ count: 1, unit: shape.unit, span: shape.unit.span })
  if (event === undefined) return []
  const about = aboutOfClock(fact)
  const whose = about === 'incident' ? {} : { about }
  return [{ ...UNASKED, kind: 'clock', id: clockInput(event), event, names: [fact.subject.text], ...whose }]
}

/** An event is nobody's own, and so is a clock. */
function aboutOfClock(clock: FactDeclaration): Exclude<About, 'actor'> {
  const about = aboutOf(clock)
  return about === 'actor' ? 'incident' : about
}

/** E121: all clocks of one event are one input, which is about one thing. */
function checkClocks(linker: Linker): void {
  const first = new Map<string, FactDeclaration>()
  for (const { declaration } of linker.names.facts.values()) {
    if (declaration.shape.kind !== 'clock') continue
    const event = declaration.shape.event.text
    const known = first.get(event)
    if (known === undefined) first.set(event, declaration)
    else if (aboutOfClock(known) !== aboutOfClock(declaration)) linker.report(twoThings(declaration, known, event))
  }
}

function twoThings(clock: FactDeclaration, known: FactDeclaration, event: string): Finding {
  const words = `\`${clock.subject.text}\` is about the ${aboutOfClock(clock)}, and \`${known.subject.text}\` about the ${aboutOfClock(known)}`
  return findingAt(clock.about?.span ?? clock.subject.span, 'E121', `${words}: both count from \`${event}\``, {
    label: 'clocks of one event are about one thing',
    also: [{ span: known.subject.span, text: 'the other clock' }],
    fix: `write \`about the ${aboutOfClock(known)}\``,
  })
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

function linkChange(
  change: ChangeDeclaration,
  linker: Linker,
  valueNamed: (value: Word) => boolean | string | undefined,
): readonly Change[] {
  switch (change.kind) {
    case 'while': {
      const [opens, closes] = [linker.event(change.opens), linker.event(change.closes)]
      return opens === undefined || closes === undefined ? [] : [{ kind: 'while', opens, closes }]
    }
    case 'moment':
      return linkMoment(change, linker)
    case 'becomes': {
      const [value, event] = [valueNamed(change.value), linker.event(change.event)]
      return value === undefined || event === undefined ? [] : [{ kind: 'becomes', event, value }]
    }
  }
}

/** `yes at 23:59 of the day of EVENT`: before that the fact is no, and so it can only turn to yes. */
function linkMoment(change: ChangeDeclaration & { kind: 'moment' }, linker: Linker): readonly Change[] {
  const { value, time, day } = change
  const [event, minutes] = [linker.event(change.event), minutesOfDay(time.text)]
  if (value.text !== 'yes') wrongFirst(value, '`yes`', linker, 'what turns at a time of day turns to')
  // Whoever read the text has told of a time that no clock shows.
  if (event === undefined || minutes === undefined || value.text !== 'yes') return []
  return [{ kind: 'moment', event, minutes, days: day === 'after' ? 1 : 0 }]
}

function yesOrNo(word: Word, linker: Linker): boolean | undefined {
  if (word.text === 'yes' || word.text === 'no') return word.text === 'yes'
  wrongFirst(word, '`yes` or `no`', linker)
  return undefined
}

function wrongFirst(word: Word, wanted: string, linker: Linker, why = 'the fact is'): void {
  linker.report(
    findingAt(word.span, 'E114', `\`${word.text}\` is no value of this fact`, {
      label: `${why} ${wanted}`,
      fix: `write ${wanted}`,
    }),
  )
}
