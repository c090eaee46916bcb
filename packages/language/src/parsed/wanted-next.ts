/** What can stand next, in words, from all that the grammar allows there. */
import { isKeyword } from './block-parser.ts'
import type { Expected } from './grammar-walk.ts'

/** More than these and nobody reads to the end. */
const WORDS_MAX = 8

/** Whether every word of the language that `wanted` names can stand there. */
export function isPossible(wanted: string, next: readonly Expected[]): boolean {
  const first = new Set(next.flatMap((each) => (each.kind === 'keyword' ? each.words.split(' ')[0] : [])))
  const named = [...wanted.matchAll(/`([a-z]+)/g)].flatMap(([, word = '']) => (isKeyword(word) ? word : []))
  return wanted !== 'something else' && named.every((word) => first.has(word))
}

/** As `a value, \`not\` or \`one of\``: what a person gives first, then words of the language in order of the grammar. */
export function wantedNext(next: readonly Expected[]): string {
  const given = next.flatMap((each) => (each.kind === 'word' ? (wordsFor(each) ?? []) : [])).sort(valuesFirst)
  const isStatement = given.includes(STATEMENT)
  const isAsked = next.some((each) => each.kind === 'keyword' && each.words === 'is')
  const words = next.flatMap((each) => {
    if (each.kind === 'word' || !/^[a-z]/.test(each.words) || REFUSED.has(each.words)) return []
    if (isStatement && STATEMENT_BEGINS.has(each.words)) return []
    // What tests a field of a list is said only where nothing else is asked.
    return (isAsked || given.includes('a value')) && FIELD_TESTS.has(each.words)
      ? []
      : [`\`${each.words.replace(' :', ':')}\``]
  })
  const all = [...new Set([...(isAsked ? given.filter((each) => each === STATEMENT) : given), ...words])].slice(
    0,
    WORDS_MAX,
  )
  const last = all.pop()
  if (last === undefined) return 'another part of the declaration, or a new one'
  return all.length === 0 ? last : `${all.join(', ')} or ${last}`
}

/** Most often a value is what is missing, where a number could stand too. */
function valuesFirst(one: string, other: string): number {
  return Number(other === 'a value') - Number(one === 'a value')
}

const STATEMENT = 'a statement such as `officer must ACT`'
const STATEMENT_BEGINS: ReadonlySet<string> = new Set(['nobody', 'one'])
const FIELD_TESTS: ReadonlySet<string> = new Set(['of', 'one of', 'at', 'less than', 'more than'])
/** Read only to be refused. */
const REFUSED: ReadonlySet<string> = new Set(['shall'])

/** By rule and property of the grammar, by property, or by how it is written. */
function wordsFor({ rule, property, token }: Expected & { readonly kind: 'word' }): string | undefined {
  return WORDS.get(`${rule}.${property}`) ?? WORDS.get(property) ?? WORDS.get(token)
}

const WORDS: ReadonlyMap<string, string> = new Map([
  ['Statement.who', STATEMENT],
  ['ModalityExpectation.who', 'a role'],
  ['ResultExpectation.who', 'a role'],
  ['ResultExpectation.act', 'an act'],
  ['NormRef.name', 'the name of a norm'],
  ['NormRef.of', 'a short title in quotation marks'],
  ['PlainCondition.subject', 'a fact'],
  ['PlainHappening.subject', 'a fact or an event'],
  ['NamedTest.field', 'a field'],
  ['act', 'an act'],
  ['acts', 'an act'],
  ['otherThan', 'an act'],
  ['forActs', 'an act'],
  ['before', 'an act'],
  ['role', 'a role'],
  ['roles', 'a role'],
  ['members', 'a role'],
  ['by', 'a role'],
  ['to', 'a role'],
  ['ask', 'a role'],
  ['of', 'a role'],
  ['event', 'an event'],
  ['opens', 'an event'],
  ['closes', 'an event'],
  ['list', 'a list'],
  ['unit', 'a unit such as `minutes`'],
  ['every', 'a period such as `month`'],
  ['on', 'a day such as `2019-09-28`'],
  ['place', 'a folder such as `us/il/chicago/police`'],
  ['value', 'a value'],
  ['values', 'a value'],
  ['test', 'a value'],
  ['name', 'a name'],
  ['ID', 'a name'],
  ['VALUE', 'a value'],
  ['FIELD_VALUE', 'a value'],
  ['CHANGE_VALUE', 'a value'],
  ['TEXT', 'a text in quotation marks'],
  ['NUMBER', 'a number'],
  ['TIME', 'a time of day such as `23:59`'],
])
