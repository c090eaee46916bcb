/** Builds the checked book that a plan describes. */
import type {
  Act,
  Book,
  Choice,
  Condition,
  Deadline,
  Define,
  DocumentHeader,
  Exception,
  Input,
  Interim,
  Norm,
  Statement,
  Unsettled,
} from '@remit/language/checked/tree.ts'
import { FORCES } from '@remit/language/checked/tree.ts'
import type {
  ActPlan,
  AtomPlan,
  BookPlan,
  ChoicePlan,
  ConditionPlan,
  DeadlinePlan,
  ExceptionPlan,
  NormPlan,
  RulePlan,
  StatementPlan,
  UnsettledPlan,
} from './plan.ts'
import type { Named } from './words.ts'
import { EVENTS, factsOf, HOUR, listOf, NAMED, NOWHERE, namedOf, ROLES, THRESHOLDS, TIMED } from './words.ts'

/** The member of a list that isn't empty at a number of any size. */
export function at<T>(list: readonly T[], index: number): T {
  const member = list[index % list.length]
  if (member === undefined) throw new Error('an empty list has no members')
  return member
}

function each<T>(list: readonly T[], indices: readonly number[]): readonly T[] {
  return [...new Set(indices.map((index) => at(list, index)))]
}

/** What conditions of a book can name. */
export type Words = { readonly inputs: readonly Input[]; readonly defines: readonly Define[] }

/** The book of a plan. Its lists are in order of id and its `for` acts and targets exist, as in every checked book. */
export function buildBook(plan: BookPlan): Book {
  const acts = plan.acts.map((_, index) => `act-${index}`)
  const every = factsOf(at(acts, 1))
  const listed = plan.list === null ? undefined : listOf(plan.list)
  const inputs = [...plan.inputs.flatMap((index) => at(every, index)), ...(listed?.inputs ?? [])].toSorted(byId)
  const words: Words = { inputs, defines: buildDefines(plan, inputs) }
  const nevers = plan.nevers.map((never, index) => ({
    id: `never-${index}`,
    when: buildCondition(never, words),
    words: `Never ${index}`,
    span: NOWHERE,
  }))
  const book: Book = {
    ...FRAME,
    ...words,
    acts: plan.acts.map((act, index) => buildAct(act, index, acts, words)),
    nevers,
    norms: [],
    exceptions: [],
    unsettled: [],
    lists: listed === undefined ? [] : [listed.list],
    choices: plan.choices.map((choice, index) => buildChoice(choice, index, acts, words)),
    reports: [],
  }
  const withNorms = addRules(book, plan)
  const norms = withNorms.norms.map((norm) => norm.id)
  return { ...withNorms, unsettled: plan.unsettled.map((doubt, index) => buildUnsettled(doubt, index, norms, acts)) }
}

/** INVARIANT: a define refers only to defines before it. */
function buildDefines(plan: BookPlan, inputs: readonly Input[]): readonly Define[] {
  const defines: Define[] = []
  for (const [index, condition] of plan.defines.entries()) {
    const when = buildCondition(condition, { inputs, defines })
    defines.push({ id: `define-${index} holds`, text: `Define ${index}`, when, span: NOWHERE })
  }
  return defines
}

/** A book with more norms, and exceptions to its norms, old and new; `prefix` keeps their names apart from the old ones. */
export function addRules(book: Book, plan: Pick<BookPlan, 'norms' | 'exceptions'>, prefix = ''): Book {
  const acts = book.acts.map((act) => act.id)
  const norms = [
    ...book.norms,
    ...plan.norms.map((norm, index) => buildNorm(norm, `${prefix}norm-${index}`, acts, book)),
  ]
  const exceptions = plan.exceptions.map((exception, index) =>
    buildException(exception, `${prefix}exception-${index}`, acts, norms, book),
  )
  return { ...book, norms: norms.toSorted(byId), exceptions: [...book.exceptions, ...exceptions].toSorted(byId) }
}

function byId(one: { readonly id: string }, other: { readonly id: string }): number {
  return one.id < other.id ? -1 : 1
}

function header(id: string, force: DocumentHeader['force']): DocumentHeader {
  const short = id.slice(id.lastIndexOf('/') + 1)
  return { id, title: short, short, issuer: 'Nobody', force, from: 0, source: 'generated', verified: 'assumed' }
}

/** The folder of the generated agency. */
export const FOLDER = 'us/il/town/police'

function inFolder(name: string): string {
  return `${FOLDER}/${name}`
}

/** The document of a rank, one for each force. */
export function documentOf(rank: number): string {
  return inFolder(`force-${String(rank).padStart(2, '0')}`)
}

const FRAME = {
  language: 1,
  agency: {
    id: FOLDER,
    name: 'Police',
    kind: 'police',
    state: 'IL',
    timeZone: 'America/Chicago',
    runs: false,
    demo: true,
    roles: ['officer', 'supervisor'],
    chain: [],
    referTo: 'supervisor',
  },
  at: 0,
  hash: '0'.repeat(64),
  documents: [
    header(inFolder('counsel'), 'counsel note'),
    ...FORCES.map((force, rank) => header(documentOf(rank), force)),
    header(inFolder('vocabulary'), 'vocabulary'),
  ],
  roles: ROLES,
  events: EVENTS.map((id) => ({ id, text: id })),
  invariants: [],
} as const satisfies Partial<Book>

/** The condition of a plan, in the words of a book. */
export function buildCondition(plan: ConditionPlan, words: Words): Condition {
  const of = plan.atoms.map((atom) => buildAtom(atom, words))
  switch (plan.shape) {
    case 'all':
      return { kind: 'all', of }
    case 'any':
      return of.length === 0 ? { kind: 'all', of } : { kind: 'any', of }
    case 'neither':
      return { kind: 'not', of: { kind: 'any', of } }
  }
}

function buildAtom(plan: AtomPlan, { inputs, defines }: Words): Condition {
  const atom = buildPositive(plan, at([...namedOf(inputs), ...defines], plan.of))
  return plan.not ? { kind: 'not', of: atom } : atom
}

function buildPositive({ pick }: AtomPlan, named: Named | Define): Condition {
  if (!('kind' in named)) return { kind: 'define', define: named.id }
  switch (named.kind) {
    case 'yes-no':
      return { kind: 'yes', input: named.id }
    case 'one-of': {
      const values = named.values.map((value) => value.id)
      return { kind: 'one-of', input: named.id, values: each(values, pick < 12 ? [pick] : [pick, pick + 1]) }
    }
    case 'number':
    case 'clock': {
      const is = at(['at-least', 'at-most', 'less-than', 'more-than'] as const, pick)
      const threshold = at(THRESHOLDS, Math.floor(pick / 4))
      return { kind: 'compare', input: named.id, is, than: named.kind === 'clock' ? threshold * HOUR : threshold }
    }
  }
}

/** INVARIANT: an act is a kind only of acts before it, so that there is no cycle. */
function buildAct(plan: ActPlan, index: number, acts: readonly string[], words: Words): Act {
  const before = acts.slice(0, index)
  const others = acts.filter((_, other) => other !== index)
  return {
    id: at(acts, index),
    text: `Try act ${index}`,
    document: inFolder('vocabulary'),
    kindOf: before.length === 0 ? [] : each(before, plan.kindOf),
    excludes: each(others, plan.excludes),
    ...(plan.directs === null
      ? {}
      : { directs: { role: at(NAMED, plan.directs.role), act: at(others, plan.directs.act) } }),
    urgent: plan.urgent,
    withdraws: plan.withdraws,
    onlyWhereAllowed: plan.onlyWhereAllowed,
    ...(plan.arisesWhen === null ? {} : { arisesWhen: buildCondition(plan.arisesWhen, words) }),
    span: NOWHERE,
  }
}

function buildStatement(plan: StatementPlan, id: string, acts: readonly string[]): Statement {
  const { modality } = plan
  const isOne = plan.one && modality === 'must'
  return {
    id,
    roles: each(NAMED, plan.roles.slice(0, isOne ? 1 : undefined)),
    modality,
    acts: each(acts, plan.acts),
    otherThan: each(acts, plan.otherThan),
    guaranteed: plan.guaranteed && (modality === 'may' || modality === 'need not'),
    ...(isOne ? { one: true } : {}),
    ...(modality === 'must' && plan.deadline !== null ? { deadline: buildDeadline(plan.deadline, acts) } : {}),
    words: modality,
    span: NOWHERE,
  }
}

function buildDeadline({ hours, event, ifLate, before }: DeadlinePlan, acts: readonly string[]): Deadline {
  const late = ifLate < 6 ? { ifLate: at(NAMED, ifLate) } : {}
  if (before !== null) return { kind: 'before', act: at(acts, before), ...late }
  return hours === 0
    ? { kind: 'promptly', ...late }
    : { kind: 'within', ms: hours * HOUR, event: at(TIMED, event), ...late }
}

/** Only whoever is decided chooses. */
function buildChoice(plan: ChoicePlan, index: number, acts: readonly string[], words: Words): Choice {
  return {
    id: `${inFolder('vocabulary')}#choice-${index}`,
    role: at(['officer', 'supervisor', 'agency'], plan.role),
    acts: each(acts, plan.acts),
    when: buildCondition(plan.when, words),
    document: inFolder('vocabulary'),
    span: NOWHERE,
  }
}

/** Ranks above 10 draw three forces again, so that norms of one force meet often. */
function rankOf(drawn: number): number {
  return drawn < FORCES.length ? drawn : at([4, 6, 9], drawn)
}

function buildRule(
  plan: RulePlan,
  name: string,
  acts: readonly string[],
  words: Words,
): Omit<Norm, 'lowerMaySayOtherwise'> {
  const rank = rankOf(plan.rank)
  const id = `${documentOf(rank)}#${name}`
  return {
    id,
    name,
    document: documentOf(rank),
    rank,
    when: buildCondition(plan.when, words),
    ...(plan.unless === null ? {} : { unless: buildCondition(plan.unless, words) }),
    statements: plan.statements.map((statement, index) => buildStatement(statement, `${id}/${index + 1}`, acts)),
    span: NOWHERE,
  }
}

function buildNorm(plan: NormPlan, name: string, acts: readonly string[], words: Words): Norm {
  return { ...buildRule(plan, name, acts, words), lowerMaySayOtherwise: plan.lowerMaySayOtherwise }
}

function buildException(
  plan: ExceptionPlan,
  name: string,
  acts: readonly string[],
  norms: readonly Norm[],
  words: Words,
): Exception {
  const to = each(norms, plan.to).map((norm) => norm.id)
  const forActs = plan.forActs === null ? {} : { forActs: each(acts, plan.forActs) }
  return { ...buildRule(plan, name, acts, words), to: to.toSorted(), ...forActs }
}

function buildUnsettled(
  plan: UnsettledPlan,
  index: number,
  norms: readonly string[],
  acts: readonly string[],
): Unsettled {
  const [first = at(norms, 0), second] = each(norms, plan.norms)
  return {
    id: `unsettled-${index}`,
    norms: second === undefined ? [first] : [first, second],
    ask: at(NAMED, plan.ask),
    interim: buildInterim(plan.interim, acts),
    document: inFolder('counsel'),
    span: NOWHERE,
  }
}

function buildInterim(drawn: number, acts: readonly string[]): Interim {
  if (drawn % 3 === 0) return { kind: 'do', act: at(acts, drawn) }
  if (drawn % 3 === 1) return { kind: 'do not', act: at(acts, drawn) }
  return { kind: 'words', text: 'Wait for an answer' }
}
