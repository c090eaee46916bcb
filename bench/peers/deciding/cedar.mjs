/**
 * cedar-wasm behind the interface of `bench/engine/deciding/peers.ts`. Cedar has neither ranks nor more than two answers,
 * so each rule is a `permit`, one call asks for all, and the first of those that it names as its reasons wins. The
 * policies are parsed once.
 */
import { createRequire } from 'node:module'

const cedar = createRequire(import.meta.url)('@cedar-policy/cedar-wasm/nodejs')
const POLICIES = 'policies'

export function start({ rules, otherwise }) {
  const staticPolicies = Object.fromEntries(
    rules.map(({ tests }, index) => [String(index), `permit(principal, action, resource) when { ${whenOf(tests)} };`]),
  )
  const parsed = cedar.preparsePolicySet(POLICIES, { staticPolicies })
  if (parsed.type !== 'success') throw new Error(JSON.stringify(parsed))
  const call = {
    principal: { type: 'Officer', id: 'one' },
    action: { type: 'Action', id: 'respond' },
    resource: { type: 'Request', id: 'one' },
    preparsedPolicySetId: POLICIES,
    entities: [],
  }
  const decide = (facts) => {
    const answer = cedar.statefulIsAuthorized({ ...call, context: facts })
    if (answer.type !== 'success' || answer.response.diagnostics.errors.length > 0)
      throw new Error(JSON.stringify(answer))
    const { reason } = answer.response.diagnostics
    return reason.length === 0 ? otherwise : rules[Math.min(...reason.map(Number))].outcome
  }
  return { name: '@cedar-policy/cedar-wasm 4.13.0', decideAll: async (all) => all.map(decide) }
}

function whenOf(tests) {
  return tests.length === 0 ? 'true' : tests.map(testOf).join(' && ')
}

function testOf(test) {
  const fact = `context.${test.fact}`
  if (test.kind === 'is') return test.value ? fact : `!${fact}`
  if (test.kind === 'one-of')
    return `[${test.values.map((value) => JSON.stringify(value)).join(', ')}].contains(${fact})`
  return `${fact} ${test.kind === 'over' ? '>' : '<='} ${test.hours}`
}
