import { expect, test } from 'vitest'
import { documentText, found } from './testing.ts'

test.each([
  ['scenario "x" expect officer', 'an act, `must`, `may`, `need` or `should` after `officer`'],
  [
    'scenario "x" given requester',
    '`is`, `do not include`, `include`, `has done`, `and`, `expect` or `then` after `requester`',
  ],
  ['scenario "x" given requester is', 'a value, a number, `not`, `unknown` or `none of` after `is`'],
  ['norm k1\n when b1 is c1', 'a statement such as `officer must ACT`, `and` or `unless` after `c1`'],
  ['norm k1\n officer must not', 'an act after `not`'],
  ['norm k1\n officer must x1,', 'an act after `,`'],
  ['unsettled k1 ask counsel', '`until answered:` after `counsel`'],
])('where %j ends, what is missing is what the grammar allows there', (block, wanted) => {
  expect(found(documentText(block))).toEqual([expect.stringContaining(`expected ${wanted}, but the declaration ends`)])
})

test('of a word that no reading allows it is told that it stands there, not the word before', () => {
  expect(found(documentText('scenario "x" expect officer must x1 and officer given'))).toEqual([
    expect.stringContaining('E020 at given: expected an act'),
  ])
})
