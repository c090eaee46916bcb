/** What an answer says, in its one word or in those that remain. */
import type { Answer } from '@remit/engine/questions/answer.ts'
import type { Modality } from '@remit/language/checked/outcome.ts'

/** The one modality, or those that remain. */
export function modalitiesOf({ result }: Pick<Answer, 'result'>): readonly Modality[] {
  return result.kind === 'settled' ? [result.modality] : result.possible
}

export function isSettled({ result }: Pick<Answer, 'result'>, modality: Modality): boolean {
  return result.kind === 'settled' && result.modality === modality
}
