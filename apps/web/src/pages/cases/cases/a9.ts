import type { PageCase } from '../case.ts'
import { NOTICES } from './fairfax.ts'

export const A9: PageCase = {
  kind: 'page',
  part: 'review',
  id: 'A9',
  title: 'The review, and what officers are taught',
  says: [
    { speaker: 'The chief', words: 'the officer was suspended; officers are trained on exactly this distinction.' },
  ],
  shown: 'The acts that differed, each with the outcome of its review; and a drill on two situations one fact apart.',
  document: NOTICES,
}
