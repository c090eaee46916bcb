/** What is made wrong, and whether it is noticed: a small ordinance with one scenario. */
import { parseAgency, parseDocument } from '@remit/language/parsed/from-text.ts'
import type { ParsedDocument } from '@remit/language/parsed/tree.ts'
import { describe, expect, test } from 'vitest'
import { firstDifference } from './equivalence.ts'
import { Scenarios } from './killing.ts'
import { type Mutant, mutantsOf } from './mutations.ts'

const front = (short: string, force: string) => `---
title: ${short}
short: ${short}
issuer: Alder
force: ${force}
in-force: from 2024-01-01
source: invented for a test
verified: assumed
---
`

const WORDS = `${front('Words', 'vocabulary')}
\`\`\`remit
role officer "Officer"
role chief "Chief"
fact door is open
  at first no
  ask "Is the door open?"
  known to officer
fact bell is rung
  at first no
  ask "Has the bell rung?"
  known to officer
act go-in "Go in"
act wait "Wait"
\`\`\`
`

const ORDER = `${front('12-4', 'ordinance').replace('from 2024-01-01', 'from 2024-05-01')}
\`\`\`remit
norm no-entry
  when bell is rung
   and door is open
  officer must not go-in

norm waiting
  when door is open
   and door is open
  officer may wait
\`\`\`

\`\`\`remit
scenario "The door is open and the bell has rung"
  on 2024-05-01
  in us/il/alder/police
  given door is open
    and bell is rung
  expect officer must not go-in
     and officer may wait
\`\`\`
`

const AGENCY = `---
name: Alder
kind: municipal police
state: IL
time-zone: America/Chicago
runs: no
roles: officer, chief
refer-to: chief
---
`

function parsed(id: string, text: string): ParsedDocument {
  const { document, findings } = parseDocument(id, text)
  if (document === undefined || findings.length > 0) throw new Error(findings.map(({ message }) => message).join('; '))
  return document
}

const order = parsed('us/il/alder/12-4', ORDER)
const { agency } = parseAgency('us/il/alder/police', AGENCY)
const library = { documents: [order, parsed('us/words', WORDS)], agencies: agency === undefined ? [] : [agency] }

const shown = ({ sort, changed, words, line }: Mutant) => `${line} ${changed}: ${sort}: ${words}`

describe('a document is made wrong', () => {
  const mutants = mutantsOf(order)

  test('in its days, its modalities and each line of its conditions', () => {
    expect(mutants.map(shown)).toEqual([
      '6 from: day moved: 2024-05-01 became 2024-04-30',
      '6 from: day moved: 2024-05-01 became 2024-05-02',
      '15 no-entry: modality turned: must not became must',
      '13 no-entry: condition dropped: a line of `when`',
      '13 no-entry: condition negated: a line of `when`',
      '14 no-entry: condition dropped: a line of `when`',
      '14 no-entry: condition negated: a line of `when`',
      '20 waiting: modality turned: may became must not',
      '18 waiting: condition dropped: a line of `when`',
      '18 waiting: condition negated: a line of `when`',
      '19 waiting: condition dropped: a line of `when`',
      '19 waiting: condition negated: a line of `when`',
    ])
  })

  test('and what no scenario notices changes an answer, or none at all', () => {
    const scenarios = new Scenarios(library)
    const unnoticed = mutants.filter(({ document }) => !scenarios.notice(document))
    const ends = unnoticed.map((mutant) => [shown(mutant), firstDifference(library, mutant.document)?.kind ?? 'none'])
    expect(ends).toEqual([
      ['6 from: day moved: 2024-05-01 became 2024-04-30', 'other'],
      ['13 no-entry: condition dropped: a line of `when`', 'other'],
      ['14 no-entry: condition dropped: a line of `when`', 'other'],
      ['18 waiting: condition dropped: a line of `when`', 'none'],
      ['19 waiting: condition dropped: a line of `when`', 'none'],
    ])
  })

  test('and a scenario that fails already is no witness', () => {
    const [wrong, other] = mutants.filter(({ sort }) => sort === 'modality turned')
    const documents = [wrong?.document ?? order, ...library.documents.slice(1)]
    const scenarios = new Scenarios({ ...library, documents })
    expect(() => scenarios.notice(other?.document ?? order)).toThrow('fails without any change')
  })
})
