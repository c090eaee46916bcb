/** Mistakes in lists, in conditions about their entries and in the entries of a scenario. */
import { type ErrorPlace, isKeyword } from '../block-parser.ts'
import { expected, type Mistake } from './mistake.ts'

export function wrongList(place: ErrorPlace): Mistake | undefined {
  const rule = place.rules.at(-1) ?? ''
  if (ENTRY_RULES.has(rule)) return wrongEntry(place)
  if (TEST_RULES.has(rule)) return wrongTest(place)
  if (FIELD_RULES.has(rule)) return wrongField(place)
  return wrongSeparator(place) ?? withoutSome(place) ?? wrongComplete(place)
}
const ENTRY_RULES: ReadonlySet<string> = new Set(['SomeCondition', 'SomeHappening', 'EntryHappening', 'NoHappening'])
const TEST_RULES: ReadonlySet<string> = new Set(['NamedTest', 'FieldTest', 'OneOfFieldTest', 'FieldValue'])
const FIELD_RULES: ReadonlySet<string> = new Set(['Field', 'FieldShape', 'OneOfField', 'FieldEntry', 'YesNoField'])

/** `some conviction is listed`. */
function wrongEntry(place: ErrorPlace): Mistake | undefined {
  const [opening, list] = place.earlier.slice(-2)
  if (place.previous === undefined || place.found.text === 'other') return undefined
  return { says: expected(place, '`has` and a field', `write \`${opening} ${list} has FIELD VALUE\``) }
}

/** What stands after the name of a field. */
function wrongTest(place: ErrorPlace): Mistake | undefined {
  const { found, previous } = place
  const field = previous?.text ?? ''
  if (found.text === 'is') return { says: expected(place, 'a value', `leave \`is\` out: \`${field} VALUE\``) }
  if (found.text === 'not') {
    return { says: expected(place, 'a value', `name the values that fit: \`${field} one of A, B\``) }
  }
  return notAValue(place)
}

/** What stands after the name of a field where it is declared. */
function wrongField(place: ErrorPlace): Mistake | undefined {
  const { found, previous } = place
  const shapes = '`one of A, B`, `number of UNIT` or `yes or no`'
  if (found.text === 'is') {
    return { says: expected(place, shapes, `leave \`is\` out: \`${previous?.text ?? ''} one of A, B\``) }
  }
  if (place.rules.at(-1) === 'YesNoField') {
    return { says: expected(place, previous?.text === 'or' ? '`no`' : '`or no`', 'write `yes or no`') }
  }
  return notAValue(place)
}

function notAValue({ found }: ErrorPlace): Mistake | undefined {
  if (!isKeyword(found.text) || NO_VALUE_MEANT.has(found.text)) return undefined
  const message = `\`${found.text}\` is a word of the language and cannot be the value of a field`
  const fix = `write a word of its own, for example \`${found.text}-…\``
  return { says: { code: 'E024', message, label: 'a value is needed here', fix } }
}
const NO_VALUE_MEANT: ReadonlySet<string> = new Set(['and', ',', ';', ':', 'when', 'unless', 'expect', 'then', 'cite'])

/** `class one of listed, other, level felony`: after `one of` a comma goes on with the values. */
function wrongSeparator({ previous, earlier, rules }: ErrorPlace): Mistake | undefined {
  const [comma, field] = earlier.slice(-3)
  const from = earlier.findLastIndex((text, index) => text === 'one' && earlier[index + 1] === 'of')
  const isList = earlier.slice(from + 2, -1).every((text, index) => (text === ',') === (index % 2 === 1))
  const opens = /^(?:has|and|,)$/.test(earlier[from - 2] ?? '') && earlier.slice(0, from).includes('has')
  if (previous === undefined || comma !== ',' || from < 2 || !isList || !opens || rules.includes('List'))
    return undefined
  const message = `expected \`and\` before \`${field} ${previous.text}\``
  const label = 'after `one of` a comma goes on with the values'
  return { says: { code: 'E020', message, label, fix: `write \`and ${field} ${previous.text}\`` }, at: previous }
}

/** `conviction has class listed`, without `some`. */
function withoutSome(place: ErrorPlace): Mistake | undefined {
  const rule = place.rules.at(-1)
  if (place.previous?.text !== 'has' || (rule !== 'DonePredicate' && rule !== 'HappenedDone')) return undefined
  const name = place.earlier.at(-2) ?? ''
  const some = rule === 'DonePredicate' ? `some ${name}` : `a ${name}`
  return { says: expected(place, '`done` and an act', `write \`${some} has …\` for an entry of a list`) }
}

/** `no other LIST` in a condition; `no LIST are …` in a scenario. */
function wrongComplete(place: ErrorPlace): Mistake | undefined {
  const { found, previous, earlier, rules } = place
  if (previous?.text === 'no' && found.text === 'other' && rules.includes('SomeCondition')) {
    const fix = 'write `no LIST has FIELD VALUE`; only a scenario says `no other LIST`'
    return { says: expected(place, 'a list', fix) }
  }
  if (earlier.at(-2) !== 'no' || found.type === 'EOF' || rules.at(-1) !== 'Scenario') return undefined
  const list = previous?.text ?? ''
  const fix = `write \`no ${list} has FIELD VALUE\`, or \`no other ${list}\` where the list is complete`
  return { says: expected(place, '`has`, `and` or `expect`', fix) }
}
