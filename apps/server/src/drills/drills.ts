/** Drills: two situations one fact apart. The orders themselves give the answers. */
import type { DrillResult, DrillSituation, DrillView } from '@remit/contract/library-view.ts'
import type { Modality } from '@remit/contract/shapes.ts'
import { decide } from '@remit/engine/questions/decide.ts'
import { sentenceFor } from '@remit/incident/determinations/sentences.ts'
import type { Agency, Situation } from '@remit/language/checked/tree.ts'
import { refuse } from '../refusal.ts'
import type { Remit } from '../remit.ts'
import { textOfInput, valueText } from '../views/parts.ts'

type Drill = {
  readonly id: string
  readonly title: string
  readonly agency: string
  /** An instant at which the orders drilled are in force, milliseconds since 1970 UTC. */
  readonly at: number
  readonly given: readonly (readonly [input: string, value: boolean | string])[]
  /** The one fact that differs between the situations. */
  readonly fact: string
  readonly values: readonly (boolean | string)[]
  readonly role: string
  readonly act: string
  readonly choices: readonly Modality[]
}

export const DRILLS: readonly Drill[] = [
  {
    id: 'notice-and-custody',
    title: 'A notice in a licence check, with and without custody for another violation',
    agency: 'us/va/fairfax-county/police/demo',
    at: Date.UTC(2019, 8, 21, 18, 46),
    given: [
      ['requester', 'nobody'],
      ['request-purpose', 'none'],
      ['hit', 'civil'],
    ],
    fact: 'custody is for-another-violation',
    values: [false, true],
    role: 'officer',
    act: 'confirm-hit',
    choices: ['MAY', 'MUST NOT', 'REFER'],
  },
  {
    id: 'notice-and-call',
    title: 'The same notice, and a call to the immigration agency',
    agency: 'us/va/fairfax-county/police/demo',
    at: Date.UTC(2019, 8, 21, 18, 46),
    given: [
      ['requester', 'nobody'],
      ['request-purpose', 'none'],
      ['hit', 'civil'],
    ],
    fact: 'custody is for-another-violation',
    values: [false, true],
    role: 'officer',
    act: 'call-ice',
    choices: ['MUST', 'MUST NOT', 'SILENT'],
  },
]

export function drillsOf(remit: Remit, agency: Agency): readonly DrillView[] {
  return DRILLS.filter((drill) => drill.agency === agency.id).map((drill) => ({
    id: drill.id,
    title: drill.title,
    agency: drill.agency,
    at: drill.at,
    situations: drill.values.map((value, index) => situationOf(remit, drill, index, value)),
  }))
}

function situationOf(remit: Remit, drill: Drill, index: number, value: boolean | string): DrillSituation {
  const { book } = remit.bookAt(drill.agency, drill.at)
  const act = book.acts.find(({ id }) => id === drill.act)
  if (act === undefined)
    throw new Error(`bug: the drill ${drill.id} asks about ${drill.act}, which its book does not have`)
  const words = [...drill.given, [drill.fact, value] as const].map(([input, value]) =>
    factWords(remit, drill, input, value),
  )
  return {
    id: `${drill.id}-${index + 1}`,
    words,
    ask: `${act.text}: what do the orders say?`,
    act: drill.act,
    role: drill.role,
    choices: drill.choices.map((modality) => ({ modality, text: sentenceFor(act, modality) })),
  }
}

/** A fact as the question that asks for it, with its answer. */
function factWords(remit: Remit, drill: Drill, id: string, value: boolean | string): string {
  const { book } = remit.bookAt(drill.agency, drill.at)
  const input = book.inputs.find((input) => input.id === id)
  return `${input?.ask ?? (input === undefined ? id : textOfInput(input))} ${capital(valueText(book, id, value))}.`
}

function capital(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`
}

/** Whether `choice` is what the orders say, and the one fact that decides it. */
export function answerDrill(remit: Remit, agency: Agency, situation: string, choice: Modality): DrillResult {
  const drill = DRILLS.find((drill) => drill.agency === agency.id && situation.startsWith(`${drill.id}-`))
  const value = drill?.values[Number(situation.split('-').at(-1)) - 1]
  if (drill === undefined || value === undefined)
    return refuse('not-found', `There is no drill situation \`${situation}\` here.`)
  const compiled = remit.bookAt(drill.agency, drill.at)
  const known: Situation = new Map([...drill.given, [drill.fact, value]])
  const determination = decide(compiled, known)
  if (determination.kind === 'impossible')
    throw new Error(`bug: the drill situation ${situation} breaks ${determination.breaks.join()}`)
  const answer = determination.answers.find(({ role, act }) => role === drill.role && act === drill.act)
  if (answer?.result.kind === 'open') throw new Error(`bug: the drill situation ${situation} leaves its answer open`)
  const modality = answer?.result.modality ?? 'SILENT'
  const { book } = compiled
  const act = book.acts.find(({ id }) => id === drill.act)
  return {
    correct: modality === choice,
    answer: modality,
    sentence: act === undefined ? drill.act : sentenceFor(act, modality),
    decidingFact: factWords(remit, drill, drill.fact, value),
    why: (answer?.citations ?? []).map(({ document, cite, norm }) => ({
      short: book.documents.find(({ id }) => id === document)?.short ?? document,
      words: (norm.split('#')[1] ?? norm).replaceAll('-', ' '),
      ...(cite === undefined ? {} : { cite }),
    })),
  }
}
