import { describe, expect, test } from 'vitest'
import { ORDINANCE, OWN, order, positionAt, townAt, townWith, uriOf, WORDS } from '../testing/town.ts'
import { prepareRename, rename } from './rename.ts'

/** The new texts after a rename in `block`, by path. */
function renamed(block: string, newName: string): Readonly<Record<string, string>> {
  const { workspace, at } = townAt(block)
  const { changes = {} } = rename(workspace, { ...at, newName })
  return Object.fromEntries(
    Object.entries(changes).map(([uri, edits]) => {
      const file = workspace.at(uri)
      const text = file?.text.getText() ?? ''
      const sorted = edits.toSorted(
        (a, b) => (file?.text.offsetAt(b.range.start) ?? 0) - (file?.text.offsetAt(a.range.start) ?? 0),
      )
      return [
        file?.path ?? '',
        sorted.reduce((whole, { range, newText }) => {
          const [start, end] = [file?.text.offsetAt(range.start), file?.text.offsetAt(range.end)]
          return whole.slice(0, start) + newText + whole.slice(end)
        }, text),
      ]
    }),
  )
}

test('a name changes in every document and prose stays', () => {
  const texts = renamed('norm aid\n  when scene is quiet\n  officer must <|>note-it', 'write-it-down')
  expect(Object.keys(texts).sort()).toEqual(['us/il/town/ordinance.md', OWN, 'us/vocabulary.md'].sort())
  expect(texts['us/vocabulary.md']).toBe(WORDS.replace('act note-it', 'act write-it-down'))
  expect(texts['us/il/town/ordinance.md']).toBe(ORDINANCE.replace('must note-it', 'must write-it-down'))
})

test('one part of a fact of two words changes, where it names that fact', () => {
  const texts = renamed('norm aid\n  when scene is <|>quiet\n  officer must note-it', 'calm')
  expect(texts['us/vocabulary.md']).toContain('fact scene is calm')
  expect(texts[OWN]).toContain('when scene is calm')
})

test('a document of another time that sees the same declaration is renamed in', () => {
  const old = order('norm earlier\n  officer must note-it', {
    short: 'Old',
    'in-force': 'from 2010-01-01 through 2011-01-01',
  })
  const workspace = townWith({ 'us/il/town/police/old.md': old, [OWN]: order('norm aid\n  officer must note-it') })
  const text = order('norm aid\n  officer must note-it')
  const position = positionAt(text, text.indexOf('note-it'))
  const { changes } = rename(workspace, { textDocument: { uri: uriOf(OWN) }, position, newName: 'jot-it' })
  expect(Object.keys(changes ?? {})).toContain(uriOf('us/il/town/police/old.md'))
})

test('a short title changes where norms are named by it', () => {
  const { workspace, at } = townAt(
    'exception but to no-help of "Town <|>Code"\n  when scene is quiet\n  officer may assist',
    {
      force: 'ordinance',
    },
  )
  const { changes } = rename(workspace, { ...at, newName: 'Code of the Town' })
  expect(Object.keys(changes ?? {})).toHaveLength(2)
})

describe('a rename is refused, in words,', () => {
  test.each([
    ['of a keyword', 'norm aid\n  of<|>ficer must note-it\n', 'must', '`must` is a word of the language'],
    ['to a name in capitals', 'norm aid\n  officer must <|>note-it', 'NoteIt', 'not written as names are'],
    ['to a name that is taken', 'norm aid\n  officer must <|>note-it', 'hold', '`hold` is declared more than once'],
    [
      'to what names a status',
      'norm aid\n  when scene is <|>quiet\n  officer must note-it',
      'undocumented',
      '`undocumented`',
    ],
    [
      'of what the program acts on',
      'norm aid\n  when someone is <|>in-danger\n  officer must protect-life',
      'hurt',
      'reserved',
    ],
  ])('%s', (_, block, newName, message) => {
    const { workspace, at } = townAt(block)
    expect(() => rename(workspace, { ...at, newName })).toThrow(message)
  })

  test('while a document that may hold the name cannot be read whole', () => {
    const { workspace, at } = townAt('norm aid\n  officer must <|>note-it\n\nnorm broken\n  officer must note-it when')
    expect(() => rename(workspace, { ...at, newName: 'jot' })).toThrow(`${OWN} cannot be read whole (line 18)`)
  })

  test.each([
    ['a keyword', 'norm aid\n  officer m<|>ust note-it', '`must` is a word of the language and cannot be renamed'],
    ['a space', 'norm aid\n  officer must note-it   <|>  ', 'put the cursor on a name'],
  ])('when the cursor is on %s', (_, block, message) => {
    const { workspace, at } = townAt(block)
    expect(() => prepareRename(workspace, at)).toThrow(message)
  })
})

test('what would be renamed is shown first', () => {
  const { workspace, at, text } = townAt('norm aid\n  officer must note-<|>it')
  const { placeholder, range } = prepareRename(workspace, at)
  expect({ placeholder, start: range.start }).toEqual({
    placeholder: 'note-it',
    start: positionAt(text, text.indexOf('note-it')),
  })
})
