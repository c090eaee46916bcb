import { expect, test } from 'vitest'
import { townAt } from '../testing/town.ts'
import { completion } from './completion.ts'

function labels(block: string): readonly string[] {
  const { workspace, at } = townAt(block)
  return completion(workspace, at).map(({ label }) => label)
}

test.each([
  [
    'after `when` come facts, defines and roles',
    'norm aid\n  when <|>',
    ['requester', 'requester is federal', 'scene is quiet', 'officer', 'any of'],
  ],
  ['after a fact come the ways to ask', 'norm aid\n  when requester <|>', ['is', 'has', 'include']],
  [
    'after `is` come values, states and `not`',
    'norm aid\n  when requester is <|>',
    ['ice', 'sheriff', 'not-known', 'federal', 'not', 'one of', 'none of'],
  ],
  ['after `is not` come values alone', 'norm aid\n  when requester is not s<|>', ['ice', 'sheriff', 'federal']],
  ['in a row of values come values', 'norm aid\n  when requester is one of ice, <|>', ['sheriff', 'not-known']],
  ['after `include` come members', 'norm aid\n  when asks include <|>', ['hold', 'notify']],
  [
    'after the condition come roles and groups',
    'norm aid\n  when scene is quiet\n  <|>',
    ['officer', 'everyone', 'agency', 'unless', 'and'],
  ],
  ['after a role come modalities', 'norm aid\n  officer <|>', ['must', 'may', 'need', 'should']],
  ['after `must` come acts and `not`', 'norm aid\n  officer must <|>', ['assist', 'hold', 'note-it', 'not']],
  [
    'after an act come what limits the statement',
    'norm aid\n  officer may assist <|>',
    ['other than', 'whatever lower orders say', 'within', 'promptly'],
  ],
  ['after `other than` come acts', 'norm aid\n  officer must not assist other than <|>', ['hold']],
  [
    'after `of` of a deadline come events',
    'norm aid\n  officer must note-it within 30 minutes of <|>',
    ['agents-arrived'],
  ],
  ['after a number come units', 'norm aid\n  officer must note-it within 30 <|>', ['minutes', 'hours']],
  ['after `tell` come roles', 'norm aid\n  officer must note-it promptly; if late, tell <|>', ['supervisor']],
  [
    'after `to` of an exception come norms of other documents by their title',
    'exception but to <|>',
    ['no-help of "Town Code"'],
  ],
  [
    'in quotation marks comes the title of a document with such a norm',
    'exception but to no-help of "<|>',
    ['Town Code'],
  ],
  ['a half-typed name is completed as a whole', 'norm aid\n  officer must note-<|>', ['note-it']],
  ['in a scenario come facts and events', 'scenario "x"\n  given <|>', ['requester', 'agents-arrived']],
  ['after `expect` come roles', 'scenario "x"\n  expect <|>', ['officer', 'nobody must', 'no kind of']],
  [
    'after `because` come norms',
    'norm mine\n  officer must note-it\n\nscenario "x"\n  expect officer must note-it because <|>',
    ['mine', 'no-help of "Town Code"'],
  ],
  ['where a declaration begins come its words', 'no<|>', ['norm', 'fact', 'scenario']],
  ['what was mistyped above does not matter', 'norm aid\n  when requestr iz ice )\n  officer must <|>', ['note-it']],
  ['clauses of a fact', 'fact town is awake\n  <|>', ['ask', 'known to', 'at first', 'always offered']],
])('%s', (_, block, expected) => {
  expect(labels(block)).toEqual(expect.arrayContaining(expected))
})

test('a value is offered alone where no condition can begin', () => {
  expect(labels('norm aid\n  when asks include <|>')).toEqual(['hold', 'notify'])
})

test('what the language reads only to refuse it is not offered', () => {
  expect(labels('norm aid\n  officer may <|>')).not.toContain('not')
  expect(labels('norm aid\n  officer <|>')).not.toContain('shall')
})

test.each([
  ['a comment', 'norm aid -- when <|>'],
  ['a text', 'norm aid\n  officer must note-it\n  cite "Tow<|>'],
  ['the name of something new', 'norm <|>'],
])('in %s nothing is offered', (_, block) => {
  expect(labels(block)).toEqual([])
})

test('outside a block nothing is offered', () => {
  const { workspace, at } = townAt('norm aid\n  officer must note-it\n```\n\nWhen <|>\n\n```remit\nnorm other-one')
  expect(completion(workspace, at)).toEqual([])
})

test('an offer replaces what is typed of it and says what it stands for', () => {
  const { workspace, at } = townAt('norm aid\n  when re<|>')
  const offer = completion(workspace, at).find(({ label }) => label === 'requester')
  expect(offer).toMatchObject({
    detail: 'fact',
    documentation: { value: expect.stringContaining('Who is asking?') },
    textEdit: { newText: 'requester', range: { start: { character: 7 }, end: { character: 9 } } },
  })
})
