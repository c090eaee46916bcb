import { describe, expect, test } from 'vitest'
import { faultsOf, libraryOf, type Written } from '../testing.ts'

const ORDER = 'us/il/town/order'
const faults = (block: string, others: Readonly<Record<string, Written>> = {}) =>
  faultsOf(libraryOf({ [ORDER]: { block }, ...others }))
const inWords = (block: string) => faultsOf(libraryOf({ 'us/il/words': { force: 'vocabulary', block } }))

describe('E210: one declaration for a name', () => {
  test.each([
    ['role officer "Again"', 'officer', 'officer'],
    ['group officer is supervisor', 'officer', 'officer'],
    ['event agents-arrived "Again"', 'agents-arrived', 'agents-arrived'],
    ['act assist "Assist again"', 'assist', 'assist'],
    ['fact scene is quiet', 'scene is quiet', 'scene'],
    ['fact speed is one of low, high', 'speed', 'speed'],
    ['fact colour is one of red, blue, red', 'colour is red', 'red'],
    ['define request is federal when scene is quiet', 'request is federal', 'request'],
    ['define requester is ice when scene is quiet', 'requester is ice', 'requester'],
  ])('%s', (block, name, at) => {
    expect(inWords(block)).toEqual([
      {
        code: 'E210',
        message: `\`${name}\` is declared more than once`,
        at,
        label: 'declared again',
        fix: 'take one of them out, or give it a name of its own',
      },
    ])
  })

  test('a norm and an exception of one document', () => {
    expect(faults('norm aid\n  officer must assist\nexception aid to aid\n  officer may assist')).toMatchObject([
      { code: 'E210', at: 'aid' },
    ])
  })

  test('a document may mean something else by a shared word', () => {
    expect(
      faults(
        'define request is federal when scene is quiet\nnorm aid\n  when request is federal\n  officer must assist',
      ),
    ).toEqual([])
  })

  test('a set may have a member of the name of a value', () => {
    expect(inWords('fact wish is one of hold, other')).toEqual([])
  })
})

test('E211: one version of a text is in force at a time', () => {
  const block = 'norm aid\n  officer must assist'
  const other = (when: string) => faults(block, { 'us/il/town/order-2': { block, short: 'order', 'in-force': when } })
  expect(other('from 2021-01-01')).toMatchObject([
    {
      code: 'E211',
      message: '`us/il/town/order` and `us/il/town/order-2` are in force together with the short title "order"',
      label: 'one version',
      fix: 'let one supersede the other, end the older one, or give one another short title',
    },
  ])
  expect(other('from 2019-01-01 through 2019-12-31')).toEqual([])
})

test('E216: an act is related only to acts at its folder or above', () => {
  const library = libraryOf({
    'us/il/words': { force: 'vocabulary', block: 'act wave "Wave" is a kind of wink' },
    'us/il/town/more-words': { force: 'vocabulary', block: 'act wink "Wink" is a kind of assist' },
  })
  expect(faultsOf(library)).toEqual([
    {
      code: 'E216',
      message: '`wave` is related to `wink`, which is declared in a folder below',
      at: 'wink',
      label: 'not at the same folder or above',
      fix: 'state the relation where `wink` is declared, or declare it higher',
    },
  ])
})

describe('an exception', () => {
  const memo = (block: string) => ({ 'us/il/town/memo': { force: 'memo', block } })

  test('E217: of lower force lifts nothing', () => {
    const exception = memo('exception but to aid of "order"\n  officer may assist')
    expect(faults('norm aid\n  officer must not assist', exception)).toEqual([
      {
        code: 'E217',
        message: 'the exception `but` has a lower force than the norm `aid`',
        at: 'but',
        label: 'too low to lift it',
        fix: 'take the exception out, or write `unless lower orders say otherwise` if the norm says so',
      },
    ])
    expect(faults('norm aid\n  officer must not assist\n  unless lower orders say otherwise', exception)).toEqual([])
  })

  test('E218: is for acts that its norm speaks about', () => {
    const forAct = (act: string) =>
      faults(`norm aid\n  officer must not assist\nexception but to aid for ${act}\n  officer may note-it`)
    expect(forAct('note-it')).toEqual([
      {
        code: 'E218',
        message: 'no norm of the exception `but` speaks about `note-it`',
        at: 'note-it',
        label: 'there is nothing to lift for this act',
        fix: 'name an act of the norm, or a kind of one',
      },
    ])
    expect(forAct('hold')).toEqual([])
  })

  test('E218: a duty speaks about the act alone, and `other than` takes acts out', () => {
    expect(faults('norm aid\n  officer must assist\nexception but to aid for hold')).toMatchObject([{ code: 'E218' }])
    expect(faults('norm aid\n  officer must not assist other than hold\nexception but to aid for hold')).toMatchObject([
      { code: 'E218' },
    ])
  })

  test('E219: has no exception', () => {
    expect(faults('norm aid\n  officer must not assist\nexception but to aid\nexception yet to but')).toEqual([
      {
        code: 'E219',
        message: '`but` is an exception: an exception has no exceptions',
        at: 'but',
        label: 'not a norm',
        fix: 'name the norm to which it is an exception',
      },
    ])
  })

  test('E108: names a norm that is in force on each day of its own', () => {
    const library = libraryOf({
      [ORDER]: { block: 'norm aid\n  officer must not assist', 'in-force': 'from 2020-01-01 through 2020-12-31' },
      'us/il/town/later': { block: 'exception but to aid of "order"\n  officer may assist' },
    })
    expect(faultsOf(library)).toEqual([
      {
        code: 'E109',
        message: 'no document with the short title "order" is in force here',
        at: '"order"',
        label: 'names no document of this book',
        fix: 'write the `short` of a document that is in force then',
      },
    ])
  })
})

test('E219: an exception cannot be unsettled', () => {
  const note = {
    'us/il/town/police/note': {
      force: 'counsel note',
      block: 'unsettled but of "order", ask supervisor until answered: "Call first"',
    },
  }
  expect(faults('norm aid\n  officer must not assist\nexception but to aid', note)).toMatchObject([
    { code: 'E219', message: '`but` is an exception: only a norm can be unsettled', at: 'but' },
  ])
})

test('E223: at most six doubts can meet for a pair', () => {
  const norms = Array.from({ length: 7 }, (_, index) => `norm n${index}\n  officer must not assist`).join('\n')
  const doubts = (count: number) =>
    Array.from({ length: count }, (_, index) => {
      return `unsettled n${index} of "order", ask supervisor until answered: do not assist`
    }).join('\n')
  const note = (count: number) => ({ 'us/il/town/police/note': { force: 'counsel note', block: doubts(count) } })
  expect(faults(norms, note(6))).toEqual([])
  expect(faults(norms, note(7))).toMatchObject([
    {
      code: 'E223',
      message: 'more than 6 doubts can meet for `officer hold`',
      label: 'one doubt too many',
      fix: 'join some of them',
    },
  ])
})

test('E226: what is urgent does not withdraw, nor is it a kind of what does', () => {
  expect(inWords('act flee "Get out" urgent withdraws')).toEqual([
    {
      code: 'E226',
      message: '`flee` is urgent and withdraws',
      at: 'flee',
      label: 'help cannot be given by leaving or waiting',
      fix: 'take out `urgent` or `withdraws`',
    },
  ])
  expect(inWords('act flee "Get out" is a kind of pause urgent')).toMatchObject([{ code: 'E226' }])
})

test('W102: an act that sounds like withdrawing says so', () => {
  expect(inWords('act go-home "Return to the station"')).toEqual([
    {
      code: 'W102',
      message: '`go-home` is to wait, leave, stand by or return and does not say `withdraws`',
      at: 'go-home',
      label: 'stands in the way of help when someone is in danger',
      fix: 'write `withdraws` in its declaration',
    },
  ])
  expect(inWords('act go-home "Return to the station" withdraws')).toEqual([])
  expect(inWords('act wait-long "Wait long" is a kind of pause')).toEqual([])
  expect(inWords('act send-off "Send them off" order "Leave the scene" directs officer to pause')).toEqual([])
})

test('W106: `other than` takes out kinds of what is named', () => {
  expect(faults('norm aid\n  officer must not assist other than note-it')).toEqual([
    {
      code: 'W106',
      message: '`other than note-it` takes nothing out',
      at: 'officer must not assist other than note-it',
      label: 'no kind of an act that is named here',
      fix: 'take it out, or declare that `note-it` is a kind of one of the acts',
    },
  ])
})

test('W107: a negated comparison with a clock holds before the clock starts', () => {
  expect(faults('norm aid\n  when hours-here is not at least 2 hours\n  officer must assist')).toEqual([
    {
      code: 'W107',
      message: '`hours-here is not at least 2 hours` holds before `agents-arrived` too',
      at: 'hours-here is not at least 2 hours',
      label: 'a clock that has not started is neither more nor less than anything',
      fix: 'write `is less than` if it is meant only afterwards',
    },
  ])
  expect(faults('norm aid\n  when speed is not at least 2 miles\n  officer must assist')).toEqual([])
})
