import { expect, test } from 'vitest'
import { ORDINANCE, OWN, order, positionAt, townAt, townWith, uriOf } from '../testing/town.ts'
import { hover } from './hover.ts'

function hovered(block: string): string | undefined {
  const { workspace, at } = townAt(block)
  const contents = hover(workspace, at)?.contents
  return contents !== undefined && 'value' in Object(contents) ? (contents as { value: string }).value : undefined
}

test.each([
  [
    'a fact with its question, its values and who can know it',
    'norm aid\n  when requ<|>ester is ice\n  officer must note-it',
    ['requester', 'Who is asking?', '`ice` ICE', 'Known to `officer`'],
  ],
  [
    'what changes a fact',
    'norm aid\n  when scene is qu<|>iet\n  officer must note-it',
    ['scene is quiet', 'At first `yes`', 'Becomes `no` when `agents-arrived`'],
  ],
  ['a value by its text', 'norm aid\n  when requester is i<|>ce\n  officer must note-it', ['ICE']],
  [
    'a define with its condition',
    'norm aid\n  when requester is fed<|>eral\n  officer must note-it',
    ['when requester is one of ice, not-known'],
  ],
  [
    'an act with its text, kinds and flags',
    'norm aid\n  officer must <|>hold',
    ['Hold a person', 'Word to units: HOLD', 'A kind of `assist`'],
  ],
  ['a group with its members', 'norm aid\n  every<|>one must assist', ['`officer`, `supervisor`']],
  [
    'a norm with what it says and the norm that beats it',
    'norm ai<|>d\n  when requester is ice\n  officer must assist',
    ['officer must assist', 'beaten by `no-help` of "Town Code"'],
  ],
  [
    'a word of the language in one line',
    'norm aid\n  wh<|>en scene is quiet\n  officer must note-it',
    ['the norm applies only where this holds'],
  ],
  ['a keyword in a declaration that is half typed', 'norm aid\n  unl<|>ess', ['the norm does not apply']],
])('pointing tells %s', (_, block, expected) => {
  for (const words of expected) expect(hovered(block)).toContain(words)
})

test('pointing at a norm tells by which exceptions it is lifted', () => {
  const lifted = `${ORDINANCE.replace('```\n', '')}`
  const workspace = townWith({
    'us/il/town/ordinance.md': lifted,
    'us/il/town/second.md': order('exception but to no-help of "Town Code"\n  when scene is quiet', {
      force: 'ordinance',
      short: 'Second',
    }),
  })
  const uri = uriOf('us/il/town/ordinance.md')
  const position = positionAt(lifted, lifted.indexOf('no-help'))
  expect(hover(workspace, { textDocument: { uri }, position })?.contents).toMatchObject({
    value: expect.stringContaining('Lifted by `but` of "Second"'),
  })
})

test('pointing at prose, or at a file that is no order, tells nothing', () => {
  const workspace = townWith({ [OWN]: order('norm aid\n  officer must note-it') })
  expect(hover(workspace, { textDocument: { uri: uriOf(OWN) }, position: { line: 11, character: 3 } })).toBeNull()
  expect(
    hover(workspace, { textDocument: { uri: 'file:///elsewhere.md' }, position: { line: 0, character: 0 } }),
  ).toBeNull()
})
