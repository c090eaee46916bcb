import type { PageCase } from '../case.ts'

export const A11: PageCase = {
  kind: 'page',
  part: 'registry',
  id: 'A11',
  title: 'Which other places have such orders?',
  says: [
    { speaker: 'The article', words: 'Chicago is one of at least 36 such cities; whole counties and states are too.' },
  ],
  shown:
    'Every entry with its source and date, those that restrict and those that require side by side. No list decides what an order says.',
}
