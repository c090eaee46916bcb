/** What a programmer would write for many counties without an engine: a function of `if`s for each, and a map to them. */
import type { FromFacts } from './ours.ts'
import type { Policy, Rule, Test } from './policy.ts'

/** Gives outcomes, as `byHand` does. */
export async function byHandInCounties(policy: Policy): Promise<FromFacts> {
  const entries = policy.counties.map((county) => {
    const rules = policy.rules.filter(({ tests }) => tests.some((test) => isOf(test, county)))
    const lines = rules.map((rule) => lineOf(rule, county))
    return `['${county}', (facts) => {\n${lines.join('\n')}\nreturn '${policy.otherwise}'\n}]`
  })
  const script = `const counties = new Map([\n${entries.join(',\n')}\n])
export function outcome(facts) { return counties.get(facts.county)(facts) }`
  const module: { readonly outcome: FromFacts } = await import(`data:text/javascript,${encodeURIComponent(script)}`)
  return module.outcome
}

function isOf(test: Test, county: string): boolean {
  return test.kind === 'one-of' && test.fact === 'county' && test.values.includes(county)
}

function lineOf({ tests, outcome }: Rule, county: string): string {
  const others = tests.filter((test) => !isOf(test, county))
  return `if (${others.map(textOf).join(' && ') || 'true'}) return '${outcome}'`
}

function textOf(test: Test): string {
  switch (test.kind) {
    case 'is':
      return `${test.value ? '' : '!'}facts.${test.fact}`
    case 'one-of':
      return `(${test.values.map((value) => `facts.${test.fact} === '${value}'`).join(' || ')})`
    case 'over':
      return `facts.hoursHeld > ${test.hours}`
    case 'up-to':
      return `facts.hoursHeld <= ${test.hours}`
  }
}
