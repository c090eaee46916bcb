/**
 * Deciding: ours in every form, hand-written `if`s and three other engines on one policy of twelve rules (answers found
 * equal on all its situations first), the same rules in a hundred counties, and the Chicago book. Figures are per second
 * on one core; the ratios are what lasts.
 *
 * Run: `node bench/engine/decide.ts`, after `npm ci --prefix bench/peers`; with `alone`, without the other engines.
 */
import { encode } from '@remit/engine/diagram/encode.ts'
import { CODES, codeOf, deciderOf } from '@remit/engine/questions/decider.ts'
import { perSecond, row } from '../measure.ts'
import { bookOfOneAct, bookOfSixActs, SAID } from './deciding/as-book.ts'
import { byHand } from './deciding/by-hand.ts'
import { byHandInCounties } from './deciding/by-hand-in-counties.ts'
import { measureChicago } from './deciding/chicago.ts'
import { compiledOf, type Form, formsOf, summing } from './deciding/ours.ts'
import { peerRates } from './deciding/peers.ts'
import {
  everySituation,
  type Facts,
  inCounties,
  OUTCOMES,
  type Outcome,
  outcomeOf,
  POLICY,
  type Policy,
  randomSituations,
} from './deciding/policy.ts'

const SITUATIONS = 10_000
const ROUNDS = 10
const RUNS = 120
/** Of the engines that take long with many rules. */
const FEW_SITUATIONS = 200
const WANTED = ['≥ 10 million/s', '≥ 40 million/s', '≥ 100 million/s and a third of hand-written', '≥ 50 million/s']

const alone = process.argv[2] === 'alone'
const every = everySituation()
const random = randomSituations(SITUATIONS, POLICY)

await mustBeRight(POLICY, every)
await mustBeRight(POLICY, random)
sixActsMustAgree()
const hand = rateOf(summing('hand-written ifs', random, byHand))
row('12 rules: hand-written ifs', millions(hand), 'answers of all equal on 15,360 situations')
const slowest = await measureForms('12 rules', POLICY, random)
if (!alone) await measurePeers(POLICY, every, random.slice(0, 3000))
for (const counties of [10, 100]) {
  for (const outcomes of ['same', 'own'] as const) {
    const policy = inCounties(counties, outcomes)
    const situations = randomSituations(SITUATIONS, policy)
    await mustBeRight(policy, situations)
    const name = `${policy.rules.length.toLocaleString('en-US')} rules, ${outcomes === 'same' ? 'the same in each county' : 'each county its own'}`
    const byHandHere = await byHandInCounties(policy)
    mustEqual(
      'by hand',
      policy,
      situations,
      situations.map((facts) => SAID[byHandHere(facts) as Outcome]),
    )
    const handHere = rateOf(summing('by hand', situations, byHandHere))
    row(`${name}: by hand, a function of ifs for each county`, millions(handHere), '')
    await measureForms(name, policy, situations)
    if (!alone && outcomes === 'own')
      await measurePeers(policy, situations.slice(0, FEW_SITUATIONS), situations.slice(0, FEW_SITUATIONS))
  }
}
await measureChicago()

/** Measures every form, and gives the rate of the slowest. */
async function measureForms(name: string, policy: Policy, situations: readonly Facts[]): Promise<number> {
  const rates: number[] = []
  for (const [index, form] of (await formsOf(bookOfOneAct(policy), situations)).entries()) {
    const rate = rateOf(form)
    const beside = form.name.includes('module') ? `; the twelve by hand ${(hand / rate).toFixed(1)} times it` : ''
    row(`${name}: ${form.name}`, millions(rate), `${WANTED[index]}${beside}`)
    rates.push(rate)
  }
  return Math.min(...rates)
}

async function measurePeers(policy: Policy, checked: readonly Facts[], timed: readonly Facts[]): Promise<void> {
  const rates = await peerRates(policy, checked, timed)
  const fastest = Math.max(...rates.map(({ perSecond }) => perSecond))
  for (const { name, perSecond } of rates)
    row(
      `${policy.rules.length.toLocaleString('en-US')} rules: ${name}`,
      `${Math.round(perSecond).toLocaleString('en-US')}/s`,
      perSecond === fastest && policy === POLICY
        ? `our slowest form ${Math.round(slowest / perSecond)} times it; ≥ 300 wanted`
        : '',
    )
}

/** The fastest of many runs, each too short to be often interrupted: other work on the machine only takes away. */
function rateOf({ sum }: Form): number {
  const work = () => {
    let all = 0
    for (let round = 0; round < ROUNDS; round++) all += sum()
    return all
  }
  return Math.max(...perSecond(work, ROUNDS * SITUATIONS, RUNS))
}

async function mustBeRight(policy: Policy, situations: readonly Facts[]): Promise<void> {
  const forms = await formsOf(bookOfOneAct(policy), situations)
  for (const { name, answers } of forms) mustEqual(name, policy, situations, answers())
  if (policy === POLICY)
    mustEqual(
      'the hand-written policy',
      policy,
      situations,
      situations.map((facts) => SAID[byHand(facts)]),
    )
}

function mustEqual(name: string, policy: Policy, situations: readonly Facts[], answers: readonly string[]): void {
  for (const [at, facts] of situations.entries()) {
    const right = SAID[outcomeOf(policy, facts)]
    if (answers[at] !== right) throw new Error(`${name}: ${answers[at]} in place of ${right}: ${JSON.stringify(facts)}`)
  }
}

/** The book with an act for each outcome demands exactly the act to which the policy comes. */
function sixActsMustAgree(): void {
  const compiled = compiledOf(bookOfSixActs(POLICY))
  const deciders = OUTCOMES.map((act) => deciderOf(compiled, { role: 'officer', act }))
  for (const facts of every) {
    const cells = encode(compiled, new Map(Object.entries(facts)))
    const demanded = deciders.filter((decider) => CODES[codeOf(decider, cells)] === 'MUST').map(({ act }) => act)
    if (demanded.join() !== outcomeOf(POLICY, facts))
      throw new Error(`six acts: ${demanded} for ${JSON.stringify(facts)}`)
  }
}

function millions(rate: number): string {
  return `${(rate / 1e6).toFixed(1)} million/s`
}
