/** What pages say of an order document, in the same words everywhere. */
import type { DocumentSummary } from '@remit/contract/library-view.ts'

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const

/** "26 Sep 2019" for "2019-09-26", a day of the order's own place, so that no time zone can move it. */
export function dayWords(day: string): string {
  const [year, month, date] = day.split('-').map(Number)
  return `${date} ${MONTHS[(month ?? 1) - 1]} ${year}`
}

/** "26 Sep 2019 to 29 Sep 2019", "since 22 Apr 2026". */
export function inForceWords({ from, through }: Pick<DocumentSummary, 'from' | 'through'>): string {
  return through === undefined ? `since ${dayWords(from)}` : `${dayWords(from)} to ${dayWords(through)}`
}

/** Whether it is in force on `day`, written as documents write days. */
export function isInForce({ from, through }: Pick<DocumentSummary, 'from' | 'through'>, day: string): boolean {
  return from <= day && (through === undefined || day <= through)
}

const KNOWN: Readonly<Record<string, string>> = {
  primary: 'The text itself was read.',
  secondary: 'Known from accounts of others; the text itself was not read.',
  recalled: 'Recalled, not yet read.',
  assumed: 'Assumed, or a demo department’s own.',
}

/** How well the text is known, as a sentence. */
export function knownWords(verified: string): string {
  return KNOWN[verified] ?? verified
}

const KNOWN_SHORT: Readonly<Record<string, string>> = {
  primary: 'Read',
  secondary: 'From accounts of others',
  recalled: 'Recalled, not yet read',
  assumed: 'Assumed, or demo',
}

/** The same in a few words, for a table. */
export function knownShort(verified: string): string {
  return KNOWN_SHORT[verified] ?? verified
}

const PLACES: Readonly<Record<string, string>> = {
  us: 'United States',
  il: 'Illinois',
  tx: 'Texas',
  va: 'Virginia',
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
