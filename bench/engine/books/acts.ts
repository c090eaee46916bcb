/**
 * The acts of a synthetic book, in families: a general act with its kinds, or one act alone.
 *
 * What may be said of a family is settled before any norm is drawn, so that no two norms of one force contradict each
 * other: at each force a family's norms only oblige, only forbid, or do both with a fact that parts them.
 */
import type { Act, ActId, Input, InputId, Rank } from '@remit/language/checked/tree.ts'
import { FORCES } from '@remit/language/checked/tree.ts'
import shape from '../shape.json' with { type: 'json' }
import { type Draw, shareOf } from './draw.ts'
import { idOf, lineIn } from './places.ts'
import { type Facts, VOCABULARY } from './words.ts'

/** What norms of one force do with a family. */
export type Side =
  | { readonly kind: 'obliges' }
  | { readonly kind: 'forbids' }
  /** Duties only where the fact is so, prohibitions only where it is not. */
  | { readonly kind: 'parted'; readonly by: InputId }
  /** Nothing binds: permissions, also guaranteed ones. */
  | { readonly kind: 'allows' }

export type Family = {
  /** The general act first. */
  readonly acts: readonly ActId[]
  /** `urgent`: the duty to protect life. `plain`: nothing of it is ever forbidden. */
  readonly kind: 'urgent' | 'plain' | 'any'
  readonly sides: readonly Side[]
  readonly advice: 'should' | 'should not'
  /** The facts that conditions about it read. */
  readonly facts: readonly Input[]
}

export type Acts = { readonly acts: readonly Act[]; readonly families: readonly Family[] }

export const PROTECT = 'protect-life'
const WAIT = 'wait-for-supervisor'
const LEAVE = 'leave-scene'
const DIRECT = 'direct-to-leave'

const act = (id: ActId, line: number, of: Partial<Act> = {}): Act => ({
  id,
  text: `Do ${id}`,
  document: VOCABULARY,
  kindOf: [],
  excludes: [],
  urgent: false,
  withdraws: false,
  onlyWhereAllowed: false,
  span: lineIn(VOCABULARY, 1000 + line),
  ...of,
})

/** The acts that every book has: what is urgent, what withdraws, and one that directs. */
const KNOWN: readonly Act[] = [
  act(PROTECT, 0, { urgent: true, word: 'PROTECT' }),
  act('arrest-for-attack', 1, { kindOf: [PROTECT] }),
  act('keep-people-safe', 2, { kindOf: [PROTECT] }),
  act(WAIT, 3, { withdraws: true, word: 'WAIT' }),
  act(LEAVE, 4, { withdraws: true, word: 'LEAVE' }),
  act(DIRECT, 5, { directs: { role: 'officer', act: LEAVE } }),
]
export const KNOWN_ACTS: readonly ActId[] = KNOWN.map(({ id }) => id)

/** So many acts; which of them arise is said when the norms are known. */
export function actsOf(
  draw: Draw,
  count: number,
): { readonly acts: readonly Act[]; readonly groups: readonly ActId[][] } {
  const acts = [...KNOWN]
  const groups: ActId[][] = [[PROTECT, 'arrest-for-attack', 'keep-people-safe'], [WAIT], [LEAVE], [DIRECT]]
  const drawn: ActId[][] = []
  for (let index = 0; acts.length < count; index++) {
    const id = `act-${idOf(index)}`
    const general = drawn.length > 0 && draw.number(shape.act.kindOf) > 0 ? draw.one(drawn) : undefined
    const [of] = general ?? []
    acts.push(
      act(id, acts.length, {
        ...(of === undefined ? {} : { kindOf: [of] }),
        onlyWhereAllowed: draw.yes(shape.act.onlyWhereAllowed),
      }),
    )
    if (general === undefined) drawn.push([id])
    else general.push(id)
  }
  return { acts: excluding(draw, acts, drawn), groups: [...groups, ...drawn] }
}

/** Some acts exclude another that stands alone, and nothing directs to those. */
function excluding(draw: Draw, acts: readonly Act[], drawn: readonly ActId[][]): readonly Act[] {
  const alone = drawn.flatMap((group) => (group.length === 1 ? group : []))
  return acts.map((one) => {
    const others = alone.filter((id) => id !== one.id)
    if (!alone.includes(one.id) || others.length === 0 || draw.number(shape.act.excludes) === 0) return one
    return { ...one, excludes: [draw.one(others)] }
  })
}

/** How many facts the conditions about one act read: what the acts read of which the real orders say most. */
const FACTS_OF_AN_ACT = { 4: 1, 5: 2, 6: 3, 7: 2, 8: 6 } as const
/**
 * How often a family is both obliged and forbidden by some force. In the real orders, where few norms speak of one act,
 * it is 3 of 178; with ten times as many norms for an act more of them meet.
 */
const BOTH_SHARE = 0.25

export function familiesOf(
  draw: Draw,
  groups: readonly (readonly ActId[])[],
  { general, special }: Facts,
): readonly Family[] {
  const isDuty = (group: readonly ActId[]) => KNOWN_ACTS.includes(group[0] ?? '')
  return groups.map((acts) => {
    const own = Math.max(1, draw.number(FACTS_OF_AN_ACT) - general.length)
    const facts = [...general, ...draw.some(special, own)]
    const kind = acts.includes(PROTECT) ? 'urgent' : isDuty(acts) ? 'plain' : 'any'
    return { acts, kind, sides: sidesOf(draw, kind, facts), advice: draw.one(['should', 'should not'] as const), facts }
  })
}

function sidesOf(draw: Draw, kind: Family['kind'], facts: readonly Input[]): readonly Side[] {
  const obliges: Side = { kind: 'obliges' }
  if (kind !== 'any') return FORCES.map(() => obliges)
  const { must, 'must not': mustNot } = shape.act.bound
  const main: Side = draw.chance(must / (must + mustNot)) ? obliges : { kind: 'forbids' }
  const isBoth = draw.chance(BOTH_SHARE)
  const parting = facts.filter((input) => input.kind === 'yes-no')
  return FORCES.map((): Side => {
    if (draw.chance(shareOf(shape.statement.modality, 'may guaranteed'))) return { kind: 'allows' }
    if (!isBoth) return main
    if (parting.length > 0 && draw.chance(0.3)) return { kind: 'parted', by: draw.one(parting).id }
    return draw.one([obliges, { kind: 'forbids' }])
  })
}

/** What the norms of a force may do with a family. */
export function sideAt(family: Family, rank: Rank): Side {
  return family.sides[rank] ?? { kind: 'allows' }
}
