/** What a new order document needs to be told, in the order of asking; on a terminal by questions, else by options. */
import { FORCE_WORDS } from '@remit/language/checked/forces.ts'
import { wallTimeOf } from '@remit/language/checked/local-time.ts'

export type Asked = {
  /** The option, without its dashes. */
  readonly name: keyof Answers
  readonly question: string
  /** The only answers there are; absent: any text. */
  readonly choices?: readonly string[]
  /** What is taken where nobody answers; absent: an answer is needed. An empty one leaves the thing out. */
  readonly fallback?: string
  /** What is wrong with an answer, as a sentence; undefined if nothing. */
  readonly fault?: (answer: string) => string | undefined
}

export type Answers = {
  readonly title: string
  readonly short: string
  readonly issuer: string
  readonly force: string
  readonly from: string
  readonly through: string
  readonly source: string
  readonly verified: string
  readonly cite: string
  readonly norm: string
  readonly says: string
}

export const ASKED: readonly Asked[] = [
  { name: 'title', question: 'Title of the order' },
  { name: 'short', question: 'Short title, which its later versions share and others name it by' },
  { name: 'issuer', question: 'Who issued it' },
  { name: 'force', question: 'Its force', choices: FORCE_WORDS },
  { name: 'from', question: 'In force from (as in 2026-05-01)', fault: dayFault },
  { name: 'through', question: 'In force through (leave empty if it has no end)', fallback: '', fault: dayFault },
  { name: 'source', question: 'Where its text comes from' },
  {
    name: 'verified',
    question: 'How well its text is known',
    choices: ['primary', 'secondary', 'recalled', 'assumed'],
  },
  { name: 'cite', question: 'How it is cited (leave empty if it is not)', fallback: '' },
  {
    name: 'norm',
    question: 'Name of its first norm, as in help-in-danger (leave empty for none)',
    fallback: '',
    fault: nameFault,
  },
  { name: 'says', question: 'What the norm says, as in: officer must protect-life', fallback: '' },
]

export const ORDER_OPTIONS: readonly string[] = ASKED.map(({ name }) => name)

/** Answers that hold orders; the others hold words, forms or doubts, and no norm can stand in them. */
export function hasForce(force: string): boolean {
  return !['vocabulary', 'federal form', 'counsel note'].includes(force)
}

function dayFault(answer: string): string | undefined {
  return wallTimeOf(answer) === undefined ? `there is no day \`${answer}\`; write it as in 2026-05-01` : undefined
}

function nameFault(answer: string): string | undefined {
  if (/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(answer)) return undefined
  return `\`${answer}\` is not written as names are: small letters and digits, joined by single hyphens`
}
