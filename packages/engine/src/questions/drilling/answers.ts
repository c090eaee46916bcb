/** What a pair comes to with the norm that decides it first: what a drill tells apart. */
import { MODALITIES, type Modality } from '@remit/language/checked/outcome.ts'
import type { NormId } from '@remit/language/checked/tree.ts'
import { at } from '../../assert.ts'
import { type Diagram, NO, terminal, YES } from '../../diagram/diagrams.ts'
import type { Compiled, CompiledPair } from '../../diagram/from-checked.ts'
import { reachable } from '../../diagram/reach.ts'
import { whereOutcome } from '../expectation.ts'
import { sayingOf } from '../saying.ts'

export type Told = {
  readonly modality: Modality
  /** Of those that decide, the first by force and then by id; none where nothing decides. */
  readonly norm?: NormId
}

/** A diagram whose terminals are places in `told`. */
export type Answers = { readonly diagram: Diagram; readonly told: readonly Told[] }

export function answersOf(compiled: Compiled, pair: CompiledPair): Answers {
  const { diagrams } = compiled
  const told: Told[] = []
  let diagram = terminal(0)
  const add = (where: Diagram, one: Told) => {
    if (where === NO) return
    diagram = diagrams.choose(where, terminal(told.length), diagram)
    told.push(one)
  }
  const { decides } = sayingOf(compiled, pair, (whole) => whole)
  for (const modality of MODALITIES) {
    const where = whereOutcome(compiled, pair, (outcome) => outcome.modality === modality)
    add(where, { modality })
    if (where === NO) continue
    const norms = new Set(pair.statements.map(({ rule }) => rule.id))
    // The first of those that decide stands, so it is put on last.
    for (const norm of [...norms].reverse()) {
      const ofNorm = pair.statements.flatMap(({ rule }, index) => (rule.id === norm ? [at(decides, index)] : []))
      add(diagrams.and(where, diagrams.any(ofNorm)), { modality, norm })
    }
  }
  return { diagram, told }
}

/** Each answer that is reached somewhere where `care` holds, with where it is. */
export function reachedAnswers({ diagrams }: Compiled, answers: Answers, care: Diagram) {
  return [...reachable(diagrams, answers.diagram, care)].map((place) => ({
    ...at(answers.told, place),
    where: diagrams.mapTerminals(answers.diagram, (value) => (value === place ? YES : NO)),
  }))
}
