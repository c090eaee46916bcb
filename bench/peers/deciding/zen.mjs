/**
 * zen-engine behind the interface of `bench/engine/deciding/peers.ts`: one decision table that stops at its first match.
 * All situations are under way at once, which is its fastest use: it works on all cores.
 */
import { ZenEngine } from '@gorules/zen-engine'

const FACTS = [
  ...['county', 'agency', 'purpose', 'inDanger', 'onScene', 'warrant'],
  ...['directed', 'inCustody', 'agreement', 'state', 'hoursHeld'],
]

export function start({ rules, otherwise }) {
  const table = {
    hitPolicy: 'first',
    inputs: FACTS.map((field) => ({ id: field, name: field, type: 'expression', field })),
    outputs: [{ id: 'outcome', name: 'outcome', type: 'expression', field: 'outcome' }],
    rules: [...rules, { id: 'otherwise', outcome: otherwise, tests: [] }].map(({ id, outcome, tests }) => ({
      _id: id,
      ...Object.fromEntries(FACTS.map((fact) => [fact, ''])),
      ...Object.fromEntries(tests.map((test) => [test.fact, cellOf(test)])),
      outcome: JSON.stringify(outcome),
    })),
  }
  const decision = new ZenEngine().createDecision({
    nodes: [
      { id: 'in', name: 'in', type: 'inputNode', position: { x: 0, y: 0 } },
      { id: 'table', name: 'table', type: 'decisionTableNode', position: { x: 1, y: 0 }, content: table },
      { id: 'out', name: 'out', type: 'outputNode', position: { x: 2, y: 0 } },
    ],
    edges: [
      { id: 'in-table', sourceId: 'in', targetId: 'table', type: 'edge' },
      { id: 'table-out', sourceId: 'table', targetId: 'out', type: 'edge' },
    ],
  })
  const decide = async (facts) => (await decision.evaluate(facts)).result.outcome
  return { name: '@gorules/zen-engine 0.54.0, on all cores', decideAll: (all) => Promise.all(all.map(decide)) }
}

function cellOf(test) {
  if (test.kind === 'is') return String(test.value)
  if (test.kind === 'one-of') return test.values.map((value) => JSON.stringify(value)).join(', ')
  return `${test.kind === 'over' ? '>' : '<='} ${test.hours}`
}
