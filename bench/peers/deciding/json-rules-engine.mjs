/**
 * json-rules-engine behind the interface of `bench/engine/deciding/peers.ts`: rules in order of priority, stopped at the
 * first that matches.
 */
import { Engine } from 'json-rules-engine'

export function start({ rules, otherwise }) {
  const engine = new Engine()
  for (const [index, { outcome, tests }] of rules.entries()) {
    engine.addRule({
      conditions: { all: tests.map(conditionOf) },
      priority: rules.length - index,
      event: { type: outcome },
      onSuccess: () => engine.stop(),
    })
  }
  const decide = async (facts) => (await engine.run(facts)).events[0]?.type ?? otherwise
  const decideAll = async (all) => {
    const outcomes = []
    for (const facts of all) outcomes.push(await decide(facts))
    return outcomes
  }
  return { name: 'json-rules-engine 7.3.1', decideAll }
}

function conditionOf(test) {
  const { fact } = test
  if (test.kind === 'is') return { fact, operator: 'equal', value: test.value }
  if (test.kind === 'one-of') return { fact, operator: 'in', value: test.values }
  return { fact, operator: test.kind === 'over' ? 'greaterThan' : 'lessThanInclusive', value: test.hours }
}
