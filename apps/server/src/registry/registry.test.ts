/** A registry with a fault is not read, and the fault is named. */
import type { Registry } from '@remit/contract/registry-view.ts'
import { expect, test } from 'vitest'
import entries from '../../registry/entries.json' with { type: 'json' }
import jurisdictions from '../../registry/jurisdictions.json' with { type: 'json' }
import lists from '../../registry/lists.json' with { type: 'json' }
import { registryFrom } from './registry.ts'

const COUNTRY = { id: 'us', name: 'United States', kind: 'country' } as const
const STATE = { id: 'us/il', name: 'Illinois', kind: 'state', parent: 'us', fips: '17' } as const
const TOWN = { id: 'us/il/alder', name: 'Alder', kind: 'city', parent: 'us/il', fips: '1700001' } as const
const LIST = { id: 'l', publisher: 'P', title: 'T', date: '2025-05', verified: 'recalled', known: 'a copy' } as const
const LISTING = { jurisdiction: 'us/il/alder', list: 'l', verified: 'recalled' } as const
const SMALL: Registry = { lists: [LIST], jurisdictions: [COUNTRY, STATE, TOWN], entries: [LISTING] }

const faultOf = (changed: object) => () => registryFrom({ ...SMALL, ...changed })
const withTown = (changed: object) => faultOf({ jurisdictions: [COUNTRY, STATE, { ...TOWN, ...changed }] })

test('the registry of the library has no fault', () => {
  const registry = registryFrom({ lists, jurisdictions, entries })
  expect(registry.jurisdictions.length).toBeGreaterThan(100)
  expect(registryFrom(SMALL)).toBe(SMALL)
})

test('the list of the Department of Justice has the 35 entries that it had', () => {
  const placed = new Map(jurisdictions.map(({ id, kind }) => [id, kind]))
  const kinds = entries
    .filter((entry) => entry.list === 'doj-2025-08-05')
    .map(({ jurisdiction }) => placed.get(jurisdiction))
  expect(Object.groupBy(kinds, (kind) => kind ?? '')).toMatchObject({
    state: { length: 12 },
    district: { length: 1 },
    county: { length: 4 },
    city: { length: 18 },
  })
  expect(kinds.length).toBe(35)
})

test('that a place was taken off a list says when, and how that is known', () => {
  expect(entries.filter(({ removed }) => removed)).toMatchObject([
    { jurisdiction: 'us/nv', list: 'doj-2025-08-05', removed: { date: '2025-09', verified: 'secondary' } },
  ])
})

test.each([
  ['a kind that there is not', withTown({ kind: 'village' }), /\/jurisdictions\/2/],
  ['a member that there is not', withTown({ people: 12 }), /\/jurisdictions\/2/],
  ['a parent that is not the folder above', withTown({ parent: 'us' }), 'us/il/alder: its parent is us/il, unlike us'],
  ['a code of too few digits', withTown({ fips: '17031' }), 'us/il/alder: 17031 is no code of a city'],
  ['a code of another state', withTown({ fips: '4800001' }), 'us/il/alder: 4800001 lies in another state'],
  ['a state that there is not', faultOf({ jurisdictions: [COUNTRY, TOWN] }), 'there is no jurisdiction us/il'],
  ['a place that stands twice', faultOf({ jurisdictions: [COUNTRY, STATE, STATE, TOWN] }), 'us/il stands twice'],
  ['a list that stands twice', faultOf({ lists: [LIST, LIST] }), 'the list l stands twice'],
  ['an entry that stands twice', faultOf({ entries: [LISTING, LISTING] }), 'us/il/alder on l stands twice'],
  ['an entry of no list', faultOf({ entries: [{ ...LISTING, list: 'm' }] }), 'an entry names the list m'],
  ['an entry of no place', faultOf({ entries: [{ ...LISTING, jurisdiction: 'us/x' }] }), 'the jurisdiction us/x'],
  [
    'an entry that does not say how it is known',
    faultOf({ entries: [{ ...LISTING, verified: 'sure' }] }),
    /entries\/0/,
  ],
])('is refused: %s', (_, registry, fault) => {
  expect(registry).toThrow(fault)
})
