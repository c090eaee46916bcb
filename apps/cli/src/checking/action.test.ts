/** The action that checks a repository of orders on every change: its own commands, run as its runner runs them. */
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { parse } from 'yaml'
import { townOrders } from '../testing/orders.ts'
import { run } from '../testing/run.ts'

const ROOT = join(import.meta.dirname, '..', '..', '..', '..')
const LONG = 120_000

type Step = {
  readonly name: string
  readonly uses?: string
  readonly run?: string
  readonly env?: Readonly<Record<string, string>>
}
type Action = {
  readonly inputs: Readonly<Record<string, { readonly default: string }>>
  readonly runs: { readonly steps: readonly Step[] }
}
const action: Action = parse(readFileSync(join(ROOT, '.github/actions/check-orders/action.yml'), 'utf8'))

type Run = { readonly codes: Readonly<Record<string, number | null>>; readonly out: string; readonly log: string }

/** Runs every command after the program is installed, which here is this checkout. */
function runAction(workspace: string, inputs: Readonly<Record<string, string>> = {}): Run {
  const temporary = mkdtempSync(join(tmpdir(), 'remit-runner-'))
  onTestFinished(() => rmSync(temporary, { recursive: true }))
  symlinkSync(ROOT, join(temporary, 'remit'))
  const values = new Map([['github.server_url', 'https://host.example']])
  for (const [name, { default: value }] of Object.entries(action.inputs)) {
    values.set(`inputs.${name}`, inputs[name] ?? value)
  }
  const filled = (text: string) => text.replaceAll(/\$\{\{ (\S+) \}\}/g, (_, name) => values.get(name) ?? '')
  const codes: Record<string, number | null> = {}
  let out = ''
  for (const { name, run: command, env = {} } of action.runs.steps.slice(INSTALLED)) {
    if (command === undefined) continue
    const own = Object.fromEntries(Object.entries(env).map(([key, value]) => [key, filled(value)]))
    const { status, stdout, stderr } = spawnSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', command], {
      cwd: workspace,
      env: { ...process.env, RUNNER_TEMP: temporary, ...own },
      encoding: 'utf8',
    })
    codes[name] = status
    out += stdout + stderr
  }
  return { codes, out, log: join(workspace, 'remit.sarif') }
}
const INSTALLED = action.runs.steps.findIndex(({ name }) => name === 'Install the program') + 1

/** A repository whose folder is the orders of a town. */
async function repository(): Promise<string> {
  const folder = await townOrders()
  await run('fmt', '--orders', folder)
  execFileSync('git', ['init', '--quiet', folder])
  execFileSync('git', ['-C', folder, 'add', '.'])
  return folder
}

function resultsOf(log: string) {
  const { runs } = JSON.parse(readFileSync(log, 'utf8'))
  return { results: runs[0].results, rules: runs[0].tool.driver.rules }
}

test('orders without a mistake pass every step', { timeout: LONG }, async () => {
  const { codes, out, log } = runAction(await repository())
  expect({ codes, out }).toMatchObject({ codes: { Check: 0, 'Run the scenarios': 0, 'Look at the layout': 0 } })
  expect(resultsOf(log).results.filter(({ level }: { level: string }) => level === 'error')).toEqual([])
})

test('a mistake fails the check, and stands in the log at its place in the repository', { timeout: LONG }, async () => {
  const folder = await repository()
  const file = join(folder, 'us/il/town/order.md')
  const text = readFileSync(file, 'utf8')
  writeFileSync(file, text.replace('officer must not assist', 'oficer must not assist'))
  const line = text.split('\n').indexOf('  officer must not assist') + 1
  const { codes, out, log } = runAction(folder, { ref: 'v1' })
  expect(codes).toEqual({ Check: 1, 'Run the scenarios': 1, 'Look at the layout': 0 })
  expect(out).toContain(`us/il/town/order.md:${line}:3: E101`)
  const { results, rules } = resultsOf(log)
  expect(results).toContainEqual(
    expect.objectContaining({
      ruleId: 'E101',
      locations: [
        expect.objectContaining({
          physicalLocation: {
            artifactLocation: { uri: 'us/il/town/order.md' },
            region: { startLine: line, startColumn: 3, endLine: line, endColumn: 9 },
          },
        }),
      ],
    }),
  )
  expect(rules).toContainEqual(
    expect.objectContaining({ helpUri: 'https://host.example/OWNER/remit/blob/v1/docs/findings/E101.md' }),
  )
})

test('a folder that holds no orders fails, and leaves no log to upload', { timeout: LONG }, async () => {
  const { codes, out, log } = runAction(await repository(), { orders: 'elsewhere', today: '2026-05-01' })
  expect(codes).toEqual({ Check: 66, 'Run the scenarios': 66, 'Look at the layout': 66 })
  expect(out).toContain('elsewhere')
  expect(() => readFileSync(log)).toThrow()
})

test('the example in the documentation gives the action inputs that it has', () => {
  const page = readFileSync(join(ROOT, 'docs/operations.md'), 'utf8')
  const [, example = ''] = /## Checking orders on every change[\s\S]*?```yaml\n([\s\S]*?)```/.exec(page) ?? []
  const { jobs } = parse(example)
  const step = jobs.orders.steps.find(({ uses }: Step) => uses?.includes('check-orders'))
  expect(step.uses).toMatch(/^OWNER\/remit\/\.github\/actions\/check-orders@/)
  expect(Object.keys(action.inputs)).toEqual(expect.arrayContaining(Object.keys(step.with)))
})
