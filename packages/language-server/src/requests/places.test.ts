import { describe, expect, test } from 'vitest'
import { ORDINANCE, OWN, order, positionAt, townAt, townWith, uriOf, WORDS } from '../testing/town.ts'
import { definition } from './definition.ts'
import { documentSymbols } from './document-symbols.ts'
import { foldingRanges } from './folding.ts'
import { formatting } from './formatting.ts'
import { references } from './references.ts'
import { semanticTokens } from './semantic-tokens.ts'
import { TOKEN_TYPES } from './token-legend.ts'

describe('from a name one comes to its declaration', () => {
  test.each([
    ['an act', 'norm aid\n  officer must <|>note-it', 'us/vocabulary.md', WORDS, 'note-it "Note'],
    ['a value', 'norm aid\n  when requester is <|>ice\n  officer must note-it', 'us/vocabulary.md', WORDS, 'ice "ICE"'],
    [
      'a norm of another document',
      'exception but to no-<|>help of "Town Code"\n  officer may assist',
      'us/il/town/ordinance.md',
      ORDINANCE,
      'no-help',
    ],
    [
      'a short title',
      'exception but to no-help of "Town <|>Code"\n  officer may assist',
      'us/il/town/ordinance.md',
      ORDINANCE,
      'Town Code',
    ],
  ])('of %s', (_, block, path, text, words) => {
    const { workspace, at } = townAt(block, { force: 'ordinance' })
    const [place] = definition(workspace, at)
    expect(place).toMatchObject({ uri: uriOf(path), range: { start: positionAt(text, text.indexOf(words)) } })
  })

  test('from a keyword to nothing', () => {
    const { workspace, at } = townAt('norm aid\n  officer mu<|>st note-it')
    expect(definition(workspace, at)).toEqual([])
  })
})

test('all places that name an act are found, with and without its declaration', () => {
  const { workspace, at } = townAt('norm aid\n  officer must <|>note-it')
  const places = (includeDeclaration: boolean) =>
    references(workspace, { ...at, context: { includeDeclaration } }).map(({ uri }) => uri)
  expect(places(true)).toEqual(['us/il/town/ordinance.md', OWN, 'us/vocabulary.md'].map(uriOf))
  expect(places(false)).toEqual(['us/il/town/ordinance.md', OWN].map(uriOf))
})

test('the outline has every declaration by name', () => {
  const workspace = townWith({
    [OWN]: order('fact gate is shut\n\nnorm aid\n  officer must note-it\n\nnever gate is shut'),
  })
  const symbols = documentSymbols(workspace, { textDocument: { uri: uriOf(OWN) } })
  expect(symbols.map(({ name, detail }) => `${detail} ${name}`)).toEqual([
    'fact gate is shut',
    'norm aid',
    'never never',
  ])
})

test('front matter, blocks and declarations fold', () => {
  const workspace = townWith({ [OWN]: order('norm aid\n  officer must note-it') })
  const folds = foldingRanges(workspace, { textDocument: { uri: uriOf(OWN) } })
  expect(folds.map(({ startLine, endLine }) => [startLine, endLine])).toEqual([
    [0, 9],
    [13, 16],
    [14, 15],
  ])
})

describe('formatting', () => {
  test('lays blocks out in one edit and leaves prose as it is', () => {
    const text = order('norm   aid\n when scene is quiet   officer must note-it')
    const workspace = townWith({ [OWN]: text })
    const [edit, ...others] = formatting(workspace, {
      textDocument: { uri: uriOf(OWN) },
      options: { tabSize: 2, insertSpaces: true },
    })
    expect(others).toEqual([])
    const file = workspace.file(OWN)?.text
    const [start, end] = [
      file?.offsetAt(edit?.range.start ?? { line: 0, character: 0 }) ?? 0,
      file?.offsetAt(edit?.range.end ?? { line: 0, character: 0 }) ?? 0,
    ]
    expect(text.slice(0, start) + edit?.newText + text.slice(end)).toBe(
      order('norm aid\n  when scene is quiet\n  officer must note-it'),
    )
  })

  test('gives no edit for what is laid out already', () => {
    const workspace = townWith({ [OWN]: order('norm aid\n  when scene is quiet\n  officer must note-it') })
    expect(
      formatting(workspace, { textDocument: { uri: uriOf(OWN) }, options: { tabSize: 2, insertSpaces: true } }),
    ).toEqual([])
  })
})

test('names are coloured by what they stand for', () => {
  const text = order('norm aid\n  when requester is ice\n  officer must note-it')
  const workspace = townWith({ [OWN]: text })
  const { data } = semanticTokens(workspace, { textDocument: { uri: uriOf(OWN) } })
  const [seen, lines] = [[] as string[], text.split('\n')]
  let [line, character] = [0, 0]
  for (let at = 0; at < data.length; at += 5) {
    const [down = 0, right = 0, length = 0, type = 0] = data.slice(at, at + 5)
    character = down === 0 ? character + right : right
    line += down
    seen.push(`${lines[line]?.slice(character, character + length)} ${TOKEN_TYPES[type]}`)
  }
  expect(seen).toEqual([
    'Order namespace',
    'aid method',
    'requester variable',
    'ice enumMember',
    'officer class',
    'note-it function',
  ])
})
