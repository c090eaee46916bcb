import type { RegistryView } from '@remit/contract/registry-view.ts'
import { expect, test } from 'vitest'
import { dateWords, rowsOf } from './registry-rows.ts'
import { sortOf } from './sort-of.ts'

const VIEW: RegistryView = {
  lists: [
    { id: 'l', publisher: 'Council', title: 'A list', date: '2025-08-05', verified: 'secondary', known: 'a copy' },
  ],
  jurisdictions: [
    { id: 'us', name: 'United States', kind: 'country' },
    { id: 'us/il', name: 'Illinois', kind: 'state', parent: 'us', fips: '17' },
    { id: 'us/il/alder', name: 'Alder', kind: 'city', parent: 'us/il' },
  ],
  entries: [
    {
      ...{ jurisdiction: 'us/il/alder', list: 'l', verified: 'recalled' },
      removed: { date: '2025-09', source: 'a blog', verified: 'secondary' },
    },
    { jurisdiction: 'us/il', orders: 'Statute forbids', source: 'An act', date: '2021-08-02', verified: 'primary' },
  ],
  inLibrary: ['us', 'us/il'],
}

test('a listing says in the words of its list what is claimed, and when it ended', () => {
  const [listed] = rowsOf(VIEW)
  expect(listed).toMatchObject({
    ...{ place: 'Alder', kind: 'city', state: 'IL', inLibrary: false },
    orders: 'Listed by the Council as limiting cooperation. Removed in Sep 2025, as said by a blog.',
    ...{ source: 'A list', date: '2025-08-05', verified: 'recalled' },
  })
  expect(listed && sortOf(listed)).toBe('restricts')
})

test('an entry about orders stands as it is', () => {
  expect(rowsOf(VIEW)[1]).toMatchObject({
    ...{ place: 'Illinois', kind: 'state', inLibrary: true },
    ...{ orders: 'Statute forbids', source: 'An act', date: '2021-08-02', verified: 'primary' },
  })
})

test('a month is said where no day is known', () => {
  expect([dateWords('2025-05'), dateWords('2019-04-16')]).toEqual(['May 2025', '16 Apr 2019'])
})
