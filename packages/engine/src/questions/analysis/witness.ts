/** A situation that shows a finding, and the scenario that says so: for people to paste, and to see it for themselves. */

import { wallTimeAt, wallTimeText } from '@remit/language/checked/local-time.ts'
import { MODALITIES, type Modality } from '@remit/language/checked/outcome.ts'
import type { InputId, Situation, SituationValue } from '@remit/language/checked/tree.ts'
import { assert, at } from '../../assert.ts'
import type { Pair } from '../../diagram/acts.ts'
import { cutsPassed } from '../../diagram/cuts.ts'
import { type Diagram, NO, terminalValue, YES } from '../../diagram/diagrams.ts'
import { encode } from '../../diagram/encode.ts'
import { type Compiled, pairIndex } from '../../diagram/from-checked.ts'
import { reachable, witness } from '../../diagram/reach.ts'
import { type Variable, valueIn } from '../../diagram/variables.ts'
import { situationAt } from '../../situation/from-happenings.ts'
import { saidOf } from '../../situation/words.ts'
import { whereOutcome } from '../expectation.ts'
import { certaintyOf, type View, viewOf } from '../view.ts'

/** A situation in which a yes-or-no diagram is yes, in order of id: what has to be said beside the first values. */
export function situationIn(compiled: Compiled, where: Diagram): Situation {
  const { diagrams, firstCells } = compiled
  // Doing a kind of an act is doing the act: where it can, a situation is shown that can come about so.
  const cells =
    witness(diagrams, diagrams.and(where, whereDone(compiled)), firstCells) ?? witness(diagrams, where, firstCells)
  assert(cells !== undefined, 'a situation is asked for where there is one')
  const said = compiled.variables.flatMap((variable) => {
    const cell = cells[variable.index] ?? -1
    const isSaid = cell >= 0 && cell !== firstCells[variable.index]
    return isSaid ? [[variable.input.id, roundValueIn(variable, cell)] as const] : []
  })
  return inOrder(said)
}

/** Where whoever has done a kind of an act has done the act. */
export function whereDone({ variables, diagrams, acts }: Compiled): Diagram {
  const done = variables.flatMap(({ input, index }) =>
    input.kind === 'yes-no' && input.of.kind === 'done' ? [{ ...input.of, is: diagrams.node(index, [NO, YES]) }] : [],
  )
  let where: Diagram = YES
  for (const one of done) {
    for (const other of done) {
      if (one === other || one.role !== other.role || !acts.isKindOf(one.act, other.act)) continue
      where = diagrams.and(where, diagrams.or(diagrams.not(one.is), other.is))
    }
  }
  return where
}

const MINUTE_MS = 60_000

/** A value of a cell that can be said: of a clock whole minutes, where the cell has any. */
export function roundValueIn(variable: Variable, cell: number): SituationValue {
  const value = valueIn(variable, cell)
  if (variable.kind !== 'clock' || typeof value !== 'number') return value
  const round = Math.ceil(value / MINUTE_MS) * MINUTE_MS
  return cutsPassed(variable.cuts, round) + 1 === cell ? round : value
}

export function inOrder(said: readonly (readonly [InputId, SituationValue])[]): Situation {
  return new Map(said.toSorted(([a], [b]) => (a < b ? -1 : 1)))
}

/** What a scenario is to say, and where it shows what it is for. */
export type Asked = {
  readonly name: string
  readonly situation: Situation
  /** The pairs of which it says what they come to. */
  readonly pairs: readonly Pair[]
  readonly where: Diagram
}

/**
 * A scenario to paste that gives the situation, and expects what the book says of the pairs in it. `undefined` where the
 * language has no words for the situation (a clock between two minutes), no happenings bring it about, or no pair shows it.
 */
export function scenarioOf(compiled: Compiled, { name, situation, pairs, where }: Asked): string | undefined {
  const { book } = compiled
  const said = saidOf(book, situation)
  const happenings = said.flatMap(({ happening }) => (happening === undefined ? [] : [{ happening, atMs: 0 }]))
  const view = viewOf(compiled, encode(compiled, situationAt(book, happenings, 0)))
  const given = said.flatMap((one) => one.given ?? [])
  const isWhole = given.length === said.length
  if (!isWhole || view.care === NO || certaintyOf(view, view.left(where)) !== 'settled') return undefined
  const expected = pairs.flatMap((pair) => expectationOf(view, pair) ?? [])
  if (expected.length === 0) return undefined
  return [
    `scenario "${name.replaceAll('"', "'")}"`,
    `  on ${wallTimeText(wallTimeAt(book.at, book.agency.timeZone))}`,
    `  in ${book.agency.id}`,
    ...joined('given', given),
    ...joined('expect', expected),
  ].join('\n')
}

/** A part of a place, not empty, in which each of the pairs comes to one and the same. */
export function whereSettled(compiled: Compiled, where: Diagram, pairs: readonly Pair[]): Diagram {
  const { diagrams } = compiled
  let part = where
  for (const { role, act } of pairs) {
    const pair = compiled.pairs[pairIndex(compiled, role, act)]
    if (pair === undefined) continue
    for (const modality of MODALITIES) {
      const is = whereOutcome(compiled, pair, (outcome) => outcome.modality === modality)
      const smaller = diagrams.and(part, is)
      if (smaller === NO) continue
      part = smaller
      break
    }
  }
  return part
}

function joined(word: string, lines: readonly string[]): string[] {
  return lines.map((line, index) => (index === 0 ? `  ${word} ${line}` : `${' '.repeat(word.length - 1)}and ${line}`))
}

/** What a pair comes to, as a scenario expects it; `undefined` where it can come to more than one thing. */
function expectationOf(view: View, { role, act }: Pair): string | undefined {
  const { compiled, care } = view
  const pair = compiled.pairs[pairIndex(compiled, role, act)]
  if (pair === undefined) return `${role} ${act} is silent`
  const left = view.left(pair.outcome)
  const outcomes = left < 0 ? [terminalValue(left)] : [...reachable(compiled.diagrams, left, care)]
  const modalities = new Set(outcomes.map((outcome) => at(MODALITIES, compiled.modalities[outcome] ?? 0)))
  const [modality, ...others] = modalities
  return modality === undefined || others.length > 0 ? undefined : inWords(role, act, modality)
}

function inWords(role: string, act: string, modality: Modality): string {
  switch (modality) {
    case 'REFER':
      return `${role} ${act} is referred`
    case 'SET ASIDE':
      return `${role} ${act} is set aside`
    case 'SILENT':
      return `${role} ${act} is silent`
    case 'MUST':
    case 'MUST NOT':
    case 'SHOULD':
    case 'SHOULD NOT':
    case 'MAY':
      return `${role} ${modality.toLowerCase()} ${act}`
  }
}
