/** The page's own words in each language; what the orders say stays in the orders' words. */
import type { Result } from '../../../words/modality.ts'
import type { Language, Paper, Show, What, Who } from '../choices.ts'
import type { AnswerSearch } from '../search.ts'
import type { Row } from '../situations.ts'
import { EN } from './en.ts'
import { ES } from './es.ts'

export type AnswerWords = {
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
  readonly broken: (place: string, when: string) => string
  readonly duty: (place: string) => string
  readonly noDuty: (place: string) => string
  readonly noRule: string
  readonly noRuleAllows: string
  readonly notInLibrary: string
  readonly general: string
  readonly ask: string
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
  readonly mistake: (part: keyof AnswerSearch, given: string) => string
  readonly changes: string
  readonly other: { readonly label: string; readonly lang: Language }
}

export const wordsIn = (language: Language): AnswerWords => (language === 'es' ? ES : EN)
