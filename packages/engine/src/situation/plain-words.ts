/** Facts as a sentence for an officer says them: with the words of their declarations, without the hyphens of the source. */
import type { SituationValue } from '@remit/language/checked/tree.ts'
import { at } from '../assert.ts'
import type { Variable } from '../diagram/variables.ts'
import { cellsInWords } from './implicant-words.ts'

/** `requester is “ICE Enforcement and Removal”`, `nobody is in danger`: a variable that is in one of these cells. */
export function plainWords(variable: Variable, cells: readonly number[]): string {
  const { input } = variable
  if (input.kind === 'yes-no' && input.of.kind === 'done') {
    const { role, act } = input.of
    return `${unhyphened(role)} has ${cells[0] === 1 ? '' : 'not '}done “${unhyphened(act)}”`
  }
  if (variable.kind !== 'one-of') return unhyphened(cellsInWords(variable, cells))
  const textOf = textsOf(variable)
  const inside = cells.flatMap((cell) => at(variable.members, cell)).map(textOf)
  const outside = variable.members.flatMap((members, cell) => (cells.includes(cell) ? [] : members)).map(textOf)
  const words =
    inside.length <= outside.length
      ? listed(inside, 'or')
      : `${notOf(outside)} ${listed(outside, outside.length === 2 ? 'nor' : 'or')}`
  return `${unhyphened(input.id)} is ${words}`
}

/** The same of the very value that is reported or presumed, where the variable has more values in its cell. */
export function plainWordsOfValue(variable: Variable, value: SituationValue, cells: readonly number[]): string {
  if (variable.kind !== 'one-of' || typeof value !== 'string') return plainWords(variable, cells)
  return `${unhyphened(variable.input.id)} is ${textsOf(variable)(value)}`
}

/** `a, b and c`. */
export function joined(words: readonly string[], by: 'and' | 'or' | 'nor'): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} ${by} ${words.at(-1)}`
}

/** The first letter small, unless the word is written in capitals. */
export function lowerFirst(text: string): string {
  return /^\p{Lu}(?:\p{Lu}|$)/u.test(text) ? text : `${text.charAt(0).toLowerCase()}${text.slice(1)}`
}

const notOf = ({ length }: readonly string[]) => (length === 1 ? 'not' : length === 2 ? 'neither' : 'none of')

/** Values that a sentence names before it says how many more there are. */
const NAMED = 4

function listed(texts: readonly string[], by: 'or' | 'nor'): string {
  if (texts.length <= NAMED) return joined(texts, by)
  return `${texts.slice(0, NAMED - 1).join(', ')} ${by} ${texts.length - NAMED + 1} other values`
}

function textsOf({ input }: Variable): (value: string) => string {
  const texts = new Map(input.kind === 'one-of' ? input.values.map(({ id, text }) => [id, text]) : [])
  return (value) => `“${texts.get(value) ?? value}”`
}

/** `someone is not in-danger` is no English for what `nobody is in danger` says. */
function unhyphened(words: string): string {
  return words.replaceAll('-', ' ').replace(/^someone is not /, 'nobody is ')
}
