import type { Book, Choice, Condition, Expectation, Input, Invariant, Unsettled } from '@remit/language/checked/tree.ts'
import { act, book, exception, norm, statement } from '@remit/reference/testing/small-books.ts'
import { NOWHERE } from '@remit/reference/testing/words.ts'
import { expect, test } from 'vitest'
import { assert } from '../assert.ts'
import { compile } from '../diagram/from-checked.ts'
import { analyse } from './analyse.ts'
import type { MeaningFinding } from './analysis/findings.ts'
import { checkInvariant } from './analysis/invariants.ts'

const fact = (id: string, first?: boolean): Input => ({
  id,
  kind: 'yes-no',
  ask: `${id}?`,
  knownTo: [],
  alwaysOffered: false,
  changes: [],
  of: { kind: 'fact', text: id },
  ...(first === undefined ? {} : { first }),
})
const yes = (input: string): Condition => ({ kind: 'yes', input })
const not = (of: Condition): Condition => ({ kind: 'not', of })
const both = (...of: Condition[]): Condition => ({ kind: 'all', of })

const DANGER = 'someone is in-danger'
const INPUTS = [fact('door is open'), fact('gate is open'), fact(DANGER, false)]
const LIFE = act('protect-life', { urgent: true })
const AID = act('give-aid', { kindOf: ['protect-life'] })
const PROTECT = norm('protect', 'state statute', ['officer must protect-life'], { when: yes(DANGER) })

function compiledOf(of: Partial<Book>) {
  const compilation = compile(book({ inputs: INPUTS, ...of }))
  assert(compilation.kind === 'compiled', 'a small book compiles')
  return compilation.compiled
}

/** The findings of one code. */
const findingsOf = (code: string, of: Partial<Book>): MeaningFinding[] =>
  analyse(compiledOf(of)).filter((finding) => finding.code === code)

test('two norms of one force that contradict each other are found once, with a situation', () => {
  const found = findingsOf('E301', {
    acts: [act('enter'), act('enter-by-force', { kindOf: ['enter'] })],
    norms: [
      norm('ban', 'memo', ['officer must not enter'], { when: yes('door is open') }),
      norm('call', 'memo', ['officer must enter', 'officer must enter-by-force'], { when: yes('gate is open') }),
    ],
  })
  expect(found).toHaveLength(1)
  expect(found[0]).toMatchObject({
    message: '`ban` and `call` contradict each other about `officer enter`, `officer enter-by-force`',
    witness: 'door is open, gate is open',
    kinds: 1,
  })
  expect(found[0]?.situation).toEqual(
    new Map([
      ['door is open', true],
      ['gate is open', true],
    ]),
  )
  expect(found[0]?.scenario?.split('\n').slice(3)).toEqual([
    '  given door is open',
    '    and gate is open',
    '  expect officer enter is referred',
    '     and officer enter-by-force is referred',
  ])
})

test('norms of different force, and conflicts that a `never` excludes, are no conflict', () => {
  const acts = [act('enter')]
  const when = { ban: yes('door is open'), call: yes('gate is open') }
  const ban = norm('ban', 'memo', ['officer must not enter'], { when: when.ban })
  const higher = norm('call', 'ordinance', ['officer must enter'], { when: when.call })
  const same = norm('call', 'memo', ['officer must enter'], { when: when.call })
  const never = { id: 'never-1', when: both(when.ban, when.call), words: 'both', span: NOWHERE }
  expect(findingsOf('E301', { acts, norms: [ban, higher] })).toEqual([])
  expect(findingsOf('E301', { acts, norms: [ban, same] })).toHaveLength(1)
  expect(findingsOf('E301', { acts, norms: [ban, same], nevers: [never] })).toEqual([])
})

test('`never`s that leave no situation are the only finding', () => {
  const nevers = [yes('door is open'), not(yes('door is open'))].map((when, index) => ({
    id: `never-${index}`,
    when,
    words: `never ${index}`,
    span: NOWHERE,
  }))
  expect(analyse(compiledOf({ nevers })).map(({ code }) => code)).toEqual(['E302'])
})

test('an urgent act that can be forbidden is an error, whatever forbids it', () => {
  const ban = norm('ban', 'constitution', ['officer must not protect-life'], { when: yes('gate is open') })
  const found = findingsOf('E303', { acts: [LIFE], norms: [ban, PROTECT] })
  expect(found.map(({ message, witness }) => [message, witness])).toEqual([
    ['the urgent `officer protect-life` can be MUST NOT', 'gate is open'],
  ])
})

test('a kind of an urgent act that is forbidden while the act is a duty is an error', () => {
  const ban = norm('ban', 'memo', ['officer must not give-aid'], { when: yes('gate is open') })
  const found = findingsOf('E304', { acts: [AID, LIFE], norms: [ban, PROTECT] })
  expect(found.map(({ message, witness }) => [message, witness])).toEqual([
    ['`officer give-aid` can be MUST NOT while `protect-life` is a duty', 'gate is open, someone is in-danger'],
  ])
})

test('a book that runs without a duty to protect life has an error, one of the library a warning', () => {
  const acts = [LIFE]
  const partial = norm('protect', 'memo', ['officer must protect-life'], {
    when: both(yes(DANGER), yes('gate is open')),
  })
  const { agency } = book({})
  expect(findingsOf('W306', { acts, norms: [PROTECT] })).toEqual([])
  expect(findingsOf('W306', { acts, norms: [partial] }).map(({ witness }) => witness)).toEqual([
    'gate is not open, someone is in-danger',
  ])
  expect(findingsOf('E306', { acts, norms: [partial], agency: { ...agency, runs: true } })).toHaveLength(1)
})

test('a book whose conditions do not speak of danger lacks the duty where someone is in danger', () => {
  const norms = [norm('protect', 'memo', ['officer must protect-life'], { when: yes('gate is open') })]
  expect(findingsOf('W306', { acts: [LIFE], norms })).toMatchObject([
    {
      witness: 'gate is not open, someone is in-danger',
      situation: new Map([
        ['gate is open', false],
        [DANGER, true],
      ]),
    },
  ])
})

test('advice for and against of one force is found', () => {
  const found = findingsOf('W301', {
    acts: [act('knock')],
    norms: [
      norm('for', 'memo', ['officer should knock']),
      norm('against', 'memo', ['officer should not knock'], { when: yes('gate is open') }),
    ],
  })
  expect(found.map(({ message, witness }) => [message, witness])).toEqual([
    ['`against` and `for` advise for and against about `officer knock`', 'gate is open'],
  ])
})

test('advice for and against is found also of an act that nothing allows', () => {
  const norms = [
    norm('against', 'memo', ['officer should not search']),
    norm('ban', 'memo', ['officer must not search'], { when: yes('gate is open') }),
    norm('for', 'memo', ['officer should search']),
  ]
  expect(findingsOf('W301', { acts: [act('search', { onlyWhereAllowed: true })], norms })).toMatchObject([
    { message: '`against` and `for` advise for and against about `officer search`', witness: 'gate is not open' },
  ])
})

test('two norms that no reading of the law holds together neither contradict nor advise against each other', () => {
  const doubt: Unsettled = {
    id: 'doubt',
    norms: ['against', 'for'],
    ask: 'supervisor',
    interim: { kind: 'do not', act: 'knock' },
    document: 'counsel',
    span: NOWHERE,
  }
  const found = (code: string, modality: string) =>
    findingsOf(code, {
      acts: [act('knock')],
      norms: [
        norm('against', 'memo', [`officer ${modality} not knock`]),
        norm('against-too', 'memo', [`officer ${modality} not knock`]),
        norm('for', 'memo', [`officer ${modality} knock`]),
        norm('for-too', 'memo', [`officer ${modality} knock`]),
      ],
      unsettled: [doubt],
    }).map(({ message }) => [...message.matchAll(/`([a-z-]+)`/g)].map(([, name]) => name).join(' '))
  const pairs = ['against for-too', 'against-too for', 'against-too for-too']
  expect(found('W301', 'should')).toEqual(pairs)
  expect(found('E301', 'must')).toEqual(pairs)
})

test('an act that arises and of which the orders say nothing is found', () => {
  const knock = act('knock', { arisesWhen: yes('door is open') })
  const norms = [norm('ban', 'memo', ['officer must not knock'], { when: yes('gate is open') })]
  expect(findingsOf('W302', { acts: [knock], norms }).map(({ witness }) => witness)).toEqual([
    'door is open, gate is not open',
  ])
  expect(findingsOf('W302', { acts: [act('knock', { arisesWhen: yes('gate is open') })], norms })).toEqual([])
})

test('norms and exceptions that never apply are found, with why', () => {
  const nothing = both(yes('door is open'), not(yes('door is open')))
  const of = {
    acts: [act('knock'), act('ring')],
    norms: [
      norm('dead', 'memo', ['officer must knock'], { when: nothing }),
      norm('lifted', 'memo', ['officer must ring'], { when: yes('gate is open') }),
    ],
    exceptions: [
      exception('always', 'memo', ['lifted'], []),
      exception('weaker', 'dispatch message', ['lifted'], ['officer may ring']),
    ],
  }
  expect(findingsOf('W303', of).map(({ message, labels }) => [message, labels[0].text])).toEqual([
    ['the norm `dead` never applies', 'no possible situation meets its condition'],
    ['the norm `lifted` never applies', 'an exception always lifts it'],
  ])
  expect(findingsOf('W304', of).map(({ message, labels }) => [message, labels[0].text])).toEqual([
    ['the exception `weaker` never applies', 'no norm that it can lift applies'],
  ])
})

test('a duty that is always beaten from above is told once, one that restates another document is no fault', () => {
  const acts = [act('knock')]
  const statute = norm('ban', 'state statute', ['officer must not knock'])
  const of = { acts, norms: [statute, norm('memo', 'memo', ['officer must knock'], { when: yes('gate is open') })] }
  expect(findingsOf('W307', of)).toMatchObject([
    {
      message: 'what `memo` says of `officer knock` is always beaten from above',
      labels: [{ text: 'says `officer must knock`' }, { text: '`ban` decides instead' }],
      witness: 'gate is open',
    },
  ])
  expect(findingsOf('W305', of)).toEqual([])
  const restated = { acts, norms: [statute, norm('memo', 'memo', ['officer must not knock'])] }
  expect([...findingsOf('W307', restated), ...findingsOf('W305', restated)]).toEqual([])
})

test('a permission that is always beaten changes nothing', () => {
  const statute = norm('ban', 'state statute', ['officer must not knock'])
  const of = { acts: [act('knock')], norms: [statute, norm('memo', 'memo', ['officer may knock'])] }
  expect(findingsOf('W305', of)).toMatchObject([
    { labels: [{ text: 'wherever it applies, a higher force says otherwise' }], witness: 'nothing has been reported' },
  ])
  expect(findingsOf('W307', of)).toEqual([])
})

test('a duty of which every kind is forbidden is found, and not where a kind is left', () => {
  const acts = [act('enter'), act('enter-by-force', { kindOf: ['enter'] }), act('enter-invited', { kindOf: ['enter'] })]
  const duty = norm('call', 'state statute', ['officer must enter'], { when: yes('gate is open') })
  const ban = (than: string) =>
    norm('ban', 'memo', [{ ...statement('officer must not enter'), otherThan: [than].filter(Boolean) }])
  expect(findingsOf('W308', { acts, norms: [duty, ban('')] })).toMatchObject([
    {
      message: '`officer` must `enter`, and every kind of it is forbidden',
      witness: 'gate is open',
      labels: [{}, { text: 'says `officer must enter`' }, { text: 'says `officer must not enter`' }],
    },
  ])
  expect(findingsOf('W308', { acts, norms: [duty, ban('enter-invited')] })).toEqual([])
})

test('a duty that directs another role to what is forbidden to it is found', () => {
  const acts = [act('call-off', { directs: { role: 'officer', act: 'leave' } }), act('leave')]
  const norms = [
    norm('direct', 'memo', ['supervisor must call-off'], { when: yes('gate is open') }),
    norm('stay', 'memo', ['officer must not leave'], { when: yes('door is open') }),
  ]
  expect(findingsOf('W309', { acts, norms })).toMatchObject([
    {
      message: 'a duty, `supervisor call-off`, directs `officer` to `leave`, which it must not do',
      witness: 'door is open, gate is open',
    },
  ])
})

test('duties of two roles that are referred because they collide are found, not what one sets aside', () => {
  const acts = [
    act('call-off', { directs: { role: 'officer', act: 'leave' } }),
    act('guard', { excludes: ['leave'] }),
    act('leave'),
  ]
  const direct = norm('direct', 'memo', ['supervisor must call-off'])
  const guard = (force: 'memo' | 'ordinance') =>
    norm('guard', force, ['officer must guard'], { when: yes('gate is open') })
  expect(findingsOf('W309', { acts, norms: [direct, guard('memo')] })).toMatchObject([
    {
      message: '`supervisor call-off` and `officer guard` are duties that cannot both be met',
      witness: 'gate is open',
    },
  ])
  expect(findingsOf('W309', { acts, norms: [direct, guard('ordinance')] })).toEqual([])
})

test('a choice of which everything is forbidden is a dead end', () => {
  const choice = (...acts: string[]): Choice => ({
    id: 'memo#choice-1',
    role: 'officer',
    acts,
    when: yes('gate is open'),
    document: 'memo',
    span: NOWHERE,
  })
  const acts = [act('knock'), act('ring')]
  const norms = [norm('ban', 'memo', ['officer must not knock, ring'], { when: yes('door is open') })]
  expect(findingsOf('W310', { acts, norms, choices: [choice('knock', 'ring')] })).toMatchObject([
    {
      message: '`officer` must do one of `knock`, `ring`, and all are forbidden',
      witness: 'door is open, gate is open',
    },
  ])
  const open = norm('ban', 'memo', ['officer must not knock'])
  expect(findingsOf('W310', { acts, norms: [open], choices: [choice('knock', 'ring')] })).toEqual([])
})

test('an act only where allowed that arises and of which nothing speaks is found, one that is forbidden is not', () => {
  const search = act('search', { onlyWhereAllowed: true, arisesWhen: yes('door is open') })
  const ban = (when: Condition) => norm('ban', 'memo', ['agency must not search'], { when })
  expect(findingsOf('W311', { acts: [search], norms: [ban(yes('gate is open'))] })).toMatchObject([
    { witness: 'door is open, gate is not open' },
  ])
  expect(findingsOf('W311', { acts: [search], norms: [ban(yes('door is open'))] })).toEqual([])
})

test('a kind of an act that is left out too is told with the act', () => {
  const enter = act('enter', { arisesWhen: yes('door is open') })
  const force = act('enter-by-force', { kindOf: ['enter'], arisesWhen: yes('gate is open') })
  expect(findingsOf('W302', { acts: [enter, force] })).toMatchObject([
    {
      message: 'the orders say nothing of `enter` where it arises',
      labels: [
        { text: 'its declaration says when it arises; nor is anything said of these kinds of it: `enter-by-force`' },
      ],
      witness: 'door is open',
    },
  ])
})

test('an invariant is proved, or broken by a situation', () => {
  const expectation = (of: Expectation): Invariant => ({
    id: 'x#life',
    name: 'life',
    when: yes(DANGER),
    expect: [of],
    span: NOWHERE,
  })
  const must: Expectation = {
    kind: 'modality',
    role: 'officer',
    act: 'protect-life',
    is: 'must',
    because: ['protect'],
    span: NOWHERE,
  }
  const free: Expectation = { kind: 'no kind forbidden', act: 'protect-life', span: NOWHERE }
  const stay: Expectation = { kind: 'nobody must withdraw', span: NOWHERE }
  const compiled = compiledOf({
    acts: [AID, act('leave', { withdraws: true }), LIFE],
    norms: [
      norm('ban', 'memo', ['officer must not give-aid'], { when: yes('gate is open') }),
      norm('leave', 'constitution', ['officer must leave']),
      PROTECT,
    ],
  })
  expect(checkInvariant(compiled, expectation(must))).toEqual({ kind: 'proved' })
  expect(checkInvariant(compiled, expectation(stay))).toEqual({ kind: 'proved' })
  expect(checkInvariant(compiled, expectation(free))).toMatchObject({
    kind: 'broken',
    words: 'gate is open, someone is in-danger',
  })
})
