import { expect, test } from 'vitest'
import { checkLibrary } from '../check-library.ts'
import { hashOf, libraryOf, seen } from '../testing.ts'

const unread = (block: string) => {
  const library = libraryOf({ 'us/il/town/words': { force: 'vocabulary', block: `fact gate is shut\n${block}` } })
  return checkLibrary(library, hashOf)
    .findings.filter(({ code }) => code === 'W101')
    .map((finding) => seen(finding, library))
    .filter(({ at }) => at === 'gate')
}

test('W101: a fact that nothing reads is asked for nothing', () => {
  expect(unread('')).toEqual([
    {
      code: 'W101',
      message: 'no norm reads `gate is shut`',
      at: 'gate',
      label: 'asked for nothing',
      fix: 'take it out, or write the norm that depends on it',
    },
  ])
  expect(unread('never gate is shut and scene is quiet')).toHaveLength(1)
})

test('a define and the condition of an act read facts', () => {
  expect(unread('define gate is passable when gate is not shut')).toEqual([])
  expect(unread('act knock "Knock" arises when gate is shut')).toEqual([])
})
