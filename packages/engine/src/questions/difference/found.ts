/** What differs between two books, gathered pair by pair and told of all pairs of which the same is to be said. */
import type { NormId } from '@remit/language/checked/tree.ts'
import type { Pair } from '../../diagram/acts.ts'
import { type Diagram, NO } from '../../diagram/diagrams.ts'
import type { Compiled } from '../../diagram/from-checked.ts'
import type { ChangedAnswer, ChangedTerms, OtherSource, Pairs, Side } from '../diff.ts'
import { differing, type Feature } from './features.ts'
import { type Joined, join } from './joined.ts'
import { type Details, detailsOf, type Said, sidedOf, type Term } from './pairs.ts'
import { regionOf } from './regions.ts'

type Group<T> = { readonly is: T; readonly pairs: Pair[]; readonly where: Diagram }

type Turn = { readonly before: Said; readonly after: Said; readonly because: ChangedAnswer['because'] }
type Exchange<T> = { readonly gone: readonly T[]; readonly come: readonly T[] }

export class Found {
  readonly #joined: Joined
  readonly #answers = new Map<string, Group<Turn>>()
  readonly #terms = new Map<string, Group<Exchange<Term>>>()
  readonly #sources = new Map<string, Group<Exchange<NormId>>>()

  constructor(joined: Joined) {
    this.#joined = joined
  }

  compare(pair: Pair): void {
    const { diagrams, care } = this.#joined
    const [before, after] = [sidedOf(this.#joined.before, pair), sidedOf(this.#joined.after, pair)]
    const details = { before: detailsOf(before), after: detailsOf(after) }
    let unchanged = NO
    for (const one of before.said) {
      for (const other of after.said) {
        const where = diagrams.and(one.where, other.where)
        if (where === NO) continue
        if (one.key === other.key) unchanged = diagrams.or(unchanged, where)
        else this.#addAnswer(pair, where, { one, other, details })
      }
    }
    const within = diagrams.and(unchanged, care)
    for (const { where, ...is } of differing(diagrams, within, details.before.terms, details.after.terms)) {
      add(this.#terms, JSON.stringify([where, is]), { is, pairs: [pair], where })
    }
    for (const { where, ...is } of differing(diagrams, within, details.before.sources, details.after.sources)) {
      add(this.#sources, JSON.stringify([where, is]), { is, pairs: [pair], where })
    }
  }

  #addAnswer(pair: Pair, where: Diagram, { one, other, details }: Met): void {
    const { diagrams, care } = this.#joined
    const shown = diagrams.and(where, care)
    if (shown === NO) return
    const because = {
      before: this.#deciding(details.before, shown),
      after: this.#deciding(details.after, shown),
    }
    const key = JSON.stringify([shown, one.key, other.key, because])
    add(this.#answers, key, { is: { before: one.is, after: other.is, because }, pairs: [pair], where })
  }

  #deciding({ sources }: Details, shown: Diagram): NormId[] {
    const deciding = sources.filter(({ where }) => this.#joined.diagrams.and(where, shown) !== NO)
    return [...new Set(deciding.map(({ is }) => is))].sort()
  }

  /** Where an answer or its terms differ. */
  anywhere(): Diagram {
    const groups = [...this.#answers.values(), ...this.#terms.values()]
    return this.#joined.diagrams.any(groups.map(({ where }) => where))
  }

  /** In order of role and act. */
  answers(most: number): ChangedAnswer[] {
    return [...this.#answers.values()].flatMap(({ is, pairs, where }) =>
      rectanglesOf(pairs).map((about) => {
        const name = `${is.before.modality} before, ${is.after.modality} after: ${firstOf(about)}`
        return { ...about, ...is, ...regionOf(this.#joined, where, { name, pairs: shownOf(about), most }) }
      }),
    )
  }

  terms(most: number): ChangedTerms[] {
    return [...this.#terms.values()].flatMap(({ is, pairs, where }) =>
      rectanglesOf(pairs).map((about) => {
        const asking = { name: `other terms: ${firstOf(about)}`, pairs: shownOf(about), most }
        return { ...about, ...is, ...regionOf(this.#joined, where, asking) }
      }),
    )
  }

  sources(most: number): OtherSource[] {
    return [...this.#sources.values()].map(({ is, pairs, where }) => {
      const about = rectanglesOf(pairs)
      const asking = { name: 'the same answer, another source', pairs: pairs.slice(0, SHOWN), most }
      return { about, ...is, ...regionOf(this.#joined, where, asking) }
    })
  }
}

type Met = {
  readonly one: Feature<Said>
  readonly other: Feature<Said>
  readonly details: Readonly<Record<Side, Details>>
}

function add<T>(groups: Map<string, Group<T>>, key: string, made: Group<T>): void {
  const group = groups.get(key)
  if (group === undefined) groups.set(key, made)
  else group.pairs.push(...made.pairs)
}

/** How many pairs the scenario of an example says something of. */
const SHOWN = 3

function shownOf({ roles, acts }: Pairs): Pair[] {
  return roles.flatMap((role) => acts.map((act) => ({ role, act }))).slice(0, SHOWN)
}

const firstOf = ({ roles, acts }: Pairs) => `${roles[0] ?? ''} ${acts[0] ?? ''}`

/** Pairs as few sets of roles with all of a set of acts. */
function rectanglesOf(pairs: readonly Pair[]): Pairs[] {
  const rolesOf = new Map<string, string[]>()
  for (const { role, act } of pairs) rolesOf.set(act, [...(rolesOf.get(act) ?? []), role])
  const actsOf = new Map<string, { readonly roles: readonly string[]; readonly acts: string[] }>()
  for (const [act, roles] of rolesOf) {
    const key = roles.join()
    const rectangle = actsOf.get(key) ?? { roles, acts: [] }
    actsOf.set(key, rectangle)
    rectangle.acts.push(act)
  }
  return [...actsOf.values()]
}

/** Where two books may say different things of anything: outside, they do not. */
export function whereAnyDiffers(before: Compiled, after: Compiled): Diagram {
  const { diagrams } = after
  const joined = join(before, after)
  const found = new Found(joined)
  for (const pair of pairsOf(before, after)) found.compare(pair)
  const possible = diagrams.or(
    diagrams.without(before.possible, after.possible),
    diagrams.without(after.possible, before.possible),
  )
  // A value that only one of them knows is never the same situation to both.
  return diagrams.any([possible, diagrams.not(joined.spoken), found.anywhere()])
}

/** Every pair of which one of the books says something, in order of role and act. */
export function pairsOf(before: Compiled, after: Compiled): Pair[] {
  const pairs = new Map<string, Pair>()
  for (const { role, act } of [...before.pairs, ...after.pairs]) pairs.set(`${role} ${act}`, { role, act })
  return [...pairs].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, pair]) => pair)
}
