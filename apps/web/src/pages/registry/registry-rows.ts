/** The registry's entries as rows for people. */
import type { Jurisdiction, Listing, OrdersEntry, PublishedList, RegistryView } from '@remit/contract/registry-view.ts'
import { dayWords } from '../../words/day-words.ts'

export type RegistryRow = Omit<OrdersEntry, 'jurisdiction'> & {
  readonly key: string
  readonly place: string
  readonly kind: Jurisdiction['kind']
  /** Two capital letters. */
  readonly state: string
  readonly inLibrary: boolean
}

/** A row an entry, in order of the registry; the words of a listing come from its list. */
export function rowsOf({ lists, jurisdictions, entries, inLibrary }: RegistryView): readonly RegistryRow[] {
  const listOf = new Map(lists.map((list) => [list.id, list]))
  const placeOf = new Map(jurisdictions.map((place) => [place.id, place]))
  return entries.flatMap((entry, index) => {
    const place = placeOf.get(entry.jurisdiction)
    const said = 'list' in entry ? saidBy(listOf.get(entry.list), entry) : entry
    if (place === undefined || said === undefined) return []
    const { orders, source, date, verified } = said
    const [, state = ''] = place.id.split('/')
    return [
      {
        ...{ key: `${index}`, orders, source, date, verified },
        ...{ place: place.name, kind: place.kind, state: state.toUpperCase() },
        inLibrary: inLibrary.includes(place.id),
      },
    ]
  })
}

function saidBy(list: PublishedList | undefined, { verified, note, removed }: Listing) {
  if (list === undefined) return undefined
  const { publisher, title, date } = list
  const orders = [
    `Listed by the ${publisher} as limiting cooperation.`,
    ...(removed === undefined ? [] : [`Removed in ${dateWords(removed.date)}, as said by ${removed.source}.`]),
    ...(note === undefined ? [] : [note]),
  ].join(' ')
  return { orders, source: title, date, verified }
}

/** "16 Apr 2019", or "Sep 2025" where only the month is known. */
export function dateWords(date: string): string {
  return date.length > 'YYYY-MM'.length ? dayWords(date) : dayWords(`${date}-01`).replace(/^1 /, '')
}
