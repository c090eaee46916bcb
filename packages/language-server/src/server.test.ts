/** The real server in a process of its own, spoken to as an editor does. */
import { mkdir, mkdtemp, readFile, rm, unlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { TOWN, TOWN_AGENCY } from '@remit/language/checked/testing.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type {
  CodeAction,
  CompletionItem,
  Diagnostic,
  FoldingRange,
  Hover,
  Location,
  TextEdit,
  WorkspaceEdit,
} from 'vscode-languageserver-protocol'
import { Client } from './testing/client.ts'
import { ORDINANCE, order, positionAt, WORDS } from './testing/town.ts'

const ORDERS = join(import.meta.dirname, '..', '..', '..', 'orders')
const MEMO = join(ORDERS, 'us/il/chicago/police/2019-09-dhs-memo.md')
const isAny = (diagnostics: readonly Diagnostic[]) => diagnostics.length > 0
const codes = (diagnostics: readonly Diagnostic[]) => diagnostics.map(({ code }) => code)

describe('over the orders of this repository', () => {
  const client = new Client()
  const uri = pathToFileURL(MEMO).href
  let text = ''
  /** Where the duty to wait is ordered. */
  const at = (words: string) => ({ textDocument: { uri }, position: positionAt(text, text.indexOf(words)) })

  beforeAll(async () => {
    text = await readFile(MEMO, 'utf8')
    const { capabilities } = await client.start(dirname(ORDERS))
    expect(Object.keys(capabilities)).toContain('renameProvider')
    await client.open(uri, text)
    await client.checked(uri)
  })

  test('a sound order has no error, and its book is that of its own time', async () => {
    const { book } = await client.checked(uri, 'meaning')
    expect(book?.agency).toBe('us/il/chicago/police')
    expect(new Date(book?.at ?? 0).toISOString()).toBe('2019-09-30T04:59:59.999Z')
    expect((client.diagnostics.get(uri) ?? []).filter(({ severity }) => severity === 1)).toEqual([])
  })

  test('a mistake that is typed letter by letter is told, with a fix that mends it', async () => {
    const { position } = at('wait-for-supervisor\n')
    const end = { ...position, character: position.character + 'wait-for-supervisor'.length }
    await client.change(uri, { range: { start: position, end }, text: '' })
    for (const [index, letter] of [...'wait-for-supervisr'].entries()) {
      const place = { ...position, character: position.character + index }
      await client.change(uri, { range: { start: place, end: place }, text: letter })
    }
    await client.checked(uri)
    const diagnostics = await client.until(uri, isAny)
    expect(codes(diagnostics)).toEqual(['E102'])
    const range = diagnostics[0]?.range
    const actions = await client.request<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri },
      range,
      context: { diagnostics },
    })
    expect(actions.map(({ title }) => title)).toEqual(['Write `wait-for-supervisor`'])
    const [edit] = actions[0]?.edit?.changes?.[uri] ?? []
    await client.change(uri, { range: edit?.range, text: edit?.newText })
    await client.until(uri, (found) => found.every(({ severity }) => severity !== 1))
  })

  test('completion, hover, definition and folding answer', async () => {
    const items = await client.request<CompletionItem[]>('textDocument/completion', at('dhs\n'))
    expect(items.map(({ label }) => label)).toEqual(expect.arrayContaining(['dhs', 'ice-ero', 'not-known']))
    const hover = await client.request<Hover>('textDocument/hover', at('wait-for-supervisor\n'))
    expect(hover.contents).toMatchObject({ value: expect.stringContaining('Wait for your supervisor') })
    const [place] = await client.request<Location[]>('textDocument/definition', at('wait-for-supervisor\n'))
    expect(place?.uri).toMatch(/vocabulary\.md$/)
    const folds = await client.request<FoldingRange[]>('textDocument/foldingRange', { textDocument: { uri } })
    expect(folds[0]).toMatchObject({ startLine: 0, endLine: 9 })
  })

  test('a rename reaches other documents, and one that cannot be is refused in words', async () => {
    const place = at('wait-for-supervisor\n')
    const { changes } = await client.request<WorkspaceEdit>('textDocument/rename', {
      ...place,
      newName: 'hold-position',
    })
    expect(Object.keys(changes ?? {}).some((each) => each.endsWith('us/vocabulary.md'))).toBe(true)
    const refused = client.request('textDocument/rename', { ...place, newName: 'leave-scene' })
    await expect(refused).rejects.toThrow('`leave-scene` is declared more than once')
  })

  test('a request that there is not is refused, and the server goes on', async () => {
    await expect(client.request('textDocument/noSuchThing', { textDocument: { uri } })).rejects.toThrow(
      'Unhandled method',
    )
    const edits = await client.request<TextEdit[]>('textDocument/formatting', {
      textDocument: { uri },
      options: { tabSize: 2, insertSpaces: true },
    })
    expect(edits).toEqual([])
  })

  test('it ends as the protocol wants', async () => {
    expect(await client.stop()).toBe(0)
  })
})

describe('over a folder that changes', () => {
  const client = new Client()
  let folder = ''
  const path = (name: string) => join(folder, 'orders', name)
  const uri = (name: string) => pathToFileURL(path(name)).href

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'remit-editor-'))
    const files = {
      'us/vocabulary.md': WORDS,
      'us/il/town/ordinance.md': ORDINANCE,
      [`${TOWN}/agency.md`]: TOWN_AGENCY,
    }
    for (const [name, text] of Object.entries(files)) {
      await mkdir(dirname(path(name)), { recursive: true })
      await writeFile(path(name), text)
    }
    await client.start(folder)
  })
  afterAll(async () => {
    await client.stop()
    await rm(folder, { recursive: true })
  })

  test('a new file that is not saved yet is checked where it will lie', async () => {
    const own = uri(`${TOWN}/new.md`)
    await client.open(own, order('norm aid\n  officer must note-itt', { short: 'New' }))
    await client.checked(own)
    expect(codes(client.diagnostics.get(own) ?? [])).toContain('E102')
  })

  test('a new file that lies nowhere is told where to save it', async () => {
    const untitled = 'untitled:Untitled-1'
    await client.open(untitled, order('norm aid\n  officer must note-it'))
    const [told, ...others] = await client.until(untitled, isAny)
    expect(others).toEqual([])
    expect(told).toMatchObject({ severity: 3, message: expect.stringContaining('not in the folder of the orders') })
  })

  test('a document that is deleted on the disk no longer has its words', async () => {
    const own = uri(`${TOWN}/exception.md`)
    const text = order('exception but to no-help of "Town Code"\n  officer may assist', {
      force: 'ordinance',
      short: 'But',
    })
    await client.open(own, text)
    await client.checked(own)
    expect(codes(client.diagnostics.get(own) ?? [])).not.toContain('E109')
    await unlink(path('us/il/town/ordinance.md'))
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: uri('us/il/town/ordinance.md'), type: 3 }],
    })
    await client.until(own, (found) => codes(found).includes('E109'))
  })

  test('a document of 100 KB is checked while its end is typed', async () => {
    const own = uri(`${TOWN}/large.md`)
    const norm = (index: number) => `norm rule-${index}\n  when requester is ice\n  officer must note-it`
    const text = order(Array.from({ length: 1700 }, (_, index) => norm(index)).join('\n\n'), { short: 'Large' })
    expect(text.length).toBeGreaterThan(100_000)
    await client.open(own, text)
    await client.checked(own)
    const position = positionAt(text, text.lastIndexOf('note-it') + 'note-it'.length)
    await client.change(own, { range: { start: position, end: position }, text: 'x' })
    await client.checked(own)
    expect(codes(client.diagnostics.get(own) ?? [])).toContain('E102')
  })

  test('a change of a document that was never opened, and one beyond its end, are survived', async () => {
    const own = uri(`${TOWN}/new.md`)
    await client.change(uri('never.md'), { text: 'x' })
    const far = { line: 9999, character: 9999 }
    await client.change(own, { range: { start: far, end: far }, text: '\n\n```remit\nnorm' })
    await client.checked(own)
    expect(codes(client.diagnostics.get(own) ?? [])).toContain('E005')
  })
})
