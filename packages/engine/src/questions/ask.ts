/**
 * Asks: which fact to find out next.
 *
 * Only a fact that can change a modality beyond MAY and SILENT of an act that arises is worth a question. Of those, the
 * one after which the fewest questions are expected to be left: first until nothing urgent is open, then until nothing
 * is. How likely answers are comes from counts of the past; without them all are even.
 */
import type { ActId, Input, InputId, RoleId, Situation, SituationValue } from '@remit/language/checked/tree.ts'
import { UNKNOWN } from '@remit/language/checked/tree.ts'
import { at } from '../assert.ts'
import type { Pair } from '../diagram/acts.ts'
import { encode } from '../diagram/encode.ts'
import type { Compiled } from '../diagram/from-checked.ts'
import { compareExpected, type Expected, Expecting, type State } from './asking/expected.ts'
import { type Goal, goalsOf } from './asking/goals.ts'
import { type Likelihood, weightsOf } from './asking/likelihood.ts'
import { asking, viewOf } from './view.ts'

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

export type RankedQuestion = Question & {
  /** Questions expected to be asked, this one included: until nothing urgent is open, and until nothing is. */
  readonly expected: Expected
  /** Whether that is the optimum, or an estimate because too many situations are left. */
  readonly exact: boolean
}

export type AskOptions = {
  /** Only what this role can know and what is determined for it; absent: of all. */
  readonly role?: RoleId
  /** Of these acts alone. */
  readonly acts?: ReadonlySet<ActId>
  /** The other roles on scene: what one of them can know may be asked too. Without a role it is all that may. */
  readonly present?: ReadonlySet<RoleId>
  /** How often each value was found in the past. */
  readonly likelihood?: Likelihood
  /** How many states may be looked at for the exact optimum. */
  readonly statesMax?: number
}

/** Enough for what real orders leave open once something is reported, in some milliseconds at most. */
const STATES_MAX = 200
/** With more questions than this the states are too many: trying would only cost time. */
const EXACT_QUESTIONS_MAX = 8

/** The question that matters most, `undefined` if no fact that can be asked matters or the situation is impossible. */
export function ask(compiled: Compiled, situation: Situation, options: AskOptions = {}): Question | undefined {
  return asking(compiled, () => {
    for (const round of roundsOf(compiled, situation, options)) {
      const [best] = rankedIn(compiled, round, options)
      if (best !== undefined) return questionOf(best, round.isPresumed)
    }
    return undefined
  })
}

/**
 * Every question that is worth asking, the one that matters most first: what is unknown, then what was answered with "I
 * don't know", then what is presumed.
 */
export function askAll(compiled: Compiled, situation: Situation, options: AskOptions = {}): RankedQuestion[] {
  return asking(compiled, () =>
    roundsOf(compiled, situation, options).flatMap((round) =>
      rankedIn(compiled, round, options).map((ranked) => ({
        ...questionOf(ranked, round.isPresumed),
        expected: ranked.expected,
        exact: ranked.exact,
      })),
    ),
  )
}

/** What may be asked in one go, and what is taken as known meanwhile. */
type Round = { readonly cells: Int32Array; readonly mayAsk: readonly Input[]; readonly isPresumed: boolean }

/** What is unknown comes before what was answered with "I don't know", and both before what is presumed. */
function roundsOf(compiled: Compiled, situation: Situation, options: AskOptions): Round[] {
  const cells = encode(compiled, situation)
  const known = compiled.variables.filter(({ input }) => canBeKnown(input, options))
  const isOpen = ({ index }: { readonly index: number }) => (cells[index] ?? -1) < 0
  const open = known.filter(isOpen).map(({ input }) => input)
  const presumed = known.filter((variable) => !situation.has(variable.input.id) && !isOpen(variable))
  const offered = cells.slice()
  for (const { index } of presumed) offered[index] = -1
  const isTried = ({ id }: Input) => situation.get(id) === UNKNOWN
  return [
    { cells, mayAsk: open.filter((input) => !isTried(input)), isPresumed: false },
    { cells, mayAsk: open.filter(isTried), isPresumed: false },
    { cells: offered, mayAsk: presumed.map(({ input }) => input), isPresumed: true },
  ].filter(({ mayAsk }) => mayAsk.length > 0)
}

function canBeKnown(input: Input, { role, present }: AskOptions): boolean {
  const knowing = knownToOf(input)
  if (input.ask === undefined) return false
  if ((role === undefined && present === undefined) || knowing.length === 0) return true
  return knowing.some((each) => each === role || present?.has(each))
}

/** What is so of the actor is asked of whoever acts: the question says "you". */
const knownToOf = ({ role, knownTo }: Input): readonly RoleId[] => (role === undefined ? knownTo : [role])

type Ranked = {
  readonly input: Input
  readonly decides: readonly Pair[]
  readonly expected: Expected
  readonly exact: boolean
}

/** The questions of a round that are worth asking, best first. */
function rankedIn(compiled: Compiled, { cells, mayAsk }: Round, options: AskOptions): Ranked[] {
  const { likelihood = {}, statesMax = STATES_MAX } = options
  const view = viewOf(compiled, cells)
  const goals = goalsOf(view, options)
  const askable = new Set(mayAsk)
  const weights = compiled.variables
    .filter(({ input }) => askable.has(input))
    .map((variable) => [variable.index, weightsOf(variable, likelihood)] as const)
  const expecting = new Expecting(compiled, new Map(weights))
  const state = stateOf(goals, view.care)
  const worth = expecting.worth(state)
  const exact = worth.length <= EXACT_QUESTIONS_MAX && expecting.exactly(state, statesMax) !== undefined
  const ranked = worth.map((variable): Ranked => {
    const { input } = at(compiled.variables, variable)
    return {
      input,
      decides: decidesOf(goals, variable),
      expected: expecting.expectedAfter(state, variable, exact),
      exact,
    }
  })
  return ranked.sort(byExpected(compiled))
}

/** What can decide help in danger first, then the least that is expected; else what decides most, so that screens are steady. */
function byExpected({ acts }: Compiled): (a: Ranked, b: Ranked) => number {
  const urgency = ({ decides }: Ranked) => (decides.some(({ act }) => acts.act(act).urgent) ? 0 : 1)
  return (a, b) =>
    urgency(a) - urgency(b) ||
    compareExpected(a.expected, b.expected) ||
    actsIn(b) - actsIn(a) ||
    (a.input.id < b.input.id ? -1 : 1)
}

/** An act that is open for every role is one act: it is not to drown what is open for one. */
const actsIn = ({ decides }: Ranked) => new Set(decides.map(({ act }) => act)).size

function stateOf(goals: readonly Goal[], care: number): State {
  const left = (urgent: boolean) => goals.filter((goal) => goal.urgent === urgent).map(({ left }) => left)
  return { urgent: left(true), other: left(false), care }
}

/** The pairs that hang on a variable; those of urgent goals stand first. */
function decidesOf(goals: readonly Goal[], variable: number): readonly Pair[] {
  const decided = goals.filter(({ matters }) => matters.includes(variable))
  const inOrder = (urgent: boolean) =>
    decided
      .filter((goal) => goal.urgent === urgent)
      .flatMap(({ pairs }) => pairs)
      .sort((a, b) => a.index - b.index)
  return [...inOrder(true), ...inOrder(false)]
}

function questionOf({ input, decides }: Pick<Ranked, 'input' | 'decides'>, isPresumed: boolean): Question {
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
