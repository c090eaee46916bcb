/**
 * Documents made of declarations that the grammar itself gives, or that people wrote, some with their words dropped,
 * doubled, swapped or replaced. The names are mostly those of the base of `conformance/`, so that many documents are
 * right, and are compiled and analysed too.
 */
import { RemitGrammar } from '@remit/language/parsed/generated/grammar.ts'
import type { Random } from '../random.ts'

/** An element of the grammar as far as it is walked here. */
type Element = {
  readonly $type: string
  readonly cardinality?: '*' | '+' | '?'
  readonly elements?: readonly Element[]
  readonly value?: string
  readonly feature?: string
  readonly terminal?: Element
  readonly rule?: { readonly ref?: Rule }
}
type Rule = { readonly $type: string; readonly name: string; readonly definition: Element }

const NAMES = {
  role: ['officer', 'supervisor', 'watch-commander', 'everyone', 'agency', 'counsel', 'federal-agents'],
  act: [
    'assist',
    'hold-perimeter',
    'transport-person',
    'wait-for-supervisor',
    'leave-scene',
    'write-report',
    'give-aid',
  ],
  event: ['request-received', 'supervisor-arrived', 'supervisor-left', 'danger-reported', 'danger-ended'],
  subject: ['requester', 'purpose', 'supervisor', 'someone', 'request', 'scene', 'count1'],
  value: ['federal-agents', 'other-police', 'civil', 'criminal', 'on-scene', 'in-danger', 'federal', 'supervised'],
  own: ['n1', 'n2', 'help-at-once', 'x-1', 'y'],
  unit: ['minutes', 'hours', 'days', 'years'],
} as const

/** Which names stand in which property of a rule. */
const FEATURES: { readonly [feature: string]: keyof typeof NAMES } = {
  who: 'role',
  by: 'role',
  to: 'role',
  role: 'role',
  roles: 'role',
  members: 'role',
  ask: 'role',
  of: 'role',
  act: 'act',
  acts: 'act',
  otherThan: 'act',
  forActs: 'act',
  before: 'act',
  event: 'event',
  opens: 'event',
  closes: 'event',
  subject: 'subject',
  list: 'own',
  field: 'own',
  state: 'value',
  value: 'value',
  values: 'value',
  unit: 'unit',
}
const TEXTS = ['"A text"', '"Words"', '"Do it now"', '"A text\n  over two lines"', '""', '"—"']

/** Lines that are right, so that a good part of what is generated can be decided. */
const RIGHT: { readonly [rule: string]: readonly string[] } = {
  Condition: [
    'requester is federal-agents',
    'purpose is not civil',
    'supervisor is on-scene',
    'someone is in-danger',
    'officer has done assist',
    'purpose is one of civil, criminal',
    'request is federal',
  ],
  Happening: [
    'requester is federal-agents',
    'request-received',
    'supervisor-arrived',
    'danger-reported',
    'purpose is civil',
    'request-received 2 hours ago',
    'purpose is unknown',
    'officer has done assist',
  ],
  NormRef: ['help-at-once of "Protect life"', 'n1', 'n2'],
}

type Made = { readonly random: Random; depth: number }

/** A declaration by the grammar, as words. */
export function generatedDeclaration(random: Random): readonly string[] {
  const rule = RemitGrammar().rules.find(({ name }) => name === 'Declaration')
  // Proof: the grammar was read by Langium from its own form, of which `Element` and `Rule` name a part.
  return wordsOfRule(rule as unknown as Rule, undefined, { random, depth: 0 })
}

function wordsOfRule(rule: Rule, feature: string | undefined, made: Made): readonly string[] {
  const { random } = made
  const right = RIGHT[rule.name]
  if (right !== undefined && random.chance(75)) return random.pick(right).split(/(?=,)|\s+/)
  if (rule.$type === 'TerminalRule') return [terminal(rule.name, feature, random)]
  if (rule.name === 'Value' || rule.name === 'ChangeValue') {
    if (random.chance(90)) return [random.pick([...NAMES.value, 'yes', 'no', 'none'])]
  }
  if (rule.name === 'Name' && random.chance(97)) return [random.pick(NAMES[FEATURES[feature ?? ''] ?? 'own'])]
  made.depth += 1
  const words = wordsOf(rule.definition, feature, made)
  made.depth -= 1
  return words
}

function wordsOf(element: Element, feature: string | undefined, made: Made): readonly string[] {
  return Array.from({ length: timesOf(element, made) }).flatMap(() => wordsOnce(element, feature, made))
}

function timesOf({ cardinality }: Element, { random, depth }: Made): number {
  const some = depth > 12 ? 0 : random.int(3)
  switch (cardinality) {
    case '?':
      return random.chance(depth > 12 ? 5 : 45) ? 1 : 0
    case '*':
      return some
    case '+':
      return 1 + some
    default:
      return 1
  }
}

function wordsOnce(element: Element, feature: string | undefined, made: Made): readonly string[] {
  switch (element.$type) {
    case 'Keyword':
      return [element.value ?? '']
    case 'Group':
      return (element.elements ?? []).flatMap((each) => wordsOf(each, feature, made))
    case 'Alternatives':
      return wordsOf(made.random.pick(element.elements ?? []), feature, made)
    case 'Assignment':
      return element.terminal === undefined ? [] : wordsOf(element.terminal, element.feature, made)
    case 'RuleCall':
      return element.rule?.ref === undefined ? [] : wordsOfRule(element.rule.ref, feature, made)
    default:
      return []
  }
}

function terminal(name: string, feature: string | undefined, random: Random): string {
  switch (name) {
    case 'TEXT':
      return random.pick(TEXTS)
    case 'NUMBER':
      return random.pick(['0', '1', '30', '0.5', '1000000', '99999999999999999999'])
    case 'DAY':
      return random.pick(['2024-02-29', '2025-02-29', '2024-03-10T02:30', '2024-11-03T01:30', '0000-00-00'])
    case 'TIME':
      return random.pick(['23:59', '0:00', '24:00', '2:30'])
    case 'PLACE':
      return random.pick(['us/il/demo-city/police', 'us/il', 'us/xx'])
    case 'UNIT':
      return random.pick(NAMES.unit)
    case 'CAPITALS':
      return random.pick(['WAIT', 'STOP'])
    case 'DASH':
      return '-'
    default:
      return random.pick(NAMES[FEATURES[feature ?? ''] ?? 'own'])
  }
}

const FORCES = [
  'department order',
  'department order',
  'memo',
  'dispatch message',
  'vocabulary',
  'counsel note',
  'federal form',
  'oder',
]
const SEPARATORS = [' ', ' ', ' ', ' ', '\n', '\n  ', '\r\n', ' -- why\n', '\n\n', '\t']

/**
 * A whole document. Half are what a person wrote with some words changed and a declaration more; the others hold one to
 * six declarations of the grammar and of people, in any order. `written` are documents of people.
 */
export function generatedDocument(random: Random, written: readonly (readonly string[])[]): string {
  const isOfOne = random.chance(50)
  const own = isOfOne
    ? random.pick(written)
    : Array.from({ length: random.int(5) }, () => random.pick(random.pick(written)))
  const more = Array.from({ length: isOfOne ? random.int(2) : 1 + random.int(3) }, () => generatedDeclaration(random))
  const blocks = [...own.map(wordsIn), ...more].map((words) => {
    const changes = random.chance(isOfOne ? 80 : 55) ? 0 : 1 + random.int(3)
    return joined(mutated(words, changes, random), random.chance(25) ? random : undefined)
  })
  return documentOf(blocks, random)
}

function documentOf(blocks: readonly string[], random: Random): string {
  const through = random.chance(15) ? ` through ${random.pick(['2025-06-30', '2023-01-01', '2024-02-30'])}` : ''
  const front = [
    'title: A document',
    `short: ${random.pick(['Requests', 'Requests', 'Protect life', 'Words'])}`,
    'issuer: Demo City Police',
    `force: ${random.chance(70) ? 'department order' : random.pick(FORCES)}`,
    `in-force: from 2024-01-01${through}`,
    'cite: Demo 1',
    'source: made by the fuzzer',
    'verified: primary',
    ...(random.chance(10) ? [random.pick(FRONT)] : []),
  ]
  const fence = random.pick(['```', '```', '```', '~~~~', '  ```'])
  const between = random.chance(50) ? '\n' : `${fence}\n\nProse.\n\n${fence}remit\n`
  return `---\n${front.join('\n')}\n---\n\n${fence}remit\n${blocks.join(between)}${fence}\n`
}

const FRONT = [
  'supersedes: us/il/demo-city/police/protect-life',
  'suspended: from 2024-03-01 through 2024-04-01, by A court',
  'published: 2024-05-01',
  'applied-by: A court',
  'binds: police',
  'applies-in: IL, TX',
  'title: [',
]

/** The words of a text, quoted texts whole. */
function wordsIn(text: string): readonly string[] {
  return text.match(/"[^"]*"|--[^\n]*|[,;:]|[^\s,;:"]+|"/g) ?? []
}

const KEYWORDS = [
  'and',
  'is',
  'not',
  'when',
  'unless',
  'must',
  'may',
  'any',
  'of',
  'one',
  'has',
  'done',
  'norm',
  'act',
  'some',
  'if',
  'to',
  '"',
  '%',
  ',',
  '-',
  'nobody',
  'expect',
  '30',
]

function mutated(words: readonly string[], times: number, random: Random): readonly string[] {
  const changed = [...words]
  for (let index = 0; index < times && changed.length > 0; index += 1) {
    const at = random.int(changed.length)
    const other = random.int(changed.length)
    switch (random.int(5)) {
      case 0:
        changed.splice(at, 1 + random.int(2))
        break
      case 1:
        changed.splice(at, 0, ...changed.slice(at, at + 1 + random.int(3)))
        break
      case 2:
        changed.splice(at, 1, ...changed.splice(other, 1, changed[at] ?? ''))
        break
      case 3:
        changed.splice(at, random.int(2), random.pick(KEYWORDS))
        break
      default:
        changed.splice(at, 1, random.pick(changed))
    }
  }
  return changed
}

/** With spaces, and a line for the declaration; with `loose`, with any gaps. */
function joined(words: readonly string[], loose: Random | undefined): string {
  const gap = () => (loose === undefined ? ' ' : loose.pick(SEPARATORS))
  return `${words.map((word, index) => (index === 0 ? word : (word === ',' && loose === undefined ? '' : gap()) + word + (word.startsWith('--') ? '\n' : ''))).join('')}\n`
}
