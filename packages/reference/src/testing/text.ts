/**
 * A generated book as the documents that say it, in the words that authors use: so that laws can go through reading and
 * checking too. What a book holds beyond that (invariants, reports) is not written.
 */

import type { Field, List } from '@remit/language/checked/lists.ts'
import type {
  Act,
  Book,
  Change,
  Choice,
  Condition,
  Deadline,
  Exception,
  Input,
  Norm,
  Statement,
  Unsettled,
} from '@remit/language/checked/tree.ts'
import { FOLDER } from './build.ts'
import { HOUR } from './words.ts'

/** One document: its id, and its declarations each by itself, so that they can be shuffled. */
export type Written = { readonly id: string; readonly force: string; readonly declarations: readonly string[] }

/** The documents of a book, without those that would be empty. */
export function writtenOf(book: Book): readonly Written[] {
  const rules = [...book.norms, ...book.exceptions]
  const orders = book.documents.flatMap(({ id, force }) => {
    const declarations = rules.filter((rule) => rule.document === id).map(ruleText)
    return declarations.length === 0 ? [] : [{ id, force, declarations }]
  })
  const doubts = book.unsettled.map(doubtText)
  const counsel = doubts.length === 0 ? [] : [{ id: `${FOLDER}/counsel`, force: 'counsel note', declarations: doubts }]
  return [...counsel, ...orders, { id: `${FOLDER}/vocabulary`, force: 'vocabulary', declarations: wordsOf(book) }]
}

/** The text of a document; `more` is further front matter, a line each. */
export function textOf(
  { id, force, declarations }: Written,
  more: readonly string[] = ['in-force: from 2000-01-01'],
): string {
  const name = id.slice(id.lastIndexOf('/') + 1)
  const front = [
    `title: ${name}`,
    `short: ${name}`,
    'issuer: Nobody',
    `force: ${force}`,
    'source: generated',
    'verified: assumed',
    'cite: generated',
    ...more,
  ]
  const blocks = declarations.map((declaration) => `\n\`\`\`remit\n${declaration}\n\`\`\`\n`)
  return `---\n${front.join('\n')}\n---\n${blocks.join('')}`
}

/** The `agency.md` of the generated agency. */
export const AGENCY_TEXT = `---
name: Police
kind: police
state: IL
time-zone: America/Chicago
runs: no
demo: yes
roles: officer, supervisor
refer-to: supervisor
---
`

function wordsOf(book: Book): readonly string[] {
  return [
    ...book.roles
      .filter((role) => !role.agency)
      .map(({ id, text, outside }) => {
        return `role ${id} "${text}"${outside ? ' outside' : ''}`
      }),
    ...book.events.map(({ id, text }) => `event ${id} "${text}"`),
    ...book.inputs.flatMap(factText),
    ...book.lists.map(listText),
    ...book.defines.map(({ id, when }) => `define ${id.replace(' ', ' is ')}${blockText('when', when)}`),
    ...book.acts.map(actText),
    ...book.nevers.map(({ when }) => `never ${linesOf(when).lines.join(' and ')}`),
    ...book.choices.map(choiceText),
  ]
}

/** A fact about the actor is one declaration for the inputs of all roles; what was done and lists are no facts. */
function factText(input: Input): readonly string[] {
  if (input.role !== undefined && input.role !== 'agency') return []
  const about = input.about === undefined ? '' : ` about the ${input.about}`
  const changes = input.changes.map(changeText)
  const ends = `${about}${changes.length === 0 ? '' : ` ${changes.join(', ')}`}`
  const name = input.role === undefined ? input.id : input.id.replace(` of ${input.role}`, '')
  switch (input.kind) {
    case 'number':
      return [`fact ${name} is a number of ${input.unit}${firstText(input.first)}${ends}`]
    case 'one-of':
      return [`fact ${name} is one of ${input.values.map(({ id }) => id).join(', ')}${firstText(input.first)}${ends}`]
    case 'clock':
      return input.names.map((clock) => `fact ${clock} is hours since ${input.event}`)
    case 'yes-no': {
      if (input.of.kind === 'done' || input.of.kind === 'some') return []
      const first = input.first === undefined ? '' : ` at first ${input.first ? 'yes' : 'no'}`
      if (input.of.kind === 'fact') return [`fact ${name}${first}${ends}`]
      return [`fact ${input.of.set} includes some of ${input.of.value.id}${ends}`]
    }
  }
}

function firstText(first: string | number | undefined): string {
  return first === undefined ? '' : ` at first ${first}`
}

function changeText(change: Change): string {
  switch (change.kind) {
    case 'becomes':
      return `${change.value === true ? 'yes' : change.value === false ? 'no' : change.value} when ${change.event}`
    case 'while':
      return `yes while a ${change.opens} has no ${change.closes} of its own`
    case 'moment':
      return `yes at ${timeText(change.minutes)} of the day ${change.days === 0 ? 'of' : 'after'} ${change.event}`
  }
}

function timeText(minutes: number): string {
  const two = (number: number) => String(number).padStart(2, '0')
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
}

function listText({ id, about, fields }: List): string {
  const fieldText = (field: Field) => {
    switch (field.kind) {
      case 'one-of':
        return `  ${field.id} one of ${field.values.map((value) => value.id).join(', ')}`
      case 'number':
        return `  ${field.id} number of ${field.unit}`
      case 'yes-no':
        return `  ${field.id} yes or no`
    }
  }
  return [`list ${id}, about the ${about}`, ...fields.map(fieldText)].join('\n')
}

function actText(act: Act): string {
  const { id, text, kindOf, excludes, directs, arisesWhen } = act
  return [
    `act ${id} "${text}"`,
    ...(kindOf.length === 0 ? [] : [`is a kind of ${kindOf.join(', ')}`]),
    ...(excludes.length === 0 ? [] : [`excludes ${excludes.join(', ')}`]),
    ...(directs === undefined ? [] : [`directs ${directs.role} to ${directs.act}`]),
    ...(act.urgent ? ['urgent'] : []),
    ...(act.withdraws ? ['withdraws'] : []),
    ...(act.onlyWhereAllowed ? ['only where allowed'] : []),
    ...(arisesWhen === undefined ? [] : [blockText('arises when', arisesWhen)]),
  ].join('\n  ')
}

function choiceText({ role, acts, when }: Choice): string {
  return `choice by ${role}: ${acts.join(', ')}${blockText('when', when)}`
}

function doubtText({ norms: [first, second], ask, interim }: Unsettled): string {
  const against = second === undefined ? '' : ` against ${referenceText(second)}`
  const until = interim.kind === 'words' ? `"${interim.text}"` : `${interim.kind} ${interim.act}`
  return `unsettled ${referenceText(first)}${against}, ask ${ask}\n  until answered: ${until}`
}

function referenceText(id: string): string {
  const [document = '', name = ''] = id.split('#')
  return `${name} of "${document.slice(document.lastIndexOf('/') + 1)}"`
}

function ruleText(rule: Norm | Exception): string {
  const head =
    'to' in rule
      ? [`exception ${rule.name} to ${rule.to.map(referenceText).join(', ')}`, ...forText(rule.forActs)].join(' ')
      : `norm ${rule.name}`
  const otherwise = 'to' in rule || !rule.lowerMaySayOtherwise ? [] : ['unless lower orders say otherwise']
  const unless = rule.unless === undefined ? '' : blockText('unless', rule.unless)
  return [`${head}${blockText('when', rule.when)}${unless}`, ...rule.statements.map(statementText), ...otherwise].join(
    '\n  ',
  )
}

function forText(acts: readonly string[] | undefined): readonly string[] {
  return acts === undefined ? [] : [`for ${acts.join(', ')}`]
}

function statementText({ roles, one, modality, acts, otherThan, guaranteed, deadline }: Statement): string {
  return [
    ...(one === true ? ['one'] : []),
    `${roles.join(', ')} ${modality} ${acts.join(', ')}`,
    ...(otherThan.length === 0 ? [] : [`other than ${otherThan.join(', ')}`]),
    ...(guaranteed ? ['whatever lower orders say'] : []),
    ...(deadline === undefined ? [] : [deadlineText(deadline)]),
  ].join(' ')
}

function deadlineText(deadline: Deadline): string {
  const late = deadline.ifLate === undefined ? '' : `; if late, tell ${deadline.ifLate}`
  switch (deadline.kind) {
    case 'promptly':
      return `promptly${late}`
    case 'before':
      return `before ${deadline.act}${late}`
    case 'within':
      return `within ${deadline.ms / HOUR} hours of ${deadline.event}${late}`
  }
}

/** A keyword with a condition below it; nothing where the condition is none. */
function blockText(keyword: string, when: Condition): string {
  const { any, lines } = linesOf(when)
  if (lines.length === 0) return ''
  if (any) return `\n  ${keyword} any of\n${lines.map((line) => `    - ${line}`).join('\n')}`
  return `\n  ${keyword} ${lines.join('\n   and ')}`
}

/** Generated conditions are lines joined by `and`, one `any of` block, or neither of some lines. */
export function linesOf(when: Condition): { readonly any: boolean; readonly lines: readonly string[] } {
  if (when.kind === 'not' && when.of.kind === 'any')
    return { any: false, lines: when.of.of.map((atom) => lineText(atom, true)) }
  const atoms = when.kind === 'all' || when.kind === 'any' ? when.of : [when]
  return { any: when.kind === 'any', lines: atoms.map((atom) => lineText(atom, false)) }
}

function lineText(atom: Condition, negated: boolean): string {
  switch (atom.kind) {
    case 'not':
      return lineText(atom.of, !negated)
    case 'define':
      return atom.define.replace(' ', negated ? ' is not ' : ' is ')
    case 'yes':
      return yesText(atom.input.replace(' of *', ''), negated)
    case 'one-of':
      return `${atom.input.replace(' of *', '')} is ${negated ? 'none' : 'one'} of ${atom.values.join(', ')}`
    case 'compare': {
      const clock = CLOCKS.get(atom.input)
      const [subject, count, unit] =
        clock === undefined ? [atom.input, atom.than, unitOf(atom.input)] : [clock, atom.than / HOUR, 'hours']
      return `${subject} is ${negated ? 'not ' : ''}${atom.is.replace('-', ' ')} ${count} ${unit}`
    }
    case 'all':
    case 'any':
      throw new Error('no generated condition nests')
  }
}

function yesText(input: string, negated: boolean): string {
  if (!negated) return input
  if (input.startsWith('some ')) return input.replace('some ', 'no ')
  if (input.includes(' include ')) return input.replace(' include ', ' do not include ')
  if (input.includes(' has done ')) return input.replace(' has done ', ' has not done ')
  return input.replace(' is ', ' is not ')
}

const CLOCKS: ReadonlyMap<string, string> = new Map([
  ['since release-due', 'hours-held'],
  ['since request-received', 'hours-waiting'],
])

function unitOf(input: string): string {
  return input === 'age' ? 'years' : 'miles'
}
