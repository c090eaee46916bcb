/** A value that changes from outside of React, and those who follow it. */
export type Store<Value> = {
  readonly get: () => Value
  readonly set: (value: Value) => void
  readonly follow: (changed: () => void) => () => void
}

export function storeOf<Value>(first: Value): Store<Value> {
  const followers = new Set<() => void>()
  let value = first
  return {
    get: () => value,
    set: (next) => {
      if (Object.is(next, value)) return
      value = next
      for (const follower of followers) follower()
    },
    follow: (changed) => {
      followers.add(changed)
      return () => followers.delete(changed)
    },
  }
}
