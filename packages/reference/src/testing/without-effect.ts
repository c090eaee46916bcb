/** Norms that apply and change nothing: W305, which no single situation shows. By trying every situation. */
import type { Book, Norm, Statement } from '@remit/language/checked/tree.ts'
import { type Applying, applyingTo, holding } from '../applies.ts'
import { determine } from '../determine.ts'
import type { TotalSituation } from '../holds.ts'
import { liveFor, readingsOf, verdictOf } from '../pair.ts'
import { actOf, decidedPairs, decidedRoles, keyOf, namesRole, type Pair, speaksAbout } from '../speaks.ts'
import { alwaysBeaten } from './beaten.ts'
import { everySituation } from './shown.ts'

/** A possible situation, with the statements that are defeated, by `role act`. */
type Decided = { readonly total: TotalSituation; readonly defeated: ReadonlyMap<string, readonly string[]> }

/** The ids of the norms that change nothing, but for those of which it is told that they are always beaten. */
export function withoutEffect(book: Book): readonly string[] {
  const situations = everySituation(book)
  const told = alwaysBeaten(book, situations)
  const decided = situations.flatMap((total): readonly Decided[] => {
    const determination = determine(book, total)
    if (determination.kind === 'impossible') return []
    return [{ total, defeated: new Map([...determination.results].map(([key, { defeated }]) => [key, defeated])) }]
  })
  const isSpared = ({ id, statements }: Norm) =>
    told.includes(id) ||
    book.exceptions.some(({ to }) => to.includes(id)) ||
    book.unsettled.some(({ norms }) => norms.some((norm) => norm === id)) ||
    statements.some(({ deadline }) => deadline !== undefined)
  return book.norms.filter((norm) => !isSpared(norm) && changesNothing(book, norm, decided)).map(({ id }) => id)
}

function changesNothing(book: Book, norm: Norm, decided: readonly Decided[]): boolean {
  const pairs = decidedPairs(book).filter((pair) => norm.statements.some((each) => speaksAbout(book, each, pair)))
  const roles = decidedRoles(book).filter((role) => norm.statements.some((each) => namesRole(book, each, role)))
  const holdsSomewhere = decided.some(({ total }) =>
    roles.some((role) => holding(book, total, role).norms.includes(norm)),
  )
  if (pairs.length === 0 || !holdsSomewhere) return false
  const everywhere = (is: (one: Decided, pair: Pair, applying: readonly Applying[], own: Statement) => boolean) =>
    decided.every((one) =>
      pairs.every((pair) => {
        const applying = applyingTo(book, holding(book, one.total, pair.role), pair)
        const own = applying.filter(({ rule }) => rule === norm)
        return own.every(({ statement }) => is(one, pair, applying, statement))
      }),
    )
  const isBeaten = everywhere(({ defeated }, pair, _, own) => defeated.get(keyOf(pair))?.includes(own.id) === true)
  const isRepeated = everywhere((_one, _pair, applying, own) =>
    applying.some(
      ({ rule, statement }) =>
        rule !== norm &&
        rule.document === norm.document &&
        statement.modality === own.modality &&
        statement.acts.some((act) => own.acts.includes(act)),
    ),
  )
  const hasEffect = decided.some(({ total }) =>
    pairs.some((pair) => outcomeOf(book, total, pair) !== outcomeOf(book, total, pair, norm)),
  )
  return (isBeaten || isRepeated) && !hasEffect
}

/** What a pair comes to before duties are weighed, without a norm: its modality, the force of a MUST, why it is referred. */
function outcomeOf(book: Book, total: TotalSituation, pair: Pair, without?: Norm): string {
  const all = applyingTo(book, holding(book, total, pair.role), pair)
  const applying = all.filter(({ rule }) => rule !== without)
  const live = liveFor(book.unsettled, all)
  const { modality, rank, cause } = verdictOf(readingsOf(live, applying, actOf(book, pair.act)))
  return JSON.stringify([modality, modality === 'MUST' ? rank : null, cause, cause === 'unsettled' ? live : null])
}
