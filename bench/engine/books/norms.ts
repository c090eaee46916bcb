/** One drawn norm: its condition and its statements, within what its force may do with the acts. */
import type {
  ActId,
  Condition,
  Deadline,
  Define,
  DocumentId,
  Norm,
  Rank,
  RoleId,
  Statement,
  StatementModality,
} from '@remit/language/checked/tree.ts'
import shape from '../shape.json' with { type: 'json' }
import { type Family, PROTECT, sideAt } from './acts.ts'
import type { Counts, Draw } from './draw.ts'
import { lineIn } from './places.ts'
import { atomOf } from './words.ts'

/** Where a rule stands: its document, force and line. */
export type Place = { readonly document: DocumentId; readonly rank: Rank; readonly line: number; readonly name: string }

type Drawn = { readonly statement: Omit<Statement, 'id' | 'span' | 'words'>; readonly guard?: Condition }

/** A norm about a family, and where it has more statements also about the one beside it; `undefined` if its force may say nothing so drawn. */
export function drawnNorm(
  draw: Draw,
  place: Place,
  [family, beside]: readonly [Family, Family],
  defines: readonly Define[],
): Norm | undefined {
  const count = draw.number(shape.rule.statements)
  const drawn = Array.from({ length: count }, (_, index) =>
    statementOf(draw, place.rank, index === 0 ? family : beside, index === 0),
  )
  const said = drawn.filter((each) => each !== undefined)
  if (said.length === 0 || drawn[0] === undefined) return undefined
  const [{ guard }] = [drawn[0]]
  const when = whenOf(draw, family, defines, guard)
  const hasUnless = when.kind !== 'all' || when.of.length > 0 ? draw.yes(shape.rule.hasUnless) : false
  return normOf(
    place,
    when,
    said.map(({ statement }) => statement),
    hasUnless ? atomOf(draw, draw.one(family.facts)) : undefined,
  )
}

/** A norm with ids, words and places. */
export function normOf(
  { document, rank, line, name }: Place,
  when: Condition,
  statements: readonly Drawn['statement'][],
  unless?: Condition,
): Norm {
  const id = `${document}#${name}`
  return {
    id,
    name,
    document,
    rank,
    when,
    ...(unless === undefined ? {} : { unless }),
    statements: statements.map((statement, index) => ({
      ...statement,
      id: `${id}/${index + 1}`,
      words: `${statement.roles.join(', ')} ${statement.modality} ${statement.acts.join(', ')}`,
      span: lineIn(document, line + 1 + index),
    })),
    lowerMaySayOtherwise: false,
    span: lineIn(document, line),
  }
}

/** A condition on the family's facts, of as many atoms as was counted; `guard` is one of them. */
export function whenOf(draw: Draw, { facts }: Family, defines: readonly Define[], guard?: Condition): Condition {
  const atom = (): Condition => {
    const isDefine = draw.name(shape.condition.atom) === 'define'
    return isDefine ? { kind: 'define', define: draw.one(defines).id } : atomOf(draw, draw.one(facts))
  }
  const kind = draw.name(shape.condition.shape)
  const of = kind === 'all' || kind === 'any' ? atoms(draw, atom) : kind === 'always' ? [] : [atom()]
  if (guard !== undefined) return { kind: 'all', of: kind === 'any' ? [guard, { kind: 'any', of }] : [guard, ...of] }
  const [only] = of
  if (only !== undefined && of.length === 1) return only
  return kind === 'any' ? { kind: 'any', of } : { kind: 'all', of }
}

function atoms(draw: Draw, atom: () => Condition): readonly Condition[] {
  const { 0: _none, 1: _one, ...several } = shape.condition.atoms
  const drawn = Array.from({ length: draw.number(several) }, atom)
  return [...new Map(drawn.map((each) => [JSON.stringify(each), each])).values()]
}

/** How often something is drawn again that the force may not say. */
const AGAIN = 20

function statementOf(draw: Draw, rank: Rank, family: Family, isFirst: boolean): Drawn | undefined {
  for (let again = 0; again < AGAIN; again++) {
    const [modality, guaranteed] = modalityOf(draw.name(shape.statement.modality))
    const allowed = mayBeSaid(family, rank, modality, guaranteed)
    if (allowed === undefined || (allowed.guard !== undefined && !isFirst)) continue
    const acts = draw.some(actsFor(family, modality), draw.number(shape.statement.acts)).toSorted()
    if (acts.length === 0) continue
    const statement = {
      roles: rolesOf(draw, family, modality),
      modality,
      acts,
      otherThan: otherThan(draw, family, modality, acts),
      guaranteed,
      ...(modality === 'must' ? deadlineOf(draw) : {}),
    }
    return { statement, ...allowed }
  }
  return undefined
}

function modalityOf(name: string): readonly [StatementModality, boolean] {
  const modality = name.replace(' guaranteed', '')
  // The names that were counted are the six modalities.
  return [modality as StatementModality, name !== modality]
}

/** Whether norms of a force may say so of a family, and with which condition. */
function mayBeSaid(
  family: Family,
  rank: Rank,
  modality: StatementModality,
  guaranteed: boolean,
): { readonly guard?: Condition } | undefined {
  const yes = {}
  if (family.kind === 'urgent') return modality === 'must' || (modality === 'may' && !guaranteed) ? yes : undefined
  if (modality === 'should' || modality === 'should not')
    return modality === family.advice && (modality === 'should' || family.kind === 'any') ? yes : undefined
  const side = sideAt(family, rank)
  if (modality === 'may' || modality === 'need not') {
    const isBound = side.kind === 'parted' || side.kind === (modality === 'may' ? 'forbids' : 'obliges')
    return guaranteed && isBound ? undefined : yes
  }
  if (side.kind === 'parted') {
    const so: Condition = { kind: 'yes', input: side.by }
    return { guard: modality === 'must' ? so : { kind: 'not', of: so } }
  }
  return side.kind === (modality === 'must' ? 'obliges' : 'forbids') ? yes : undefined
}

/** A duty is never of an act that has kinds, so that never all kinds of one are forbidden; but for what is urgent. */
function actsFor({ acts, kind }: Family, modality: StatementModality): readonly ActId[] {
  if (modality !== 'must') return acts
  if (kind === 'urgent') return [PROTECT]
  return acts.length === 1 ? acts : acts.slice(1)
}

function rolesOf(draw: Draw, { kind }: Family, modality: StatementModality): readonly RoleId[] {
  // That nobody must withdraw while someone is in danger holds of those whom the urgent duty binds: not of the agency.
  const { agency: _, ...members } = shape.statement.rolesOf
  const from: Counts = kind === 'plain' && modality === 'must' ? members : shape.statement.rolesOf
  const wanted = draw.number(shape.statement.roles)
  const roles = new Set<RoleId>()
  for (let drawn = 0; drawn < AGAIN * 2 && roles.size < wanted; drawn++) roles.add(draw.name(from))
  return [...roles].toSorted()
}

function otherThan(draw: Draw, family: Family, modality: StatementModality, acts: readonly ActId[]): readonly ActId[] {
  const [general, ...kinds] = family.acts
  if (modality !== 'must not' || general === undefined || !acts.includes(general)) return []
  const left = kinds.filter((kind) => !acts.includes(kind))
  return draw.some(left, Math.min(1, draw.number(shape.statement.otherThan)))
}

const HOUR_MS = 3_600_000

function deadlineOf(draw: Draw): { readonly deadline?: Deadline } {
  switch (draw.name(shape.statement.deadline)) {
    case 'within':
      return {
        deadline: {
          kind: 'within',
          ms: draw.one([0.5, 2, 24]) * HOUR_MS,
          event: 'request-received',
          ifLate: 'watch-commander',
        },
      }
    case 'promptly':
      return { deadline: { kind: 'promptly' } }
    default:
      return {}
  }
}
