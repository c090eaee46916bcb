/** The situation that each row asks about: what was picked, and what the row itself supposes. Ids are the vocabulary's. */
import type { Situation, SituationValue } from '@remit/language/checked/tree.ts'
import type { Choices, What } from './choices.ts'

export const ROWS = ['officer', 'supervisor', 'jailer', 'agency'] as const
/** A row is the role that it is about. */
export type Row = (typeof ROWS)[number]

/** The act that an officer is asked for, and the one that a jail is asked for, with what is then asked. */
export const ACTS: Readonly<Record<What, { readonly officer: string; readonly jailer: string }>> = {
  'civil-arrest': { officer: 'assist-civil-arrest', jailer: 'hold-on-detainer' },
  'crowd-or-traffic': { officer: 'hold-perimeter', jailer: 'hold-on-detainer' },
  information: { officer: 'give-status-info', jailer: 'give-release-info' },
  'facility-use': { officer: 'give-facility-use', jailer: 'give-custody-access' },
  'criminal-arrest': { officer: 'assist-criminal-investigation', jailer: 'transfer-on-criminal-warrant' },
}

/** A duty in general words, which stands where a statute names no act. */
export const GENERAL_DUTY = 'support-enforcement'
export const POLICY_ACTS = ['limit-cooperation', 'make-287g-agreement'] as const

type Facts = Readonly<Record<string, SituationValue>>

const ASKED: Readonly<Record<What, Facts>> = {
  'civil-arrest': { 'asks include arrest-help': true },
  'crowd-or-traffic': { 'asks include perimeter': true },
  information: { 'asks include status-info': true },
  'facility-use': { 'asks include facility-access': true },
  'criminal-arrest': { 'asks include arrest-help': true },
}

const FOUND: Readonly<Record<What, string>> = {
  'civil-arrest': 'civil-arrest',
  'crowd-or-traffic': 'civil-other',
  information: 'civil-other',
  'facility-use': 'civil-other',
  'criminal-arrest': 'criminal',
}

const SUPPOSED: Readonly<Record<Row, (what: What) => Facts>> = {
  officer: (what) => ({ ...ASKED[what], place: 'street' }),
  supervisor: (what) => ({
    ...ASKED[what],
    place: 'street',
    'supervisor is on-scene': true,
    finding: FOUND[what],
  }),
  jailer: () => ({
    place: 'jail',
    'asks include hold': true,
    'asks include notify': true,
    'asks include interview': true,
    'detainer is received': true,
    'detainer is sufficient': true,
    'detainer is supported': true,
    'person is in-custody': true,
    'person is due-for-release': true,
    // Some statutes bind only jails with a 287(g) agreement; where none does, this changes nothing.
    'agreement is in-force': true,
  }),
  agency: () => ({ 'policy is being-decided': true }),
}

export function situationFor(row: Row, { who, what, paper }: Pick<Choices, 'who' | 'what' | 'paper'>): Situation {
  return new Map<string, SituationValue>([
    ['requester', who],
    ['request-purpose', what],
    ['warrant', paper],
    ...Object.entries(SUPPOSED[row](what)),
  ])
}
