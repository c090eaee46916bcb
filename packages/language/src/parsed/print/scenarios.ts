import type {
  Duration,
  ExpectationDeclaration,
  FieldValue,
  HappeningDeclaration,
  InvariantDeclaration,
  ScenarioDeclaration,
  StepDeclaration,
} from '../tree.ts'
import {
  inWords,
  joined,
  listed,
  printBlock,
  printDuration,
  printLine,
  printNumber,
  printReference,
  printSubject,
  quoted,
} from './words.ts'

export function printInvariant({ name, when, expect }: InvariantDeclaration): string {
  const condition = when ? [`  ${printBlock('when', when, '  ')}`] : []
  return [`invariant ${name.text}`, ...condition, printExpect(expect)].join('\n')
}

export function printScenario({ title, on, place, given, steps }: ScenarioDeclaration): string {
  return [
    `scenario ${quoted(title)}`,
    ...(on ? [`  on ${on.text}`] : []),
    ...(place ? [`  in ${place.text}`] : []),
    ...(given.length > 0 ? [`  given ${given.map(printHappening).join('\n    and ')}`] : []),
    ...steps.map(printStep),
  ].join('\n')
}

function printStep(step: StepDeclaration): string {
  switch (step.kind) {
    case 'expect':
      return printExpect(step.expect)
    case 'happens':
      return `  then ${printHappening(step.happening)}`
    case 'time passes':
      return `  then ${printDuration(step.duration)} pass`
  }
}

function printExpect(expect: readonly ExpectationDeclaration[]): string {
  return `  expect ${expect.map(printExpectation).join('\n     and ')}`
}

function printHappening(happening: HappeningDeclaration): string {
  switch (happening.kind) {
    case 'states':
      return printLine(happening.line)
    case 'number':
      return joined(printSubject(happening), 'is', printNumber(happening.count), happening.unit?.text)
    case 'unknown':
      return joined(printSubject(happening), happening.state && `is ${happening.state.text}`, 'is unknown')
    case 'event':
      return joined(happening.event.text, printAgo(happening.ago))
    case 'done':
      return joined(happening.role.text, 'has done', happening.act.text, printAgo(happening.ago))
    case 'entry':
      return `${ARTICLE_AN.test(happening.list.text) ? 'an' : 'a'} ${happening.list.text} has ${inWords(happening.values.map(printFieldValue))}`
    case 'complete':
      return `no other ${happening.list.text}`
  }
}

const ARTICLE_AN = /^[aeiou]/

function printFieldValue(value: FieldValue): string {
  return value.kind === 'is'
    ? joined(value.field.text, value.value.text)
    : joined(value.field.text, printNumber(value.count), value.unit?.text)
}

function printAgo(ago: Duration | undefined): string | undefined {
  return ago && `${printDuration(ago)} ago`
}

function printExpectation(line: ExpectationDeclaration): string {
  switch (line.kind) {
    case 'modality': {
      const because = line.because.length > 0 && `because ${line.because.map(printReference).join(', ')}`
      return joined(line.who.text, line.is, listed(line.acts), because)
    }
    case 'is':
      return joined(line.who.text, line.act.text, 'is', line.is, line.to && `to ${line.to.text}`)
    case 'no kind forbidden':
      return `no kind of ${line.act.text} is forbidden`
    case 'nobody must':
      return `nobody must ${line.act.text}`
  }
}
