import { bookOf } from '@remit/language/checked/library.ts'
import { scenariosOf } from '@remit/language/checked/scenarios.ts'
import { agencyFrom, hashOf } from '@remit/language/checked/testing.ts'
import type { Situation } from '@remit/language/checked/tree.ts'
import { parseDocument } from '@remit/language/parsed/from-text.ts'
import { describe, expect, test } from 'vitest'
import { assert } from '../assert.ts'
import { type Compiled, compile } from '../diagram/from-checked.ts'
import { analyse } from './analyse.ts'
import { checkInvariant } from './analysis/invariants.ts'
import type { Answer } from './answer.ts'
import { ask } from './ask.ts'
import { decide } from './decide.ts'
import { explain } from './explain.ts'
import { runScenario } from './scenario.ts'

/** The example of the language's definition, with the words that it needs and one doubt, deadline and seizure more. */
const VOCABULARY = `
role officer "Officer"
role supervisor "Supervisor"
role watch-commander "Watch commander"
role jailer "Jailer"
group everyone is officer, supervisor, jailer
event supervisor-arrived "A supervisor arrived"
event supervisor-left "The supervisor left"
event danger-reported "Danger was reported"
event danger-ended "A report of danger ended"
event request-received "A request was received"
event release-due "The person became due for release"
fact requester is one of ice-ero "ICE Enforcement and Removal", ice-hsi "Homeland Security Investigations",
    other-agency "Another agency", not-known "Not known"
  ask "Who is asking?"
  known to officer, supervisor
define requester is dhs when requester is one of ice-ero, ice-hsi
fact finding is one of civil-arrest "A civil arrest", criminal "A criminal matter", not-known "Not found yet"
  at first not-known
  ask "What do you find the request to be?"
  known to supervisor
fact supervisor is on-scene
  at first no
  ask "Is a supervisor with you now?"
  known to officer
  yes when supervisor-arrived, no when supervisor-left
fact someone is in-danger
  at first no
  ask "Is anyone in danger right now?"
  always offered
  yes while a danger-reported has no danger-ended of its own
fact hours-held is hours since release-due
fact asks includes some of hold "A hold on a detainer", notify "A notice"
  ask "What are they asking for?"
  known to jailer
act assist-civil-enforcement "Help with civil immigration enforcement"
act assist-civil-arrest "Help with the immigration arrest" is a kind of assist-civil-enforcement
act wait-for-supervisor "Wait for your supervisor" word WAIT withdraws
act come-to-scene "Come to the scene"
act leave-scene "Leave the scene" word LEAVE withdraws
act advise-requester "Tell the agents that you cannot help"
act direct-to-leave "Direct the officers to leave" directs officer to leave-scene
act protect-life "Protect life now" word PROTECT urgent
act arrest-for-attack "Arrest for the attack" is a kind of protect-life
act hold-on-detainer "Hold a person on a detainer" only where allowed
  arises when asks include hold
act release "Release the person"
invariant nobody-is-left-in-danger
  when someone is in-danger
  expect officer must protect-life
     and no kind of protect-life is forbidden
     and nobody must withdraw`

const MEMO = `
norm wait-for-a-supervisor
  when requester is dhs
   and supervisor is not on-scene
  officer must wait-for-supervisor
  officer must not assist-civil-arrest

norm direct-to-leave
  when requester is dhs
   and supervisor is on-scene
   and finding is civil-arrest
  supervisor must direct-to-leave
  officer must not assist-civil-arrest

norm leave-as-directed
  when supervisor has done direct-to-leave
  officer must leave-scene, advise-requester

norm help-in-danger
  when someone is in-danger
  officer, supervisor must protect-life

norm supervisor-arrives
  when requester is dhs
   and supervisor is not on-scene
  supervisor must come-to-scene within 30 minutes of request-received; if late, tell watch-commander

norm release-in-time
  when hours-held is more than 48 hours
  jailer must release

scenario "an agent is attacked before the supervisor arrives"
  on 2019-09-27
  given requester is ice-ero
    and danger-reported
  expect officer must protect-life because help-in-danger
     and officer must not assist-civil-arrest
     and officer wait-for-supervisor is set aside
  then danger-ended
  expect officer must wait-for-supervisor

scenario "a wrong expectation"
  on 2019-09-27
  given requester is other-agency
  expect officer must wait-for-supervisor`

const ORDINANCE = `
norm no-civil-help
  everyone must not assist-civil-enforcement
  cite "MCC 2-173-020(a)"`

const AGENCY = `---
name: Chicago Police Department
kind: municipal police
state: IL
time-zone: America/Chicago
runs: no
roles: officer, supervisor, watch-commander, jailer
refer-to: watch-commander
---
`

const FOLDER = 'us/il/chicago/police'

function documentOf(id: string, force: string, short: string, block: string) {
  const frontMatter = `title: ${short}
short: ${short}
issuer: Chicago
force: ${force}
in-force: from 2019-09-26
source: the definition of the language
verified: secondary`
  const { document, findings } = parseDocument(id, `---\n${frontMatter}\n---\n\n\`\`\`remit\n${block}\n\`\`\`\n`)
  assert(document !== undefined && findings.length === 0, `${id}: ${JSON.stringify(findings)}`)
  return document
}

const library = {
  agencies: [agencyFrom(FOLDER, AGENCY)],
  documents: [
    documentOf('us/vocabulary', 'vocabulary', 'Words', VOCABULARY),
    documentOf('us/il/chicago/ordinance', 'ordinance', 'Welcoming City', ORDINANCE),
    documentOf(`${FOLDER}/memo`, 'memo', 'DHS memo', MEMO),
  ],
}

function compiledMemo(): Compiled {
  const { book, findings } = bookOf(library, FOLDER, Date.parse('2019-09-27T12:00Z'), hashOf)
  assert(book !== undefined, JSON.stringify(findings))
  const compilation = compile(book)
  assert(compilation.kind === 'compiled', 'the memo compiles')
  return compilation.compiled
}

const compiled = compiledMemo()
const HOUR_MS = 3_600_000

function answerOf(role: string, act: string, situation: Situation): Answer | undefined {
  const found = decide(compiled, situation)
  assert(found.kind === 'determination', 'the situation is possible')
  return found.answers.find((answer) => answer.role === role && answer.act === act)
}

const ICE: Situation = new Map([['requester', 'ice-ero']])
const DANGER: Situation = new Map([...ICE, ['someone is in-danger', true] as const])

describe('the memo', () => {
  test('makes waiting a duty of the force of a memo, which rests on what is presumed', () => {
    const answer = answerOf('officer', 'wait-for-supervisor', ICE)
    expect(answer?.result).toEqual({ kind: 'settled', modality: 'MUST' })
    expect(answer?.force).toBe(9)
    expect(answer?.deciding.map(({ norm }) => norm)).toEqual([`${FOLDER}/memo#wait-for-a-supervisor`])
    expect(answer?.citations).toEqual([
      { norm: `${FOLDER}/memo#wait-for-a-supervisor`, document: `${FOLDER}/memo`, verified: 'secondary' },
    ])
    expect(answer?.presumed).toEqual(['someone is in-danger', 'supervisor is on-scene'])
    expect(answer?.arises).toBe('yes')
  })

  test('forbids the arrest by the ordinance, whose force is higher', () => {
    const answer = answerOf('officer', 'assist-civil-arrest', ICE)
    expect(answer?.result).toEqual({ kind: 'settled', modality: 'MUST NOT' })
    expect(answer?.citations).toEqual([
      {
        norm: 'us/il/chicago/ordinance#no-civil-help',
        document: 'us/il/chicago/ordinance',
        cite: 'MCC 2-173-020(a)',
        verified: 'secondary',
      },
    ])
  })

  test('sets waiting aside while someone is in danger, and says what does so', () => {
    const answer = answerOf('officer', 'wait-for-supervisor', DANGER)
    expect(answer?.result).toEqual({ kind: 'settled', modality: 'SET ASIDE' })
    expect(answer?.setAsideBy).toEqual([{ role: 'officer', act: 'protect-life', certainty: 'settled' }])
  })

  test('sets the direction to leave aside, because it would take the officer from the danger', () => {
    const found = new Map([...DANGER, ['supervisor is on-scene', true] as const, ['finding', 'civil-arrest'] as const])
    const answer = answerOf('supervisor', 'direct-to-leave', found)
    expect(answer?.result).toEqual({ kind: 'settled', modality: 'SET ASIDE' })
    expect(answer?.setAsideBy).toEqual([{ role: 'officer', act: 'protect-life', certainty: 'settled' }])
  })

  test('gives the supervisor thirty minutes', () => {
    expect(answerOf('supervisor', 'come-to-scene', ICE)?.deadlines).toEqual([
      {
        kind: 'within',
        event: 'request-received',
        ms: HOUR_MS / 2,
        ifLate: 'watch-commander',
        statement: `${FOLDER}/memo#supervisor-arrives/1`,
        certainty: 'settled',
      },
    ])
  })

  test('leaves open what depends on who asks, and nothing else', () => {
    const answer = answerOf('officer', 'wait-for-supervisor', new Map())
    expect(answer?.result).toEqual({ kind: 'open', possible: ['MUST', 'SILENT'], matters: ['requester'] })
    expect(answer?.deciding.map(({ certainty }) => certainty)).toEqual(['possible'])
    expect(answerOf('officer', 'assist-civil-arrest', new Map())?.result).toEqual({
      kind: 'settled',
      modality: 'MUST NOT',
    })
  })

  test('forbids a seizure that nothing allows', () => {
    const answer = answerOf('jailer', 'hold-on-detainer', ICE)
    expect(answer?.result).toEqual({ kind: 'settled', modality: 'MUST NOT' })
    expect(answer?.deciding).toEqual([])
    expect(answer?.arises).toBe('possible')
  })

  test('says to the millisecond when a person held has to be released', () => {
    const held = (ms: number) => decide(compiled, new Map([...ICE, ['since release-due', ms] as const]))
    expect(held(47 * HOUR_MS)).toMatchObject({ nextChangeMs: HOUR_MS + 1 })
    expect(held(48 * HOUR_MS)).toMatchObject({ nextChangeMs: 1 })
    expect(held(48 * HOUR_MS + 1)).not.toHaveProperty('nextChangeMs')
  })

  test('is asked first who asks, because most depends on it', () => {
    expect(ask(compiled, new Map())).toMatchObject({
      input: 'requester',
      ask: 'Who is asking?',
      decides: expect.arrayContaining([{ role: 'officer', act: 'wait-for-supervisor' }]),
    })
  })

  test('asks of a role what it knows, then offers what is presumed', () => {
    expect(ask(compiled, new Map(), { role: 'jailer' })).toMatchObject({
      input: 'asks include hold',
      ask: 'What are they asking for: A hold on a detainer?',
      member: { set: 'asks', value: 'hold' },
    })
    const offered = ask(compiled, ICE, { role: 'officer' })
    expect(offered).toMatchObject({ input: 'someone is in-danger', presumed: false })
  })

  test('explains an answer by its sources and by what would change it', () => {
    const answer = answerOf('officer', 'wait-for-supervisor', DANGER)
    assert(answer !== undefined, 'waiting is set aside')
    const { reasons, changes } = explain(compiled, DANGER, answer)
    expect(reasons.map(({ part, words }) => [part, words])).toEqual([
      ['decides', 'DHS memo: officer must wait-for-supervisor'],
      ['set aside', 'set aside while `officer` must `protect-life`'],
    ])
    expect(changes).toContainEqual({ input: 'someone is in-danger', value: false, modalities: ['MUST'] })
  })

  test('keeps its invariant and has no error of meaning', () => {
    const [invariant] = compiled.book.invariants
    assert(invariant !== undefined, 'the vocabulary states one')
    expect(checkInvariant(compiled, invariant)).toEqual({ kind: 'proved' })
    expect(analyse(compiled).filter(({ code }) => code.startsWith('E'))).toEqual([])
  })

  test('passes the scenario that it carries and fails a wrong one, saying what was found', () => {
    const results = scenariosOf(library, hashOf).scenarios.map(({ scenario }) => runScenario(compiled, scenario))
    expect(results.map(({ passed }) => passed)).toEqual([true, false])
    expect(results[1]?.expectations.map(({ found }) => found)).toEqual(['officer wait-for-supervisor is SILENT'])
  })
})
