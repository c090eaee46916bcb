/**
 * Counts the shape of the real orders for the generator of synthetic books, and writes `shape.json`.
 * Run: `node bench/engine/count-shape.ts YYYY-MM-DD`, the day on which it is counted.
 *
 * Each norm, exception, act and input is counted once, however many books hold it, in the last book that does; what is
 * of a whole book is the median over the last book of each agency.
 */
import { writeFileSync } from 'node:fs'
import type { Book, Condition, Exception, InputId, Norm, Statement } from '@remit/language/checked/tree.ts'
import { realBooks } from './real-books.ts'

type Rule = Norm | Exception
/** How often each thing was counted, by its name. */
type Counts = { [name: string]: number }

const day = process.argv[2]
if (day === undefined) throw new Error('say on which day it is counted: node bench/engine/count-shape.ts YYYY-MM-DD')

const books = await realBooks()
const rules = unique(books.flatMap((book) => [...book.norms, ...book.exceptions].map((rule) => ({ book, each: rule }))))
const acts = unique(books.flatMap((book) => book.acts.map((act) => ({ book, each: act }))))
const inputs = unique(books.flatMap((book) => book.inputs.map((input) => ({ book, each: input }))))
const defines = unique(books.flatMap((book) => book.defines.map((define) => ({ book, each: define }))))
const last = [...new Map(books.map((book) => [book.agency.id, book])).values()]
const statements = rules.flatMap(({ book, each }) => each.statements.map((statement) => ({ book, each: statement })))

const shape = {
  counted: {
    on: day,
    how: 'node bench/engine/count-shape.ts: each norm, exception, act and input of orders/ once, in the last book that holds it; `book` is the median over the last book of each agency',
    books: books.length,
    agencies: last.length,
    rules: rules.length,
    statements: statements.length,
  },
  rule: {
    rank: counts(rules.map(({ each }) => each.rank)),
    statements: counts(rules.map(({ each }) => each.statements.length)),
    isException: counts(rules.map(({ each }) => 'to' in each)),
    exceptionTo: counts(rules.flatMap(({ each }) => ('to' in each ? [each.to.length] : []))),
    exceptionForActs: counts(rules.flatMap(({ each }) => ('to' in each ? [each.forActs !== undefined] : []))),
    lowerMaySayOtherwise: counts(rules.map(({ each }) => 'lowerMaySayOtherwise' in each && each.lowerMaySayOtherwise)),
    hasUnless: counts(rules.map(({ each }) => each.unless !== undefined)),
    perDocument: counts(Object.values(counts(rules.map(({ each }) => each.document)))),
  },
  condition: {
    shape: counts(
      rules.map(({ each }) => (each.when.kind === 'all' && each.when.of.length === 0 ? 'always' : each.when.kind)),
    ),
    atoms: counts(rules.flatMap(({ each }) => conditionsOf(each).map((when) => atomsOf(when).length))),
    facts: counts(rules.map(({ book, each }) => factsOfRule(book, each).size)),
    depth: counts(rules.flatMap(({ book, each }) => conditionsOf(each).map((when) => depthOf(book, when)))),
    atom: counts(rules.flatMap(({ each }) => conditionsOf(each).flatMap(atomsOf))),
    valuesNamed: counts(rules.flatMap(({ each }) => conditionsOf(each).flatMap(valuesNamed))),
    defineAtoms: counts(defines.map(({ each }) => atomsOf(each.when).length)),
  },
  statement: {
    modality: counts(statements.map(({ each }) => each.modality + (each.guaranteed ? ' guaranteed' : ''))),
    roles: counts(statements.map(({ each }) => each.roles.length)),
    rolesOf: counts(statements.flatMap(({ each }) => each.roles)),
    acts: counts(statements.map(({ each }) => each.acts.length)),
    otherThan: counts(statements.map(({ each }) => each.otherThan.length)),
    deadline: counts(
      statements.flatMap(({ each }) => (each.modality === 'must' ? [each.deadline?.kind ?? 'none'] : [])),
    ),
  },
  act: {
    kindOf: counts(acts.map(({ each }) => each.kindOf.length)),
    excludes: counts(acts.map(({ each }) => each.excludes.length)),
    directs: counts(acts.map(({ each }) => each.directs !== undefined)),
    urgent: counts(acts.map(({ each }) => each.urgent)),
    withdraws: counts(acts.map(({ each }) => each.withdraws)),
    onlyWhereAllowed: counts(acts.map(({ each }) => each.onlyWhereAllowed)),
    arises: counts(acts.map(({ each }) => each.arisesWhen !== undefined)),
    arisesAtoms: counts(acts.flatMap(({ each }) => (each.arisesWhen ? [atomsOf(each.arisesWhen).length] : []))),
    /** For an act that so many statements of a book name, how many facts those read, over the last book of each agency. */
    factsByStatements: byStatements(last.flatMap(factsByStatements)),
    /** Of the acts that some norm binds to do or forbids: which of the two. */
    bound: counts(last.flatMap(boundnessOf)),
  },
  input: {
    kind: counts(inputs.map(({ each }) => (each.kind === 'yes-no' ? each.of.kind : each.kind))),
    values: counts(inputs.flatMap(({ each }) => (each.kind === 'one-of' ? [each.values.length] : []))),
    hasFirst: counts(inputs.flatMap(({ each }) => (each.kind === 'clock' ? [] : [each.first !== undefined]))),
    about: counts(inputs.map(({ each }) => each.about ?? 'incident')),
  },
  book: {
    norms: medianOf((book) => book.norms.length + book.exceptions.length),
    facts: medianOf((book) => book.inputs.length),
    acts: medianOf((book) => book.acts.length),
    roles: medianOf((book) => book.roles.length),
    documents: medianOf((book) => book.documents.length),
    defines: medianOf((book) => book.defines.length),
    nevers: medianOf((book) => book.nevers.length),
    unsettled: medianOf((book) => book.unsettled.length),
    invariants: medianOf((book) => book.invariants.length),
    choices: medianOf((book) => book.choices.length),
    lists: medianOf((book) => book.lists.length),
    reports: medianOf((book) => book.reports.length),
  },
} as const
writeFileSync(`${import.meta.dirname}/shape.json`, `${JSON.stringify(shape, undefined, 2)}\n`)

/** The last of each id. */
function unique<T extends { readonly id: string }>(all: readonly { readonly book: Book; readonly each: T }[]) {
  return [...new Map(all.map((one) => [one.each.id, one])).values()]
}

function counts(names: readonly (string | number | boolean)[]): Counts {
  const found = new Map<string, number>()
  for (const name of names.map(String)) found.set(name, (found.get(name) ?? 0) + 1)
  return Object.fromEntries([...found].toSorted(([, one], [, other]) => other - one))
}

function medianOf(count: (book: Book) => number): number {
  const sorted = last.map(count).toSorted((one, other) => one - other)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}

function conditionsOf({ when, unless }: Rule): readonly Condition[] {
  return [when, unless].filter((condition) => condition !== undefined)
}

/** The atoms of a condition by kind, `not` before those that are denied; a define is one atom. */
function atomsOf(condition: Condition): readonly string[] {
  switch (condition.kind) {
    case 'all':
    case 'any':
      return condition.of.flatMap(atomsOf)
    case 'not':
      return atomsOf(condition.of).map((atom) => (atom.startsWith('not ') ? atom.slice(4) : `not ${atom}`))
    case 'define':
    case 'yes':
    case 'one-of':
    case 'compare':
      return [condition.kind]
  }
}

function valuesNamed(condition: Condition): readonly number[] {
  if (condition.kind === 'all' || condition.kind === 'any') return condition.of.flatMap(valuesNamed)
  if (condition.kind === 'not') return valuesNamed(condition.of)
  return condition.kind === 'one-of' ? [condition.values.length] : []
}

function depthOf(book: Book, condition: Condition): number {
  switch (condition.kind) {
    case 'all':
    case 'any':
      return condition.of.length === 0 ? 0 : 1 + Math.max(...condition.of.map((part) => depthOf(book, part)))
    case 'not':
      return depthOf(book, condition.of)
    case 'define': {
      const define = book.defines.find(({ id }) => id === condition.define)
      return define === undefined ? 0 : 1 + depthOf(book, define.when)
    }
    case 'yes':
    case 'one-of':
    case 'compare':
      return 0
  }
}

function factsOf(book: Book, condition: Condition): readonly InputId[] {
  switch (condition.kind) {
    case 'all':
    case 'any':
      return condition.of.flatMap((part) => factsOf(book, part))
    case 'not':
      return factsOf(book, condition.of)
    case 'define':
      return book.defines.filter(({ id }) => id === condition.define).flatMap(({ when }) => factsOf(book, when))
    case 'yes':
    case 'one-of':
    case 'compare':
      return [condition.input]
  }
}

function factsOfRule(book: Book, rule: Rule): ReadonlySet<InputId> {
  return new Set(conditionsOf(rule).flatMap((condition) => factsOf(book, condition)))
}

/** For each act of a book about which something is said: how many statements name it, and how many facts they read. */
function factsByStatements(book: Book): readonly (readonly [number, number])[] {
  return book.acts.flatMap(({ id }) => {
    const about = [...book.norms, ...book.exceptions].filter((rule) => naming(rule, id).length > 0)
    const facts = new Set(about.flatMap((rule) => [...factsOfRule(book, rule)]))
    const named = about.flatMap((rule) => naming(rule, id)).length
    return named === 0 ? [] : [[named, facts.size] as const]
  })
}

function byStatements(pairs: readonly (readonly [number, number])[]): { readonly [statements: number]: Counts } {
  const numbers = [...new Set(pairs.map(([statements]) => statements))].toSorted((one, other) => one - other)
  return Object.fromEntries(
    numbers.map((number) => [
      number,
      counts(pairs.filter(([statements]) => statements === number).map(([, facts]) => facts)),
    ]),
  )
}

function boundnessOf(book: Book): readonly string[] {
  return book.acts.flatMap(({ id }) => {
    const modalities = [...book.norms, ...book.exceptions].flatMap((rule) =>
      naming(rule, id).map((said) => said.modality),
    )
    const [isDuty, isForbidden] = [modalities.includes('must'), modalities.includes('must not')]
    if (!isDuty && !isForbidden) return []
    return [isDuty && isForbidden ? 'both' : isDuty ? 'must' : 'must not']
  })
}

function naming(rule: Rule, act: string): readonly Statement[] {
  return rule.statements.filter((statement) => statement.acts.includes(act))
}
