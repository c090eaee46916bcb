/** Paragraphs 1 and 3 of the memo for one act, as a programmer would write them without a language. */
import type { Modality } from '@remit/language/checked/outcome.ts'

/** A situation as such a program would hold it. */
export type Record = {
  readonly requester: number
  readonly isInDanger: boolean
  readonly isOnScene: boolean
  readonly isDirected: boolean
}

export const DHS = [
  'ice-ero',
  'ice-hsi',
  'cbp',
  'secret-service',
  'tsa',
  'fps',
  'coast-guard',
  'fema',
  'dhs-contractor',
]

/** `requester` is a place in the vocabulary's list; those from 1 to 9 are of DHS. */
export function handWritten({ requester, isInDanger, isOnScene, isDirected }: Record): Modality {
  if (requester < 1 || requester > DHS.length) return 'SILENT'
  if (isOnScene || isDirected) return 'SILENT'
  return isInDanger ? 'SET ASIDE' : 'MUST'
}
