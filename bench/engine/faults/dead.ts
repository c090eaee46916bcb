/** Norms and exceptions that never apply or change nothing, and `never`s that leave no situation. */
import type { Condition, Exception, Norm } from '@remit/language/checked/tree.ts'
import { holds } from '../books/situations.ts'
import { atomOf } from '../books/words.ts'
import { also, type Ground, heldWhere, type Plant, placeOf, plantedNorm, withException, withNorm } from './ground.ts'

const not = (of: Condition): Condition => ({ kind: 'not', of })

/** A norm beside one that is drawn, on another condition. */
function beside(ground: Ground, whenOf: (norm: Norm) => Condition | undefined): Norm | undefined {
  const [claim] = ground.claims(({ act }) => ground.family(act).kind === 'any')
  const norm = ground.book.norms.find(({ id }) => id === claim?.rule.id)
  const when = norm === undefined ? undefined : whenOf(norm)
  if (claim === undefined || norm === undefined || when === undefined) return undefined
  return plantedNorm(norm, when, { roles: [claim.role], modality: claim.statement.modality, acts: [claim.act] })
}

const planted = (ground: Ground, kind: string, norm: Norm | undefined) =>
  norm === undefined
    ? undefined
    : ({ kind, book: withNorm(ground.book, norm), code: 'W303', places: [placeOf(norm.span)] } as const)

/** A condition that says two things of one fact. */
export const contradictoryNorm: Plant = (ground) => {
  const yesNo = ground.book.inputs.filter(({ kind }) => kind === 'yes-no')
  const so: Condition = { kind: 'yes', input: ground.draw.one(yesNo).id }
  return planted(
    ground,
    'a norm whose condition contradicts itself',
    beside(ground, () => also(so, not(so))),
  )
}

/** A condition that asks one number to be both high and low. */
export const emptyRangeNorm: Plant = (ground) => {
  const numbers = ground.book.inputs.filter(({ kind }) => kind === 'number' || kind === 'clock')
  if (numbers.length === 0) return undefined
  const input = ground.draw.one(numbers).id
  const when = also(
    { kind: 'compare', input, is: 'at-least', than: 48 },
    { kind: 'compare', input, is: 'less-than', than: 12 },
  )
  return planted(
    ground,
    'a norm whose condition leaves no number',
    beside(ground, () => when),
  )
}

/** A condition that a `never` rules out. */
export const impossibleNorm: Plant = (ground) => {
  if (ground.book.nevers.length === 0) return undefined
  const { when } = ground.draw.one(ground.book.nevers)
  return planted(
    ground,
    'a norm for what never occurs',
    beside(ground, () => when),
  )
}

/** A norm that an exception lifts wherever it applies. */
export const liftedNorm: Plant = (ground) => {
  const norm = beside(ground, heldWhere)
  if (norm === undefined) return undefined
  const { lowerMaySayOtherwise: _, ...rule } = plantedNorm(
    norm,
    { kind: 'all', of: [] },
    { roles: [], modality: 'may', acts: [] },
  )
  const exception: Exception = {
    ...rule,
    id: `${norm.document}#lifting`,
    name: 'lifting',
    statements: [],
    to: [norm.id],
    span: { ...rule.span, line: 9100 },
  }
  return {
    kind: 'a norm that an exception always lifts',
    book: withException(withNorm(ground.book, norm), exception),
    code: 'W303',
    places: [placeOf(norm.span)],
  }
}

/** An exception for what its norm never meets. */
export const deadException: Plant = (ground) => {
  const [claim] = ground.claims(
    ({ rule, act }) => ground.family(act).kind === 'any' && !('to' in rule) && rule.when.kind === 'yes',
  )
  const norm = ground.book.norms.find(({ id }) => id === claim?.rule.id)
  if (norm === undefined) return undefined
  const { lowerMaySayOtherwise: _, ...rule } = plantedNorm(norm, not(norm.when), {
    roles: [],
    modality: 'may',
    acts: [],
  })
  const exception: Exception = { ...rule, statements: [], to: [norm.id] }
  return {
    kind: 'an exception for what its norm never meets',
    book: withException(ground.book, exception),
    code: 'W304',
    places: [placeOf(exception.span)],
  }
}

/** A norm that says in fewer situations what another of its document says. */
export const restatedNorm: Plant = (ground) => {
  const [claim] = ground.claims(({ isOwn, act }) => isOwn && ground.family(act).kind === 'any')
  const norm = ground.book.norms.find(({ id }) => id === claim?.rule.id)
  if (claim === undefined || norm === undefined) return undefined
  const atom = atomOf(ground.draw, ground.draw.one(ground.family(claim.act).facts))
  const when = also(heldWhere(norm), atom)
  // The norm is its document's own where it is shown to be, and the planted one says the same elsewhere.
  if (holds(ground.generated.meaning, ground.shownIn(claim), atom) || ground.find(when, () => true) === undefined)
    return undefined
  const { roles, modality, acts, otherThan, guaranteed } = claim.statement
  const other = plantedNorm(norm, when, { roles, modality, acts, otherThan, guaranteed })
  return {
    kind: 'a norm that its own document states already',
    book: withNorm(ground.book, other),
    code: 'W305',
    places: [placeOf(other.span)],
  }
}

/** Two `never`s that leave no situation. */
export const nothingPossible: Plant = (ground) => {
  const yesNo = ground.book.inputs.filter(({ kind }) => kind === 'yes-no')
  const so: Condition = { kind: 'yes', input: ground.draw.one(yesNo).id }
  const [first] = ground.book.nevers
  if (first === undefined) return undefined
  const nevers = [so, not(so)].map((when, index) => ({
    id: `never-9${index}`,
    when,
    words: 'planted',
    span: { ...first.span, line: 9000 + index },
  }))
  const book = { ...ground.book, nevers: [...ground.book.nevers, ...nevers] }
  return { kind: '`never`s that leave no situation', book, code: 'E302', places: [placeOf(first.span)] }
}
