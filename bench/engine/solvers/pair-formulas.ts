/** One role and one act as formulas (section *One pair*), read from the language's definition and not from the engine. */
import type { Book, Rank, Unsettled } from '@remit/language/checked/tree.ts'
import { decidedRoles } from '@remit/reference/speaks.ts'
import { FALSE, type Formula, type Formulas, TRUE } from './formulas.ts'
import type { Rule, RuleFormulas, Spoken } from './rule-formulas.ts'

export type Step = {
  readonly rank: Rank
  readonly running: Formula
  readonly allowed: Formula
  readonly free: Formula
  readonly conflict: Formula
  readonly must: Formula
  readonly mustNot: Formula
}
type Advice = { readonly rank: Rank; readonly here: Formula; readonly should: Formula; readonly shouldNot: Formula }

/** The walk over the forces under one reading of the law. */
export type Walk = {
  readonly counts: readonly Formula[]
  readonly steps: readonly Step[]
  readonly advice: readonly Advice[]
  readonly may: Formula
}

export type Modal = 'REFER' | 'MUST' | 'MUST NOT' | 'SHOULD' | 'SHOULD NOT' | 'MAY' | 'SILENT' | 'SET ASIDE'
export type PairFormulas = {
  readonly role: string
  readonly act: string
  readonly spoken: readonly Spoken[]
  readonly walks: readonly Walk[]
  /** Where the pair comes to each modality before other duties are looked at. */
  readonly base: Map<Modal, Formula>
  readonly conflict: Formula
  /** Where it is a duty of each force. */
  readonly musts: ReadonlyMap<Rank, Formula>
  /** Where it comes to each modality in the end. */
  readonly is: Map<Modal, Formula>
}

export function pairFormulas(f: Formulas, book: Book, rules: RuleFormulas): readonly PairFormulas[] {
  return decidedRoles(book).flatMap((role) =>
    book.acts.flatMap(({ id, onlyWhereAllowed }) => {
      const spoken = rules.about(role, id)
      if (spoken.length === 0 && !onlyWhereAllowed) return []
      return [pairOf(f, { role, act: id, spoken, unsettled: book.unsettled, onlyWhereAllowed })]
    }),
  )
}

type Asked = {
  readonly role: string
  readonly act: string
  readonly spoken: readonly Spoken[]
  readonly unsettled: readonly Unsettled[]
  readonly onlyWhereAllowed: boolean
}

export function pairOf(f: Formulas, { role, act, spoken, unsettled, onlyWhereAllowed }: Asked): PairFormulas {
  const readings = readingsOf(f, spoken, unsettled)
  const walks = readings.map((counts) => walkOf(f, spoken, counts))
  const under = walks.map((walk) => modalities(f, walk, onlyWhereAllowed))
  const agreed = (modal: Modal) => f.and(...under.map((each) => each.get(modal) ?? FALSE))
  const plain: readonly Modal[] = ['MUST', 'MUST NOT', 'SHOULD', 'SHOULD NOT', 'MAY', 'SILENT']
  const base = new Map<Modal, Formula>(plain.map((modal) => [modal, agreed(modal)]))
  base.set('REFER', f.not(f.or(...base.values())))
  const ranks = [...new Set(walks.flatMap(({ steps }) => steps.map(({ rank }) => rank)))].sort(
    (one, other) => one - other,
  )
  const someMust = (rank: Rank) =>
    f.or(...walks.flatMap(({ steps }) => steps.filter((step) => step.rank === rank).map(({ must }) => must)))
  // Of readings that agree on a duty of different forces it has the lowest.
  const musts = ranks.map((rank): readonly [Rank, Formula] => {
    const lower = ranks.filter((other) => other > rank).map(someMust)
    return [rank, f.without(f.and(base.get('MUST') ?? FALSE, someMust(rank)), f.or(...lower))]
  })
  const conflict = agreed('REFER')
  return {
    role,
    act,
    spoken,
    walks,
    base,
    conflict,
    musts: new Map(musts.filter(([, must]) => must !== FALSE)),
    is: new Map(base),
  }
}

/** For each reading of what is unsettled here, where each statement counts. */
function readingsOf(
  f: Formulas,
  spoken: readonly Spoken[],
  unsettled: readonly Unsettled[],
): readonly (readonly Formula[])[] {
  const whole = spoken.map(({ applies }) => applies)
  const appliesOf = (norm: string) => spoken.find(({ rule }) => rule.id === norm)?.applies ?? FALSE
  let readings: readonly (readonly Formula[])[] = [whole]
  for (const { norms } of unsettled) {
    const live = f.and(...norms.map(appliesOf))
    if (live === FALSE) continue
    const without = (rule: string | undefined) => (counts: readonly Formula[]) =>
      counts.map((count, index) => (spoken[index]?.rule.id === rule ? f.without(count, live) : count))
    const choices =
      norms.length === 2 ? [without(norms[0]), without(norms[1])] : [without(undefined), without(norms[0])]
    readings = readings.flatMap((counts) => choices.map((choice) => choice(counts)))
  }
  return readings
}

function walkOf(f: Formulas, spoken: readonly Spoken[], counts: readonly Formula[]): Walk {
  const said = (rank: Rank | undefined, modality: string, guaranteed?: boolean) =>
    f.or(
      ...spoken.map(({ rule, statement }, index) => {
        const isMeant =
          (rank === undefined || rule.rank === rank) &&
          statement.modality === modality &&
          (guaranteed === undefined || statement.guaranteed === guaranteed)
        return isMeant ? (counts[index] ?? FALSE) : FALSE
      }),
    )
  const ranks = [...new Set(spoken.map(({ rule }) => rule.rank))].sort((one, other) => one - other)
  let [running, allowed, free] = [TRUE, FALSE, FALSE]
  const steps = ranks.map((rank): Step => {
    const must = f.without(said(rank, 'must'), free)
    const mustNot = f.without(said(rank, 'must not'), allowed)
    const [mayAll, needNone] = [said(rank, 'may', true), said(rank, 'need not', true)]
    const clash = f.or(f.and(must, f.or(mustNot, needNone)), f.and(mustNot, mayAll))
    const peaceful = f.without(running, clash)
    const step = {
      rank,
      running,
      allowed,
      free,
      conflict: f.and(running, clash),
      must: f.and(peaceful, must),
      mustNot: f.and(peaceful, mustNot),
    }
    running = f.and(running, f.not(must), f.not(mustNot))
    allowed = f.or(allowed, mayAll)
    free = f.or(free, needNone)
    return step
  })
  let [undecided, unadvised] = [running, running]
  const advice = ranks.map((rank): Advice => {
    const [should, shouldNot] = [said(rank, 'should'), said(rank, 'should not')]
    const here = unadvised
    undecided = f.without(undecided, f.and(here, f.or(f.without(should, shouldNot), f.without(shouldNot, should))))
    unadvised = f.and(unadvised, f.not(should), f.not(shouldNot))
    return { rank, here, should, shouldNot }
  })
  return { counts, steps, advice, may: f.and(undecided, f.or(said(undefined, 'may'), said(undefined, 'need not'))) }
}

function modalities(f: Formulas, { steps, advice, may }: Walk, onlyWhereAllowed: boolean): ReadonlyMap<Modal, Formula> {
  const is = new Map<Modal, Formula>([
    ['REFER', f.or(...steps.map(({ conflict }) => conflict))],
    ['MUST', f.or(...steps.map(({ must }) => must))],
    ['MUST NOT', f.or(...steps.map(({ mustNot }) => mustNot))],
    ['SHOULD', f.or(...advice.map(({ here, should, shouldNot }) => f.and(here, f.without(should, shouldNot))))],
    ['SHOULD NOT', f.or(...advice.map(({ here, should, shouldNot }) => f.and(here, f.without(shouldNot, should))))],
    ['MAY', may],
  ])
  const rest = f.not(f.or(...is.values()))
  if (onlyWhereAllowed) is.set('MUST NOT', f.or(is.get('MUST NOT') ?? FALSE, rest))
  is.set('SILENT', onlyWhereAllowed ? FALSE : rest)
  return is
}

/** Where a statement applies, was beaten under some reading, and decides under none. */
export function beatenOf(f: Formulas, { walks, spoken }: PairFormulas, index: number): Formula {
  const beaten = walks.map((walk) => beatenUnder(f, walk, spoken, index))
  const decides = walks.length === 1 ? FALSE : f.or(...walks.map((walk) => decidesUnder(f, walk, spoken, index)))
  return f.without(f.or(...beaten), decides)
}

function beatenUnder(f: Formulas, walk: Walk, spoken: readonly Spoken[], index: number): Formula {
  const [own, counts] = [spoken[index], walk.counts[index] ?? FALSE]
  if (own === undefined) return FALSE
  const rank = own.rule.rank
  const step = walk.steps.find((each) => each.rank === rank)
  const stopped = (by: 'must' | 'mustNot') =>
    f.or(...walk.steps.filter((each) => each.rank <= rank).map((each) => each[by]))
  const leftOut = (by: 'free' | 'allowed') => f.and(step?.running ?? FALSE, step?.[by] ?? FALSE)
  const advised = (is: 'should' | 'shouldNot', not: 'should' | 'shouldNot') =>
    f.or(...walk.advice.map((each) => f.and(each.here, f.without(each[is], each[not]))))
  switch (own.statement.modality) {
    case 'must':
      return f.and(counts, f.or(stopped('mustNot'), leftOut('free')))
    case 'must not':
      return f.and(counts, f.or(stopped('must'), leftOut('allowed')))
    case 'may':
      return f.and(counts, stopped('mustNot'))
    case 'need not':
      return f.and(counts, stopped('must'))
    case 'should':
      return f.and(counts, f.or(stopped('mustNot'), advised('shouldNot', 'should')))
    case 'should not':
      return f.and(counts, f.or(stopped('must'), advised('should', 'shouldNot')))
  }
}

/** Where a duty or a prohibition is among those that decide; only what is bound is asked for under more readings than one. */
function decidesUnder(f: Formulas, walk: Walk, spoken: readonly Spoken[], index: number): Formula {
  const [own, counts] = [spoken[index], walk.counts[index] ?? FALSE]
  const step = walk.steps.find((each) => each.rank === own?.rule.rank)
  if (own === undefined || step === undefined) return FALSE
  if (own.statement.modality === 'must') return f.and(f.without(counts, step.free), f.or(step.must, step.conflict))
  if (own.statement.modality === 'must not')
    return f.and(f.without(counts, step.allowed), f.or(step.mustNot, step.conflict))
  return f.and(counts, own.statement.modality.startsWith('should') ? FALSE : walk.may)
}

/** Where some statement of a rule about the pair is among those that decide, under some reading. */
export function decidesOf(f: Formulas, { walks, spoken }: PairFormulas, rule: string): Formula {
  const own = spoken.flatMap((each, index) => (each.rule.id === rule ? [index] : []))
  return f.or(...own.flatMap((index) => walks.map((walk) => decidesUnder(f, walk, spoken, index))))
}

export const ruleIds = (one: Rule, other: Rule) => [one.id, other.id].toSorted().join(' ')
