import type { PageCase } from '../case.ts'

export const A5: PageCase = {
  kind: 'page',
  part: 'danger',
  id: 'A5',
  title: 'Could anyone in danger be left without help?',
  says: [
    { speaker: 'Critics', words: 'an agent will be hurt for want of a response.' },
    { speaker: 'The department', words: 'officers respond when an agent is in danger.' },
  ],
  shown:
    'Proved for the orders of each department that runs Remit: whoever is in danger is helped, in every possible situation. Measured here: the time from the press to the desk’s screen.',
  document: 'us/il/chicago/police/demo/protect-life',
}
