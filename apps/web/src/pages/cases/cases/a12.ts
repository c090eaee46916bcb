import type { PageCase } from '../case.ts'
import { MEMO } from './chicago.ts'

export const A12: PageCase = {
  kind: 'page',
  part: 'asking',
  id: 'A12',
  title: 'What the asking agency is told',
  says: [{ speaker: 'DHS', words: 'the direction is dangerous for its agents.' }],
  shown:
    'The asking agency gets a receipt at once, what it can expect and under which order, and how to call for help in danger.',
  document: MEMO,
}
