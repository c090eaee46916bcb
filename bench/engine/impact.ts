/**
 * A nation-year of past situations under two books: `impact` for one role and one act, streamed in pieces.
 *
 * 240 million situations, about as many contacts as police in the United States have in some years, drawn from a seed and
 * decided by the real orders of Chicago before and during the memo of 2019. A piece is drawn once and used again, with
 * other rows first each time: drawing so many would be what is measured.
 */
import { at } from '@remit/engine/assert.ts'
import { compileTogether } from '@remit/engine/diagram/from-checked.ts'
import { decide } from '@remit/engine/questions/decide.ts'
import type { Column, Columns } from '@remit/engine/questions/decide-columns.ts'
import type { Possible } from '@remit/engine/questions/decider.ts'
import { impact } from '@remit/engine/questions/impact.ts'
import { columnsImpact } from '@remit/engine/questions/impact-columns.ts'
import { bookOf } from '@remit/language/checked/library.ts'
import { hashOf } from '@remit/language/checked/testing.ts'
import {
  type Book,
  type Input,
  NOT_STARTED,
  type Situation,
  type SituationValue,
} from '@remit/language/checked/tree.ts'
import { readLibrary } from '@remit/reference/testing/real-orders.ts'
import { row, seeded } from '../measure.ts'

const AGENCY = 'us/il/chicago/police'
const PAIR = { role: 'officer', act: 'assist-civil-arrest' }
const NATION_YEAR = 240_000_000
const PIECE = 1 << 20
/** Different situations in the year of one department. */
const KINDS = 2_000
const YEAR_OF_ONE = 1_000_000

const library = readLibrary()

function bookOn(day: string): Book {
  const { book } = bookOf(library, AGENCY, Date.parse(`${day}T18:00Z`), hashOf)
  if (book === undefined) throw new Error(`there is no book on ${day}`)
  return book
}

const [before, after] = [bookOn('2019-09-25'), bookOn('2019-09-27')]
const compilation = compileTogether([before, after])
if (compilation.kind !== 'compiled') throw new Error('the books can be compared')
const one = at(compilation.compiled, 0)
const other = at(compilation.compiled, 1)

const HOURS_MS = [0, 1, 12, 24, 48, 72].map((hours) => hours * 3_600_000)

function valuesOf(input: Input): readonly SituationValue[] {
  switch (input.kind) {
    case 'yes-no':
      return [false, true]
    case 'one-of':
      return input.values.map(({ id }) => id)
    case 'number':
      return [0, 5, 14, 18, 65]
    case 'clock':
      return [NOT_STARTED, ...HOURS_MS]
  }
}

const draw = seeded(20190928)

function drawnColumn(input: Input): Column {
  const values = valuesOf(input)
  return { kind: 'codes', values, codes: Uint8Array.from({ length: PIECE }, () => Math.floor(draw() * values.length)) }
}

const inputs = after.inputs.map(({ id }) => id)

function nationYear(possible: Possible, columns: Columns): void {
  const counter = columnsImpact(one, other, PAIR, { inputs, possible })
  let left = NATION_YEAR
  const [start, cpu] = [performance.now(), process.cpuUsage()]
  for (let piece = 0; left > 0; piece++) {
    const from = (piece * 4_099) % (PIECE / 2)
    const rows = Math.min(left, PIECE - from)
    counter.add(columns, { from, rows })
    left -= rows
  }
  const seconds = (performance.now() - start) / 1_000
  const { user, system } = process.cpuUsage(cpu)
  const { rows, differing } = counter.result()
  const megabytes = process.resourceUsage().maxRSS / 1_024
  const found = `${differing.toLocaleString('en-US')} of ${rows.toLocaleString('en-US')} differ`
  const spent = `${seconds.toFixed(1)} s, of one core ${((user + system) / 1_000_000).toFixed(1)} s`
  row(
    `a nation-year, one role and act, two books, possible ${possible}`,
    spent,
    `${found}; peak ${megabytes.toFixed(0)} MB`,
  )
}

function* yearOfOne(): Iterable<Situation> {
  const kinds = Array.from(
    { length: KINDS },
    () =>
      new Map(
        after.inputs.flatMap((input) => {
          const values = valuesOf(input)
          const value = values[Math.floor(draw() * values.length)]
          return value === undefined || draw() < 0.7 ? [] : [[input.id, value] as const]
        }),
      ),
  )
  for (let index = 0; index < YEAR_OF_ONE; index++) yield kinds[Math.floor(draw() * KINDS)] ?? new Map()
}

function everyAnswer(): void {
  const start = performance.now()
  const found = impact(one, other, yearOfOne())
  const seconds = (performance.now() - start) / 1_000
  const said = `${found.differing.toLocaleString('en-US')} differ; ${found.kinds} different situations`
  row(`${YEAR_OF_ONE.toLocaleString('en-US')} situations, every role and act`, `${seconds.toFixed(1)} s`, said)
}

/** What one row costs that is decided whole under both books, as a measure of what grouping spares. */
function rowByRow(): void {
  const situations = [...yearOfOne()].slice(0, 200)
  const start = performance.now()
  for (const situation of situations) {
    decide(one, situation)
    decide(other, situation)
  }
  const each = (performance.now() - start) / situations.length
  row('one row decided whole under both', `${each.toFixed(2)} ms`, 'what grouping spares')
}

console.log(`${after.inputs.length} inputs; Node ${process.version}`)
row('what', 'measured', 'beside')
row('---', '---', '---')
const columns = new Map(after.inputs.map((input) => [input.id, drawnColumn(input)]))
nationYear('assumed', columns)
nationYear('checked', columns)
everyAnswer()
rowByRow()
