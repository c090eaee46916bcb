/** Things that are so in some situations and not in others, and where two books differ in them. */
import { type Diagram, type Diagrams, NO } from '../../diagram/diagrams.ts'

/** One thing, told from others by `key`, and where it is so. */
export type Feature<T> = { readonly key: string; readonly is: T; readonly where: Diagram }

/** Where exactly these things are so in one book alone. */
export type Part<T> = { readonly gone: readonly T[]; readonly come: readonly T[]; readonly where: Diagram }

/** Parts that one comparison is split into at most: of many things each combination could be one. */
export const PARTS_MAX = 64

/**
 * Splits `within` by what only the first of two books has there, and what only the second; parts without either are left
 * out. Where that would be more than `PARTS_MAX` parts, there is one for each thing, and a situation may lie in several.
 */
export function differing<T>(
  diagrams: Diagrams,
  within: Diagram,
  before: readonly Feature<T>[],
  after: readonly Feature<T>[],
): Part<T>[] {
  const [first, second] = [byKey(diagrams, before), byKey(diagrams, after)]
  let parts: readonly Part<T>[] = [{ gone: [], come: [], where: within }]
  const alone: Part<T>[] = []
  for (const key of [...new Set([...first.keys(), ...second.keys()])].sort()) {
    const [one, other] = [first.get(key), second.get(key)]
    const is = one ?? other
    const [here, there] = [one?.where ?? NO, other?.where ?? NO]
    if (is === undefined || here === there) continue
    const gone = diagrams.and(within, diagrams.without(here, there))
    const come = diagrams.and(within, diagrams.without(there, here))
    if (gone === NO && come === NO) continue
    alone.push({ gone: [is.is], come: [], where: gone }, { gone: [], come: [is.is], where: come })
    if (parts.length > PARTS_MAX) continue
    const rest = diagrams.without(diagrams.without(within, gone), come)
    parts = parts.flatMap((part) => [
      { ...part, where: diagrams.and(part.where, rest) },
      { ...part, gone: [...part.gone, is.is], where: diagrams.and(part.where, gone) },
      { ...part, come: [...part.come, is.is], where: diagrams.and(part.where, come) },
    ])
    parts = parts.filter(({ where }) => where !== NO)
  }
  if (parts.length > PARTS_MAX) return alone.filter(({ where }) => where !== NO)
  return parts.filter(({ gone, come }) => gone.length + come.length > 0)
}

/** Several of one key are one, wherever any of them is so. */
function byKey<T>(diagrams: Diagrams, features: readonly Feature<T>[]): ReadonlyMap<string, Feature<T>> {
  const found = new Map<string, Feature<T>>()
  for (const feature of features) {
    const before = found.get(feature.key)?.where ?? NO
    found.set(feature.key, { ...feature, where: diagrams.or(before, feature.where) })
  }
  return found
}
