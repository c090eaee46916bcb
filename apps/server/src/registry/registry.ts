/** The registry of places as it is kept: jurisdictions, published lists, and what each source says of each place. */
import { type Jurisdiction, Registry } from '@remit/contract/registry-view.ts'
import { Compile } from 'typebox/schema'

const shape = Compile(Registry)
const FIPS_DIGITS: { readonly [kind in Jurisdiction['kind']]?: number } = { state: 2, district: 2, county: 5, city: 7 }

/** The registry from the values of its files. Throws an `Error` that says every fault, each in a line. */
export function registryFrom(stored: unknown): Registry {
  if (!shape.Check(stored)) {
    const [, errors] = shape.Errors(stored)
    throw new Error(errors.map(({ instancePath, message }) => `registry${instancePath}: ${message}`).join('\n'))
  }
  const faults = [...jurisdictionFaults(stored), ...listFaults(stored), ...entryFaults(stored)]
  if (faults.length > 0) throw new Error(faults.join('\n'))
  return stored
}

function jurisdictionFaults({ jurisdictions }: Registry): readonly string[] {
  const ids = jurisdictions.map(({ id }) => id)
  const fipsOf = new Map(jurisdictions.map(({ id, fips }) => [id, fips]))
  return [
    ...twice(ids, 'jurisdiction'),
    ...jurisdictions.flatMap(({ id, kind, parent, fips }) => [
      ...(parent === above(id) ? [] : [`${id}: its parent is ${above(id)}, unlike ${parent}`]),
      ...(parent === undefined || fipsOf.has(parent) ? [] : [`${id}: there is no jurisdiction ${parent}`]),
      ...(fips === undefined || fips.length === FIPS_DIGITS[kind] ? [] : [`${id}: ${fips} is no code of a ${kind}`]),
      ...(fips === undefined || fips.startsWith(fipsOf.get(stateOf(id)) ?? '')
        ? []
        : [`${id}: ${fips} lies in another state`]),
    ]),
  ]
}

const listFaults = ({ lists }: Registry) =>
  twice(
    lists.map(({ id }) => id),
    'list',
  )

function entryFaults({ jurisdictions, lists, entries }: Registry): readonly string[] {
  const [places, published] = [jurisdictions, lists].map((rows) => new Set(rows.map(({ id }) => id)))
  const listings = entries.flatMap((entry) => ('list' in entry ? [entry] : []))
  return [
    ...entries.flatMap(({ jurisdiction }) =>
      places?.has(jurisdiction) ? [] : [`an entry names the jurisdiction ${jurisdiction}, which there is not`],
    ),
    ...listings.flatMap(({ list }) =>
      published?.has(list) ? [] : [`an entry names the list ${list}, which there is not`],
    ),
    ...twice(
      listings.map(({ jurisdiction, list }) => `${jurisdiction} on ${list}`),
      'entry',
    ),
  ]
}

const twice = (ids: readonly string[], what: string) =>
  ids.filter((id, index) => ids.indexOf(id) < index).map((id) => `the ${what} ${id} stands twice`)

/** The folder above, `undefined` for the country. */
const above = (id: string) => (id.includes('/') ? id.slice(0, id.lastIndexOf('/')) : undefined)

const stateOf = (id: string) => id.split('/').slice(0, 2).join('/')
