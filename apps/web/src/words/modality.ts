import type { Modality } from '@remit/language/checked/outcome.ts'

/** What one line of an answer can say: a settled modality, or OPEN while a fact that decides is missing. */
export type Result = Modality | 'OPEN'

/** The word on the badge. SILENT is said in plain words, because "silent" could be read as an order to be quiet. */
export const BADGE_WORD: Readonly<Record<Result, string>> = {
  MUST: 'MUST',
  'MUST NOT': 'MUST NOT',
  MAY: 'MAY',
  SHOULD: 'SHOULD',
  'SHOULD NOT': 'SHOULD NOT',
  REFER: 'REFER',
  OPEN: 'OPEN',
  SILENT: 'No rule',
  'SET ASIDE': 'Set aside',
}

/** The same on the Spanish pages. */
export const BADGE_WORD_ES: Readonly<Record<Result, string>> = {
  MUST: 'DEBE',
  'MUST NOT': 'NO DEBE',
  MAY: 'PUEDE',
  SHOULD: 'DEBERÍA',
  'SHOULD NOT': 'NO DEBERÍA',
  REFER: 'CONSULTE',
  OPEN: 'ABIERTO',
  SILENT: 'Sin regla',
  'SET ASIDE': 'Apartado',
}
