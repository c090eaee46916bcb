/**
 * Duties that cannot all be met: which stand, which are set aside and by what, and which are referred.
 *
 * Section *Semantics*, paragraph **Duties that cannot all be met**, with reading 5.
 */
import type { Book, Rank } from '@remit/language/checked/tree.ts'
import { FORCES } from '@remit/language/checked/tree.ts'
import type { Pair } from './speaks.ts'
import { actOf, isOrIsKindOf, keyOf } from './speaks.ts'

/** A pair with MUST, and the force of it. */
export type Duty = Pair & { readonly rank: Rank }

/** What became of the duties of one situation; each duty is in exactly one of the three. */
export type Weighed = {
  readonly standing: readonly Duty[]
  /** `by`: the duties because of which it is referred. */
  readonly referred: readonly Beaten[]
  /** `by`: the standing duties that set it aside. */
  readonly aside: readonly Beaten[]
}

/** A duty that does not stand, and the duties because of which it does not. */
export type Beaten = { readonly duty: Duty; readonly by: readonly Duty[] }

/** "… in classes: urgent before not urgent, then by force, highest first." */
export function weigh(book: Book, duties: readonly Duty[]): Weighed {
  let weighed: Weighed = { standing: [], referred: [], aside: [] }
  for (const urgent of [true, false])
    for (const [rank] of FORCES.entries()) {
      const inClass = duties.filter((duty) => actOf(book, duty.act).urgent === urgent && duty.rank === rank)
      weighed = weighClass(book, weighed, inClass)
    }
  return weighed
}

/**
 * "In each class, a duty that collides with standing duties is **SET ASIDE** (by all of those); of the rest, those that
 * collide with each other, or with a duty referred in this step in a higher class, become **REFER**; the others stand."
 */
function weighClass(book: Book, higher: Weighed, inClass: readonly Duty[]): Weighed {
  const beatenBy = (duty: Duty, others: readonly Duty[]): Beaten => ({
    duty,
    by: others.filter((other) => collide(book, duty, other)),
  })
  const againstStanding = inClass.map((duty) => beatenBy(duty, higher.standing))
  const aside = againstStanding.filter(({ by }) => by.length > 0)
  const rest = againstStanding.filter(({ by }) => by.length === 0).map(({ duty }) => duty)
  const inTheWay = [...rest, ...higher.referred.map(({ duty }) => duty)]
  const againstRest = rest.map((duty) => beatenBy(duty, inTheWay))
  return {
    standing: [...higher.standing, ...againstRest.filter(({ by }) => by.length === 0).map(({ duty }) => duty)],
    referred: [...higher.referred, ...againstRest.filter(({ by }) => by.length > 0)],
    aside: [...higher.aside, ...aside],
  }
}

/**
 * "Two duties *collide* if they are of one role and one act excludes the other …, or if one directs a role to an act that
 * collides with the other." Reading 5: a pair never collides with itself.
 */
export function collide(book: Book, one: Pair, other: Pair): boolean {
  if (keyOf(one) === keyOf(other)) return false
  return brings(book, one).some((left) =>
    brings(book, other).some(
      (right) =>
        left.role === right.role && (excludes(book, left.act, right.act) || excludes(book, right.act, left.act)),
    ),
  )
}

/** Reading 5: a pair brings itself and the pairs that its act directs, and what those direct, and so on. */
export function brings(book: Book, pair: Pair, already: readonly Pair[] = []): readonly Pair[] {
  if (already.some((each) => keyOf(each) === keyOf(pair))) return already
  const { directs } = actOf(book, pair.act)
  return directs === undefined ? [...already, pair] : brings(book, directs, [...already, pair])
}

/** "An act that excludes another excludes its kinds"; "an urgent act excludes every act that withdraws". */
function excludes(book: Book, act: string, other: string): boolean {
  const { excludes: named, urgent } = actOf(book, act)
  const withdrawing = urgent ? book.acts.filter((each) => each.withdraws).map((each) => each.id) : []
  return [...named, ...withdrawing].some((general) => isOrIsKindOf(book, other, general))
}
