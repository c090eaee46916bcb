/** Other engines, each told the same policy by its adapter in `bench/peers/deciding`. */
import { milliseconds } from '../../measure.ts'
import { type Facts, type Outcome, outcomeOf, type Policy } from './policy.ts'

type Peer = { readonly name: string; readonly decideAll: (all: readonly Facts[]) => Promise<readonly Outcome[]> }

const PEERS = ['cedar', 'zen', 'json-rules-engine']

export type Rate = { readonly name: string; readonly perSecond: number }

/** How many situations a second each peer decides, after its answers to all of `checked` were found to be right. */
export async function peerRates(
  policy: Policy,
  checked: readonly Facts[],
  timed: readonly Facts[],
): Promise<readonly Rate[]> {
  const rates: Rate[] = []
  for (const peer of PEERS) {
    const { start }: { readonly start: (policy: Policy) => Peer } = await import(`../../peers/deciding/${peer}.mjs`)
    const { name, decideAll } = start(policy)
    const answers = await decideAll(checked)
    mustBeRight(name, policy, checked, answers)
    const times = await milliseconds(() => decideAll(timed), { runs: 9 })
    rates.push({ name, perSecond: (timed.length / Math.min(...times)) * 1000 })
  }
  return rates
}

function mustBeRight(name: string, policy: Policy, situations: readonly Facts[], answers: readonly Outcome[]): void {
  for (const [at, facts] of situations.entries()) {
    const right = outcomeOf(policy, facts)
    if (answers[at] !== right)
      throw new Error(`${name} says ${answers[at]} where the policy says ${right}: ${JSON.stringify(facts)}`)
  }
}
