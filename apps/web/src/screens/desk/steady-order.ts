/** Rows never move under the pointer or the focus: while someone is at the list it keeps its order (look.md 7.5). */

export type Steady = {
  /** Ids in the order to show. */
  readonly order: readonly string[]
  /** Ids that would stand elsewhere if the list were free to move. */
  readonly moved: ReadonlyMap<string, 'moved up'>
}

/** `held`: the order that stood when the list was entered; absent while nobody is there. New rows come at the end. */
export function steadyOrder(fresh: readonly string[], held: readonly string[] | undefined): Steady {
  if (held === undefined) return { order: fresh, moved: new Map() }
  const here = new Set(fresh)
  const kept = held.filter((id) => here.has(id))
  const order = [...kept, ...fresh.filter((id) => !kept.includes(id))]
  const moved = new Map<string, 'moved up'>()
  for (const id of fresh) {
    const by = fresh.indexOf(id) - order.indexOf(id)
    if (by < 0) moved.set(id, 'moved up')
  }
  return { order, moved }
}
