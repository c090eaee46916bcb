/** Disclosure: showing some fields of an event, with what anyone needs to check them against its leaf. */
import { assert } from '../assert.ts'
import { fromBase64, toBase64 } from '../bytes/base64.ts'
import type { VerifierHash } from '../bytes/hash.ts'
import { commitmentInput, type EventFields, type Salts, saltLength } from './commitment.ts'
import { isJson, type Json } from './json.ts'
import type { Leaf } from './leaf.ts'

export type DisclosedField = {
  readonly name: string
  readonly value: Json
  /** Base 64 of the field's salt. */
  readonly salt: string
}

/** Why a disclosed field does not stand. */
export type DisclosureFault = {
  readonly field: string
  readonly kind: 'not-in-leaf' | 'named-twice' | 'salt-malformed' | 'not-json' | 'differs'
}

/** The named fields of `event`, in the order asked for, each with its salt. Asking for a field it lacks is a bug. */
export function discloseEvent(event: EventFields, salts: Salts, fields: readonly string[]): readonly DisclosedField[] {
  return fields.map((name) => {
    const value = Object.hasOwn(event, name) ? event[name] : undefined
    const salt = Object.hasOwn(salts, name) ? salts[name] : undefined
    assert(value !== undefined && salt !== undefined, `the event has no field \`${name}\` with a salt`)
    return { name, value, salt }
  })
}

/**
 * What is wrong with `disclosed`, as a disclosure of the event that `leaf` commits to; empty when every value is the
 * one that was recorded. Fields that are withheld are no fault.
 */
export async function checkDisclosure(
  leaf: Leaf,
  disclosed: readonly DisclosedField[],
  hash: VerifierHash,
): Promise<readonly DisclosureFault[]> {
  const seen = new Set<string>()
  const faults: DisclosureFault[] = []
  for (const field of disclosed) {
    const kind = seen.has(field.name) ? 'named-twice' : await faultOf(leaf, field, hash)
    seen.add(field.name)
    if (kind !== undefined) faults.push({ field: field.name, kind })
  }
  return faults
}

async function faultOf(
  leaf: Leaf,
  { name, value, salt }: DisclosedField,
  hash: VerifierHash,
): Promise<DisclosureFault['kind'] | undefined> {
  const commitment = Object.hasOwn(leaf.commitments, name) ? leaf.commitments[name] : undefined
  if (commitment === undefined) return 'not-in-leaf'
  const saltBytes = fromBase64(salt)
  if (saltBytes?.length !== saltLength) return 'salt-malformed'
  if (!isJson(value)) return 'not-json'
  return toBase64(await hash(commitmentInput(name, value, saltBytes))) === commitment ? undefined : 'differs'
}
