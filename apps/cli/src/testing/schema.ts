/** Holds what a verb wrote against the schema that `remit help VERB --json` prints. */
import { Compile, type Validator } from 'typebox/schema'
import { expect } from 'vitest'
import { SCHEMAS } from '../schemas/table.ts'
import type { Verb } from '../usage.ts'

const compiled = new Map<Verb, Validator>()

/** Asserts that `json` is of the schema of `verb`, and names the places where it is not. */
export function expectSchema(verb: Verb, json: unknown): void {
  const validator = compiled.get(verb) ?? Compile(JSON.parse(JSON.stringify(SCHEMAS[verb])))
  compiled.set(verb, validator)
  const [isOfSchema, errors] = validator.Errors(json)
  const faults = errors.slice(0, 5).map(({ instancePath, message }) => `${instancePath} ${message}`)
  expect({ isOfSchema, faults }, `the JSON of ${verb}`).toEqual({ isOfSchema: true, faults: [] })
}
