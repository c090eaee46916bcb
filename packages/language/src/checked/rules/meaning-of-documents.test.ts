import { describe, expect, test } from 'vitest'
import { allFaultsOf, checkedOn, faultsOf, libraryOf, TOWN, TOWN_AGENCY, type Written } from '../testing.ts'

const RULE = 'us/il/town/police/rule'

describe('E228: what is urgent depends on no one request and no one person', () => {
  const words: Written = {
    force: 'vocabulary',
    block: `fact hit is one of civil, criminal about the person
fact vest is worn about the actor
list conviction about the person
  class one of listed, other
define hit is serious when hit is criminal
act protect "Protect life now" urgent
act shield "Shield a person" is a kind of protect`,
  }
  const faults = (block: string, own: Written = words) => faultsOf(libraryOf({ 'us/il/words': own, [RULE]: { block } }))

  test.each([
    ['norm aid\n  when hit is civil\n  officer must protect', '`aid`', 'hit is civil', '`hit`', 'protect'],
    ['norm aid\n  unless hit is serious\n  officer must not shield', '`aid`', 'hit is serious', '`hit`', 'shield'],
    [
      'norm aid\n  when some conviction has class listed\n  officer may protect',
      '`aid`',
      'some conviction has class listed',
      '`some conviction has class listed`',
      'protect',
    ],
    [
      'norm aid\n  officer must protect\nexception but to aid\n  when hit is civil',
      '`but`',
      'hit is civil',
      '`hit`',
      'protect',
    ],
  ])('%s', (block, who, at, reads, act) => {
    expect(faults(block)).toEqual([
      {
        code: 'E228',
        message: `${who}: the urgent act \`${act}\` cannot depend on one person`,
        at,
        label: `reads ${reads}, which is about the person`,
        fix: 'say it by facts about the incident or the actor: help in danger waits for nobody',
      },
    ])
  })

  test('nor when it arises', () => {
    const own = {
      ...words,
      block: words.block.replace('a kind of protect', 'a kind of protect arises when hit is civil'),
    }
    expect(faults('norm aid\n  officer must protect', own)).toMatchObject([
      {
        code: 'E228',
        at: 'hit is civil',
        message: 'when it arises: the urgent act `shield` cannot depend on one person',
      },
    ])
  })

  test.each([
    'norm aid\n  when vest is worn and scene is quiet\n  officer must protect',
    'norm aid\n  when hit is civil\n  officer must assist',
  ])('other things may: %s', (block) => expect(faults(block)).toEqual([]))
})

describe('W109: not knowing', () => {
  const about = (line: string) =>
    allFaultsOf(libraryOf({ [RULE]: { block: `norm aid\n  when ${line}\n  officer must assist` } })).filter(
      ({ code }) => code === 'W109',
    )

  test('is thought of where orders read the fact', () => {
    // The shared words read `requester` in a define.
    expect(about('scene is quiet')).toEqual([
      {
        code: 'W109',
        message: 'orders read `requester`, and none says what holds when it is `not-known`',
        at: 'not-known',
        label: 'no condition names this value',
        fix: 'name `not-known` where it matters, as in `requester is one of …, not-known`, or take the value out',
      },
    ])
  })

  test.each([
    'requester is not-known',
    'requester is not not-known',
    'requester is one of ice, not-known',
    'requester is none of ice, not-known',
  ])('is thought of by %s', (line) => expect(about(line)).toEqual([]))

  test('is not thought of by leaving it over', () => expect(about('requester is not ice')).toHaveLength(1))
})

describe('W112: a guarantee of a general act', () => {
  const faults = (statement: string) => faultsOf(libraryOf({ [RULE]: { block: `norm aid\n  ${statement}` } }))

  test('lists what it frees', () => {
    expect(faults('officer may assist whatever lower orders say')).toEqual([
      {
        code: 'W112',
        message: 'whatever lower orders say, this also frees `guard`, `hold`',
        at: 'officer may assist whatever lower orders say',
        label: 'each is a kind of what `may` names here',
        fix: 'name the kinds that are meant, or take others out with `other than`',
      },
    ])
    expect(faults('officer need not assist other than hold whatever lower orders say')).toMatchObject([
      { code: 'W112', message: 'whatever lower orders say, this also frees `guard`' },
    ])
  })

  test.each([
    'officer may hold whatever lower orders say',
    'officer may assist, guard, hold whatever lower orders say',
    'officer may assist',
  ])('is none: %s', (statement) => expect(faults(statement)).toEqual([]))
})

describe('E231: law that is recalled alone', () => {
  const recalled: Written = { block: 'norm aid\n  officer must assist', verified: 'recalled' }
  const agency = (says: string) => `${TOWN_AGENCY.replace('runs: no', says)}`
  const faults = (says: string) => faultsOf(libraryOf({ [RULE]: recalled }, { [TOWN]: agency(says) }))

  test('orders and forbids nothing for an agency that runs Remit', () => {
    const message = 'what `us/il/town/police/rule` orders or forbids rests on recalled law alone'
    expect(faults('runs: yes')).toMatchObject([
      { code: 'E231', message, label: 'known from memory alone, and Town Police runs Remit' },
    ])
    expect(faults('runs: yes\ndemo: yes')).toMatchObject([{ code: 'W104', message }])
    expect(faults('runs: no')).toMatchObject([{ code: 'W104', message }])
  })

  test('is why there is no book', () => {
    const library = libraryOf({ [RULE]: recalled }, { [TOWN]: agency('runs: yes') })
    expect(checkedOn('2020-06-01', library)).toMatchObject({ findings: [{ code: 'E231' }] })
    expect(checkedOn('2020-06-01', library).book).toBeUndefined()
  })
})

test('E213: danger is about the incident', () => {
  const block = `event danger-reported "Danger"
event danger-ended "Over"
fact someone is in-danger about the person
  at first no
  yes while a danger-reported has no danger-ended of its own`
  expect(faultsOf(libraryOf({ 'us/il/words': { force: 'vocabulary', block } }))).toMatchObject([{ code: 'E213' }])
})
