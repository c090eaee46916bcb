/** What can be picked, and what an address that names something else is answered. */
import type { PlaceView } from '@remit/contract/library-view.ts'
import { idFromSegment } from '../../api/agency-segment.ts'
import { LANGUAGES, type Language } from '../../words/language.ts'
import { isDay, latestToday } from './days.ts'
import type { AnswerSearch } from './search.ts'

/** Values of the vocabulary's `requester`. */
export const WHO = ['ice-ero', 'ice-hsi', 'cbp', 'dhs-contractor', 'other-federal'] as const
/** Values of `request-purpose`, each with the acts that the rows and the maps compare. */
export const WHAT = ['civil-arrest', 'crowd-or-traffic', 'information', 'facility-use', 'criminal-arrest'] as const
/** Values of `warrant`. */
export const PAPER = ['none', 'i-200', 'i-205', 'federal-criminal', 'unclear'] as const
export const SHOW = ['both', 'street', 'jail', 'table'] as const

export type Who = (typeof WHO)[number]
export type What = (typeof WHAT)[number]
export type Paper = (typeof PAPER)[number]
export type Show = (typeof SHOW)[number]

export type Choices = {
  readonly who: Who
  readonly what: What
  readonly paper: Paper
  /** The day that was picked, as `2021-08-02`. Absent: today, by the clock of each place. */
  readonly on: string | undefined
  readonly a: string
  readonly b: string
  readonly show: Show
}

/** A part of the address that names nothing here. */
export type Mistake = { readonly part: keyof AnswerSearch; readonly given: string }

export const FIRST_PLACES = { a: 'us/il/chicago/police', b: 'us/tx/houston/police' } as const
/** Before it the library holds nothing that the page could compare. */
export const FIRST_DAY = '2006-03-29'

type Place = Pick<PlaceView, 'id' | 'timeZone'>
type Context = { readonly nowMs: number; readonly places: readonly Place[] }

/** The choices of an address, each that names nothing replaced by the first one and told as a mistake. */
export function choicesIn(
  search: AnswerSearch,
  { nowMs, places }: Context,
): {
  readonly choices: Choices
  readonly mistakes: readonly Mistake[]
} {
  const mistakes: Mistake[] = []
  const pick = <T extends string>(part: keyof AnswerSearch, allowed: readonly T[], first: T): T => {
    const given = search[part]
    if (given === undefined) return first
    const found = allowed.find((value) => value === given)
    if (found === undefined) mistakes.push({ part, given })
    return found ?? first
  }
  const place = (part: 'a' | 'b'): string => {
    const given = search[part]
    if (given === undefined) return FIRST_PLACES[part]
    const id = idFromSegment(given)
    if (places.some((known) => known.id === id)) return id
    mistakes.push({ part, given })
    return FIRST_PLACES[part]
  }
  const two = { a: place('a'), b: place('b') }
  const zones = places.filter(({ id }) => id === two.a || id === two.b).map(({ timeZone }) => timeZone)
  const day = (): string | undefined => {
    const given = search.on
    if (given === undefined) return undefined
    if (isDay(given) && given >= FIRST_DAY && given <= latestToday(nowMs, zones)) return given
    mistakes.push({ part: 'on', given })
    return undefined
  }
  const choices = {
    who: pick('who', WHO, 'ice-ero'),
    what: pick('what', WHAT, 'civil-arrest'),
    paper: pick('paper', PAPER, 'none'),
    on: day(),
    ...two,
    show: pick('show', SHOW, 'both'),
  }
  pick('lang', LANGUAGES, 'en')
  return { choices, mistakes }
}

export function languageIn(search: AnswerSearch): Language {
  return LANGUAGES.find((language) => language === search.lang) ?? 'en'
}
