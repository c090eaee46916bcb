/** Runs every check after each other, whatever the others say, and prints `N passed, N failed` alone on the last line. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')
const folder = mkdtempSync(join(tmpdir(), 'remit-ci-'))
const count = { passed: 0, failed: 0 }

function run(title: string, command: string, args: readonly string[], output: 'inherit' | 'pipe' = 'inherit') {
  console.log(`\n── ${title}`)
  return spawnSync(command, args, {
    cwd: root,
    stdio: ['ignore', output, 'inherit'],
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  })
}

/** A check that is right or wrong as a whole. */
function check(title: string, args: readonly string[]): void {
  const { status } = run(title, process.execPath, args)
  if (status === 0) count.passed++
  else count.failed++
}

/** The same command as `npm test`, which also writes down what each test did; a skipped test counts as failed. */
function tests(): void {
  const file = join(folder, 'tests.json')
  const { status } = run('tests', 'npm', [
    'test',
    '--silent',
    '--',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
  ])
  try {
    const report: { numPassedTests: number; numTotalTests: number; numFailedTestSuites: number } = JSON.parse(
      readFileSync(file, 'utf8'),
    )
    count.passed += report.numPassedTests
    count.failed += report.numTotalTests - report.numPassedTests
    // A file that could not be loaded has no tests that could fail.
    if (status !== 0 && report.numTotalTests === report.numPassedTests)
      count.failed += Math.max(1, report.numFailedTestSuites)
  } catch (error) {
    console.error('the tests left no report:', error)
    count.failed++
  }
}

function scenarios(): void {
  const { stdout, status } = run(
    "the orders' scenarios",
    process.execPath,
    ['apps/cli/src/main.ts', 'test', '--json'],
    'pipe',
  )
  try {
    const report: {
      passed: number
      failed: number
      scenarios: readonly { document: string; name: string; passed: boolean }[]
    } = JSON.parse(stdout)
    for (const { document, name, passed } of report.scenarios) if (!passed) console.log(`failed: ${document}: ${name}`)
    console.log(`${report.passed} scenarios passed, ${report.failed} failed`)
    count.passed += report.passed
    count.failed += report.failed
  } catch {
    console.error(`remit test ended with ${status} and no report`)
    count.failed++
  }
}

check('lint and format', ['node_modules/@biomejs/biome/bin/biome', 'check', '--error-on-warnings', '.'])
check('types', ['node_modules/typescript/bin/tsc', '--noEmit'])
check('the orders', ['apps/cli/src/main.ts', 'check'])
scenarios()
check('a reason for every finding, and help for whoever is in danger', ['tools/law-findings.ts'])
check('a scenario that notices, for some of the ways to make a norm wrong', [
  'tools/mutants.ts',
  '--each',
  '90',
  '--seed',
  '7',
])
check('a scenario for every norm and every exception', [
  'apps/cli/src/main.ts',
  'cover',
  '--require',
  'norms,exceptions',
])
tests()
rmSync(folder, { recursive: true, force: true })
console.log(`\n${count.passed} passed, ${count.failed} failed`)
process.exitCode = count.failed === 0 && count.passed > 0 ? 0 : 1
