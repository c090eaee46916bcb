/** Base 64 of RFC 4648 section 4, with padding: the only spelling that the C2SP log formats use. */
import type { Bytes } from './bytes.ts'

export function toBase64(bytes: Uint8Array): string {
  let binary = ''
  for (const byte of bytes) binary += String.fromCharCode(byte)
  return btoa(binary)
}

/**
 * The bytes that `text` spells, or undefined. Strict: white space, missing padding and spare bits are refused, so
 * that one byte string has one spelling and a changed character is always seen.
 */
export function fromBase64(text: string): Bytes | undefined {
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(text) || text.length % 4 !== 0) return undefined
  const bytes = Uint8Array.from(atob(text), (character) => character.charCodeAt(0))
  return toBase64(bytes) === text ? bytes : undefined
}
