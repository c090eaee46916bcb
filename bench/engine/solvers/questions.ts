/**
 * All that analysis asks of a book, as formulas of which a solver says whether they can be true: built from the language's
 * definition and decision 5, independently of the engine and its diagrams.
 */
import type { Book, Condition, Expectation, Rank } from '@remit/language/checked/tree.ts'
import { FORCES } from '@remit/language/checked/tree.ts'
import { brings, collide } from '@remit/reference/duties.ts'
import { impossibleLists } from '@remit/reference/lists.ts'
import { decidedRoles, isOrIsKindOf } from '@remit/reference/speaks.ts'
import { ConditionFormulas } from './conditions.ts'
import { FALSE, type Formula, Formulas, TRUE } from './formulas.ts'
import { beatenOf, decidesOf, type Modal, type PairFormulas, pairFormulas, pairOf, ruleIds } from './pair-formulas.ts'
import { isException, type Rule, RuleFormulas } from './rule-formulas.ts'

/** Whether it can be true decides about a finding, together with the others of its `about`. */
export type Question = { readonly about: string; readonly part: string; readonly formula: Formula }

export type Asked = {
  readonly formulas: Formulas
  /** What is so in every possible situation. */
  readonly possible: Formula
  readonly questions: readonly Question[]
}

type Study = {
  readonly f: Formulas
  readonly book: Book
  readonly rules: RuleFormulas
  readonly conditions: ConditionFormulas
  readonly pairs: readonly PairFormulas[]
  readonly ask: (about: string, part: string, formula: Formula) => void
}

/** The questions about a book. */
export function questionsOf(book: Book): Asked {
  const f = new Formulas()
  const conditions = new ConditionFormulas(f, book)
  const rules = new RuleFormulas(f, book, conditions)
  const pairs = pairFormulas(f, book, rules)
  weigh(f, book, pairs)
  const questions: Question[] = []
  const ask = (about: string, part: string, formula: Formula) => questions.push({ about, part, formula })
  const study: Study = { f, book, rules, conditions, pairs, ask }
  ask('E302', 'some', TRUE)
  for (const pair of pairs) askConflicts(study, pair)
  askUrgent(study)
  askActs(study)
  for (const rule of [...book.norms, ...book.exceptions]) askRule(study, rule)
  for (const norm of book.norms) askEffect(study, norm)
  askTwoRoles(study)
  const nevers = book.nevers.map(({ when }) => f.not(forSome(study, when)))
  const possible = f.and(conditions.wellFormed(), ...nevers, ...answerable(f, book))
  return { formulas: f, possible, questions: questions.filter(({ formula }) => formula !== FALSE) }
}

/** Duties that cannot all be met, class by class: urgent before not urgent, then by force. */
function weigh(f: Formulas, book: Book, pairs: readonly PairFormulas[]): void {
  const state = pairs.map(() => ({ standing: FALSE, aside: FALSE, refer: FALSE }))
  const colliding = pairs.map((one) =>
    pairs.flatMap((other, index) =>
      one.musts.size > 0 && other.musts.size > 0 && collide(book, one, other) ? [index] : [],
    ),
  )
  const isUrgent = pairs.map(({ act }) => book.acts.some(({ id, urgent }) => id === act && urgent))
  for (const urgent of [true, false]) {
    for (const [rank] of FORCES.entries()) {
      const musts = pairs.map((pair, index) => (isUrgent[index] === urgent ? (pair.musts.get(rank) ?? FALSE) : FALSE))
      const over = (index: number, of: (other: number) => Formula) => f.or(...(colliding[index] ?? []).map(of))
      const rests = musts.map((must, index) =>
        f.without(
          must,
          over(index, (other) => state[other]?.standing ?? FALSE),
        ),
      )
      const refers = rests.map((rest, index) =>
        f.and(
          rest,
          over(index, (other) => f.or(rests[other] ?? FALSE, state[other]?.refer ?? FALSE)),
        ),
      )
      for (const [index, own] of state.entries()) {
        const [must, rest, refer] = [musts[index] ?? FALSE, rests[index] ?? FALSE, refers[index] ?? FALSE]
        own.aside = f.or(own.aside, f.without(must, rest))
        own.refer = f.or(own.refer, refer)
        own.standing = f.or(own.standing, f.without(rest, refer))
      }
    }
  }
  for (const [index, { is, base }] of pairs.entries()) {
    const own = state[index]
    if (own === undefined) continue
    is.set('MUST', own.standing)
    is.set('SET ASIDE', own.aside)
    is.set('REFER', f.or(base.get('REFER') ?? FALSE, own.refer))
  }
}

const forSome = ({ f, book, conditions }: Pick<Study, 'f' | 'book' | 'conditions'>, when: Condition) =>
  f.or(...decidedRoles(book).map((role) => conditions.of(when, role)))

/** Of the answers about a list's entries those that no entries give. */
function answerable(f: Formulas, book: Book): readonly Formula[] {
  return book.lists.flatMap(({ id }) => {
    const inputs = book.inputs.filter(
      (input) => input.kind === 'yes-no' && input.of.kind === 'some' && input.of.list === id,
    )
    return Array.from({ length: 2 ** inputs.length }, (_, bits) => {
      const answers = new Map(inputs.map((input, index) => [input.id, ((bits >> index) & 1) === 1]))
      if (!impossibleLists(book, answers).includes(id)) return TRUE
      return f.or(...[...answers].map(([input, is]) => (is ? f.not(f.variable(input)) : f.variable(input))))
    })
  })
}

function askConflicts({ f, book, ask }: Study, pair: PairFormulas): void {
  const { spoken, walks, conflict, is } = pair
  const onlyWhereAllowed = book.acts.some((act) => act.id === pair.act && act.onlyWhereAllowed)
  const bound = f.or(...walks.flatMap(({ steps }) => steps.map(({ mustNot }) => mustNot)))
  const unadvised = f.or(
    is.get('MAY') ?? FALSE,
    is.get('SILENT') ?? FALSE,
    onlyWhereAllowed ? f.without(is.get('MUST NOT') ?? FALSE, bound) : FALSE,
  )
  for (const [first, one] of spoken.entries()) {
    for (const [offset, other] of spoken.slice(first + 1).entries()) {
      if (one.rule.rank !== other.rule.rank) continue
      const second = first + 1 + offset
      const both = [one.statement, other.statement]
      const has = (modality: string, guaranteed?: boolean) =>
        both.find((each) => each.modality === modality && (guaranteed === undefined || each.guaranteed === guaranteed))
      const isClash =
        (has('must') && (has('must not') || has('need not', true))) || (has('must not') && has('may', true))
      const ids = ruleIds(one.rule, other.rule)
      if (isClash) {
        const clash = walks.map((walk) => {
          const step = walk.steps.find(({ rank }) => rank === one.rule.rank)
          const kept = [first, second].map((index) => {
            const left =
              spoken[index]?.statement.modality === 'must'
                ? step?.free
                : spoken[index]?.statement.modality === 'must not'
                  ? step?.allowed
                  : FALSE
            return f.without(walk.counts[index] ?? FALSE, left ?? FALSE)
          })
          return f.and(step?.conflict ?? FALSE, ...kept)
        })
        ask(`E301 ${ids}`, 'some', f.and(conflict, f.or(...clash)))
      }
      if (has('should') && has('should not')) {
        const clash = walks.map((walk) =>
          f.and(
            walk.advice.find(({ rank }) => rank === one.rule.rank)?.here ?? FALSE,
            walk.counts[first] ?? FALSE,
            walk.counts[second] ?? FALSE,
          ),
        )
        ask(`W301 ${ids}`, 'some', f.and(unadvised, f.or(...clash)))
      }
    }
  }
}

const isOf = (pair: PairFormulas | undefined, modal: Modal) =>
  pair?.is.get(modal) ?? (modal === 'SILENT' && pair === undefined ? TRUE : FALSE)

function askUrgent({ f, book, pairs, conditions, ask }: Study): void {
  const pairAt = (role: string, act: string) => pairs.find((pair) => pair.role === role && pair.act === act)
  for (const act of book.acts.filter(({ urgent }) => urgent)) {
    for (const modal of ['REFER', 'MUST NOT', 'SHOULD NOT', 'SHOULD', 'SET ASIDE'] as const)
      ask(
        `E303 ${act.id} ${modal}`,
        'some',
        f.or(...pairs.filter((pair) => pair.act === act.id).map((pair) => isOf(pair, modal))),
      )
    for (const kind of book.acts.filter(({ id }) => id !== act.id && isOrIsKindOf(book, id, act.id)))
      for (const modal of ['REFER', 'MUST NOT', 'SHOULD NOT', 'SET ASIDE'] as const) {
        const held = pairs
          .filter((pair) => pair.act === kind.id)
          .map((pair) => f.and(isOf(pair, modal), isOf(pairAt(pair.role, act.id), 'MUST')))
        ask(`E304 ${kind.id} ${modal} ${act.id}`, 'some', f.or(...held))
      }
    const danger = book.inputs.some(({ id }) => id === DANGER)
      ? conditions.of({ kind: 'yes', input: DANGER }, 'officer')
      : TRUE
    const forbidden = pairs
      .filter((pair) => pair.role === 'officer' && isOrIsKindOf(book, pair.act, act.id))
      .map((pair) => isOf(pair, 'MUST NOT'))
    ask('W306', act.id, f.and(danger, f.or(f.not(isOf(pairAt('officer', act.id), 'MUST')), ...forbidden)))
  }
}
const DANGER = 'someone is in-danger'

function askActs(study: Study): void {
  const { f, book, pairs, conditions, ask } = study
  const pairAt = (role: string, act: string) => pairs.find((pair) => pair.role === role && pair.act === act)
  for (const act of book.acts) {
    const own = pairs.filter((pair) => pair.act === act.id)
    if (act.arisesWhen !== undefined) {
      const arises = forSome(study, act.arisesWhen)
      ask(`W302 ${act.id}`, 'some', f.and(arises, ...own.map((pair) => isOf(pair, 'SILENT'))))
      const spoken = own.flatMap((pair) => pair.spoken.map(({ applies }) => applies))
      if (act.onlyWhereAllowed) ask(`W311 ${act.id}`, 'some', f.without(arises, f.or(...spoken)))
    }
    const kinds = book.acts.filter(({ id }) => id !== act.id && isOrIsKindOf(book, id, act.id))
    if (kinds.length === 0) continue
    const kindless = own.map((pair) =>
      f.and(isOf(pair, 'MUST'), ...kinds.map(({ id }) => isOf(pairAt(pair.role, id), 'MUST NOT'))),
    )
    ask(`W308 ${act.id}`, 'some', f.or(...kindless))
  }
  for (const { id, role, acts, when } of book.choices)
    ask(
      `W310 ${id}`,
      'some',
      f.and(conditions.of(when, role), ...acts.map((act) => isOf(pairAt(role, act), 'MUST NOT'))),
    )
  for (const { id, when, expect } of book.invariants)
    for (const expected of expect) {
      const held = 'role' in expected ? conditions.of(when, expected.role) : forSome(study, when)
      ask(`E305 ${id}`, 'some', f.without(held, meets(study, expected)))
    }
}

/** Where an expectation holds. */
function meets({ f, book, pairs }: Study, expected: Expectation): Formula {
  const never = (isMeant: (act: string) => boolean, modal: Modal) =>
    f.not(f.or(...pairs.filter(({ act }) => isMeant(act)).map((pair) => isOf(pair, modal))))
  switch (expected.kind) {
    case 'no kind forbidden':
      return never((act) => isOrIsKindOf(book, act, expected.act), 'MUST NOT')
    case 'nobody must':
      return never((act) => act === expected.act, 'MUST')
    case 'nobody must withdraw':
      return never((act) => book.acts.some(({ id, withdraws }) => withdraws && isOrIsKindOf(book, act, id)), 'MUST')
    case 'modality':
    case 'is':
    case 'referred': {
      const pair = pairs.find(({ role, act }) => role === expected.role && act === expected.act)
      if (expected.kind === 'referred') throw new Error('not asked of a solver')
      // Their words are the names of modalities in small letters; not having to is being free to, and nothing is open.
      const modal = expected.is === 'need not' ? 'MAY' : (expected.is.toUpperCase() as Modal)
      const because = expected.kind === 'modality' && pair !== undefined ? expected.because : []
      return f.and(isOf(pair, modal), ...because.map((rule) => (pair === undefined ? FALSE : decidesOf(f, pair, rule))))
    }
  }
}

function askRule({ f, book, pairs, rules, ask }: Study, rule: Rule): void {
  const decided = decidedRoles(book)
  const around = isException(rule) ? [rule, ...book.norms.filter(({ id }) => rule.to.includes(id))] : [rule]
  const rolesOf = (statements: readonly Rule['statements'][number][]) => {
    const spoken = decided.filter((role) => statements.some((statement) => rules.speaksTo(statement, role)))
    return spoken.length === 0 ? decided : spoken
  }
  const where = isException(rule)
    ? rolesOf(around.flatMap(({ statements }) => statements)).map((role) => rules.applies(rule, role, ''))
    : rule.statements.flatMap((statement) =>
        rolesOf([statement]).flatMap((role) => statement.acts.map((act) => rules.applies(rule, role, act))),
      )
  // Asked even where the formula is plainly false: that it can be true is what clears the rule.
  ask(`${isException(rule) ? 'W304' : 'W303'} ${rule.id}`, 'every', f.or(...where))
  for (const pair of pairs)
    for (const [index, { rule: own, statement, applies }] of pair.spoken.entries()) {
      const isBound = statement.modality === 'must' || statement.modality === 'must not'
      if (own !== rule || !isBound || !statement.roles.includes(pair.role) || !statement.acts.includes(pair.act))
        continue
      const key = `${statement.id} ${pair.role} ${pair.act}`
      ask(`W307 ${rule.id}`, `applies ${key}`, applies)
      ask(`W307 ${rule.id}`, `heard ${key}`, f.without(applies, beatenOf(f, pair, index)))
    }
}

/** Reading 14 of decision 5: a norm that is beaten, or repeated by its own document, wherever it applies, and without effect. */
function askEffect({ f, book, pairs, rules, ask }: Study, norm: Book['norms'][number]): void {
  const spared =
    book.exceptions.some(({ to }) => to.includes(norm.id)) ||
    book.unsettled.some(({ norms }) => norms.some((id) => id === norm.id))
  const own = pairs.filter(({ spoken }) => spoken.some(({ rule }) => rule === norm))
  if (spared || own.length === 0 || norm.statements.some(({ deadline }) => deadline !== undefined)) return
  const about = `W305 ${norm.id}`
  const heard: Formula[] = []
  const new_: Formula[] = []
  for (const pair of own)
    for (const [index, { rule, statement, applies }] of pair.spoken.entries()) {
      if (rule !== norm) continue
      heard.push(f.without(applies, beatenOf(f, pair, index)))
      const others = pair.spoken.filter(
        (other) =>
          other.rule !== norm &&
          other.rule.document === norm.document &&
          other.statement.modality === statement.modality &&
          other.statement.acts.some((act) => statement.acts.includes(act)),
      )
      new_.push(f.without(applies, f.or(...others.map((other) => other.applies))))
    }
  ask(about, 'holds', f.or(...decidedRoles(book).map((role) => rules.met(norm, role))))
  ask(about, 'heard', f.or(...heard))
  ask(about, 'new', f.or(...new_))
  ask(about, 'effect', f.or(...own.map((pair) => effectOf(f, book, pair, norm))))
}

/** Where the pair comes to something else without the norm: another modality, or a duty of another force. */
function effectOf(f: Formulas, book: Book, pair: PairFormulas, norm: Rule): Formula {
  const onlyWhereAllowed = book.acts.some((act) => act.id === pair.act && act.onlyWhereAllowed)
  const without = pairOf(f, {
    ...pair,
    spoken: pair.spoken.filter(({ rule }) => rule !== norm),
    unsettled: book.unsettled,
    onlyWhereAllowed,
  })
  const differs = (one: Formula, other: Formula) => f.or(f.without(one, other), f.without(other, one))
  const modals = [...pair.base.keys()].map((modal) =>
    differs(pair.base.get(modal) ?? FALSE, without.base.get(modal) ?? FALSE),
  )
  const ranks = new Set<Rank>([...pair.musts.keys(), ...without.musts.keys()])
  return f.or(
    ...modals,
    ...[...ranks].map((rank) => differs(pair.musts.get(rank) ?? FALSE, without.musts.get(rank) ?? FALSE)),
  )
}

function askTwoRoles({ f, book, pairs, ask }: Study): void {
  const refers = (pair: PairFormulas) => f.without(isOf(pair, 'REFER'), pair.base.get('REFER') ?? FALSE)
  for (const pair of pairs) {
    if (pair.musts.size === 0) continue
    for (const directed of brings(book, pair)) {
      if (directed.role === pair.role) continue
      const other = pairs.find(({ role, act }) => role === directed.role && act === directed.act)
      ask(`W309 ${pair.act} ${directed.act} directs`, 'some', f.and(isOf(pair, 'MUST'), isOf(other, 'MUST NOT')))
    }
    for (const other of pairs) {
      if (other.role === pair.role || other.musts.size === 0 || other.act < pair.act || !collide(book, pair, other))
        continue
      ask(`W309 ${[pair.act, other.act].toSorted().join(' ')} collide`, 'some', f.and(refers(pair), refers(other)))
    }
  }
}

/** The findings that the answers come to, each in the words of the reference's tests. `isSo` tells what can be true. */
export function findingsFrom(
  book: Book,
  { questions }: Asked,
  isSo: (question: Question) => boolean,
): readonly string[] {
  const answers = new Map<string, Map<string, boolean>>()
  for (const question of questions) {
    const parts = answers.get(question.about) ?? new Map<string, boolean>()
    answers.set(question.about, parts)
    parts.set(question.part, parts.get(question.part) === true || isSo(question))
  }
  const can = (about: string, part = 'some') => answers.get(about)?.get(part) === true
  if (!can('E302')) return ['E302']
  const some = [...answers.keys()].filter((about) => about !== 'E302' && can(about))
  const silent = some.filter((about) => about.startsWith('W302 ')).map((about) => about.slice(5))
  const isKindOfSilent = (act: string) => silent.some((other) => other !== act && isOrIsKindOf(book, act, other))
  const unused = [...book.norms.map(({ id }) => `W303 ${id}`), ...book.exceptions.map(({ id }) => `W304 ${id}`)]
  const beaten = [...answers].filter(
    ([about, parts]) =>
      about.startsWith('W307') &&
      [...parts].some(
        ([part, can]) => part.startsWith('applies') && can && parts.get(part.replace('applies', 'heard')) !== true,
      ),
  )
  const beatenRules = new Set(beaten.map(([about]) => about.slice(5)))
  const idle = [...answers.keys()].filter(
    (about) =>
      about.startsWith('W305') &&
      !beatenRules.has(about.slice(5)) &&
      can(about, 'holds') &&
      (!can(about, 'heard') || !can(about, 'new')) &&
      !can(about, 'effect'),
  )
  const urgent = book.acts.filter((act) => act.urgent)
  const isProtected = urgent.some(({ id }) => !can('W306', id))
  return [
    ...some.filter((about) => !(about.startsWith('W302 ') && isKindOfSilent(about.slice(5)))),
    ...unused.filter((about) => !can(about, 'every')),
    ...beaten.map(([about]) => about),
    ...idle,
    ...(isProtected ? [] : [`W306 ${urgent[0]?.id ?? `${book.agency.id}/agency.md`}`]),
  ].toSorted()
}
