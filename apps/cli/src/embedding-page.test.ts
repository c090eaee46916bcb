/** What docs/embedding.md shows is tried as it stands there: each way, and that all give the same answer. */
import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { startTestServer, type TestServer } from '@remit/server/testing/server.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { run } from './testing/run.ts'

const ROOT = join(import.meta.dirname, '../../..')
const LONG = { timeout: 120_000 }

let page: string
let folder: string
let server: TestServer
beforeAll(async () => {
  page = await readFile(join(ROOT, 'docs/embedding.md'), 'utf8')
  folder = await mkdtemp(join(tmpdir(), 'remit-embedding-'))
  server = await startTestServer()
})
afterAll(async () => {
  await server.stop()
  await rm(folder, { recursive: true, force: true })
})

/** The one fenced block of a language under a heading. */
function fencedIn(heading: string, language: string): string {
  const [, block, ...others] = sectionOf(heading).split(new RegExp(`^\`\`\`(?:${language})?\n`, 'm'))
  expect(others, `blocks of ${language} under ${heading}`).toHaveLength(1)
  return block ?? ''
}

/** The commands under a heading, each as its words without `npx remit`, and the other lines that are set off there. */
function setOffIn(heading: string) {
  const text = sectionOf(heading).replaceAll(/ \\\n +/g, ' ')
  const lines = [...text.matchAll(/^ {4}(\S.*)$/gm)].map(([, line = '']) => line)
  const isCommand = (line: string) => line.startsWith('npx remit ')
  const wordsOf = (line: string) =>
    [...line.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map(([, one, two, three]) => one ?? two ?? three ?? '')
  return {
    commands: lines.filter((line) => isCommand(line)).map((line) => wordsOf(line).slice(2)),
    others: lines.filter((line) => !isCommand(line) && line.startsWith('{ ')),
  }
}

function sectionOf(heading: string): string {
  const [, section] = page.split(`\n## ${heading}\n`)
  expect(section, heading).toBeDefined()
  return section?.split('\n## ')[0] ?? ''
}

/** Runs a command of the page, its files in the folder of this test. */
function runHere(words: readonly string[] | undefined) {
  const files = words?.map((word) => (/^[a-z]+\.(js|bundle)$/.test(word) ? join(folder, word) : word)) ?? []
  return run(...files)
}

const node = promisify(execFile)

/** Standard output of a script, run by Node alone; not synchronously, because it may ask the server of this process. */
async function outputOf(script: string, cwd: string): Promise<string> {
  const { stdout } = await node(process.execPath, ['--input-type=module', '-e', script], { cwd, timeout: 30_000 })
  return stdout.trim()
}

type Answers = { readonly answers: readonly { readonly role: string; readonly act: string }[] }

const answerOf = ({ answers }: Answers) =>
  answers.find(({ role, act }) => role === 'officer' && act === 'wait-for-supervisor')

const MUST = expect.objectContaining({ result: { kind: 'settled', modality: 'MUST' } })

test('a server answers the request of the page', LONG, async () => {
  const { status, body } = await server.ask<Answers>('POST', '/decide', fencedIn('POST /decide', 'json'))
  expect({ status, answer: answerOf(body) }).toEqual({ status: 200, answer: MUST })
})

test('the command of the page answers as the page says', LONG, async () => {
  const { commands, others } = setOffIn('remit decide')
  const { code, json } = await runHere(commands[0])
  expect({ code, commands: commands.length, others: others.length }).toEqual({ code: 0, commands: 1, others: 1 })
  const shown: unknown = JSON.parse(others[0]?.replace(', … }', ' }') ?? '')
  // `--json` of `decide` has answers.
  expect(answerOf(json as Answers)).toMatchObject(shown as object)
})

test('the module of the page is written, and answers what stands beside its last line', LONG, async () => {
  const { commands } = setOffIn('A module')
  expect((await runHere(commands[0])).code).toBe(0)
  await writeFile(join(folder, 'package.json'), '{"type":"module"}')
  const script = fencedIn('A module', 'js')
  expect(await outputOf(script, folder)).toBe(script.trim().split(' // ').at(-1))
})

test('a bundle is written and read by the commands of the page', LONG, async () => {
  const { commands } = setOffIn('A bundle')
  expect(commands).toHaveLength(2)
  expect((await runHere(commands[0])).code).toBe(0)
  const { code, out } = await runHere(commands[1])
  expect({ code, out }).toEqual({ code: 0, out: expect.stringMatching(/MUST +Wait for your supervisor/) })
})

test('the bundle that a server gives is read by the script of the page', LONG, async () => {
  const [, path] = /A server gives [^`]*`(\/api\/[^`]+)`/.exec(page) ?? []
  const script = `
const bytes = new Uint8Array(await (await fetch(${JSON.stringify(`${server.url}${path}`)})).arrayBuffer())
${fencedIn('A bundle', 'js')}
console.log(JSON.stringify(determination))`
  const determination: Answers = JSON.parse(await outputOf(script, ROOT))
  expect(answerOf(determination)).toEqual(MUST)
})
