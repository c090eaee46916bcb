/**
 * Asks: which fact to find out next.
 *
 * Only a fact that can change a modality beyond MAY and SILENT of an act that arises is worth a question. Of those, the
 * one that is expected to leave the fewest acts open, urgent acts first, if every answer to it is equally likely.
 */
import { MODALITIES } from '@remit/language/checked/outcome.ts'
import type { ActId, Input, InputId, RoleId, Situation, SituationValue } from '@remit/language/checked/tree.ts'
import { at } from '../assert.ts'
import type { Pair } from '../diagram/acts.ts'
import { type Diagram, NO, terminal } from '../diagram/diagrams.ts'
import { encode } from '../diagram/encode.ts'
import type { Compiled, CompiledPair } from '../diagram/from-checked.ts'
import { reachable, support } from '../diagram/reach.ts'
import type { Variable } from '../diagram/variables.ts'
import { mattering } from './matters.ts'
import { asking, type View, viewOf } from './view.ts'

export type Question = {
  readonly input: InputId
  /** The question in words; for a member of a set, about that member. */
  readonly ask: string
  /** Of a member of a set: the set and the member, for whoever asks about the whole set at once. */
  readonly member?: { readonly set: string; readonly value: string }
  readonly help?: string
  readonly knownTo: readonly RoleId[]
  /** In the order of the declaration; empty for a number, which is given in `unit`. "I don't know" is not among them. */
  readonly answers: readonly { readonly value: boolean | string; readonly text: string }[]
  readonly unit?: string
  /** The roles and acts of which the answer can change what is determined, urgent acts first. */
  readonly decides: readonly Pair[]
  /** Absent: the fact is unknown. Else the value that is presumed, and the question is offered, not required. */
  readonly presumed?: SituationValue
}

/** For `role` only what it can know and what is determined for it; without, for all. `acts`: of these acts alone. */
export type AskOptions = { readonly role?: RoleId; readonly acts?: ReadonlySet<ActId> }

/** The question that matters most, `undefined` if no fact that can be asked matters or the situation is impossible. */
export function ask(compiled: Compiled, situation: Situation, options: AskOptions = {}): Question | undefined {
  return asking(compiled, () => {
    const cells = encode(compiled, situation)
    const needed = best(viewOf(compiled, cells), isKnownTo(options.role), options)
    if (needed !== undefined) return questionOf(needed)

    const offered = cells.slice()
    const presumed = new Set<number>()
    for (const { index, input } of compiled.variables) {
      if (situation.has(input.id) || (cells[index] ?? -1) < 0 || !isKnownTo(options.role)(input)) continue
      presumed.add(index)
      offered[index] = -1
    }
    const isPresumed = (input: Input) => presumed.has(variableOf(compiled, input))
    const found = best(viewOf(compiled, offered), isPresumed, options)
    return found === undefined ? undefined : questionOf(found, true)
  })
}

const variableOf = (compiled: Compiled, input: Input) => compiled.variableOf.get(input.id)?.index ?? -1

const isKnownTo = (role: RoleId | undefined) => (input: Input) => {
  const knowing = knownToOf(input)
  return input.ask !== undefined && (role === undefined || knowing.length === 0 || knowing.includes(role))
}

/** What is so of the actor is asked of whoever acts: the question says "you". */
const knownToOf = ({ role, knownTo }: Input): readonly RoleId[] => (role === undefined ? knownTo : [role])

type Candidate = { readonly input: Input; readonly variable: Variable; readonly decides: readonly CompiledPair[] }

/** A pair that is still open, by what is left of its diagram. */
type OpenPair = { readonly pair: CompiledPair; readonly left: Diagram; readonly matters: readonly number[] }

function best(
  view: View,
  mayAsk: (input: Input) => boolean,
  { role, acts }: AskOptions,
): (Candidate & Weighed) | undefined {
  const { compiled } = view
  if (view.care === NO) return undefined
  const isAskedFor = (pair: Pair) =>
    (role === undefined || pair.role === role) && (acts === undefined || acts.has(pair.act))
  const open = compiled.pairs.flatMap((pair) => (isAskedFor(pair) ? openPair(view, pair) : []))
  const variables = new Set(open.flatMap(({ matters }) => matters))
  const candidates = [...variables].flatMap((index) => {
    const variable = at(compiled.variables, index)
    if (!mayAsk(variable.input)) return []
    const decides = urgentFirst(
      compiled,
      open.filter(({ matters }) => matters.includes(index)),
    )
    return [{ input: variable.input, variable, decides, ...weigh(view, open, variable) }]
  })
  return candidates.sort(byWeight)[0]
}

function urgentFirst({ acts }: Compiled, open: readonly OpenPair[]): CompiledPair[] {
  const urgency = (pair: CompiledPair) => (acts.act(pair.act).urgent ? 0 : 1)
  return open.map(({ pair }) => pair).sort((a, b) => urgency(a) - urgency(b))
}

/** The pair, if an unknown fact can change its modality beyond MAY and SILENT. */
function openPair(view: View, pair: CompiledPair): OpenPair[] {
  const left = concern(view, pair)
  if (left < 0) return []
  const matters = mattering(view, left)
  return matters.length === 0 ? [] : [{ pair, left, matters }]
}

const NOTHING = terminal(MODALITIES.indexOf('SILENT'))

/** What is left of a pair, with MAY, SILENT and (for an act that says when it arises) not arising taken as one. */
function concern({ compiled, left }: View, pair: CompiledPair): Diagram {
  const { diagrams, outcomes, acts } = compiled
  const arises = left(pair.arises)
  if (arises === NO) return NOTHING
  const modality = diagrams.mapTerminals(left(pair.outcome), (outcome) => {
    const { modality } = outcomes.at(outcome)
    return modality === 'MAY' ? NOTHING : terminal(MODALITIES.indexOf(modality))
  })
  return acts.act(pair.act).arisesWhen === undefined ? modality : diagrams.choose(arises, modality, NOTHING)
}

type Weighed = {
  /** How many urgent acts, how many acts, and how many facts that matter to them, are expected to stay open. */
  readonly urgent: number
  readonly acts: number
  readonly facts: number
}

function byWeight(a: Candidate & Weighed, b: Candidate & Weighed): number {
  return a.urgent - b.urgent || a.acts - b.acts || a.facts - b.facts || (a.input.id < b.input.id ? -1 : 1)
}

/** What is expected to be left after asking, each answer as likely as each other. */
function weigh({ compiled, care }: View, open: readonly OpenPair[], variable: Variable): Weighed {
  const { diagrams, acts } = compiled
  const sum = { urgent: 0, acts: 0, facts: 0, answers: 0 }
  for (let cell = 0; cell < diagrams.width(variable.index); cell++) {
    const fix = diagrams.fixing(variable.index, cell)
    const possible = fix(care)
    if (possible === NO) continue
    const answers = variable.kind === 'one-of' ? at(variable.members, cell).length : 1
    sum.answers += answers
    // An act that is open for every role is one act: it is not to drown what is open for one.
    const stillOpen = new Set<ActId>()
    for (const { pair, left } of open) {
      const after = fix(left)
      if (reachable(diagrams, after, possible).size < 2) continue
      stillOpen.add(pair.act)
      sum.facts += answers * support(diagrams, after).length
    }
    sum.acts += answers * stillOpen.size
    for (const act of stillOpen) if (acts.act(act).urgent) sum.urgent += answers
  }
  const share = Math.max(sum.answers, 1)
  return { urgent: sum.urgent / share, acts: sum.acts / share, facts: sum.facts / share }
}

function questionOf({ input, decides }: Candidate, isPresumed = false): Question {
  const first = input.kind === 'clock' ? undefined : input.first
  return {
    input: input.id,
    ask: wordsOf(input),
    ...(input.kind === 'yes-no' && input.of.kind === 'member'
      ? { member: { set: input.of.set, value: input.of.value.id } }
      : {}),
    ...(input.help === undefined ? {} : { help: input.help }),
    knownTo: knownToOf(input),
    answers: answersTo(input),
    ...(input.kind === 'number' ? { unit: input.unit } : {}),
    decides: decides.map(({ role, act }) => ({ role, act })),
    ...(isPresumed && first !== undefined ? { presumed: first } : {}),
  }
}

function wordsOf(input: Input): string {
  const ask = input.ask ?? input.id
  return input.kind === 'yes-no' && input.of.kind === 'member'
    ? `${ask.replace(/\?$/, '')}: ${input.of.value.text}?`
    : ask
}

function answersTo(input: Input): Question['answers'] {
  switch (input.kind) {
    case 'yes-no':
      return [
        { value: true, text: 'Yes' },
        { value: false, text: 'No' },
      ]
    case 'one-of':
      return input.values.map(({ id, text }) => ({ value: id, text }))
    case 'number':
    case 'clock':
      return []
  }
}
