/** What scenarios should exercise of a book, and where each role and act exercises it (decision 6). */
import type { DocumentId, NormId } from '@remit/language/checked/tree.ts'
import type { Span } from '@remit/language/text/span.ts'
import { at, known } from '../../assert.ts'
import type { Applies } from '../../diagram/applies.ts'
import { type Diagram, NO } from '../../diagram/diagrams.ts'
import type { Compiled, CompiledPair } from '../../diagram/from-checked.ts'
import { isException, type Rule, rulesOf } from '../../diagram/speaks.ts'
import { conditionInWords } from '../../situation/condition-words.ts'
import { sayingsOf } from '../saying.ts'
import { type Atom, atomsOf, type Turning, turningOn } from './atoms.ts'

/**
 * What is counted: norms, of which each statement decides; exceptions, which lift, do not lift, and decide; conditions,
 * of which each once holds and once does not and the norm's outcome turns on it.
 */
export const MEASURES = ['norms', 'exceptions', 'conditions'] as const
export type Measure = (typeof MEASURES)[number]

/** One thing that some scenario should exercise. The same in every book that holds the document. */
export type Goal = {
  readonly id: string
  readonly measure: Measure
  /** The norm, the exception, or the place of a condition in one: what is counted as one. */
  readonly unit: string
  readonly rule: NormId
  readonly document: DocumentId
  readonly span: Span
  /** A phrase: `wait-for-a-supervisor decides: officer must wait-for-supervisor`. */
  readonly words: string
}

/** Where a role and an act exercise a goal. */
export type Exercise = { readonly goal: Goal; readonly where: Diagram }

export type Goals = {
  /** In order of document and text. */
  readonly all: readonly Goal[]
  /** What an expectation about a pair can exercise; found when first asked for. */
  of(pair: CompiledPair): readonly Exercise[]
}

/** The goals of a book. Makes diagrams: to be used within one question. */
export function goalsOf(compiled: Compiled): Goals {
  const rules = rulesOf(compiled.book)
  const atoms = new Map(rules.map((rule) => [rule.id, atomsOf(rule)]))
  const goals = new Map(
    rules.flatMap((rule) => goalsOfRule(rule, known(atoms, rule.id))).map((goal) => [goal.id, goal]),
  )
  const sayings = sayingsOf(compiled)
  const turnings = turningsOf(compiled)
  const found = new Map<CompiledPair, readonly Exercise[]>()
  const exercises = (pair: CompiledPair) => {
    const { decides } = sayings(pair)
    const places = new Map<string, Diagram>()
    const add = (goal: string, where: Diagram) => places.set(goal, compiled.diagrams.or(places.get(goal) ?? NO, where))
    for (const [index, { statement }] of pair.statements.entries()) add(decidesId(statement.id), at(decides, index))
    addLiftings(compiled, pair, add)
    for (const rule of rulesAround(compiled, pair)) {
      for (const [atom, turning] of turnings(pair, rule, known(atoms, rule.id))) {
        add(turnsId(rule.id, atom, true), turning.holds)
        add(turnsId(rule.id, atom, false), turning.fails)
      }
    }
    return [...places].map(([id, where]) => ({ goal: known(goals, id), where }))
  }
  return {
    all: [...goals.values()].sort(byPlace),
    of(pair) {
      const before = found.get(pair) ?? exercises(pair)
      found.set(pair, before)
      return before
    },
  }
}

function byPlace(a: Goal, b: Goal): number {
  return a.document === b.document ? a.span.offset - b.span.offset : a.document < b.document ? -1 : 1
}

const decidesId = (statement: string) => `${statement} decides`
const liftsId = (exception: NormId, does: boolean) => `${exception} ${does ? 'lifts' : 'does not lift'}`
const turnsId = (rule: NormId, { place }: Atom, holds: boolean) => `${rule} ${place} ${holds ? 'holds' : 'fails'}`

function goalsOfRule(rule: Rule, atoms: readonly Atom[]): readonly Goal[] {
  const { id, name, document, span } = rule
  const isLifting = isException(rule)
  const one = { measure: isLifting ? 'exceptions' : 'norms', unit: id, rule: id, document, span } as const
  return [
    ...rule.statements.map((statement) => ({
      ...one,
      id: decidesId(statement.id),
      span: statement.span,
      words: `${name} decides: ${statement.words}`,
    })),
    ...(isLifting
      ? [true, false].map((does) => ({
          ...one,
          id: liftsId(id, does),
          words: `${name} ${does ? 'lifts' : 'does not lift'} ${rule.to.map(nameOf).join(', ')}`,
        }))
      : []),
    ...atoms.flatMap((atom) =>
      [true, false].map((holds) => ({
        ...one,
        measure: 'conditions' as const,
        unit: `${id} ${atom.place}`,
        id: turnsId(id, atom, holds),
        words: `${conditionInWords(atom.condition, holds)}, so ${name} ${holds === atom.isFor ? 'can' : 'cannot'} apply`,
      })),
    ),
  ]
}

const nameOf = (norm: NormId) => norm.slice(norm.indexOf('#') + 1)

function addLiftings(
  { diagrams, applies }: Compiled,
  { role, liftings }: CompiledPair,
  add: (goal: string, where: Diagram) => void,
): void {
  for (const { exception, norm, where } of liftings) {
    add(liftsId(exception, true), where)
    add(liftsId(exception, false), diagrams.without(known(applies, role).conditionOf(norm), where))
  }
}

/** The norms and exceptions that speak about a pair, and the exceptions that may lift one of them for it. */
function rulesAround({ book }: Compiled, pair: CompiledPair): ReadonlySet<Rule> {
  const lifting = new Set(pair.liftings.map(({ exception }) => exception))
  return new Set([...pair.statements.map(({ rule }) => rule), ...book.exceptions.filter(({ id }) => lifting.has(id))])
}

/** What each condition of a norm turns; found once for all roles for which norms apply alike. */
function turningsOf(compiled: Compiled) {
  const found = new Map<Applies, Map<NormId, readonly (readonly [Atom, Turning])[]>>()
  return ({ role }: CompiledPair, rule: Rule, atoms: readonly Atom[]) => {
    const applies = known(compiled.applies, role)
    const ofRole = found.get(applies) ?? new Map()
    found.set(applies, ofRole)
    const before = ofRole.get(rule.id)
    if (before !== undefined) return before
    const made = atoms.map(
      (atom) => [atom, inEffect(compiled, applies, rule, turning(compiled, role, rule, atom))] as const,
    )
    ofRole.set(rule.id, made)
    return made
  }
}

function turning({ diagrams, conditions }: Compiled, role: string, rule: Rule, atom: Atom): Turning {
  return turningOn({ diagrams, conditions, role }, rule, atom)
}

/** An exception turns nothing where no norm that it may lift holds. */
function inEffect({ diagrams }: Compiled, applies: Applies, rule: Rule, { holds, fails }: Turning): Turning {
  if (!isException(rule)) return { holds, fails }
  const some = applies.someToLift(rule)
  return { holds: diagrams.and(holds, some), fails: diagrams.and(fails, some) }
}
