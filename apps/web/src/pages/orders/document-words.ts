/** What pages say of an order document, in the same words everywhere. */
import type { DocumentSummary } from '@remit/contract/library-view.ts'
import { dayWords } from '../../words/day-words.ts'
import { orderWordsIn } from '../order/words/words.ts'

const EN = orderWordsIn('en')

/** "26 Sep 2019 to 29 Sep 2019", "since 22 Apr 2026". */
export function inForceWords({ from, through }: Pick<DocumentSummary, 'from' | 'through'>, words = EN): string {
  const [first, last] = [from, through ?? from].map((day) => dayWords(day, words.language))
  return through === undefined ? words.since(`${first}`) : words.until(`${first}`, `${last}`)
}

/** Whether it is in force on `day`, written as documents write days. */
export function isInForce({ from, through }: Pick<DocumentSummary, 'from' | 'through'>, day: string): boolean {
  return from <= day && (through === undefined || day <= through)
}

const PLACES: Readonly<Record<string, string>> = {
  us: 'United States',
  ca: 'California',
  co: 'Colorado',
  fl: 'Florida',
  ga: 'Georgia',
  ia: 'Iowa',
  il: 'Illinois',
  ma: 'Massachusetts',
  md: 'Maryland',
  nj: 'New Jersey',
  ny: 'New York',
  or: 'Oregon',
  tn: 'Tennessee',
  tx: 'Texas',
  va: 'Virginia',
  wa: 'Washington',
  'new-york-city': 'New York City',
  'fairfax-county': 'Fairfax County',
  'harris-county': 'Harris County',
}

/** The places of a document from the widest on: "United States", "Illinois", "Chicago". */
export function placesOf(id: string): readonly string[] {
  return id
    .split('/')
    .slice(0, -1)
    .map((part) => PLACES[part] ?? part.slice(0, 1).toUpperCase() + part.slice(1).replaceAll('-', ' '))
}
