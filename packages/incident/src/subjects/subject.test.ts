import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { groupsBy, isAbout, subjectsOf, wordsOfNames } from './subject.ts'

const counts = fc.record({ requests: fc.integer({ min: 1, max: 3 }), persons: fc.integer({ min: 1, max: 4 }) })
const said = counts.chain((counts) => {
  const subjects = subjectsOf(counts)
  const says = fc.option(fc.constantFrom('a', 'b'), { nil: undefined })
  return fc.record({ subjects: fc.constant(subjects), says: fc.array(says, { minLength: 12, maxLength: 12 }) })
})

describe('what is said of several requests and persons', () => {
  test('is grouped so that each that says something is in exactly one group, with others that say the same', () => {
    fc.assert(
      fc.property(said, ({ subjects, says }) => {
        const says_ = (subject: (typeof subjects)[number]) => says[subjects.indexOf(subject)]
        const groups = groupsBy(subjects, says_)
        for (const subject of subjects) {
          const own = groups.filter(({ named }) => isAbout(named, subject))
          expect(own.map((group) => says_(group.subject))).toEqual(says_(subject) === undefined ? [] : [says_(subject)])
        }
      }),
    )
  })

  test('names nothing where all say the same', () => {
    fc.assert(
      fc.property(counts, (counts) => {
        expect(groupsBy(subjectsOf(counts), () => 'a')).toEqual([{ named: {}, subject: { request: 1, person: 1 } }])
      }),
    )
  })

  test('names the person alone where requests make no difference, and the request alone where persons make none', () => {
    const subjects = subjectsOf({ requests: 2, persons: 2 })
    expect(groupsBy(subjects, ({ person }) => String(person)).map(({ named }) => named)).toEqual([
      { person: 1 },
      { person: 2 },
    ])
    expect(groupsBy(subjects, ({ request }) => String(request)).map(({ named }) => named)).toEqual([
      { request: 1 },
      { request: 2 },
    ])
  })

  test('is told in words', () => {
    expect(wordsOfNames({ request: 2, person: 1 })).toBe('Request 2, person 1')
    expect(wordsOfNames({ person: 2 })).toBe('Person 2')
    expect(wordsOfNames({})).toBeUndefined()
  })
})
