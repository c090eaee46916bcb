/** The own words of the pages of orders in each language; the orders themselves, and what is said of them, stay English. */
import type { Language } from '../../../words/language.ts'
import type { Result } from '../../../words/modality.ts'
import { EN } from './en.ts'
import { ES } from './es.ts'

export type OrderWords = {
  readonly language: Language
  readonly orders: string
  readonly lead: string
  readonly allOrders: string
  readonly places: string
  readonly loading: string
  readonly columns: Readonly<Record<'order' | 'kind' | 'from' | 'through' | 'known', string>>
  readonly inForce: string
  readonly notYet: string
  readonly since: (day: string) => string
  readonly until: (from: string, through: string) => string
  readonly labels: Readonly<Record<'inForce' | 'cite' | 'known' | 'source', string>>
  /** By how well it is known; a sentence. */
  readonly known: Readonly<Record<string, string>>
  readonly knownShort: Readonly<Record<string, string>>
  readonly governs: string
  readonly reading: string
  readonly version: string
  readonly hash: string
  readonly verify: string
  readonly changes: ChangeWords
  readonly other: { readonly label: string; readonly lang: Language }
}

export type ChangeWords = {
  readonly title: string
  readonly comparedWith: string
  readonly loading: string
  readonly failed: string
  readonly none: string
  /** How many answers change from which day on, and by whose orders. */
  readonly total: (answers: number, day: string) => string
  readonly byOrdersOf: (agency: string, before: string, after: string) => string
  readonly also: Readonly<Record<'before' | 'after', string>>
  readonly same: (count: number) => string
  readonly columns: Readonly<Record<'where' | 'who', string>>
  readonly before: string
  readonly after: string
  readonly always: string
  readonly kinds: (count: number) => string
  readonly more: (count: number) => string
  readonly moreActs: (count: number) => string
  readonly ask: string
  readonly example: string
  readonly terms: string
  readonly noTerm: string
  readonly onlyIn: Readonly<Record<'before' | 'after', string>>
  readonly sorts: Readonly<Record<'role' | 'act' | 'fact' | 'value' | 'event' | 'list' | 'report', string>>
  readonly paper: Readonly<Record<'sheet' | 'card' | 'page', string>>
  readonly text: string
  readonly textSame: string
  readonly textTooLong: string
  readonly added: string
  readonly removed: string
  readonly badges: Readonly<Record<Result, string>>
}

/** The words of the language that the address asks for; English for any other. */
export const orderWordsIn = (language: string | undefined): OrderWords => (language === 'es' ? ES : EN)

/** The search of an address in the same language: English is the one without. */
export function languageOf({ language }: OrderWords): { readonly lang?: string } {
  return language === 'en' ? {} : { lang: language }
}
