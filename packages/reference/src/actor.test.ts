import type { Condition, Input, Situation } from '@remit/language/checked/tree.ts'
import { describe, expect, test } from 'vitest'
import { determinePartial } from './complete.ts'
import { broken, holds } from './holds.ts'
import { act, book, norm } from './testing/small-books.ts'
import { factsOf, NOWHERE } from './testing/words.ts'

const inputs: readonly Input[] = factsOf('wait')
  .flat()
  .filter((input) => input.id.startsWith('training'))

const own: Condition = { kind: 'yes', input: 'training of * is certified' }
const supervisors: Condition = { kind: 'yes', input: 'training of supervisor is certified' }

const trained = (...roles: readonly string[]): Situation =>
  new Map(inputs.map(({ id, role = '' }) => [id, roles.includes(role)]))

function modalities(when: Condition, situation: Situation, of: Partial<Parameters<typeof book>[0]> = {}) {
  const all = book({
    acts: [act('hold')],
    inputs,
    norms: [norm('a', 'memo', ['agency must not hold'], { when })],
    ...of,
  })
  const determination = determinePartial(all, situation)
  if (determination.kind === 'impossible') return 'impossible'
  return Object.fromEntries([...determination.pairs].map(([key, { possible }]) => [key.split(' ')[0], possible.join()]))
}

describe('a fact about the actor', () => {
  test('is read of the role that is decided', () => {
    expect(modalities(own, trained('officer'))).toEqual({ agency: 'SILENT', officer: 'MUST NOT', supervisor: 'SILENT' })
  })

  test('is that of the role that a condition names, whoever is decided', () => {
    const all = { agency: 'MUST NOT', officer: 'MUST NOT', supervisor: 'MUST NOT' }
    expect(modalities(supervisors, trained('supervisor'))).toEqual(all)
  })

  test('is read so inside a define too', () => {
    const defines = [{ id: 'd', text: '', when: own, span: NOWHERE }]
    const when: Condition = { kind: 'define', define: 'd' }
    expect(modalities(when, trained('supervisor'), { defines })).toEqual({
      agency: 'SILENT',
      officer: 'SILENT',
      supervisor: 'MUST NOT',
    })
  })

  test('is unknown for one role and known for another', () => {
    const situation = new Map([['training of officer is certified', true]])
    expect(modalities(own, situation)).toEqual({
      agency: 'MUST NOT,SILENT',
      officer: 'MUST NOT',
      supervisor: 'MUST NOT,SILENT',
    })
  })
})

test('a never holds for every role', () => {
  const nevers = [{ id: 'never-0', when: own, words: '', span: NOWHERE }]
  const of = book({ inputs, nevers })
  expect(broken(of, trained())).toEqual([])
  expect(broken(of, trained('supervisor'))).toEqual(['never-0'])
})

test('an act arises for the role of its pair', () => {
  const of = book({ acts: [act('hold', { arisesWhen: own })], inputs })
  expect(holds(of, trained('officer'), own, 'officer')).toBe(true)
  const determination = determinePartial(of, trained('officer'))
  const arises =
    determination.kind === 'determined' && [...determination.pairs.values()].map((pair) => pair.results[0]?.arises)
  expect(arises).toEqual([false, true, false])
})
