/** What can be offered at a place of the grammar, from the names of a book. */
import type { Target, TargetKind } from '@remit/language/checked/references/reference.ts'
import { PERIODS } from '@remit/language/checked/reports.ts'
import type { Expected } from '@remit/language/parsed/grammar-walk.ts'
import type { FactDeclaration, ParsedDocument, ValueDeclaration } from '@remit/language/parsed/tree.ts'
import type { LinkedBook } from '../books/linked-book.ts'
import { fieldBefore, listBefore, subjectBefore } from './words-before.ts'

export type Offer = {
  readonly label: string
  readonly target?: Target
  /** What kind of thing it is, in a word or two. */
  readonly sort: string
}

export type Asked = {
  readonly book: LinkedBook
  /** The document in which somebody types, if it could be read. */
  readonly document: ParsedDocument | undefined
  /** Last first. */
  readonly words: readonly string[]
}

type Place = Extract<Expected, { readonly kind: 'word' }>

/** The names that fit a place; none where the author makes up a name. */
export function offersAt({ rule, property, token }: Place, asked: Asked): readonly Offer[] {
  const here = OFFERS[`${rule}.${property}`] ?? OFFERS[property]
  if (token === 'TEXT' && rule !== 'NormRef') return []
  return here?.(asked) ?? []
}

type Offers = (asked: Asked) => readonly Offer[]

const roles: Offers = ({ book: { draft } }) => [
  ...named('role', draft.names.roles),
  { label: 'agency', sort: 'role', target: { kind: 'role', id: 'agency' } },
]
const bound: Offers = (asked) => [...roles(asked), ...named('group', asked.book.draft.names.groups)]
const acts: Offers = ({ book: { draft } }) => named('act', draft.names.acts)
const events: Offers = ({ book: { draft } }) => named('event', draft.names.events)
const lists: Offers = ({ book: { draft } }) => named('list', draft.names.lists)
const words =
  (sort: string, ...labels: readonly string[]): Offers =>
  () =>
    labels.map((label) => ({ label, sort }))

/** Facts with values by their subject; those that are yes or no, and defines, as they are asked. */
const subjects: Offers = ({ book: { draft }, document }) => [
  ...named('fact', draft.names.facts),
  ...[...draft.names.yesNo.keys()].map((id): Offer => ({ label: id, sort: 'fact', target: { kind: 'yes-no', id } })),
  ...[...draft.names.defines].flatMap(([id, { declaration, document: home }]): Offer[] => {
    if (id.includes('#') && home.id !== document?.id) return []
    return [
      {
        label: `${declaration.subject.text} is ${declaration.state.text}`,
        sort: 'define',
        target: { kind: 'define', id },
      },
    ]
  }),
]

const tested: Offers = (asked) => [
  ...subjects(asked),
  ...bound(asked).map((role) => ({ ...role, sort: `${role.sort}, as in ROLE has done ACT` })),
]
const happening: Offers = (asked) => [...tested(asked), ...events(asked)]

/** Values of the fact that is tested, and the states in which it can be. */
const values: Offers = (asked) => {
  const { names } = asked.book.draft
  const subject = subjectBefore(asked.words)
  if (subject === undefined) return []
  const fact = names.facts.get(subject)?.declaration
  const isInclude = asked.words.find((word) => word === 'is' || word === 'include' || word === 'includes') !== 'is'
  const own = valuesOf(fact).map((value) =>
    valueOffer(value, `${subject} ${isInclude ? 'include' : 'is'} ${value.name.text}`),
  )
  const states = isInclude ? [] : subjects(asked).filter(({ label }) => label.startsWith(`${subject} is `))
  return [...own, ...states.map((state) => ({ ...state, label: state.label.slice(subject.length + ' is '.length) }))]
}

/** A fact that is being declared has the values that were typed, or yes and no. */
const ownValues: Offers = ({ words: typed, book }) => {
  const declared = typed.at(-2) ?? ''
  const known = valuesOf(book.draft.names.facts.get(declared)?.declaration)
  const labels = known.length > 0 ? known.map(({ name }) => name.text) : ['yes', 'no']
  return labels.map((label) => ({ label, sort: 'value' }))
}

const norms: Offers = ({ book, document }) =>
  [...book.draft.names.norms].map(([id, { declaration, document: home }]) => {
    const { text } = declaration.name
    const label = home.id === document?.id ? text : `${text} of "${home.frontMatter.short}"`
    return { label, sort: declaration.kind, target: { kind: 'norm', id } }
  })

const shorts: Offers = ({ book, words: typed }) => {
  const norm = typed[0] === 'of' ? typed[1] : undefined
  const declares = (document: ParsedDocument) =>
    norm === undefined || document.declarations.some((each) => 'name' in each && each.name.text === norm)
  // Titles of documents without such a norm would only be wrong.
  return book.documents.filter(declares).map(({ id, frontMatter: { short } }) => ({
    label: `"${short}"`,
    sort: 'document',
    target: { kind: 'document', id },
  }))
}

const fields: Offers = ({ book, words: typed }) =>
  fieldsOf(book, typed).map(({ name: { text } }) => ({ label: text, sort: 'field' }))

const fieldValues: Offers = ({ book, words: typed }) => {
  const known = fieldsOf(book, typed)
  const field = fieldBefore(
    typed,
    known.map(({ name }) => name.text),
  )
  const shape = known.find(({ name }) => name.text === field)?.shape
  if (shape?.kind === 'one-of')
    return shape.values.map((value) => valueOffer(value, `${listBefore(typed)} ${field} ${value.name.text}`))
  return shape?.kind === 'yes-no' ? words('value', 'yes', 'no')({ book, words: typed, document: undefined }) : []
}

const agencies: Offers = ({ book }) => [
  { label: book.concern.agency.id, sort: 'agency', target: { kind: 'agency', id: book.concern.agency.id } },
]

/** By rule and property of the grammar, or by property alone. */
const OFFERS: { readonly [place: string]: Offers | undefined } = {
  who: bound,
  members: roles,
  roles,
  role: roles,
  'Unsettled.ask': roles,
  'Report.by': roles,
  'Report.to': roles,
  'Result.to': roles,
  'Report.every': words('period', ...PERIODS),
  'PlainCondition.of': roles,
  'PlainHappening.of': roles,
  act: acts,
  acts,
  otherThan: acts,
  forActs: acts,
  before: acts,
  event: events,
  opens: events,
  closes: events,
  'PlainCondition.subject': tested,
  'PlainHappening.subject': happening,
  'ValueTest.value': values,
  'OneOfTest.values': values,
  'NoneOfTest.values': values,
  'HappenedValue.value': values,
  'IncludePredicate.value': values,
  'FirstClause.value': ownValues,
  'Change.value': ownValues,
  'NormRef.name': norms,
  'NormRef.of': shorts,
  list: lists,
  'NamedTest.field': fields,
  test: fieldValues,
  values: fieldValues,
  'AboutClause.about': words('what a fact is about', 'incident', 'request', 'person', 'actor'),
  unit: words('unit', 'minutes', 'hours', 'days'),
  place: agencies,
  on: ({ document }) =>
    document === undefined ? [] : [{ label: document.frontMatter.from.text, sort: 'first day in force' }],
}

function named(kind: TargetKind, names: ReadonlyMap<string, unknown>): readonly Offer[] {
  return [...names.keys()].map((id) => ({ label: id, sort: kind, target: { kind, id } }))
}

function valueOffer({ name, text }: ValueDeclaration, id: string): Offer {
  return { label: name.text, sort: text?.text ?? 'value', target: { kind: 'value', id } }
}

function valuesOf(fact: FactDeclaration | undefined): readonly ValueDeclaration[] {
  return fact !== undefined && 'values' in fact.shape ? fact.shape.values : []
}

function fieldsOf({ draft }: LinkedBook, typed: readonly string[]) {
  const list = listBefore(typed)
  return list === undefined ? [] : (draft.names.lists.get(list)?.declaration.fields ?? [])
}
