/** Canonical JSON: one value, one spelling (RFC 8785), so that a hash of it means the value and not its layout. */
import { assert } from '../assert.ts'

/** What JSON can say. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json }

/** Deepest nesting accepted: events are flat, and a limit keeps hostile input from exhausting the stack. */
export const nestingMax = 32

/**
 * Why `value` has no canonical form, or undefined where it has one.
 *
 * Refused are what JSON cannot say (undefined, functions, dates, infinities), half of a surrogate pair (RFC 8785
 * section 3.2.2.2) and nesting beyond `nestingMax`.
 */
export function jsonFault(value: unknown, depth = 0): string | undefined {
  if (depth > nestingMax) return `nested deeper than ${nestingMax}`
  switch (typeof value) {
    case 'boolean':
      return undefined
    case 'number':
      return Number.isFinite(value) ? undefined : `${value} is not a JSON number`
    case 'string':
      return value.isWellFormed() ? undefined : 'a text holds half of a surrogate pair'
    case 'object':
      if (value === null) return undefined
      return Array.isArray(value) ? firstFault(value, depth) : objectFault(value, depth)
    default:
      return `JSON has no ${typeof value}`
  }
}

export function isJson(value: unknown): value is Json {
  return jsonFault(value) === undefined
}

/** The value that `text` spells, or undefined where it is not JSON. It may still have a `jsonFault`. */
export function parseJson(text: string): Json | undefined {
  try {
    // Proof: JSON.parse gives nothing but JSON values.
    return JSON.parse(text) as Json
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

/**
 * The canonical spelling: no white space, keys in order of their UTF-16 code units, numbers and strings as
 * ECMAScript prints them. Minus zero is spelt `0`. A value for which `jsonFault` has a reason is a bug here.
 */
export function canonicalJson(value: Json): string {
  const fault = jsonFault(value)
  assert(fault === undefined, `no canonical JSON: ${fault}`)
  return print(value)
}

function print(value: Json): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  if (isList(value)) return `[${value.map(print).join(',')}]`
  const members = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1))
  return `{${members.map(([key, member]) => `${JSON.stringify(key)}:${print(member)}`).join(',')}}`
}

/** `Array.isArray`, which by itself does not narrow read-only lists. */
export function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value)
}

function objectFault(value: object, depth: number): string | undefined {
  const prototype: unknown = Object.getPrototypeOf(value)
  if (prototype !== Object.prototype && prototype !== null) return 'only plain objects are JSON'
  return firstFault(Object.keys(value), depth) ?? firstFault(Object.values(value), depth)
}

function firstFault(values: readonly unknown[], depth: number): string | undefined {
  // A `for` loop also visits the holes of a sparse array, which are undefined and no JSON.
  for (const value of values) {
    const fault = jsonFault(value, depth + 1)
    if (fault !== undefined) return fault
  }
  return undefined
}
