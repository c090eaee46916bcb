/** Directions that can be given, and acts that were done. */
import type { ActDoneView, DirectionView } from '@remit/contract/incident-view.ts'
import { answerTo } from '@remit/incident/determinations/from-facts.ts'
import { sentenceFor } from '@remit/incident/determinations/sentences.ts'
import { DIFFERENCE_REASONS, REVIEW_OUTCOMES } from '@remit/incident/events/event.ts'
import type { Incident } from '@remit/incident/events/fold.ts'
import type { Opened } from '../incidents/write.ts'
import { type Context, ofView } from './parts.ts'

const WEIGHTS = new Map(['MUST', 'SHOULD', 'MAY', 'SILENT', 'open'].map((modality, weight) => [modality, weight]))

/** What a supervisor can direct, the one that is ordered first. None is blocked; another one asks for a reason. */
export function directionViews({ compiled, determined }: Opened): readonly DirectionView[] {
  const weight = ({ modality }: DirectionView) => WEIGHTS.get(modality) ?? WEIGHTS.size
  return compiled.book.acts
    .flatMap((act) => {
      if (act.directs === undefined) return []
      const { determined: modality } = answerTo(determined.answers, 'supervisor', act)
      return [{ act: act.id, text: act.text, sentence: sentenceFor(act, 'MUST'), modality, toRole: act.directs.role }]
    })
    .sort((one, other) => weight(one) - weight(other))
}

export function doneViews({ acts, position }: Context, incident: Incident): readonly ActDoneView[] {
  return incident.acts.map(({ seq, at, by, body, review }) => {
    const act = acts.get(body.act)
    return {
      seq,
      at,
      by: position(by),
      act: body.act,
      text: act?.text ?? body.act,
      direction: act?.directs !== undefined,
      ...ofView(body),
      determined: body.determined,
      differs: body.differs,
      ...(body.reason === undefined ? {} : { reason: DIFFERENCE_REASONS[body.reason] }),
      ...(review === undefined
        ? {}
        : { review: { by: position(review.by), at: review.at, outcome: REVIEW_OUTCOMES[review.outcome] } }),
    }
  })
}
