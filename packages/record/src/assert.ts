/** Stops on a fault of our own. Never for what a person or a file says: that is a `Parsed` or a problem. */
export function assert(condition: boolean, message: string): asserts condition {
  if (!condition) throw new Error(`bug: ${message}`)
}
