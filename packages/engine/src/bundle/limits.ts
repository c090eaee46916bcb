/** What every bundle keeps to (`docs/bundle-format.md`, section *Limits*), so that a reader's work is bounded. */

/** The eight bytes with which a bundle begins: `REMITBK` and the version of the format, 1. */
export const MAGIC: readonly number[] = [0x52, 0x45, 0x4d, 0x49, 0x54, 0x42, 0x4b, 1]
/** Bytes of the hash with which a bundle ends. */
export const HASH_LENGTH = 32
/** Bytes of a whole bundle: a hundred times what the largest real book needs. */
export const BUNDLE_LENGTH_MAX = 16_000_000
/** Roles of a book: what is asked of the actor is read once for each of them. */
export const ROLES_MAX = 1_000
/** Nodes that may be visited to find what diagrams come to: a million times what a real book needs would be a hang. */
export const VISITS_MAX = 20_000_000
/** How deep one condition may lie in another. */
export const DEPTH_MAX = 200
/** Whole numbers are below this, so that twice one is still exact. */
export const WHOLE_MAX = 2 ** 52
