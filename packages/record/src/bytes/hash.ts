/**
 * SHA-256 is an argument. Building is synchronous, so that a leaf, its place and its hashes fit in one database
 * transaction; verifying waits for its hash, because a browser only has an asynchronous one. What is hashed
 * (`leafInput`, `nodeInput`, `commitmentInput`) is written once, for both.
 */
import type { Bytes } from './bytes.ts'

/** SHA-256, as the builders need it, e.g. `(bytes) => createHash('sha256').update(bytes).digest()`. */
export type Hash = (bytes: Bytes) => Uint8Array

/** SHA-256, as the verifiers take it: every `Hash` is one, and so is Web Crypto's digest. */
export type VerifierHash = (bytes: Bytes) => Uint8Array | Promise<Uint8Array>

/** Bytes in a SHA-256 hash. */
export const hashLength = 32
