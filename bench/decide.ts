/**
 * The modality alone and the whole answer, for the Chicago book of the night of the memo, against the same policy as
 * hand-written `if`s. Run: `npm run bench`. Figures are per second on one core; the ratio is what lasts.
 */
import { encode, modalityOf } from '@remit/engine/diagram/encode.ts'
import { type Compiled, compile, pairIndex } from '@remit/engine/diagram/from-checked.ts'
import { answerTo } from '@remit/engine/questions/answer-to.ts'
import { bookOf } from '@remit/language/checked/library.ts'
import { MODALITIES } from '@remit/language/checked/outcome.ts'
import type { Situation, SituationValue } from '@remit/language/checked/tree.ts'
import { hashOf } from '@remit/server/orders/books.ts'
import { loadOrders } from '@remit/server/orders/load-orders.ts'
import { handWritten } from './hand-written.ts'
import { median, perSecond, row, seeded } from './measure.ts'

const { library } = await loadOrders(`${import.meta.dirname}/../orders`)
const { book } = bookOf(library, 'us/il/chicago/police', Date.UTC(2019, 8, 29, 2, 50), hashOf)
if (book === undefined) throw new Error('the Chicago book has errors: run `npx remit check`')
const compilation = compile(book)
if (compilation.kind !== 'compiled') throw new Error('the Chicago book is too large')
const { compiled } = compilation

const SITUATIONS = 4096
const situations = situationsOf(compiled)
const encoded = situations.map((situation) => encode(compiled, situation))
const pair = pairIndex(compiled, 'officer', 'wait-for-supervisor')
const requesters = book.inputs.flatMap((input) =>
  input.id === 'requester' && input.kind === 'one-of' ? input.values : [],
)
const records = situations.map((situation) => ({
  requester: requesters.findIndex(({ id }) => id === situation.get('requester')),
  isInDanger: situation.get('someone is in-danger') === true,
  isOnScene: situation.get('supervisor is on-scene') === true,
  isDirected: situation.get('supervisor has done direct-to-leave') === true,
}))

for (const [at, cells] of encoded.entries()) {
  const record = records[at]
  const [table, hand] = [MODALITIES[modalityOf(compiled, pair, cells)], record && handWritten(record)]
  if (table !== hand) throw new Error(`the hand-written policy says ${hand} where the book says ${table}`)
}

const ROUNDS = 400
const modality = () => {
  let sum = 0
  for (let round = 0; round < ROUNDS; round++) for (const cells of encoded) sum += modalityOf(compiled, pair, cells)
  return sum
}
const byHand = () => {
  let sum = 0
  for (let round = 0; round < ROUNDS; round++) for (const record of records) sum += handWritten(record).length
  return sum
}
const wholeAnswers = () => {
  let sum = 0
  for (const situation of situations)
    sum += answerTo(compiled, situation, { role: 'officer', act: 'wait-for-supervisor' })?.deciding.length ?? 0
  return sum
}

const fast = perSecond(modality, ROUNDS * SITUATIONS)
const hand = perSecond(byHand, ROUNDS * SITUATIONS)
const whole = perSecond(wholeAnswers, SITUATIONS)
row('modality alone', `${(median(fast) / 1e6).toFixed(1)} million/s`, '≥ 20 million/s')
row(
  'hand-written ifs',
  `${(median(hand) / 1e6).toFixed(1)} million/s`,
  `ratio ${(median(fast) / median(hand)).toFixed(2)}`,
)
row('the whole answer', `${Math.round(median(whole)).toLocaleString('en-US')}/s`, '≥ 100,000/s')

/** Whole situations, seeded: the same on every run. */
function situationsOf({ book }: Compiled): readonly Situation[] {
  const random = seeded(20190928)
  return Array.from({ length: SITUATIONS }, () => {
    const values = book.inputs.map((input): readonly [string, SituationValue] => {
      if (input.kind === 'yes-no') return [input.id, random() < 0.5]
      if (input.kind === 'one-of')
        return [input.id, input.values[Math.floor(random() * input.values.length)]?.id ?? 'unknown']
      return [input.id, Math.floor(random() * 100) * 3_600_000]
    })
    return new Map(values)
  })
}
