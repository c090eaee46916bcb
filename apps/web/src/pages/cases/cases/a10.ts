import type { PageCase } from '../case.ts'
import { MEMO } from './chicago.ts'

export const A10: PageCase = {
  kind: 'page',
  part: 'verify',
  id: 'A10',
  title: 'Is the memo authentic, and who issued it?',
  says: [
    { speaker: 'The article', words: 'the memo was confirmed as authentic; who was behind it could not be found out.' },
  ],
  shown:
    'Words retyped from a memo are compared, in this browser, with every published order: the same or not, issued by whom, when, and what replaced it.',
  document: MEMO,
}
