/** What must never happen to urgent acts. */
import type { Book, Condition } from '@remit/language/checked/tree.ts'
import { PROTECT } from '../books/acts.ts'
import { atomOf, DANGER, MEMBERS } from '../books/words.ts'
import { also, type Ground, type Plant, placeOf, plantedNorm, withNorm } from './ground.ts'

const IN_DANGER: Condition = { kind: 'yes', input: DANGER }
const someone = (ground: Ground) => ground.draw.one(MEMBERS.filter((role) => role !== 'officer'))
const atom = (ground: Ground) => atomOf(ground.draw, ground.draw.one(ground.family(PROTECT).facts))

/** Advice to do what is urgent, where it is no duty. */
export const urgentAdvised: Plant = (ground) => {
  const role = someone(ground)
  const when = also({ kind: 'not', of: IN_DANGER }, atom(ground))
  const { sayings } = ground.generated
  const isAdvice = (total: Parameters<typeof sayings.applies>[2]) =>
    ground
      .about(role, PROTECT)
      .every(({ rule, statement }) => statement.modality !== 'must' || !sayings.applies(rule, PROTECT, total))
  if (ground.find(when, isAdvice) === undefined) return undefined
  const norm = plantedNorm(ground.draw.one(ground.book.norms), when, {
    roles: [role],
    modality: 'should',
    acts: [PROTECT],
  })
  return {
    kind: 'what is urgent is only advised',
    book: withNorm(ground.book, norm),
    code: 'E303',
    places: [placeOf(ground.act(PROTECT).span)],
  }
}

/** What is urgent is forbidden where nobody reports a danger. */
export const urgentForbidden: Plant = (ground) => {
  const role = someone(ground)
  const when = also({ kind: 'not', of: IN_DANGER }, atom(ground))
  const last = ground.book.norms.toSorted((one, other) => other.rank - one.rank)[0]
  const { sayings } = ground.generated
  const others = ground.about(role, PROTECT).filter(({ statement }) => statement.modality === 'must')
  if (last === undefined || others.some(({ rule }) => rule.rank === last.rank)) return undefined
  if (ground.find(when, (total) => others.every(({ rule }) => !sayings.applies(rule, PROTECT, total))) === undefined)
    return undefined
  const kinds = ground.family(PROTECT).acts.slice(1)
  const norm = plantedNorm(last, when, { roles: [role], modality: 'must not', acts: [PROTECT], otherThan: kinds })
  if (!ground.isQuiet(norm)) return undefined
  return {
    kind: 'what is urgent is forbidden while nobody reports a danger',
    book: withNorm(ground.book, norm),
    code: 'E303',
    places: [placeOf(ground.act(PROTECT).span)],
  }
}

/** A kind of what is urgent is advised against while the urgent act is a duty. */
export const urgentKindHeldBack: Plant = (ground) => {
  const role = someone(ground)
  const kind = ground.draw.one(ground.family(PROTECT).acts.slice(1))
  const when = also(IN_DANGER, atom(ground))
  if (ground.find(when, () => true) === undefined) return undefined
  const norm = plantedNorm(ground.draw.one(ground.book.norms), when, {
    roles: [role],
    modality: 'should not',
    acts: [kind],
  })
  return {
    kind: 'a way of protecting life is advised against',
    book: withNorm(ground.book, norm),
    code: 'E304',
    places: [placeOf(ground.act(kind).span)],
  }
}

/** The duty to protect life is made to depend on something else. */
const narrowed = (ground: Ground, runs: boolean): ReturnType<Plant> => {
  const norm = ground.book.norms.find(({ name }) => name.endsWith('protect-life'))
  if (norm === undefined || ground.act(PROTECT).arisesWhen !== undefined) return undefined
  const only = atom(ground)
  const others = ground
    .about('officer', PROTECT)
    .filter(({ rule, statement }) => rule.id !== norm.id && statement.modality === 'must')
  const { sayings } = ground.generated
  const isLeft = (total: Parameters<typeof sayings.applies>[2]) =>
    others.every(({ rule }) => !sayings.applies(rule, PROTECT, total))
  const missing = ground.find(also(IN_DANGER, { kind: 'not', of: only }), isLeft)
  if (missing === undefined || ground.find(also(IN_DANGER, only), () => true) === undefined) return undefined
  const book: Book = {
    ...ground.book,
    agency: { ...ground.book.agency, runs },
    norms: ground.book.norms.map((each) => (each === norm ? { ...each, when: also(norm.when, only) } : each)),
    // The invariant that says the same would be broken too.
    invariants: ground.book.invariants.filter(({ name }) => name !== 'nobody-is-left-in-danger'),
  }
  return {
    kind: `life is protected only sometimes, by an agency that ${runs ? 'runs Remit' : 'is only in the library'}`,
    book,
    code: runs ? 'E306' : 'W306',
    places: [placeOf(ground.act(PROTECT).span)],
  }
}
export const unprotectedInAgency: Plant = (ground) => narrowed(ground, true)
export const unprotectedInLibrary: Plant = (ground) => narrowed(ground, false)
