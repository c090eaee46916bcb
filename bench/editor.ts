/** What an editor waits for, through the real protocol: the server's start, findings after a keystroke, and meaning. */
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { Client } from '@remit/language-server/testing/client.ts'
import { AGENCY, generatedLibrary } from './generate-library.ts'
import { median, row } from './measure.ts'

const STARTS = 7
const EDITS = 50
const NORMS = 1000

const folder = await mkdtemp(join(tmpdir(), 'remit-editor-'))
try {
  const path = await writeLibrary(join(folder, 'orders'))
  const starts: number[] = []
  for (let start = 0; start < STARTS; start++) starts.push(await startOnce(folder))
  row('language server: process started to `initialize` answered', ms(median(starts)), '< 1,500 ms')
  await edit(join(folder, 'orders', path))
} finally {
  await rm(folder, { recursive: true })
}

/** The library on the disk; the path of the agency's last document that is in force without end. */
async function writeLibrary(orders: string): Promise<string> {
  const files = generatedLibrary(NORMS)
  for (const [path, text] of files) {
    await mkdir(dirname(join(orders, path)), { recursive: true })
    await writeFile(join(orders, path), text)
  }
  const own = [...files].filter(([path, text]) => path.startsWith(`${AGENCY}/order`) && !/ through /.test(text))
  return own.at(-1)?.[0] ?? ''
}

async function startOnce(root: string): Promise<number> {
  const start = performance.now()
  const client = new Client()
  await client.start(root)
  const taken = performance.now() - start
  await client.stop()
  return taken
}

async function edit(file: string): Promise<void> {
  const uri = pathToFileURL(file).href
  const text = await readFile(file, 'utf8')
  const client = new Client()
  const start = performance.now()
  await client.start(folder)
  await client.open(uri, text)
  await client.checked(uri)
  row('the same to the first findings of an open document', ms(performance.now() - start), '')
  await client.checked(uri, 'meaning')
  row('the same to the first findings about meaning', ms(performance.now() - start), '')
  const names: number[] = []
  const meaning: number[] = []
  for (let index = 0; index < EDITS; index++) {
    const [named, meant] = await keystroke(client, uri, text, index)
    names.push(named)
    if (meant !== undefined) meaning.push(meant)
  }
  row(`keystroke to syntax and name findings, 100 documents, 1,000 norms: p95`, ms(percentile(names, 0.95)), '< 100 ms')
  row('the same: median', ms(median(names)), '')
  row('keystroke to meaning of the open book: p95', ms(percentile(meaning, 0.95)), '< 1,000 ms')
  row('the same: median', ms(median(meaning)), '')
  await client.stop()
}

/** A letter is added to the name of an act and taken away again; only then is the book whole and its meaning looked at. */
async function keystroke(
  client: Client,
  uri: string,
  text: string,
  index: number,
): Promise<[number, number | undefined]> {
  const before = text.slice(0, text.search(/(?<= must (?:not )?)[a-z]/)).split('\n')
  const start = { line: before.length - 1, character: before.at(-1)?.length ?? 0 }
  const isMistake = index % 2 === 0
  const end = { ...start, character: start.character + (isMistake ? 0 : 1) }
  const sent = performance.now()
  await client.change(uri, { range: { start, end }, text: isMistake ? 'x' : '' })
  await client.checked(uri)
  const named = performance.now() - sent
  await client.checked(uri, 'meaning')
  return [named, isMistake ? undefined : performance.now() - sent]
}

function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

function ms(value: number): string {
  return `${value.toFixed(0)} ms`
}
