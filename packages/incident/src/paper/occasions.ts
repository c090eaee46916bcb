/** The occasions that a visor card is for: in which situation each is decided, for whom, and which acts it has to answer. */
import type { ActId, InputId, RoleId, SituationValue } from '@remit/language/checked/tree.ts'

export type Occasion = {
  readonly id: string
  /** As a heading of the card. */
  readonly title: string
  /** The first of these that the agency staffs is the one spoken to. */
  readonly roles: readonly RoleId[]
  /** What is supposed; a fact that a book has no word for is left out. */
  readonly facts: Readonly<Record<InputId, SituationValue>>
  /** Without this fact in its words a book has nothing to say on the occasion. */
  readonly needs?: InputId
  /** What is answered first, in this order, whatever the orders say of it, but for silence. */
  readonly acts: readonly ActId[]
  /** Which other duties that arise are told too: every one, or only what is a kind of the acts. */
  readonly duties: 'all' | 'kinds'
  /** What is said where the orders say nothing; without it the occasion is left out then. */
  readonly silent?: string
  /** What was told on this occasion is not told again here. */
  readonly after?: string
}

const ASKED = {
  requester: 'ice-ero',
  'request-purpose': 'civil-arrest',
  'asks include arrest-help': true,
  warrant: 'i-200',
  place: 'street',
} as const

const DIRECTED = 'supervisor has done direct-to-leave'

/** In the order of the card: whoever is in danger comes first. */
export const OCCASIONS: readonly Occasion[] = [
  {
    id: 'danger',
    title: 'Someone is in danger',
    roles: ['officer'],
    facts: { ...ASKED, 'someone is in-danger': true },
    acts: ['protect-life', 'stop-the-attack', 'arrest-for-attack'],
    duties: 'kinds',
    silent: 'These orders say nothing of danger. Remit’s own words: use your training, and call for help.',
  },
  {
    id: 'arrest',
    title: 'ICE asks for help with an immigration arrest and shows an I-200',
    roles: ['officer'],
    facts: ASKED,
    acts: ['assist-civil-arrest', 'arrest-on-civil-warrant'],
    duties: 'all',
  },
  {
    id: 'directed',
    title: 'Your supervisor has directed you to leave',
    roles: ['officer'],
    facts: { ...ASKED, 'supervisor is on-scene': true, finding: 'civil-arrest', [DIRECTED]: true },
    needs: DIRECTED,
    acts: [],
    duties: 'all',
    after: 'arrest',
  },
  {
    id: 'hit',
    title: 'A name check returns an immigration notice',
    roles: ['officer'],
    facts: { requester: 'nobody', 'request-purpose': 'none', hit: 'civil', place: 'street' },
    acts: ['prolong-stop', 'call-ice'],
    duties: 'all',
  },
  {
    id: 'detainer',
    title: 'A complete detainer comes for a person due for release',
    roles: ['jailer', 'officer'],
    facts: {
      requester: 'ice-ero',
      'request-purpose': 'civil-detention',
      'asks include hold': true,
      'detainer is received': true,
      // Two statutes name a detainer that is complete each in its own words.
      'detainer is sufficient': true,
      'detainer is supported': true,
      'person is in-custody': true,
      'person is due-for-release': true,
      place: 'jail',
    },
    acts: ['hold-on-detainer'],
    duties: 'kinds',
  },
]
