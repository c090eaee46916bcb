/** The page's own words in each language; what the orders say stays in the orders' words. */

import type { Language } from '../../../words/language.ts'
import type { Result } from '../../../words/modality.ts'
import type { Paper, Show, What, Who } from '../choices.ts'
import type { AnswerSearch } from '../search.ts'
import type { Row } from '../situations.ts'
import { EN } from './en.ts'
import { ES } from './es.ts'

export type AnswerWords = {
  readonly language: Language
  readonly title: string
  readonly who: Readonly<Record<Who, string>>
  readonly what: Readonly<Record<What, string>>
  readonly paper: Readonly<Record<Paper, string>>
  readonly labels: Readonly<Record<'who' | 'what' | 'paper' | 'on' | 'a' | 'b', string>>
  readonly joins: Readonly<Record<'with' | 'showing' | 'on', string>>
  readonly rows: Readonly<Record<Row, string>>
  readonly supposed: Readonly<Record<Row, string>>
  readonly badges: Readonly<Record<Result, string>>
  readonly show: Readonly<Record<Show, string>>
  readonly officerAct: Readonly<Record<What, string>>
  readonly jailAct: Readonly<Record<What, string>>
  readonly verified: Readonly<Record<'secondary' | 'recalled' | 'assumed', string>>
  readonly danger: string
  readonly safe: string
  readonly emergency: string
  /** Between a place's name and the situation, in the orders' words, in which it is so. */
  readonly broken: string
  /** Before a place's name. */
  readonly duty: string
  readonly noDuty: string
  readonly noRule: string
  /** Of a state of which the library has nothing on that day. */
  readonly noRuleThen: string
  readonly noRuleAllows: string
  /** Of states in which nothing allows what would be a seizure. */
  readonly noRuleAllowsIn: (states: string) => string
  readonly notInLibrary: string
  readonly notLoaded: string
  readonly general: string
  readonly whom: string
  readonly depends: string
  readonly more: (count: number) => string
  readonly sameRequest: string
  readonly statesRead: (day: string, count: number) => string
  readonly state: string
  readonly csv: string
  readonly link: string
  readonly notAdvice: string
  readonly loading: string
  readonly failed: string
  readonly again: string
  /** The library has no orders of a place on a day. */
  readonly noneThen: string
  /** What is shown was read from older orders. */
  readonly older: string
  /** Nothing newer than `time` is known, because the library is not reached. */
  readonly asOf: (time: string) => string
  /** It is another day in one place than in the other. */
  readonly dayThere: (day: string) => string
  readonly copy: string
  readonly copied: string
  readonly notCopied: string
  /** Of the button for browsers without scripts. */
  readonly ask: string
  readonly mistake: (part: keyof AnswerSearch, given: string) => string
  readonly changes: string
  readonly today: string
  readonly previous: string
  readonly next: string
  readonly allDays: (count: number) => string
  readonly ended: (names: string) => string
  readonly other: { readonly label: string; readonly lang: Language }
}

export const wordsIn = (language: Language): AnswerWords => (language === 'es' ? ES : EN)

/** The search of another page's address in the same language: English is the one without. */
export const langOf = ({ language }: AnswerWords): { readonly lang?: Language } =>
  language === 'en' ? {} : { lang: language }
