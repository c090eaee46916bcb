/** Books written by hand for examples: a few words each, everything else at its plainest. */
import type {
  Act,
  Book,
  Condition,
  Exception,
  Norm,
  Rank,
  RankedForce,
  Statement,
  StatementModality,
} from '@remit/language/checked/tree.ts'
import { FORCES } from '@remit/language/checked/tree.ts'
import { buildBook, documentOf } from './build.ts'
import type { ActPlan } from './plan.ts'
import { NOWHERE } from './words.ts'

/** Holds in every situation. */
export const ALWAYS: Condition = { kind: 'all', of: [] }

/** An act; `of` states what is not plain about it. */
export function act(id: string, of: Partial<Act> = {}): Act {
  return {
    id,
    text: id,
    document: 'vocabulary',
    kindOf: [],
    excludes: [],
    urgent: false,
    withdraws: false,
    onlyWhereAllowed: false,
    span: NOWHERE,
    ...of,
  }
}

/** A statement in words, such as `officer must leave` or `officer, agency may assist whatever lower orders say`. */
export function statement(words: string, of: Partial<Statement> = {}): Statement {
  const parts = /^(.+?) (must not|must|may|need not|should not|should) (.+?)( whatever lower orders say)?$/.exec(words)
  if (parts === null) throw new Error(`\`${words}\` is no statement`)
  const [, roles = '', modality, acts = '', guaranteed] = parts
  return {
    id: words,
    roles: roles.split(', '),
    // The pattern admits nothing but the six modalities.
    modality: modality as StatementModality,
    acts: acts.split(', '),
    otherThan: [],
    guaranteed: guaranteed !== undefined,
    words,
    span: NOWHERE,
    ...of,
  }
}

/** The place of a force. */
export function rankOf(force: RankedForce): Rank {
  return FORCES.indexOf(force)
}

/** A norm of a force with these statements, each in words or whole. */
export function norm(
  id: string,
  force: RankedForce,
  statements: readonly (string | Statement)[],
  of: Partial<Norm> = {},
): Norm {
  return {
    id,
    name: id,
    document: documentOf(rankOf(force)),
    rank: rankOf(force),
    when: ALWAYS,
    statements: statements.map((each) => (typeof each === 'string' ? statement(each) : each)),
    lowerMaySayOtherwise: false,
    span: NOWHERE,
    ...of,
  }
}

/** An exception of a force to some norms. */
export function exception(
  id: string,
  force: RankedForce,
  to: readonly string[],
  statements: readonly string[],
  of: Partial<Exception> = {},
): Exception {
  const { lowerMaySayOtherwise: _, ...rule } = norm(id, force, statements)
  return { ...rule, to, ...of }
}

const PLAIN: ActPlan = {
  kindOf: [],
  excludes: [],
  directs: null,
  urgent: false,
  withdraws: false,
  onlyWhereAllowed: false,
  arisesWhen: null,
}

const EMPTY: Book = {
  ...buildBook({
    inputs: [],
    acts: [PLAIN],
    defines: [],
    nevers: [],
    norms: [],
    exceptions: [],
    unsettled: [],
    list: null,
    choices: [],
  }),
  acts: [],
}

/** A book of these acts and norms; its roles are agency, dhs (outside), officer and supervisor. */
export function book(of: Partial<Book>): Book {
  return { ...EMPTY, ...of }
}
