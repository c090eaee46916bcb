/**
 * The Chicago book of the night of the memo: the modality alone beside one rule of the memo written by hand, and the
 * whole answer. The hand-written policy answers one question, without reasons and dates.
 */
import { encode, modalityOf } from '@remit/engine/diagram/encode.ts'
import { type Compiled, pairIndex } from '@remit/engine/diagram/from-checked.ts'
import { answerTo } from '@remit/engine/questions/answer-to.ts'
import { bookOf } from '@remit/language/checked/library.ts'
import { MODALITIES } from '@remit/language/checked/outcome.ts'
import type { Situation, SituationValue } from '@remit/language/checked/tree.ts'
import { hashOf } from '@remit/server/orders/books.ts'
import { loadOrders } from '@remit/server/orders/load-orders.ts'
import { perSecond, row, seeded } from '../../measure.ts'
import { handWritten } from './chicago-by-hand.ts'
import { compiledOf } from './ours.ts'

const SITUATIONS = 4096
const ROUNDS = 20
const RUNS = 60
const PAIR = { role: 'officer', act: 'wait-for-supervisor' }

export async function measureChicago(): Promise<void> {
  const compiled = await compiledChicago()
  const situations = situationsOf(compiled)
  const encoded = situations.map((situation) => encode(compiled, situation))
  const records = situations.map((situation) => recordOf(compiled, situation))
  const pair = pairIndex(compiled, PAIR.role, PAIR.act)
  for (const [at, cells] of encoded.entries()) {
    const record = records[at]
    const [table, hand] = [MODALITIES[modalityOf(compiled, pair, cells)], record && handWritten(record)]
    if (table !== hand) throw new Error(`the hand-written policy says ${hand} where the book says ${table}`)
  }
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
    for (const situation of situations) sum += answerTo(compiled, situation, PAIR)?.deciding.length ?? 0
    return sum
  }
  const fast = Math.max(...perSecond(modality, ROUNDS * SITUATIONS, RUNS))
  const hand = Math.max(...perSecond(byHand, ROUNDS * SITUATIONS, RUNS))
  const whole = Math.max(...perSecond(wholeAnswers, SITUATIONS, RUNS))
  row('Chicago: modality alone', `${(fast / 1e6).toFixed(1)} million/s`, '≥ 20 million/s')
  row('Chicago: hand-written ifs', `${(hand / 1e6).toFixed(1)} million/s`, `ratio ${(fast / hand).toFixed(2)}`)
  row('Chicago: the whole answer', `${Math.round(whole).toLocaleString('en-US')}/s`, '≥ 100,000/s')
}

async function compiledChicago(): Promise<Compiled> {
  const { library } = await loadOrders(`${import.meta.dirname}/../../../orders`)
  const { book } = bookOf(library, 'us/il/chicago/police', Date.UTC(2019, 8, 29, 2, 50), hashOf)
  if (book === undefined) throw new Error('the Chicago book has errors: run `npx remit check`')
  return compiledOf(book)
}

function recordOf({ book }: Compiled, situation: Situation) {
  const requesters = book.inputs.flatMap((input) =>
    input.id === 'requester' && input.kind === 'one-of' ? input.values : [],
  )
  return {
    requester: requesters.findIndex(({ id }) => id === situation.get('requester')),
    isInDanger: situation.get('someone is in-danger') === true,
    isOnScene: situation.get('supervisor is on-scene') === true,
    isDirected: situation.get('supervisor has done direct-to-leave') === true,
  }
}

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
