/** Mistakes in conditions: how they are joined, and what stands after `is`. */
import type { ErrorPlace } from '../block-parser.ts'
import { expected, type Mistake, MODALS } from './mistake.ts'

export function wrongJoin(place: ErrorPlace): Mistake | undefined {
  const { found, previous, earlier } = place
  const opened = earlier.findLastIndex((text) => OPENS_CONDITION.has(text) || MODALS.has(text))
  const inCondition = OPENS_CONDITION.has(earlier[opened] ?? '')
  if (inCondition && found.text === 'any' && previous?.text === 'and') {
    const message = 'one condition cannot mix `and` and `any of`'
    const fix = 'give one of the two a name with `define`, and use the name here'
    return { says: { code: 'E027', message, label: 'the other way of joining begins here', fix } }
  }
  if (inCondition && found.type === 'DASH') {
    return { says: expected(place, 'a condition', 'write `any of` before the first dash') }
  }
  if (found.text === 'or' || previous?.text === 'or') {
    const fix = 'write `is one of A, B` for values, or `any of` with a dash before each line'
    const message = '`or` cannot be read here'
    const at = found.text === 'or' ? found : previous
    return { says: { code: 'E035', message, label: 'which of the words does it join?', fix }, ...(at && { at }) }
  }
  if (found.text === 'and' && MODALS.has(earlier[opened] ?? '')) {
    return { says: expected(place, '`,` between acts, or a new line', 'write `,` before the next act') }
  }
  return undefined
}
const OPENS_CONDITION: ReadonlySet<string> = new Set(['when', 'unless'])

export function wrongValue(place: ErrorPlace): Mistake | undefined {
  const { found, previous } = place
  if (found.text === 'one' && previous?.text === 'not') {
    return { says: expected(place, 'a value', 'write `is none of`') }
  }
  if (found.text === 'unknown') {
    const fix = 'write `not-known`; only a scenario says `is unknown`, of a fact that nobody has reported'
    return { says: expected(place, 'a value', fix) }
  }
  if (previous?.text === 'word' && found.type !== 'EOF') {
    const instead = found.text.toUpperCase()
    return { says: { ...expected(place, 'one word in capitals', `write \`${instead}\``), instead } }
  }
  return missingBefore(place)
}

/** `when requester is` and then the next line: its first word was taken for the value that is missing. */
function missingBefore({ found, previous, earlier }: ErrorPlace): Mistake | undefined {
  const before = earlier.at(-2) ?? ''
  if (!MODALS.has(found.text) || previous === undefined) return undefined
  const wanted = WANTED_AFTER.get(before) ?? (JOINS_TESTS.has(earlier.at(-3) ?? '') ? missingTest(earlier) : undefined)
  if (wanted === undefined) return undefined
  const message = `expected ${wanted} after \`${before}\`, found \`${previous.text} ${found.text}\``
  return { says: { code: 'E020', message, label: 'not expected here' }, at: previous }
}
const WANTED_AFTER: ReadonlyMap<string, string> = new Map([
  ['is', 'a value'],
  ['not', 'a value'],
  ['include', 'a value'],
  ['when', 'a condition'],
  ['unless', 'a condition'],
  ['and', 'a condition'],
])
const JOINS_TESTS: ReadonlySet<string> = new Set(['has', 'and', ','])

/** What is missing after the name in `some LIST has NAME`, or in a condition of a name alone. */
function missingTest(earlier: readonly string[]): string | undefined {
  const opened = earlier.findLastIndex((text) => OPENS_CONDITION.has(text) || MODALS.has(text))
  if (!OPENS_CONDITION.has(earlier[opened] ?? '')) return undefined
  const isEntry = earlier.findLastIndex((text) => text === 'some' || text === 'no') > opened
  return isEntry ? 'the value of a field' : '`is`, `include` or `has done`'
}
