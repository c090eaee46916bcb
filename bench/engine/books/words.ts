/** The words of a synthetic book: its agency, roles and facts, as many of each kind as the real orders have. */
import type {
  Agency,
  Condition,
  Define,
  EventDeclaration,
  Input,
  InputId,
  Never,
  Role,
} from '@remit/language/checked/tree.ts'
import shape from '../shape.json' with { type: 'json' }
import { type Draw, shareOf } from './draw.ts'
import { idOf, lineIn } from './places.ts'

export const FOLDER = 'us/il/demo-city/police'
export const VOCABULARY = `${FOLDER}/vocabulary`
export const DANGER: InputId = 'someone is in-danger'

const role = (id: string, of: Partial<Role> = {}): Role => ({ id, text: id, outside: false, agency: false, ...of })
const OUTSIDE = [
  ...['attorney-general', 'city-attorney', 'city-council', 'corporation-counsel', 'counsel', 'county-attorney', 'dhs'],
  ...['inspector-general', 'judge', 'lieutenant', 'mayor', 'sergeant'],
]
/** Those of the real vocabulary, in order of id. */
export const ROLES: readonly Role[] = [
  role('agency', { agency: true }),
  ...['certified-officer', 'chief', 'dispatcher', 'jailer', 'officer', 'records', 'staff', 'supervisor'].map((id) =>
    role(id),
  ),
  role('watch-commander'),
  ...OUTSIDE.map((id) => role(id, { outside: true })),
].toSorted((one, other) => (one.id < other.id ? -1 : 1))

/** The members whom an urgent act obliges: all who are decided but the agency itself. */
export const MEMBERS: readonly string[] = ROLES.flatMap(({ id, outside, agency }) => (outside || agency ? [] : [id]))

export const AGENCY: Agency = {
  id: FOLDER,
  name: 'Demo City Police',
  kind: 'police',
  state: 'IL',
  timeZone: 'America/Chicago',
  runs: true,
  demo: true,
  roles: MEMBERS,
  chain: ['supervisor', 'watch-commander'],
  referTo: 'watch-commander',
  silent: 'These orders say nothing; use your training and ask your supervisor.',
}

export const EVENTS: readonly EventDeclaration[] = [
  'danger-ended',
  'danger-reported',
  'release-due',
  'request-received',
].map((id) => ({ id, text: id }))

const plain = { knownTo: ['officer'], alwaysOffered: false, changes: [] }
const fact = { kind: 'fact', text: 'A fact' } as const
const HOUR_MS = 3_600_000

/** Which facts there are, of a kind each. */
export type Facts = {
  readonly inputs: readonly Input[]
  /** What conditions of most acts read, as they read who asks and for what. */
  readonly general: readonly Input[]
  /** What only conditions about some acts read. */
  readonly special: readonly Input[]
}

/** So many facts, of which the acts of `done` are done acts. */
export function factsOf(draw: Draw, count: number, done: readonly string[]): Facts {
  const share = (kind: string) => Math.max(1, Math.round(count * shareOf(shape.input.kind, kind)))
  const members = share('member')
  const choices = Array.from({ length: share('one-of') }, (_, index) => oneOf(draw, index))
  const counted: readonly Input[] = [
    { ...plain, id: DANGER, kind: 'yes-no', first: false, of: fact, alwaysOffered: true, changes: [WHILE_REPORTED] },
    ...choices,
    ...Array.from({ length: members }, (_, index) => member(index)),
    ...done.slice(0, share('done')).map(doneInput),
    ...CLOCKS.slice(0, share('clock')),
    ...Array.from({ length: share('number') }, (_, index) => number(index)),
  ]
  const rest = Array.from({ length: Math.max(0, count - counted.length) }, (_, index): Input => {
    return { ...plain, id: `matter-${idOf(index)} is so`, kind: 'yes-no', of: fact, ...firstNo(draw) }
  })
  const inputs = [...counted, ...rest].slice(0, count)
  const [first, second] = choices
  const general = [first, second, ...rest.slice(0, 2)].filter((input) => input !== undefined)
  return {
    inputs: inputs.toSorted((one, other) => (one.id < other.id ? -1 : 1)),
    general,
    special: inputs.filter((input) => input.id !== DANGER && !general.includes(input)),
  }
}

const WHILE_REPORTED = { kind: 'while', opens: 'danger-reported', closes: 'danger-ended' } as const
const CLOCKS: readonly Input[] = [
  { ...plain, id: 'since release-due', kind: 'clock', event: 'release-due', names: ['hours-held'] },
  { ...plain, id: 'since request-received', kind: 'clock', event: 'request-received', names: ['hours-waiting'] },
]

const firstNo = (draw: Draw) => (draw.yes(shape.input.hasFirst) ? { first: false } : {})

function oneOf(draw: Draw, index: number): Input {
  const values = Array.from({ length: draw.number(shape.input.values) }, (_, value) => `value-${idOf(value)}`)
  return {
    ...plain,
    id: `choice-${idOf(index)}`,
    kind: 'one-of',
    about: 'request',
    values: values.map((id) => ({ id, text: id })),
    ...(draw.yes(shape.input.hasFirst) ? { first: 'value-001' } : {}),
  }
}

function member(index: number): Input {
  const value = { id: `member-${idOf(index)}`, text: `Member ${index}` }
  const of = { kind: 'member', set: 'asks', value } as const
  return { ...plain, id: `asks include ${value.id}`, kind: 'yes-no', first: false, about: 'request', of }
}

function doneInput(act: string): Input {
  const of = { kind: 'done', role: 'supervisor', act } as const
  return { ...plain, id: `supervisor has done ${act}`, kind: 'yes-no', first: false, of }
}

const number = (index: number): Input => ({
  ...plain,
  id: `number-${idOf(index)}`,
  kind: 'number',
  unit: 'years',
  about: 'person',
})

/** Where numbers are cut, and clocks in hours. */
const THRESHOLDS: readonly number[] = [2, 12, 24, 48]

/** One atom about an input. */
export function atomOf(draw: Draw, input: Input): Condition {
  switch (input.kind) {
    case 'yes-no': {
      const yes: Condition = { kind: 'yes', input: input.id }
      return draw.chance(shareOf(shape.condition.atom, 'not yes')) ? { kind: 'not', of: yes } : yes
    }
    case 'one-of': {
      const named = draw.some(input.values, draw.number(shape.condition.valuesNamed)).map(({ id }) => id)
      return { kind: 'one-of', input: input.id, values: named.toSorted() }
    }
    case 'number':
    case 'clock': {
      const is = draw.one(['at-least', 'at-most', 'less-than', 'more-than'] as const)
      const than = draw.one(THRESHOLDS)
      return { kind: 'compare', input: input.id, is, than: input.kind === 'clock' ? than * HOUR_MS : than }
    }
  }
}

/** Named conditions on what is general: one for every six norms or so, as in the vocabulary of the real orders, at most six. */
export function definesOf(draw: Draw, { general }: Facts): readonly Define[] {
  return Array.from({ length: Math.max(2, shape.book.defines) }, (_, index) => {
    const size = draw.number(shape.condition.defineAtoms)
    const of = draw.some(general, size).map((input) => atomOf(draw, input))
    const [only] = of
    const when: Condition = of.length === 1 && only !== undefined ? only : { kind: 'any', of }
    return { id: `group-${idOf(index)} is meant`, text: `Group ${index}`, when, span: lineIn(VOCABULARY, 100 + index) }
  })
}

/** As in the real orders: one value of who asks goes with nothing that can be asked for. */
export function neversOf({ inputs, general }: Facts): readonly Never[] {
  const who = general.find((input) => input.kind === 'one-of')
  if (who?.kind !== 'one-of') return []
  const nobody = who.values.at(-1)?.id ?? ''
  const members = inputs.filter((input) => input.kind === 'yes-no' && input.of.kind === 'member')
  return members.map((input, index) => ({
    id: `never-${idOf(index)}`,
    when: {
      kind: 'all',
      of: [
        { kind: 'one-of', input: who.id, values: [nobody] },
        { kind: 'yes', input: input.id },
      ],
    },
    words: `${who.id} is ${nobody} and ${input.id}`,
    span: lineIn(VOCABULARY, 200 + index),
  }))
}
