/** Mistakes in the clauses of norms, facts, choices and reports. */
import type { ErrorPlace } from '../block-parser.ts'
import { expected, type Mistake } from './mistake.ts'

export function wrongClause(place: ErrorPlace): Mistake | undefined {
  return wrongEnding(place) ?? wrongMoment(place) ?? wrongChoice(place) ?? wrongReport(place)
}

const ENDINGS: ReadonlySet<string> = new Set(['within', 'promptly', 'before', 'whatever'])
const NORM_RULES: ReadonlySet<string> = new Set(['Norm', 'Exception', 'Closing', 'Statement'])

/** What follows the acts of a statement. */
function wrongEnding(place: ErrorPlace): Mistake | undefined {
  const { found, previous, earlier, rules } = place
  const isNorm = earlier[0] === 'norm' || earlier[0] === 'exception'
  if (!isNorm || (rules.length > 0 && !NORM_RULES.has(rules.at(-1) ?? ''))) return undefined
  if (ENDINGS.has(found.text)) {
    return { says: expected(place, 'a new statement', 'write a second statement: a statement has one ending') }
  }
  if (found.text === 'no') {
    return { says: expected(place, 'a new statement', 'write `nobody may ACT` for what no one may do') }
  }
  if (previous?.text === 'unless' && rules.at(-1) === 'Closing') {
    const fix = 'move `unless …` before the first statement'
    return { says: expected(place, '`lower orders say otherwise`', fix) }
  }
  return undefined
}

/** `yes at 23:59 of the day of EVENT`. */
function wrongMoment(place: ErrorPlace): Mistake | undefined {
  const { found, previous, earlier, rules } = place
  const rule = rules.at(-1)
  if (rule === 'Time' && previous?.text === 'at') {
    const hour = /^([01]?\d|2[0-3])$/.exec(found.text)?.[0]
    const fix = hour === undefined ? 'write a time such as `12:00`' : `write \`${hour.padStart(2, '0')}:00\``
    return { says: expected(place, 'a time of day such as `23:59`', fix) }
  }
  if (rule !== 'Change' && !(rule === 'Name' && rules.at(-2) === 'Change')) return undefined
  const at = earlier.lastIndexOf('at')
  const [time = ''] = earlier.slice(at + 1)
  if (at === -1 || !/^\d+:\d+$/.test(time) || at < earlier.length - 6) return undefined
  const fix = `write \`at ${time} of the day of EVENT\`, or \`of the day after EVENT\``
  return { says: expected(place, OF_THE_DAY[earlier.length - at - 2] ?? 'an event', fix) }
}
/** By the number of words that were read after the time. */
const OF_THE_DAY = ['`of the day of EVENT`', '`the day of EVENT`', '`day`', '`of` or `after` and an event']

/** `choice by ROLE: ACT, ACT`. */
function wrongChoice(place: ErrorPlace): Mistake | undefined {
  const { found, previous, earlier } = place
  if (earlier[0] !== 'choice' || earlier.includes('when')) return undefined
  if (earlier.length === 1) {
    const role = found.type === 'ID' ? found.text : 'ROLE'
    return { says: expected(place, '`by` and a role', `write \`choice by ${role}: ACT, ACT\``) }
  }
  if (earlier.length === 3 && earlier[1] === 'by') {
    return { says: expected(place, '`:` and acts', `write \`choice by ${earlier[2]}: ACT, ACT\``) }
  }
  if (found.text === 'or' || found.text === 'and') {
    return { says: expected(place, '`,` or `when`', 'write `,` between the acts') }
  }
  return previous?.text === ':' || previous?.text === ',' ? { says: expected(place, 'an act') } : undefined
}

const PERIODS = '`month`, `quarter`, `half-year` or `year`'

/** `report NAME`, `ROLE to ROLE`, `every PERIOD`, and whether it is owed where nothing happened. */
function wrongReport(place: ErrorPlace): Mistake | undefined {
  const { found, previous, earlier, rules } = place
  if (earlier[0] !== 'report') return undefined
  const parent = rules.at(-2)
  if (earlier.length === 2) {
    return { says: expected(place, 'who reports to whom', 'write `agency to ROLE` after the name of the report') }
  }
  if (previous?.text === 'every') {
    return { says: expected(place, PERIODS, 'write one of these, and more about the period in the prose') }
  }
  if (rules.at(-1) === 'Report' && !earlier.includes('every')) {
    return { says: expected(place, earlier.includes('to') ? `\`every\` and ${PERIODS}` : '`to` and a role') }
  }
  if (rules.at(-1) === 'WhenNone') {
    const fix = 'write whether the report is owed where nothing happened'
    const begun = WHEN_NONE.get(previous?.text ?? '')
    return { says: begun === undefined ? expected(place, NONE_OR_ANY, fix) : expected(place, begun) }
  }
  if (previous?.text !== 'due' && parent !== 'DueClause') return undefined
  const fix = found.type === 'ID' ? `write the day first: \`due 1 ${found.text}\`` : undefined
  return { says: expected(place, '`within 30 days`, a day such as `1 march` or a text in quotation marks', fix) }
}
const NONE_OR_ANY = '`also when none` or `only if any`'
const WHEN_NONE: ReadonlyMap<string, string> = new Map([
  ['also', '`when none`'],
  ['when', '`none`'],
  ['only', '`if any`'],
  ['if', '`any`'],
])
