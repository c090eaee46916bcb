/** Duties that nobody can meet: every kind of the act is forbidden, or another role's duty stands against it. */
import type { Act, RoleId } from '@remit/language/checked/tree.ts'
import type { Label } from '@remit/language/text/finding.ts'
import { at } from '../../assert.ts'
import type { Pair } from '../../diagram/acts.ts'
import { type Diagram, NO } from '../../diagram/diagrams.ts'
import { type Compiled, type CompiledPair, pairIndex } from '../../diagram/from-checked.ts'
import { whereOutcome } from '../expectation.ts'
import { type MeaningFinding, shownIn } from './findings.ts'
import type { Study } from './study.ts'

/** An act that has kinds, where it is MUST for a role and each of its kinds is MUST NOT for it. One finding for an act. */
export function allKindsForbidden(study: Study): MeaningFinding[] {
  return study.book.acts.flatMap((act) => {
    const kinds = study.acts.kindsOf(act.id).filter((kind) => kind !== act.id)
    if (kinds.length === 0) return []
    const places = study.pairs
      .filter((pair) => pair.act === act.id)
      .map((pair) => ({ pair, where: whereAllForbidden(study, pair, kinds) }))
      .filter(({ where }) => where !== NO)
    const [first] = places
    if (first === undefined) return []
    const { role } = first.pair
    const shown = [first.pair, ...kinds.map((kind) => ({ role, act: kind }))]
    const told = {
      code: 'W308',
      message: `${rolesIn(places.map(({ pair }) => pair.role))} must \`${act.id}\`, and every kind of it is forbidden`,
      labels: [
        { span: act.span, text: 'a duty for which nothing is left to do' },
        ...decidingLabels(study, shown, first.where),
      ],
      fix: 'leave a kind out of the prohibition with `other than`, or take the duty back there',
    } as const
    return shownIn(study, told, {
      where: study.diagrams.any(places.map(({ where }) => where)),
      best: first.where,
      pairs: shown,
    })
  })
}

function whereAllForbidden(study: Study, pair: CompiledPair, kinds: readonly string[]): Diagram {
  const { diagrams, possible } = study
  const must = diagrams.and(possible, whereModality(study, pair, 'MUST'))
  return kinds.reduce((all, act) => diagrams.and(all, whereModality(study, { role: pair.role, act }, 'MUST NOT')), must)
}

function whereModality(compiled: Compiled, { role, act }: Pair, is: 'MUST' | 'MUST NOT'): Diagram {
  const pair = compiled.pairs[pairIndex(compiled, role, act)]
  return pair === undefined ? NO : whereOutcome(compiled, pair, ({ modality }) => modality === is)
}

const rolesIn = (roles: readonly RoleId[]) => roles.map((role) => `\`${role}\``).join(', ')

/** How many norms a finding points at beside its acts. */
const POINTED_AT = 4

/** The norms that decide about some of the pairs there. */
function decidingLabels(study: Study, pairs: readonly Pair[], where: Diagram): Label[] {
  const { diagrams } = study
  const labels = pairs.flatMap(({ role, act }) => {
    const pair = study.pairs[pairIndex(study, role, act)]
    if (pair === undefined) return []
    const { decides } = study.sayings(pair)
    const deciding = pair.statements.filter((_, index) => diagrams.and(where, at(decides, index)) !== NO)
    return deciding.map(({ rule, statement }) => ({ span: rule.span, text: `says \`${statement.words}\`` }))
  })
  const different = new Map(labels.map((label) => [JSON.stringify(label), label]))
  return [...different.values()].slice(0, POINTED_AT)
}

/** Two acts of different roles of which not both can be done, and where. */
type Clash = {
  readonly acts: readonly [Act, Act]
  readonly message: string
  readonly first: { readonly pairs: readonly [Pair, Pair]; readonly where: Diagram }
  where: Diagram
}

/** Duties of two roles that cannot both be met (decision 5, reading 17). One finding for each two acts. */
export function dutiesOfTwoRoles(study: Study): MeaningFinding[] {
  const clashes = new Map<string, Clash>()
  const add = (pairs: readonly [Pair, Pair], where: Diagram, message: string) => {
    if (where === NO) return
    const acts = [study.acts.act(pairs[0].act), study.acts.act(pairs[1].act)] as const
    const key = `${acts[0].id} ${acts[1].id} ${message.startsWith('a duty')}`
    const before = clashes.get(key)
    if (before === undefined) clashes.set(key, { acts, message, first: { pairs, where }, where })
    else before.where = study.diagrams.or(before.where, where)
  }
  for (const pair of study.pairs) {
    addForbiddenDirections(study, pair, add)
    addCollisions(study, pair, add)
  }
  return [...clashes.values()].flatMap((clash) => told(study, clash))
}

type Add = (pairs: readonly [Pair, Pair], where: Diagram, message: string) => void

/** A standing duty whose act directs another role to what is forbidden to it. */
function addForbiddenDirections(study: Study, pair: CompiledPair, add: Add): void {
  const { acts, diagrams, possible } = study
  const standing = diagrams.and(possible, diagrams.any(pair.duties.map((duty) => duty.standing)))
  if (standing === NO) return
  for (const directed of acts.brings(pair)) {
    if (directed.role === pair.role) continue
    const where = diagrams.and(standing, whereModality(study, directed, 'MUST NOT'))
    const message = `a duty, \`${pair.role} ${pair.act}\`, directs \`${directed.role}\` to \`${directed.act}\`, which it must not do`
    add([pair, directed], where, message)
  }
}

/** Duties of two roles that are referred because they collide. */
function addCollisions({ diagrams, pairs, possible }: Study, pair: CompiledPair, add: Add): void {
  const referred = diagrams.and(possible, diagrams.any(pair.duties.map((duty) => duty.refer)))
  if (referred === NO) return
  for (const place of pair.collides) {
    const other = at(pairs, place)
    // Each two once, by act: the other way round they come again.
    if (other.role === pair.role || other.act < pair.act || (other.act === pair.act && place < pair.index)) continue
    const where = diagrams.and(referred, diagrams.any(other.duties.map((duty) => duty.refer)))
    const message = `\`${pair.role} ${pair.act}\` and \`${other.role} ${other.act}\` are duties that cannot both be met`
    add([pair, other], where, message)
  }
}

function told(study: Study, { acts: [one, other], message, first, where }: Clash): MeaningFinding[] {
  const finding = {
    code: 'W309',
    message,
    labels: [
      { span: one.span, text: 'one duty is for this act' },
      { span: other.span, text: 'which stands against this one' },
      ...decidingLabels(study, first.pairs, first.where),
    ],
    fix: 'say which of the two gives way, and when',
  } as const
  return shownIn(study, finding, { where, best: first.where, pairs: first.pairs })
}
