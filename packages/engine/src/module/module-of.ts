/**
 * A book as a JavaScript module without dependencies, with types, for a program that has the orders built in: a function
 * for each role and act, of facts as a plain object. It is written ahead of time, and is ordinary code: nothing in it is
 * evaluated from text.
 */
import { MODALITIES } from '@remit/language/checked/outcome.ts'
import type { Input } from '@remit/language/checked/tree.ts'
import { at } from '../assert.ts'
import type { Pair } from '../diagram/acts.ts'
import { type Diagram, terminalValue, YES } from '../diagram/diagrams.ts'
import type { Compiled } from '../diagram/from-checked.ts'
import { support, terminalsOf } from '../diagram/reach.ts'
import { codesOf } from '../questions/decider.ts'
import { asking } from '../questions/view.ts'
import { commented, indented, keyText, Names, quoted } from './source-text.ts'
import { Statements } from './statements.ts'

/** The texts of `x.js` and `x.d.ts`. */
export type ModuleTexts = { readonly script: string; readonly types: string }

/** `at`: when the orders are in force, as a person reads it. */
export type ModuleOf = { readonly at: string; readonly pairs?: readonly Pair[] }

const RESERVED = ['book', 'pairs', 'possible', 'isFacts', 'decide', 'inputs', 'facts']
export const NOTICE = 'The signed text of the orders governs. This module says only what their remit blocks say.'

type Told = {
  readonly compiled: Compiled
  readonly at: string
  readonly functions: readonly PairFunction[]
  readonly possible: Diagram
  readonly statements: Statements
  readonly possibility: Statements
  /** What some function reads. */
  readonly inputs: readonly Input[]
}

type PairFunction = Pair & { readonly name: string; readonly code: Diagram }

/** The module of a book, for some pairs or all about which it says anything. */
export function moduleOf(compiled: Compiled, { at: when, pairs = compiled.pairs }: ModuleOf): ModuleTexts {
  return asking(compiled, () => {
    const { diagrams, possible } = compiled
    const names = new Names(RESERVED)
    const functions = pairs.map(
      ({ role, act }): PairFunction => ({
        role,
        act,
        name: names.of(`${role} ${act}`),
        code: codesOf(compiled, { role, act }, 'assumed'),
      }),
    )
    const codes = functions.map(({ code }) => code)
    const read = new Set([...codes, possible].flatMap((diagram) => support(diagrams, diagram)))
    const told: Told = {
      compiled,
      at: when,
      functions,
      possible,
      statements: new Statements(compiled, { roots: codes, textOf: modalityText, names }),
      possibility: new Statements(compiled, {
        roots: [possible],
        textOf: (terminal) => String(terminal === YES),
        names,
      }),
      inputs: [...read].sort((a, b) => a - b).map((index) => at(compiled.variables, index).input),
    }
    return { script: scriptOf(told), types: typesOf(told) }
  })
}

function modalityText(terminal: Diagram): string {
  return quoted(at(MODALITIES, terminalValue(terminal)))
}

function headOf({ compiled: { book }, at: when }: Told): string {
  const { agency, hash } = book
  return commented([
    `The orders of ${agency.name} (${agency.id}) in force at ${when}, written by \`remit compile\`; not to be edited.`,
    `Book ${hash}.`,
    NOTICE,
  ])
}

function scriptOf(told: Told): string {
  const { functions, statements, possibility, possible, inputs } = told
  const bodies = functions.map(({ role, act, name, code }) =>
    [commented([`${role}: ${act}`]), `export function ${name}(facts) {`, ...indented(statements.of(code)), '}'].join(
      '\n',
    ),
  )
  const isPossible = ['export function possible(facts) {', ...indented(possibility.of(possible)), '}'].join('\n')
  return `${[
    headOf(told),
    `export const book = ${objectOf(aboutOf(told))}`,
    ...possibility.functions,
    isPossible,
    ...statements.functions,
    ...bodies,
    [
      'export const pairs = {',
      ...functions.map(({ role, act, name }) => `  ${quoted(`${role} ${act}`)}: ${name},`),
      '}',
    ].join('\n'),
    ['const inputs = {', ...inputs.map((input) => `  ${keyText(input.id)}: ${kindText(input)},`), '}'].join('\n'),
    ASKING,
  ].join('\n\n')}\n`
}

function aboutOf({ compiled: { book }, at: when }: Told): { readonly [key: string]: string } {
  return { agency: book.agency.id, at: when, hash: book.hash, notice: NOTICE }
}

function objectOf(values: { readonly [key: string]: string }): string {
  return ['{', ...Object.entries(values).map(([key, value]) => `  ${key}: ${quoted(value)},`), '}'].join('\n')
}

/** What a value of an input may be, as `isFacts` looks at it: its values, or one of three words. */
function kindText(input: Input): string {
  switch (input.kind) {
    case 'yes-no':
    case 'number':
    case 'clock':
      return quoted(input.kind)
    case 'one-of':
      return `[${input.values.map(({ id }) => quoted(id)).join(', ')}]`
  }
}

const ASKING = `function isValue(kind, value) {
  if (kind === 'yes-no') return typeof value === 'boolean'
  if (kind === 'clock' && value === null) return true
  if (kind === 'number' || kind === 'clock') return typeof value === 'number' && value >= 0
  return kind.includes(value)
}

export function isFacts(value) {
  if (typeof value !== 'object' || value === null) return false
  return Object.keys(inputs).every((input) => Object.hasOwn(value, input) && isValue(inputs[input], value[input]))
}

export function decide(pair, facts) {
  if (!Object.hasOwn(pairs, pair)) throw new RangeError('no such role and act: ' + pair)
  if (!isFacts(facts)) throw new TypeError('a fact is missing, or has a value that these orders have no word for')
  return possible(facts) ? pairs[pair](facts) : 'IMPOSSIBLE'
}`

function typesOf(told: Told): string {
  const { compiled, functions, inputs, possible } = told
  return `${[
    headOf(told),
    `export type Modality = ${MODALITIES.map(quoted).join(' | ')}`,
    [
      '/** What these orders ask about. Every fact has a value: what is not known is for you to find out first. */',
      'export type Facts = {',
      ...inputs.flatMap((input) => indented([...docOf(input), `readonly ${keyText(input.id)}: ${typeOf(input)}`])),
      '}',
    ].join('\n'),
    [
      'export declare const book: {',
      ...Object.entries(aboutOf(told)).map(([key, value]) => `  readonly ${key}: ${quoted(value)}`),
      '}',
    ].join('\n'),
    [
      '/** Whether facts can be together. What the functions say of others means nothing. */',
      `export declare function possible(facts: ${factsOf(compiled, possible)}): boolean`,
    ].join('\n'),
    ...functions.map(({ role, act, name, code }) =>
      [
        commented([`${role}: ${act}`]),
        `export declare function ${name}(facts: ${factsOf(compiled, code)}): ${saysOf(compiled, code)}`,
      ].join('\n'),
    ),
    [
      '/** The functions, by role and act. */',
      'export declare const pairs: {',
      ...functions.map(({ role, act, name }) => `  readonly ${quoted(`${role} ${act}`)}: typeof ${name}`),
      '}',
    ].join('\n'),
    [
      '/** Whether a value has all facts, each with a value that these orders know. */',
      'export declare function isFacts(value: unknown): value is Facts',
    ].join('\n'),
    [
      '/** What is said of a role and act, with the facts looked at first: throws where they are not whole. */',
      "export declare function decide(pair: keyof typeof pairs, facts: Facts): Modality | 'IMPOSSIBLE'",
    ].join('\n'),
  ].join('\n\n')}\n`
}

function docOf(input: Input): readonly string[] {
  switch (input.kind) {
    case 'clock':
      return [commented([`Milliseconds since \`${input.event}\` last happened; null where it has not.`])]
    case 'number':
      return [commented([`${input.ask ?? input.id} In ${input.unit}, from 0.`])]
    case 'yes-no':
    case 'one-of':
      return askedOf(input)
  }
}

function askedOf(input: Input): readonly string[] {
  if (input.ask === undefined) return []
  const member = input.kind === 'yes-no' && input.of.kind === 'member' ? ` ${input.of.value.text}` : ''
  return [commented([`${input.ask}${member}`])]
}

function typeOf(input: Input): string {
  switch (input.kind) {
    case 'yes-no':
      return 'boolean'
    case 'one-of':
      return input.values.map(({ id }) => quoted(id)).join(' | ')
    case 'number':
      return 'number'
    case 'clock':
      return 'number | null'
  }
}

/** The facts that a diagram reads. */
function factsOf({ diagrams, variables }: Compiled, diagram: Diagram): string {
  const read = support(diagrams, diagram).map((index) => quoted(at(variables, index).input.id))
  return read.length === 0 ? 'object' : `Pick<Facts, ${read.join(' | ')}>`
}

function saysOf({ diagrams }: Compiled, code: Diagram): string {
  return [...terminalsOf(diagrams, code)]
    .sort((a, b) => a - b)
    .map((place) => quoted(at(MODALITIES, place)))
    .join(' | ')
}
