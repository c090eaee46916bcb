/** Shapes of what a book declares: its agency, documents, roles, events, facts, acts and lists. */
import type { Field, List } from '@remit/language/checked/lists.ts'
import type {
  Act,
  Agency,
  Change,
  Define,
  DocumentHeader,
  EventDeclaration,
  Force,
  Input,
  Role,
  YesNoOrigin,
} from '@remit/language/checked/tree.ts'
import { FORCES } from '@remit/language/checked/tree.ts'
import {
  amount,
  below,
  constant,
  declared,
  fields,
  flag,
  list,
  maybe,
  refer,
  type Shape,
  signed,
  text,
  variants,
  word,
} from './shapes.ts'
import { condition, fieldTest, span, value, verified } from './words-of-shapes.ts'

const roles = list(refer('roles'))
const acts = list(refer('acts'))

export const agency: Shape<Agency> = fields<Agency>({
  id: text,
  name: text,
  kind: text,
  state: text,
  timeZone: text,
  fips: maybe(text),
  runs: flag,
  demo: flag,
  roles,
  chain: roles,
  referTo: refer('roles'),
  silent: maybe(text),
  pageEachSeconds: maybe(amount),
})

const force = word<Force>([
  ...FORCES,
  'board policy',
  "elected officer's policy",
  'vocabulary',
  'federal form',
  'counsel note',
])

type Suspension = NonNullable<DocumentHeader['suspended']>[number]

export const document: Shape<DocumentHeader> = fields<DocumentHeader>({
  id: declared('documents'),
  title: text,
  short: text,
  issuer: text,
  force,
  from: signed,
  through: maybe(signed),
  source: text,
  verified,
  cite: maybe(text),
  suspended: maybe(list(fields<Suspension>({ from: signed, through: maybe(signed), by: text }))),
  published: maybe(signed),
  appliedBy: maybe(text),
})

export const role: Shape<Role> = fields<Role>({ id: declared('roles'), text, outside: flag, agency: flag })
export const event: Shape<EventDeclaration> = fields<EventDeclaration>({ id: declared('events'), text })

const MINUTES = 24 * 60
const change: Shape<Change> = variants<Change>({
  becomes: { event: refer('events'), value: flagOrText() },
  while: { opens: refer('events'), closes: refer('events') },
  moment: { event: refer('events'), minutes: below(MINUTES), days: word([0, 1]) },
})

function flagOrText(): Shape<boolean | string> {
  const kind = word(['no', 'yes', 'text'])
  return {
    write: (to, value) => {
      kind.write(to, typeof value === 'string' ? 'text' : value ? 'yes' : 'no')
      if (typeof value === 'string') text.write(to, value)
    },
    read: (from) => {
      const read = kind.read(from)
      return read === 'text' ? text.read(from) : read === 'yes'
    },
  }
}

const origin: Shape<YesNoOrigin> = variants<YesNoOrigin>({
  fact: { text },
  member: { set: text, value },
  done: { role: refer('roles'), act: refer('acts') },
  some: { list: refer('lists'), tests: list(fieldTest) },
})

const ofEveryInput = {
  id: declared('inputs'),
  about: maybe(word(['request', 'person', 'actor'])),
  role: maybe(refer('roles')),
  ask: maybe(text),
  help: maybe(text),
  knownTo: roles,
  alwaysOffered: flag,
  changes: list(change),
}

export const input: Shape<Input> = variants<Input>({
  'yes-no': { ...ofEveryInput, first: maybe(flag), of: origin },
  'one-of': { ...ofEveryInput, first: maybe(text), values: list(value) },
  number: { ...ofEveryInput, first: maybe(amount), unit: text },
  clock: { ...ofEveryInput, event: refer('events'), names: list(text) },
})

export const define: Shape<Define> = fields<Define>({ id: declared('defines'), text, when: condition, span })

export const act: Shape<Act> = fields<Act>({
  id: declared('acts'),
  text,
  order: maybe(text),
  word: maybe(text),
  document: refer('documents'),
  kindOf: acts,
  excludes: acts,
  directs: maybe(fields({ role: refer('roles'), act: refer('acts') })),
  urgent: flag,
  withdraws: flag,
  onlyWhereAllowed: flag,
  arisesWhen: maybe(condition),
  span,
})

const field: Shape<Field> = variants<Field>({
  'one-of': { id: text, text, values: list(value) },
  number: { id: text, text, unit: text },
  'yes-no': { id: text, text },
})

export const entryList: Shape<List> = fields<List>({
  id: declared('lists'),
  text,
  about: word(['incident', 'request', 'person']),
  ask: maybe(text),
  help: maybe(text),
  knownTo: roles,
  fields: list(field),
  span,
})

/** The version of the language; a bundle of another one has another version of the format. */
export const language: Shape<1> = constant(1)
