/** Which acts are kinds of which, and which duties cannot both be met. */
import type { Act, ActId, RoleId } from '@remit/language/checked/tree.ts'
import { known } from '../assert.ts'

export type { Acts }

/** A role and an act that it may be told to do. */
export type Pair = { readonly role: RoleId; readonly act: ActId }

class Acts {
  readonly #acts: ReadonlyMap<ActId, Act>
  /** Each act and all its generals. */
  readonly #generals = new Map<ActId, ReadonlySet<ActId>>()
  /** Each act and all its kinds, in the order of the book. */
  readonly #kinds = new Map<ActId, ActId[]>()

  constructor(acts: readonly Act[]) {
    this.#acts = new Map(acts.map((act) => [act.id, act]))
    for (const act of acts) this.#findGenerals(act.id)
    for (const act of this.#acts.keys()) for (const general of this.generalsOf(act)) this.#addKind(general, act)
  }

  /** Whether the book has a word for the act: what was done may be of another book. */
  knows(id: ActId): boolean {
    return this.#acts.has(id)
  }

  act(id: ActId): Act {
    return known(this.#acts, id)
  }

  /** The act itself and every more general act. */
  generalsOf(act: ActId): ReadonlySet<ActId> {
    return known(this.#generals, act)
  }

  /** Whether `act` is `general` or a kind of it. */
  isKindOf(act: ActId, general: ActId): boolean {
    return this.generalsOf(act).has(general)
  }

  /** The act itself and every kind of it. */
  kindsOf(general: ActId): readonly ActId[] {
    return known(this.#kinds, general)
  }

  /** Whether the act takes the person out of the scene or holds them back, by itself or as a kind of one that does. */
  withdraws(act: ActId): boolean {
    return [...this.generalsOf(act)].some((general) => this.act(general).withdraws)
  }

  /** Whether two duties collide: something that one brings with it excludes something that the other brings. */
  collide(a: Pair, b: Pair): boolean {
    if (a.role === b.role && a.act === b.act) return false
    return this.brings(a).some((first) =>
      this.brings(b).some(
        (second) =>
          first.role === second.role &&
          (this.#excludes(first.act, second.act) || this.#excludes(second.act, first.act)),
      ),
    )
  }

  /** A duty, and then all that it directs, and what that directs, and so on. */
  brings(pair: Pair): Pair[] {
    const brought = [pair]
    for (const { act } of brought) {
      const directed = this.act(act).directs
      if (directed === undefined) continue
      const isNew = !brought.some((other) => other.role === directed.role && other.act === directed.act)
      if (isNew) brought.push({ role: directed.role, act: directed.act })
    }
    return brought
  }

  /** Whether a duty can exclude another: a duty that does not, and none of those does with which it is compared, collides with none. */
  canExclude(pair: Pair): boolean {
    return this.brings(pair).some(({ act }) => this.act(act).urgent || this.act(act).excludes.length > 0)
  }

  #excludes(excluding: ActId, excluded: ActId): boolean {
    const { urgent, excludes } = this.act(excluding)
    return (urgent && this.withdraws(excluded)) || excludes.some((general) => this.isKindOf(excluded, general))
  }

  #addKind(general: ActId, kind: ActId): void {
    const kinds = this.#kinds.get(general)
    if (kinds === undefined) this.#kinds.set(general, [kind])
    else kinds.push(kind)
  }

  #findGenerals(id: ActId): ReadonlySet<ActId> {
    const before = this.#generals.get(id)
    if (before !== undefined) return before
    const generals = new Set([id])
    for (const general of this.act(id).kindOf) for (const further of this.#findGenerals(general)) generals.add(further)
    this.#generals.set(id, generals)
    return generals
  }
}

const made = new WeakMap<readonly Act[], Acts>()

/** What there is to know of a book's acts: found once for a list, which nothing changes. */
export function actsOf({ acts }: { readonly acts: readonly Act[] }): Acts {
  const known = made.get(acts) ?? new Acts(acts)
  made.set(acts, known)
  return known
}
