/** Stops at a fault of ours, with the values that show it. Never for what a person wrote or asked. */
export function assert(holds: false, message: string): never
export function assert(holds: boolean, message: string): asserts holds
export function assert(holds: boolean, message: string): asserts holds {
  if (!holds) throw new Error(`bug: ${message}`)
}
