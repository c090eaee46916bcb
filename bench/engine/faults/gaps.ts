/** Acts that arise and of which nothing is said, dead ends, duties that cannot be met, and broken invariants. */
import type { Act, ActId, Choice, Condition, Invariant, RoleId } from '@remit/language/checked/tree.ts'
import { PROTECT } from '../books/acts.ts'
import { lineIn } from '../books/places.ts'
import type { Total } from '../books/situations.ts'
import { atomOf, DANGER, MEMBERS, VOCABULARY } from '../books/words.ts'
import {
  also,
  type Ground,
  heldWhere,
  type Plant,
  type Planted,
  placeOf,
  plantedNorm,
  withAct,
  withNorm,
} from './ground.ts'

/** An act that also arises where the orders say nothing of it. */
export const gap: Plant = (ground) =>
  arisesUnspoken(ground, 'an act that arises where nothing is said of it', 'W302', false)

/** The same of a seizure, which silence forbids. */
export const unspokenSeizure: Plant = (ground) =>
  arisesUnspoken(ground, 'a seizure that arises where nothing is said of it', 'W311', true)

function arisesUnspoken(ground: Ground, kind: string, code: 'W302' | 'W311', isSeizure: boolean): Planted | undefined {
  const acts = ground.book.acts.filter(
    ({ id, onlyWhereAllowed }) =>
      onlyWhereAllowed === isSeizure && ground.isSettled(id) && ground.family(id).kind === 'any',
  )
  for (const act of ground.draw.some(acts, acts.length)) {
    const atom = atomOf(ground.draw, ground.draw.one(ground.family(act.id).facts))
    const isUnspoken = (total: Total) =>
      ground.generated.sayings
        .aboutAct(act.id)
        .every(({ rule }) => !ground.generated.sayings.applies(rule, act.id, total))
    if (ground.find(atom, isUnspoken) === undefined) continue
    const arisesWhen: Condition = act.arisesWhen === undefined ? atom : { kind: 'any', of: [act.arisesWhen, atom] }
    return { kind, book: withAct(ground.book, { ...act, arisesWhen }), code, places: [placeOf(act.span)] }
  }
  return undefined
}

/** A new act that arises and that no norm names. */
export const unnamedAct: Plant = (ground) => {
  const [model] = ground.book.acts
  if (model === undefined) return undefined
  const arisesWhen = atomOf(ground.draw, ground.draw.one(ground.book.inputs))
  if (ground.find(arisesWhen, () => true) === undefined) return undefined
  const act: Act = {
    id: 'zz-planted',
    text: 'Do what is planted',
    document: VOCABULARY,
    kindOf: [],
    excludes: [],
    urgent: false,
    withdraws: false,
    onlyWhereAllowed: false,
    arisesWhen,
    span: lineIn(VOCABULARY, 9000),
  }
  return {
    kind: 'an act that arises and that no norm names',
    book: { ...ground.book, acts: [...ground.book.acts, act] },
    code: 'W302',
    places: [placeOf(act.span)],
  }
}

/** Whether what a norm forbids is MUST NOT for the role wherever it is: nothing of the same or a higher force says otherwise. */
function isForbiddenThere(ground: Ground, role: RoleId, act: ActId, total: Total): boolean {
  const { sayings } = ground.generated
  const applying = ground.about(role, act).filter(({ rule }) => sayings.applies(rule, act, total))
  const highest = Math.min(
    ...applying.filter(({ statement }) => statement.modality === 'must not').map(({ rule }) => rule.rank),
  )
  return (
    highest < 99 &&
    applying.every(
      ({ rule, statement }) => rule.rank > highest || (statement.modality !== 'must' && !statement.guaranteed),
    )
  )
}

/** A choice of which everything is forbidden. */
export const deadEnd: Plant = (ground) => {
  const claims = ground.claims(
    ({ role, statement, act }) => statement.modality === 'must not' && role !== 'agency' && ground.isPlain(act),
  )
  for (const claim of claims) {
    const other = claims.find(({ role, act }) => role === claim.role && act !== claim.act)
    const acts = other === undefined ? [claim.act] : [claim.act, other.act]
    const when = other === undefined ? heldWhere(claim.rule) : also(heldWhere(claim.rule), heldWhere(other.rule))
    if (
      ground.find(when, (total) => acts.every((act) => isForbiddenThere(ground, claim.role, act, total))) === undefined
    )
      continue
    const choice: Choice = {
      id: `${VOCABULARY}#choice-999`,
      role: claim.role,
      acts,
      when,
      document: VOCABULARY,
      span: lineIn(VOCABULARY, 9000),
    }
    return {
      kind: 'a choice of which everything is forbidden',
      book: { ...ground.book, choices: [...ground.book.choices, choice] },
      code: 'W310',
      places: [placeOf(choice.span)],
    }
  }
  return undefined
}

/** A general act that is a duty where all its kinds are forbidden. */
export const kindsForbidden: Plant = (ground) => {
  const claims = ground.claims(({ rule, role, act, statement }) => {
    const { acts, kind } = ground.family(act)
    const isFree = ground
      .about(role, act)
      .every((other) => other.rule.rank !== rule.rank - 1 || other.statement.modality !== 'must not')
    return (
      statement.modality === 'must not' &&
      role !== 'agency' &&
      kind === 'any' &&
      acts[0] === act &&
      acts.length > 1 &&
      isFree &&
      rule.rank > 0
    )
  })
  for (const claim of claims) {
    const kinds = ground.family(claim.act).acts.slice(1)
    const above = ground.book.norms.filter(({ rank }) => rank < claim.rule.rank)
    const atom = atomOf(ground.draw, ground.draw.one(ground.family(claim.act).facts))
    const when = also(heldWhere(claim.rule), atom)
    for (const place of ground.draw.some(above, 3)) {
      const norm = plantedNorm(place, when, { roles: [claim.role], modality: 'must', acts: [claim.act] })
      const isHeard = (total: Total) =>
        kinds.every((kind) => isForbiddenThere(ground, claim.role, kind, total)) &&
        ground
          .about(claim.role, claim.act)
          .every(
            ({ rule, statement }) =>
              rule.rank > place.rank ||
              (statement.modality !== 'must not' && !statement.guaranteed) ||
              !ground.generated.sayings.applies(rule, claim.act, total),
          )
      const opposed = ground
        .about(claim.role, claim.act)
        .some(
          ({ rule, statement }) =>
            rule.rank === place.rank && (statement.modality === 'must not' || statement.guaranteed),
        )
      if (opposed || !ground.isQuiet(norm) || isProved(ground, claim.act) || ground.find(when, isHeard) === undefined)
        continue
      return {
        kind: 'a duty of which every kind is forbidden',
        book: withNorm(ground.book, norm),
        code: 'W308',
        places: [placeOf(ground.act(claim.act).span)],
      }
    }
  }
  return undefined
}

const isProved = ({ book }: Ground, act: ActId) =>
  book.invariants.some(({ expect }) => expect.some((each) => 'act' in each && each.act === act))

const DIRECT = 'direct-to-leave'
const LEAVE = 'leave-scene'

/** Officers are forbidden what another role has to direct them to do. */
export const forbiddenDirection: Plant = (ground) => {
  const duties = ground.claims(({ act, statement }) => act === DIRECT && statement.modality === 'must')
  const ranks = new Set(
    ground.generated.sayings
      .aboutAct(LEAVE)
      .flatMap(({ rule, statement }) => (statement.modality === 'must' || statement.guaranteed ? [rule.rank] : [])),
  )
  for (const duty of duties) {
    const places = ground.book.norms.filter(({ rank }) => !ranks.has(rank))
    for (const place of ground.draw.some(places, 5)) {
      const norm = plantedNorm(place, heldWhere(duty.rule), { roles: ['officer'], modality: 'must not', acts: [LEAVE] })
      const isShown = (total: Total) => isLeftToLeave(ground, place.rank, total)
      if (
        duty.role === 'officer' ||
        duty.role === 'agency' ||
        !ground.isQuiet(norm) ||
        ground.find(heldWhere(duty.rule), isShown) === undefined
      )
        continue
      return {
        kind: 'a duty that directs others to what is forbidden to them',
        book: withNorm(ground.book, norm),
        code: 'W309',
        places: [DIRECT, LEAVE].map((id) => placeOf(ground.act(id).span)),
      }
    }
  }
  return undefined
}

/** Whether no higher force obliges officers to leave there, and nothing urgent sets aside that they are directed to. */
function isLeftToLeave(ground: Ground, rank: number, total: Total): boolean {
  const { sayings } = ground.generated
  const isDuty = (act: ActId, isSo: (other: number) => boolean) =>
    ground
      .about('officer', act)
      .some(
        ({ rule, statement: { modality, guaranteed } }) =>
          (modality === 'must' || guaranteed) && isSo(rule.rank) && sayings.applies(rule, act, total),
      )
  return !isDuty(LEAVE, (other) => other < rank) && !isDuty(PROTECT, () => true)
}

/** An invariant that asks for what a norm forbids. */
export const brokenInvariant: Plant = (ground) => {
  const [claim] = ground.claims(
    ({ rule, role, statement }) => statement.modality === 'must not' && role !== 'agency' && !('to' in rule),
  )
  if (claim === undefined) return undefined
  const { role, act } = claim
  const invariant: Invariant = {
    id: `${VOCABULARY}#zz-planted`,
    name: 'zz-planted',
    when: heldWhere(claim.rule),
    expect: [
      {
        kind: 'modality',
        role,
        act,
        is: ground.draw.one(['may', 'must', 'should'] as const),
        because: [],
        span: lineIn(VOCABULARY, 9001),
      },
    ],
    span: lineIn(VOCABULARY, 9000),
  }
  return {
    kind: 'an invariant that a norm breaks',
    book: { ...ground.book, invariants: [...ground.book.invariants, invariant] },
    code: 'E305',
    places: invariantPlaces(invariant),
  }
}

/** An invariant by which nobody has a duty that somebody has. */
export const brokenAbstention: Plant = (ground) => {
  const [claim] = ground.claims(({ statement, act }) => statement.modality === 'must' && ground.isPlain(act))
  if (claim === undefined) return undefined
  const invariant: Invariant = {
    id: `${VOCABULARY}#zz-planted`,
    name: 'zz-planted',
    when: { kind: 'all', of: [] },
    expect: [{ kind: 'nobody must', act: claim.act, span: lineIn(VOCABULARY, 9001) }],
    span: lineIn(VOCABULARY, 9000),
  }
  return {
    kind: 'an invariant by which nobody has a duty that somebody has',
    book: { ...ground.book, invariants: [...ground.book.invariants, invariant] },
    code: 'E305',
    places: invariantPlaces(invariant),
  }
}

const invariantPlaces = ({ expect, span }: Invariant) => [...expect.map((each) => placeOf(each.span)), placeOf(span)]

/** A memo that holds the agency itself back while someone is in danger: an invariant of every book is against it. */
export const withdrawingMemo: Plant = (ground) => {
  const invariant = ground.book.invariants.find(({ name }) => name === 'nobody-is-left-in-danger')
  const expected = invariant?.expect.find(({ kind }) => kind === 'nobody must withdraw')
  if (invariant === undefined || expected === undefined) return undefined
  const last = ground.book.norms.toSorted((one, other) => other.rank - one.rank)[0]
  const isForbidden = ground
    .about('agency', 'wait-for-supervisor')
    .some(({ statement }) => statement.modality === 'must not' || statement.guaranteed)
  if (last === undefined || isForbidden || MEMBERS.includes('agency')) return undefined
  const norm = plantedNorm(last, atomOf(ground.draw, ground.draw.one(ground.family('wait-for-supervisor').facts)), {
    roles: ['agency'],
    modality: 'must',
    acts: ['wait-for-supervisor'],
  })
  const { sayings } = ground.generated
  const urgent = ground.about('agency', PROTECT).filter(({ statement }) => statement.modality === 'must')
  const isFree = (total: Total) => urgent.every(({ rule }) => !sayings.applies(rule, PROTECT, total))
  const danger: Condition = { kind: 'yes', input: DANGER }
  if (!ground.isQuiet(norm) || ground.find(also(danger, norm.when), isFree) === undefined) return undefined
  return {
    kind: 'a memo that holds back while someone is in danger',
    book: withNorm(ground.book, norm),
    code: 'E305',
    places: [placeOf(expected.span), placeOf(invariant.span)],
  }
}
