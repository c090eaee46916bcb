/** Shapes of what a book says: norms, exceptions, doubt, and what is checked of it. */
import type { Report } from '@remit/language/checked/reports.ts'
import {
  type Choice,
  type Deadline,
  type Exception,
  type Expectation,
  FORCES,
  type Invariant,
  type Never,
  type Norm,
  type Statement,
  type Unsettled,
} from '@remit/language/checked/tree.ts'
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
  text,
  variants,
  word,
} from './shapes.ts'
import { condition, interim, modality, span } from './words-of-shapes.ts'

const roles = list(refer('roles'))
const acts = list(refer('acts'))
/** A norm may be named that is not in force, and so is not of this book: by its id. */
const normIds = list(text)

const deadline: Shape<Deadline> = variants<Deadline>({
  within: { ms: amount, event: refer('events'), ifLate: maybe(refer('roles')) },
  promptly: { ifLate: maybe(refer('roles')) },
  before: { act: refer('acts'), ifLate: maybe(refer('roles')) },
})

const statement: Shape<Statement> = fields<Statement>({
  id: text,
  roles,
  modality,
  acts,
  otherThan: acts,
  guaranteed: flag,
  one: maybe(constant(true)),
  deadline: maybe(deadline),
  words: text,
  span,
})

const ofEveryRule = {
  id: declared('rules'),
  name: text,
  document: refer('documents'),
  rank: below(FORCES.length),
  when: condition,
  unless: maybe(condition),
  statements: list(statement),
  cite: maybe(text),
  ifBroken: maybe(text),
  span,
}

export const norm: Shape<Norm> = fields<Norm>({ ...ofEveryRule, lowerMaySayOtherwise: flag })
export const exception: Shape<Exception> = fields<Exception>({ ...ofEveryRule, to: normIds, forActs: maybe(acts) })

export const never: Shape<Never> = fields<Never>({ id: text, when: condition, words: text, span })

const doubted: Shape<Unsettled['norms']> = {
  write: (to, value) => normIds.write(to, value),
  read: (from) => {
    const [one, other, ...more] = normIds.read(from)
    if (one === undefined || more.length > 0) return from.source.refuse('doubt is about one norm or two')
    return other === undefined ? [one] : [one, other]
  },
}

export const unsettled: Shape<Unsettled> = fields<Unsettled>({
  id: text,
  norms: doubted,
  ask: refer('roles'),
  interim,
  document: refer('documents'),
  span,
})

const pair = { role: refer('roles'), act: refer('acts'), span }
const expectation: Shape<Expectation> = variants<Expectation>({
  modality: { ...pair, is: modality, because: normIds },
  is: { ...pair, is: word(['set aside', 'silent', 'open']) },
  referred: { ...pair, to: maybe(refer('roles')) },
  'no kind forbidden': { act: refer('acts'), span },
  'nobody must': { act: refer('acts'), span },
  'nobody must withdraw': { span },
})

export const invariant: Shape<Invariant> = fields<Invariant>({
  id: text,
  name: text,
  when: condition,
  expect: list(expectation),
  span,
})

export const choice: Shape<Choice> = fields<Choice>({
  id: text,
  role: refer('roles'),
  acts,
  when: condition,
  document: refer('documents'),
  span,
})

const due: Shape<NonNullable<Report['due']>> = variants<NonNullable<Report['due']>>({
  within: { days: amount },
  day: { month: below(13), day: below(32) },
  words: { text },
})

export const report: Shape<Report> = fields<Report>({
  id: text,
  name: text,
  by: refer('roles'),
  to: roles,
  every: word(['month', 'quarter', 'half-year', 'year']),
  due: maybe(due),
  alsoWhenNone: flag,
  fields: list(text),
  document: refer('documents'),
  cite: maybe(text),
  span,
})
