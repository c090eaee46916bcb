/** Stops at a fault of ours, with the values that show it. Never for what a person wrote or asked. */
export function assert(holds: false, message: string): never
export function assert(holds: boolean, message: string): asserts holds
export function assert(holds: boolean, message: string): asserts holds {
  if (!holds) throw new Error(`bug: ${message}`)
}

/** The value at an index that the caller knows to be there. */
export function at<T>(list: ArrayLike<T>, index: number): T {
  const value = list[index]
  // The message is only made where it is needed: this stands in the innermost loops.
  if (value === undefined) assert(false, `nothing at ${index} of ${list.length}`)
  return value
}

/** The value of a key that the caller knows to be there. */
export function known<K, V>(map: ReadonlyMap<K, V>, key: K): V {
  const value = map.get(key)
  if (value === undefined) assert(false, `unknown key ${String(key)}`)
  return value
}
