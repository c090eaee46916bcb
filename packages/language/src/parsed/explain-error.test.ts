import { describe, expect, test } from 'vitest'
import { keywords } from './block-parser.ts'
import { declarationsOf, documentText, found } from './testing.ts'

const MIXED =
  'one condition cannot mix `and` and `any of` -> give one of the two a name with `define`, and use the name here'

describe('words that are refused', () => {
  test.each([
    [
      'norm k1\n officer may not leave',
      'E026 at may not: `may not` cannot be used in an order -> write `must not` (it is forbidden) or `need not` (it is not required)',
    ],
    ['norm k1\n officer shall wait', 'E026 at shall: `shall` cannot be used in an order -> write `must`'],
    [
      'norm k1\n officer shall not wait',
      'E026 at shall not: `shall not` cannot be used in an order -> write `must not` (it is forbidden) or `need not` (it is not required)',
    ],
    ['norm k1\n officer need wait', 'E031 at need: `need` cannot be used in an order -> write `must` or `need not`'],
    [
      'exception k1 to n1\n unless lower orders say otherwise',
      'E032 at unless lower orders say otherwise: an exception cannot say `unless lower orders say otherwise` -> say it in the norm that is lifted, or write a norm',
    ],
    [
      'fact gate is open no while a e1 has no e2 of its own',
      'E032 at no: `no while` cannot be said -> write `no when EVENT`',
    ],
    [
      'norm k1\n officer must x1 cite "a" cite "b"',
      'E029 at cite "b": `cite` is given twice in one declaration -> keep one of them',
    ],
    [
      'norm k1\n when speed is at least 99999999 miles officer must x1',
      'E033 at 99999999: `99999999` is too large a number',
    ],
    [
      'scenario "x" on 2020-02-30 expect officer must x1',
      'E034 at 2020-02-30: `2020-02-30` is no day of the calendar -> write a day such as `2019-09-28`, or a time of a day such as `2019-09-28T21:50`',
    ],
  ])('%j', (block, says) => {
    expect(found(documentText(block))).toEqual([says])
  })
})

describe('what cannot be read', () => {
  test.each([
    ['norm k1\n when b1 is c1 and any of\n  - d1 is e1\n officer must x1', `E027 at any: ${MIXED}`],
    ['norm k1\n when any of\n  - b1 is c1 and d1 is e1\n officer must x1', `E027 at d1 is e1: ${MIXED}`],
    ['define k1 is l1 when any of - b1 is c1 and d1 is e1', `E027 at d1 is e1: ${MIXED}`],
    [
      'norm k1\n when b1 is c1\n - d1 is e1\n officer must x1',
      'E020 at -: expected a condition after `c1`, found `-` -> write `any of` before the first dash',
    ],
    [
      'norm k1\n when c1 is d1 or e1 is f1\n officer must x1',
      'E035 at or: `or` cannot be read here -> write `is one of A, B` for values, or `any of` with a dash before each line',
    ],
    ['norm k1\n when\n officer must x1', 'E020 at officer: expected a condition after `when`, found `officer must`'],
    ['norm k1\n when b1 is\n officer must x1', 'E020 at officer: expected a value after `is`, found `officer must`'],
    [
      'norm k1\n officer leave',
      'E020 at leave: expected `must`, `must not`, `may`, `need not`, `should` or `should not` after `officer`, found `leave`',
    ],
    ['norm k1\n officer must', 'E030 at : expected an act after `must`, but the declaration ends'],
    [
      'norm k1\n officer must x1 and y1',
      'E020 at and: expected `,` between acts, or a new line after `x1`, found `and` -> write `,` before the next act',
    ],
    [
      'norm open\n officer must x1',
      'E024 at open: `open` is a word of the language and cannot be a name -> write a name of its own, for example `open-…`',
    ],
    ['nrom k1\n officer must x1', 'E025 at nrom: expected a declaration, found `nrom` -> write `norm`'],
    [
      'norm k1\n when x1 is not one of b1, c1\n officer must y1',
      'E020 at one: expected a value after `not`, found `one` -> write `is none of`',
    ],
    [
      'fact x1 is one of k1, unknown',
      'E020 at unknown: expected a value after `,`, found `unknown` -> write `not-known`; only a scenario says `is unknown`, of a fact that nobody has reported',
    ],
    ['act k1 "K" word wait', 'E020 at wait: expected one word in capitals after `word`, found `wait` -> write `WAIT`'],
    ['act k1 "K" is kind of b1', 'E020 at kind: expected `a kind of ACT` after `is`, found `kind`'],
    [
      'role constructor "C" tostring',
      'E020 at tostring: expected another part of the declaration, or a new one after `"C"`, found `tostring`',
    ],
  ])('%j', (block, says) => {
    expect(found(documentText(block))).toEqual([says])
  })
})

describe('words that are not written as names are', () => {
  test.each([
    ['norm Foo_Bar\n officer must x1', 'E023 at Foo_Bar: `Foo_Bar` is not written as names are -> write `foo-bar`'],
    ['norm k1--b1\n officer must x1', 'E023 at k1--b1: `k1--b1` is not written as names are -> write `k1-b1`'],
    ['norm k1\n officer must DO', 'E023 at DO: `DO` is not written as names are -> write `do`'],
    [
      'norm k1\n officer must x1 § 5',
      'E021 at §: `§` does not belong in a remit block -> remove it, or put it in a text or after `--`',
    ],
    [
      'norm k1\n officer must x1 cite “a”',
      'E021 at “: texts stand in straight quotation marks, found `“` -> write `"`',
    ],
    [
      'norm k1\n officer must x1 cite "a\n\nrole b1',
      'E022 at ": a text that begins here has no closing quotation mark -> add `"` at its end',
    ],
  ])('%j', (block, says) => {
    expect(found(documentText(block))).toEqual([says])
  })
})

test('every word of the language can be a value, except those that begin another test', () => {
  const notValues = [...keywords()].filter((word) => found(documentText(`fact k1 is one of ${word} "X"`)).length > 0)
  expect(notValues.sort()).toEqual(['a', 'at', 'less', 'more', 'not', 'one', 'unknown'])
  for (const word of ['none', 'and', 'unless', 'norm', 'officer']) {
    expect(declarationsOf(`norm k1\n when b1 is ${word}\n officer must x1`)).toMatchObject([
      { when: { lines: [{ kind: 'is', value: { text: word } }] }, statements: [{ who: [{ text: 'officer' }] }] },
    ])
  }
})
