/** Answers as text: by role, what must be done first, each with what it rests on. */
import type { Compiled } from '@remit/engine/diagram/from-checked.ts'
import type { Answer, AnswerDeadline, Certainty } from '@remit/engine/questions/answer.ts'
import { situationInWords } from '@remit/engine/situation/words.ts'
import type { Interim } from '@remit/language/checked/tree.ts'
import type { Paint } from '../output.ts'
import { durationWords, either } from './asked-lines.ts'

/** In the order in which they are read: what binds first, then what is not settled, then what is free. */
const READING_ORDER = ['MUST', 'MUST NOT', 'REFER', 'OPEN', 'SHOULD', 'SHOULD NOT', 'MAY', 'SET ASIDE', 'SILENT']
const MODALITY_WIDTH = Math.max(...READING_ORDER.map((word) => word.length)) + 2

/** One block for each group of roles of which the same is said. */
export function answersByRole(answers: readonly Answer[], compiled: Compiled, paint: Paint): readonly string[] {
  const blocks = new Map<string, string[]>()
  for (const role of rolesIn(answers, compiled)) {
    const own = answers.filter((answer) => answer.role === role).sort(byReading(compiled))
    const block = own.flatMap((answer) => answerLines(answer, compiled, paint)).join('\n')
    blocks.set(block, [...(blocks.get(block) ?? []), role])
  }
  return [...blocks].map(([block, roles]) => `${paint.strong(roles.join(', '))}\n${block}`)
}

/** As the agency lists them, then `agency` itself, then others. */
function rolesIn(answers: readonly Answer[], { book }: Compiled): readonly string[] {
  const answering = new Set(answers.map(({ role }) => role))
  return [...new Set([...book.agency.roles, ...answering])].filter((role) => answering.has(role))
}

function byReading({ acts }: Compiled) {
  const placeOf = (answer: Answer) => READING_ORDER.indexOf(headOf(answer)) * 2 + (acts.act(answer.act).urgent ? 0 : 1)
  return (one: Answer, other: Answer) => placeOf(one) - placeOf(other)
}

function headOf({ result }: Answer): string {
  return result.kind === 'settled' ? result.modality : 'OPEN'
}

/** The modality with the act, then a line for each thing that it rests on. */
export function answerLines(answer: Answer, compiled: Compiled, paint: Paint): readonly string[] {
  const { text, order } = compiled.acts.act(answer.act)
  const head = headOf(answer)
  const words = head === 'MUST' ? (order ?? text) : text
  const notes = [...openNote(answer), ...sourceNotes(answer, compiled), ...otherNotes(answer, compiled)]
  const indent = ' '.repeat(MODALITY_WIDTH + 2)
  return [
    `  ${paint.strong(head)}${' '.repeat(MODALITY_WIDTH - head.length)}${words} ${paint.quiet(`(${answer.act})`)}`,
    ...notes.map((note) => `${indent}${paint.quiet(note)}`),
  ]
}

function openNote({ result }: Answer): readonly string[] {
  if (result.kind === 'settled') return []
  return [`${either(result.possible)}: hangs on ${either(result.matters)}`]
}

function sourceNotes({ citations }: Answer, { documents }: Compiled): readonly string[] {
  const notes = citations.map(({ cite, document, verified }) => {
    const name = cite ?? documents.get(document)?.short ?? document
    return verified === 'primary' ? name : `${name} (${verified})`
  })
  return [...new Set(notes)]
}

function otherNotes(answer: Answer, compiled: Compiled): readonly string[] {
  const { book } = compiled
  const presumed = answer.presumed.flatMap((id) => {
    const input = book.inputs.find((input) => input.id === id)
    if (input === undefined || input.kind === 'clock' || input.first === undefined) return []
    return [situationInWords(book, new Map([[id, input.first]]))]
  })
  const interim = answer.referral?.interim.map((interim) => interimWords(interim, compiled)) ?? []
  return [
    ...(answer.one ? ['one member is enough'] : []),
    ...(answer.referral === undefined ? [] : [`ask ${either(answer.referral.ask)}`]),
    ...(interim.length === 0 ? [] : [`until then: ${[...new Set(interim)].join('; ')}`]),
    ...answer.deadlines.map((deadline) => deadlineNote(deadline)),
    ...answer.setAsideBy.map(({ role, act, certainty }) => `set aside ${whileOf(certainty)} ${role} must ${act}`),
    ...answer.collidesWith.map(({ role, act }) => `cannot be met together with: ${role} must ${act}`),
    ...(presumed.length === 0 ? [] : [`presumed: ${presumed.join(', ')}`]),
  ]
}

const whileOf = (certainty: Certainty) => (certainty === 'settled' ? 'while' : 'where')

function deadlineNote(deadline: AnswerDeadline): string {
  const late = deadline.ifLate === undefined ? '' : `; if late, tell ${deadline.ifLate}`
  switch (deadline.kind) {
    case 'promptly':
      return `promptly${late}`
    case 'before':
      return `before ${deadline.act}${late}`
    case 'within':
      return `within ${durationWords(deadline.ms)} of ${deadline.event}${late}`
  }
}

function interimWords(interim: Interim, { acts }: Compiled): string {
  switch (interim.kind) {
    case 'do':
      return acts.act(interim.act).text
    case 'do not':
      return `do not ${acts.act(interim.act).text.charAt(0).toLowerCase()}${acts.act(interim.act).text.slice(1)}`
    case 'words':
      return interim.text
  }
}
