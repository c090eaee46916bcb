import { describe, expect, test } from 'vitest'
import { bookOn, checkedOn, faultsOf, libraryOf, seen, type Written } from './testing.ts'
import type { Condition } from './tree.ts'

const ORDER = 'us/il/town/order'
const order = (block: string, words?: Written) =>
  libraryOf({
    [ORDER]: { block },
    ...(words === undefined ? {} : { 'us/il/words': { force: 'vocabulary', ...words } }),
  })

/** The condition of the norm `aid` with one line. */
const when = (line: string, words?: Written): Condition | undefined =>
  bookOn('2020-06-01', order(`norm aid\n  when ${line}\n  officer must assist`, words)).norms[0]?.when

describe('a condition', () => {
  test.each<[string, Condition]>([
    ['requester is ice', { kind: 'one-of', input: 'requester', values: ['ice'] }],
    ['requester is one of ice, sheriff', { kind: 'one-of', input: 'requester', values: ['ice', 'sheriff'] }],
    ['requester is not ice', { kind: 'not', of: { kind: 'one-of', input: 'requester', values: ['ice'] } }],
    [
      'requester is none of ice, sheriff',
      { kind: 'not', of: { kind: 'one-of', input: 'requester', values: ['ice', 'sheriff'] } },
    ],
    ['scene is quiet', { kind: 'yes', input: 'scene is quiet' }],
    ['asks include hold', { kind: 'yes', input: 'asks include hold' }],
    ['asks do not include hold', { kind: 'not', of: { kind: 'yes', input: 'asks include hold' } }],
    ['speed is at most 5 miles', { kind: 'compare', input: 'speed', is: 'at-most', than: 5 }],
    [
      'speed is more than 5 and scene is quiet',
      {
        kind: 'all',
        of: [
          { kind: 'compare', input: 'speed', is: 'more-than', than: 5 },
          { kind: 'yes', input: 'scene is quiet' },
        ],
      },
    ],
    [
      'hours-here is at least 30 minutes',
      { kind: 'compare', input: 'since agents-arrived', is: 'at-least', than: 1_800_000 },
    ],
    [
      'hours-here is less than 2 hours',
      { kind: 'compare', input: 'since agents-arrived', is: 'less-than', than: 7_200_000 },
    ],
    ['request is federal', { kind: 'define', define: 'request federal' }],
    ['supervisor has done note-it', { kind: 'yes', input: 'supervisor has done note-it' }],
    [
      'everyone has done note-it',
      {
        kind: 'any',
        of: [
          { kind: 'yes', input: 'officer has done note-it' },
          { kind: 'yes', input: 'supervisor has done note-it' },
        ],
      },
    ],
  ])('%s', (line, condition) => expect(when(line)).toEqual(condition))

  test("is read with the document's own define before the shared one", () => {
    const block =
      'define request is federal when scene is quiet\nnorm aid\n  when request is federal\n  officer must assist'
    const book = bookOn('2020-06-01', order(block))
    expect(book.norms[0]?.when).toEqual({ kind: 'define', define: `${ORDER}#request federal` })
    expect(book.defines.map(({ id }) => id)).toEqual(['request federal', `${ORDER}#request federal`])
  })

  test('without `when` holds always', () => {
    expect(bookOn('2020-06-01', order('norm aid\n  officer must assist')).norms[0]?.when).toEqual({
      kind: 'all',
      of: [],
    })
  })
})

describe('an input', () => {
  const inputs = (block: string) => bookOn('2020-06-01', order('norm aid\n  officer must assist', { block })).inputs

  test('of each member of a set is yes or no', () => {
    const found = inputs('fact tools includes some of rope "A rope", lamp at first none rope when agents-arrived')
    expect(found.filter(({ id }) => id.startsWith('tools'))).toEqual([
      {
        id: 'tools include lamp',
        kind: 'yes-no',
        first: false,
        of: { kind: 'member', set: 'tools', value: { id: 'lamp', text: 'lamp' } },
        knownTo: [],
        alwaysOffered: false,
        changes: [],
      },
      {
        id: 'tools include rope',
        kind: 'yes-no',
        first: false,
        of: { kind: 'member', set: 'tools', value: { id: 'rope', text: 'A rope' } },
        knownTo: [],
        alwaysOffered: false,
        changes: [{ kind: 'becomes', event: 'agents-arrived', value: true }],
      },
    ])
  })

  test('is one for all clocks of one event', () => {
    const clocks = inputs('fact minutes-here is minutes since agents-arrived').filter(({ kind }) => kind === 'clock')
    expect(clocks).toMatchObject([{ id: 'since agents-arrived', names: ['hours-here', 'minutes-here'] }])
  })

  test('is made of each act that a condition asks about', () => {
    const block = 'norm aid\n  when supervisor has done note-it\n  officer must assist'
    const done = bookOn('2020-06-01', order(block)).inputs.filter((input) => input.id.includes('has done'))
    expect(done).toMatchObject([
      { id: 'supervisor has done note-it', first: false, of: { kind: 'done', role: 'supervisor', act: 'note-it' } },
    ])
  })

  test('keeps its values in the order in which they are written', () => {
    const requester = inputs('event agents-left "Left"').find(({ id }) => id === 'requester')
    expect(requester?.kind === 'one-of' && requester.values.map(({ id }) => id)).toEqual([
      'ice',
      'sheriff',
      'not-known',
    ])
  })
})

test('a statement keeps its roles, its acts and its words', () => {
  const block = `norm aid
  everyone must not assist other than guard -- a comment
  supervisor may
    hold whatever lower orders say
  officer must note-it within 2 hours of agents-arrived; if late, tell supervisor`
  expect(bookOn('2020-06-01', order(block)).norms[0]?.statements).toMatchObject([
    { id: `${ORDER}#aid/1`, roles: ['officer', 'supervisor'], words: 'everyone must not assist other than guard' },
    { id: `${ORDER}#aid/2`, guaranteed: true, words: 'supervisor may hold whatever lower orders say' },
    {
      id: `${ORDER}#aid/3`,
      deadline: { kind: 'within', ms: 7_200_000, event: 'agents-arrived', ifLate: 'supervisor' },
      words: 'officer must note-it within 2 hours of agents-arrived; if late, tell supervisor',
    },
  ])
})

describe('a word that names nothing', () => {
  const help = (line: string) => `norm aid\n  when ${line}\n  officer must assist`
  test.each([
    ['norm aid\n  oficer must assist', 'E101', 'there is no role or group `oficer`', 'oficer', 'write `officer`'],
    ['norm aid\n  officer must asist', 'E102', 'there is no act `asist`', 'asist', 'write `assist`'],
    [
      'norm aid\n  officer must assist within 1 hours of agents-arived',
      'E103',
      'there is no event `agents-arived`',
      'agents-arived',
      'write `agents-arrived`',
    ],
    [help('sceen is quiet'), 'E104', 'no fact or define says whether `sceen is quiet`', 'sceen', 'write `scene`'],
    [help('scene is quite'), 'E104', 'no fact or define says whether `scene is quite`', 'quite', 'write `quiet`'],
    [help('requester is icy'), 'E105', '`icy` is no value of `requester`', 'icy', 'write `ice`'],
    [
      help('requester is fbi'),
      'E105',
      '`fbi` is no value of `requester`',
      'fbi',
      'write one of `ice`, `sheriff`, `not-known`',
    ],
    [
      help('requester include ice'),
      'E106',
      'this is no question that can be put to `requester`',
      'requester',
      'ask with `is` or `is one of`',
    ],
    [
      help('asks is hold'),
      'E106',
      'this is no question that can be put to `asks`',
      'asks',
      'ask with `include` or `do not include`',
    ],
    [
      help('speed is at least 5 hours'),
      'E107',
      '`speed` is not counted in `hours`',
      'hours',
      'write the number in `miles`',
    ],
    [
      help('hours-here is at least 5 years'),
      'E107',
      '`years` is no unit of time of one length',
      'years',
      'write `minutes`, `hours` or `days`',
    ],
    [
      'norm aid\n  officer must assist\nexception but to aide',
      'E108',
      'there is no norm `aide` in this document',
      'aide',
      'write `aid`',
    ],
    [
      'norm aid\n  officer must assist\nexception but to aid of "ordr"',
      'E109',
      'no document with the short title "ordr" is in force here',
      '"ordr"',
      'write `"order"`',
    ],
  ])('%s', (block, code, message, at, fix) => {
    expect(faultsOf(order(block))).toMatchObject([{ code, message, at, fix }])
  })

  test('is told of the members of a group, which are roles', () => {
    const block = 'group crew is officer, everyone, pilot'
    expect(faultsOf(order('norm aid\n  officer must assist', { block }))).toMatchObject([
      { code: 'E101', message: '`everyone` is a group, not a role', at: 'everyone', fix: 'name one role of it' },
      { code: 'E101', message: 'there is no role `pilot`', at: 'pilot' },
    ])
  })

  test('is told only for the days on which it is missing', () => {
    const library = libraryOf({
      [ORDER]: { block: help('gate is shut'), 'in-force': 'from 2020-01-01' },
      'us/il/words': { force: 'vocabulary', 'in-force': 'from 2020-03-01', block: 'fact gate is shut' },
    })
    const { findings } = checkedOn('2020-02-01', library)
    expect(findings.map((finding) => seen(finding, library).at)).toEqual(['gate'])
    expect(checkedOn('2020-04-01', library).findings).toEqual([])
  })
})

describe('a value that does not fit its fact', () => {
  test.each([
    ['fact gate is shut at first open', 'E114', '`open` is no value of this fact', 'open', 'write `yes` or `no`'],
    [
      'fact gate is one of shut, ajar at first broken',
      'E105',
      '`broken` is no value of `gate`',
      'broken',
      'write one of `shut`, `ajar`',
    ],
    [
      'fact gates includes some of north, south at first none west when agents-arrived',
      'E105',
      '`west` is no value of `gates`',
      'west',
      'write one of `north`, `south`',
    ],
    [
      'fact gates is a number of gates at first 2 open when agents-arrived',
      'E115',
      '`gates` cannot change in this way',
      'open when agents-arrived',
      'take the change out',
    ],
    [
      'fact gate is one of shut, ajar at first shut yes while a agents-arrived has no agents-arrived of its own',
      'E115',
      '`gate` cannot change in this way',
      'yes while a agents-arrived has no agents-arrived of its own',
      'write `VALUE when EVENT`',
    ],
  ])('%s', (block, code, message, at, fix) => {
    expect(faultsOf(order('norm aid\n  officer must assist', { block }))).toMatchObject([{ code, message, at, fix }])
  })
})

describe('what is built on itself', () => {
  test('E110: defines', () => {
    const block = 'define k is x when l is y\ndefine l is y when m is z\ndefine m is z when k is x'
    expect(faultsOf(order('norm aid\n  officer must assist', { block }))).toEqual([
      {
        code: 'E110',
        message: 'a define is built on itself: `k is x`, `l is y`, `m is z`, `k is x`',
        at: 'k',
        label: 'the cycle begins here',
        fix: 'say one of them without the other',
      },
    ])
  })

  test('E112: kinds of acts', () => {
    const block = 'act nod "Nod" is a kind of wave\nact wave "Wave" is a kind of nod'
    expect(faultsOf(order('norm aid\n  officer must assist', { block }))).toEqual([
      {
        code: 'E112',
        message: 'an act is a kind of itself: `nod` is a kind of `wave` is a kind of `nod`',
        at: 'nod',
        label: 'the cycle begins here',
        fix: 'take out one `is a kind of`',
      },
    ])
  })

  test('E111: 10,000 defines in a chain are one finding', () => {
    const chain = Array.from({ length: 10_000 }, (_, index) => `define d${index} is so when d${index + 1} is so`)
    const block = `${chain.join('\n')}\ndefine d10000 is so when scene is quiet`
    expect(faultsOf(order('norm aid\n  officer must assist', { block }))).toMatchObject([
      {
        code: 'E111',
        message: 'more than 200 defines are built on one another up to `d9800 is so`',
        fix: 'say it by facts',
      },
    ])
  })

  test('E113: 10,000 acts in a chain are one finding', () => {
    const chain = Array.from({ length: 10_000 }, (_, index) => `act a${index} "Act" is a kind of a${index + 1}`)
    const block = `${chain.join('\n')}\nact a10000 "Act"`
    expect(faultsOf(order('norm aid\n  officer must assist', { block }))).toMatchObject([
      { code: 'E113', message: 'more than 200 acts are kinds of one another down to `a9800`' },
    ])
  })

  test('10,000 defines of nothing are told without a hang', () => {
    const block = Array.from({ length: 10_000 }, (_, index) => `define d${index} is so when e${index} is so`).join('\n')
    expect(faultsOf(order('norm aid\n  officer must assist', { block }))).toHaveLength(10_000)
  })
})
