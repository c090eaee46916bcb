/** What people are likely to write in place of what each construct needs. */
import { describe, expect, test } from 'vitest'
import { documentText, found } from '../testing.ts'

describe('a name of two words', () => {
  test.each([
    ['norm k1\n when supervisor is on scene\n officer must x1', 'E020 at scene', 'on-scene'],
    ['norm k1\n when supervisor is not on scene\n officer must x1', 'E020 at scene', 'on-scene'],
    ['norm k1\n officer must protect life', 'E020 at life', 'protect-life'],
    ['norm k1\n officer must wait for supervisor', 'E020 at for', 'wait-for'],
    ['norm k1\n when supervisor is on scene\n nobody may x1', 'E020 at scene', 'on-scene'],
  ])('%j', (code, place, name) => {
    const message = `${place}: a name is one word, found \`${name.replace('-', ' ')}\` -> write \`${name}\``
    expect(found(documentText(code))).toEqual([message])
  })
})

describe('mistakes in lists and conditions about their entries', () => {
  test.each([
    [
      'norm k1\n when some conviction is listed\n officer must x1',
      [
        'E020 at is: expected `has` and a field after `conviction`, found `is` -> write `some conviction has FIELD VALUE`',
      ],
    ],
    [
      'norm k1\n when some conviction has listed\n officer must x1',
      ['E020 at officer: expected the value of a field after `listed`, found `officer must`'],
    ],
    [
      'norm k1\n when some conviction has class is listed\n officer must x1',
      ['E020 at is: expected a value after `class`, found `is` -> leave `is` out: `class VALUE`'],
    ],
    [
      'norm k1\n when conviction has class listed\n officer must x1',
      [
        'E020 at class: expected `done` and an act after `has`, found `class` -> write `some conviction has …` for an entry of a list',
      ],
    ],
    [
      'norm k1\n when some conviction has class one of a1, b1, level felony\n officer must x1',
      ['E020 at felony: expected `and` before `level felony` -> write `and level felony`'],
    ],
    [
      'norm k1\n when some conviction has class listed, requester is dhs\n officer must x1',
      ['E020 at requester is dhs: conditions are joined by `and`, found `,` -> write `and` instead of the comma'],
    ],
    [
      'norm k1\n when some conviction has years-ago 15\n officer must x1',
      [
        'E020 at 15: expected a comparison after `years-ago`, found `15` -> write `years-ago at least 15` or `years-ago at most 15`',
      ],
    ],
    [
      'norm k1\n when some conviction has class not listed\n officer must x1',
      ['E020 at not: expected a value after `class`, found `not` -> name the values that fit: `class one of A, B`'],
    ],
    [
      'norm k1\n when no other conviction\n officer must x1',
      [
        'E020 at other: expected a list after `no`, found `other` -> write `no LIST has FIELD VALUE`; only a scenario says `no other LIST`',
      ],
    ],
    [
      'norm k1\n when some conviction has class must\n officer must x1',
      [
        'E024 at must: `must` is a word of the language and cannot be the value of a field -> write a word of its own, for example `must-…`',
      ],
    ],
    [
      'norm k1\n when any of\n  - some conviction has class listed and requester is dhs\n  - b1 is c1\n officer must x1',
      [
        'E027 at requester is dhs: one condition cannot mix `and` and `any of` -> give one of the two a name with `define`, and use the name here',
      ],
    ],
    [
      'norm k1\n when b1 is c1, d1 is e1\n officer must x1',
      ['E020 at d1 is e1: conditions are joined by `and`, found `,` -> write `and` instead of the comma'],
    ],
    [
      'norm k1\n when supervisor on-scene\n officer must x1',
      [
        'E020 at on-scene: expected `is`, `include` or `has done` after `supervisor`, found `on-scene` -> write `supervisor is on-scene`',
      ],
    ],
    [
      'norm k1\n when training of officer has done x1\n officer must x1',
      ['E020 at has: expected `is` or `include` after `officer`, found `has`'],
    ],
    [
      'list conviction\n  class',
      ['E030 at : expected `one of A, B`, `number of UNIT` or `yes or no` after `class`, but the declaration ends'],
    ],
    [
      'list conviction\n  class is one of a1, b1',
      [
        'E020 at is: expected `one of A, B`, `number of UNIT` or `yes or no` after `class`, found `is` -> leave `is` out: `class one of A, B`',
      ],
    ],
    [
      'list conviction\n  class one of a1, has',
      [
        'E024 at has: `has` is a word of the language and cannot be the value of a field -> write a word of its own, for example `has-…`',
      ],
    ],
    [
      'list conviction\n  years-ago number',
      ['E030 at : expected `of` and a unit such as `years` after `number`, but the declaration ends'],
    ],
    [
      'list conviction\n  was-reduced yes',
      ['E030 at : expected `or no` after `yes`, but the declaration ends -> write `yes or no`'],
    ],
    ['list conviction, class one of a1', ['E020 at class: expected `about the person` after `,`, found `class`']],
    [
      'list conviction about the person, class one of a1',
      ['E020 at ,: expected another part of the declaration, or a new one after `person`, found `,`'],
    ],
    ['lists conviction', ['E025 at lists: expected a declaration, found `lists` -> write `list`']],
  ])('%j', (block, says) => {
    expect(found(documentText(block))).toEqual(says)
  })
})

describe('mistakes in norms', () => {
  test.each([
    [
      'norm k1\n nobody must leave\n nobody may not leave\n nobody shall leave\n nobody should not leave\n nobody need not leave',
      [
        'E036 at must: `nobody must` cannot be used in an order -> write `nobody may` (it is forbidden) or `nobody need` (it is not required)',
        'E026 at may not: `nobody may not` cannot be used in an order -> write `nobody may` (it is forbidden), or name who must do it',
        'E026 at shall: `nobody shall` cannot be used in an order -> write `nobody may` (it is forbidden) or `nobody need` (it is not required)',
        'E036 at should not: `nobody should not` cannot be used in an order -> write `nobody may` (it is forbidden), or name who must do it',
        'E036 at need not: `nobody need not` cannot be used in an order -> write `nobody may` (it is forbidden), or name who must do it',
      ],
    ],
    [
      'norm k1\n one officer, supervisor must x1 if late, tell boss',
      [
        'E020 at if late, tell boss: `if late` has no deadline before it -> write `within 30 minutes of EVENT`, `promptly` or `before ACT` before it',
      ],
    ],
    [
      'norm k1\n officer must x1 within 30 minutes of e1 before y1',
      [
        'E020 at before: expected a new statement after `e1`, found `before` -> write a second statement: a statement has one ending',
      ],
    ],
    ['norm k1\n officer must x1 before', ['E030 at : expected an act after `before`, but the declaration ends']],
    [
      'norm k1\n officer must x1 if broken',
      ['E030 at : expected the sanction in quotation marks after `broken`, but the declaration ends'],
    ],
    [
      'norm k1\n officer must x1 if broken "a" if broken "b"',
      ['E029 at if broken "b": `if broken` is given twice in one declaration -> keep one of them'],
    ],
    [
      'norm k1\n if broken "a"\n officer must x1',
      ['E020 at if: expected `when`, `unless` or a statement such as `officer must ACT` after `k1`, found `if`'],
    ],
    [
      'norm k1\n officer must x1 whatever lower orders say within 5 minutes of e1',
      [
        'E020 at within: expected a new statement after `say`, found `within` -> write a second statement: a statement has one ending',
      ],
    ],
    [
      'norm k1\n someone may leave\n no one may leave',
      [
        'E020 at no: expected a new statement after `leave`, found `no` -> write `nobody may ACT` for what no one may do',
      ],
    ],
    [
      'norm k1\n everyone may leave unless b1 is c1',
      [
        'E020 at b1: expected `lower orders say otherwise` after `unless`, found `b1` -> move `unless …` before the first statement',
      ],
    ],
    [
      'norm k1\n nobody, officer may leave',
      ['E020 at ,: expected `must`, `must not`, `may`, `need not`, `should` or `should not` after `nobody`, found `,`'],
    ],
  ])('%j', (block, says) => {
    expect(found(documentText(block))).toEqual(says)
  })
})

describe('mistakes in moments', () => {
  test.each([
    ['fact k1 is due at first no yes at 25:00 of the day of e1', ['E034 at 25:00: `25:00` is no time of day']],
    [
      'fact k1 is due at first no yes at 9:00 of the day of e1',
      ['E034 at 9:00: `9:00` is no time of day -> write `09:00`'],
    ],
    [
      'fact k1 is due at first no yes at 23:59 on the day of e1',
      [
        'E020 at on: expected `of the day of EVENT` after `23:59`, found `on` -> write `at 23:59 of the day of EVENT`, or `of the day after EVENT`',
      ],
    ],
    [
      'fact k1 is due at first no yes at 23:59 of e1',
      [
        'E020 at e1: expected `the day of EVENT` after `of`, found `e1` -> write `at 23:59 of the day of EVENT`, or `of the day after EVENT`',
      ],
    ],
    [
      'fact k1 is due at first no yes at 23:59 of the week of e1',
      ['E020 at week: expected `day` after `the`, found `week` -> write `of the day of e1`'],
    ],
    [
      'fact k1 is due at first no yes at noon of the day of e1',
      ['E020 at noon: expected a time of day such as `23:59` after `at`, found `noon` -> write a time such as `12:00`'],
    ],
    [
      'fact k1 is due at first no yes at 24:00 of the day of e1',
      ['E034 at 24:00: `24:00` is no time of day -> write `00:00 of the day after EVENT`'],
    ],
  ])('%j', (block, says) => {
    expect(found(documentText(block))).toEqual(says)
  })
})

describe('mistakes in choices and reports', () => {
  test.each([
    [
      'choice officer: x1, y1',
      [
        'E020 at officer: expected `by` and a role after `choice`, found `officer` -> write `choice by officer: ACT, ACT`',
      ],
    ],
    [
      'choice by officer x1, y1',
      ['E020 at x1: expected `:` and acts after `officer`, found `x1` -> write `choice by officer: ACT, ACT`'],
    ],
    [
      'choice by officer: x1 or y1',
      ['E020 at or: expected `,` or `when` after `x1`, found `or` -> write `,` between the acts'],
    ],
    [
      'choice by officer: x1 and y1',
      ['E020 at and: expected `,` or `when` after `x1`, found `and` -> write `,` between the acts'],
    ],
    [
      'report r1\n  agency to state\n  every 2 years',
      [
        'E020 at 2: expected `month`, `quarter`, `half-year` or `year` after `every`, found `2` -> write one of these, and more about the period in the prose',
      ],
    ],
    [
      'report r1\n  agency to state\n  every year\n  fields "a"',
      [
        'E020 at fields: expected `also when none` or `only if any` after `year`, found `fields` -> write whether the report is owed where nothing happened',
      ],
    ],
    [
      'report r1\n  agency to state\n  also when none',
      ['E020 at also: expected `every` and `month`, `quarter`, `half-year` or `year` after `state`, found `also`'],
    ],
    [
      'report r1\n  every year, also when none',
      [
        'E020 at every: expected who reports to whom after `r1`, found `every` -> write `agency to ROLE` after the name of the report',
      ],
    ],
    [
      'report r1 agency to state every year, also if none',
      ['E020 at if: expected `when none` after `also`, found `if`'],
    ],
    [
      'report r1 agency to state every year, only when any',
      ['E020 at when: expected `if any` after `only`, found `when`'],
    ],
    [
      'report r1 agency to state every year, only if any due 30 days',
      [
        'E020 at days: expected a month after `30`, found `days` -> write `due within 30 days`, counted from the end of the period',
      ],
    ],
    [
      'report r1 agency to state every year, only if any due march 1',
      [
        'E020 at march: expected `within 30 days`, a day such as `1 march` or a text in quotation marks after `due`, found `march` -> write the day first: `due 1 march`',
      ],
    ],
    [
      'report r1 agency to state every year, only if any fields number',
      ['E020 at number: expected texts in quotation marks after `fields`, found `number`'],
    ],
    [
      'report r1 agency to state every year, only if any due within 30 days due 1 march',
      ['E029 at due 1 march: `due` is given twice in one declaration -> keep one of them'],
    ],
  ])('%j', (block, says) => {
    expect(found(documentText(block))).toEqual(says)
  })
})

describe('mistakes in scenarios', () => {
  test.each([
    [
      'scenario "x"\n  given a conviction is listed\n  expect officer must x1',
      ['E020 at is: expected `has` and a field after `conviction`, found `is` -> write `a conviction has FIELD VALUE`'],
    ],
    [
      'scenario "x"\n  given a conviction has class one of a1, b1 and years-ago at most 5\n  expect officer must x1',
      [
        'E242 at one of a1, b1: `class one of a1, b1` leaves open what is so -> say what the value is, or leave the field out',
        'E242 at at most 5: `years-ago at most 5` leaves open what is so -> say what the value is, or leave the field out',
      ],
    ],
    [
      'scenario "x"\n  given conviction has class listed\n  expect officer must x1',
      [
        'E020 at class: expected `done` and an act after `has`, found `class` -> write `a conviction has …` for an entry of a list',
      ],
    ],
    [
      'scenario "x"\n  given a1 is b1, c1 is d1\n  expect officer must x1',
      ['E020 at c1 is d1: what is given is joined by `and`, found `,` -> write `and` instead of the comma'],
    ],
    [
      'scenario "x"\n  given a1 is b1\n  then e1 and e2\n  expect officer must x1',
      ['E020 at e2: one thing happens after `then` -> write `then` instead of `and`'],
    ],
    [
      'scenario "x"\n  given no convictions are listed\n  expect officer must x1',
      [
        'E020 at are: expected `has`, `and` or `expect` after `convictions`, found `are` -> write `no convictions has FIELD VALUE`, or `no other convictions` where the list is complete',
      ],
    ],
    [
      'scenario "x"\n  given e1 5 ago\n  expect officer must x1',
      ['E030 at 5 ago: expected a unit after `5` -> write `5 minutes ago`'],
    ],
    [
      'scenario "x"\n  given supervisor on-scene\n  expect officer must x1',
      [
        'E020 at on-scene: expected `is`, `include` or `has done` after `supervisor`, found `on-scene` -> write `supervisor is on-scene`',
      ],
    ],
    ['scenario "x"\n  expect officer Foo', ['E023 at Foo: `Foo` is not written as names are -> write `foo`']],
    [
      'scenario "x"\n  expect officer leave',
      [
        'E030 at : expected `is set aside`, `is silent`, `is open` or `is referred` after `leave`, but the declaration ends',
      ],
    ],
  ])('%j', (block, says) => {
    expect(found(documentText(block))).toEqual(says)
  })
})
