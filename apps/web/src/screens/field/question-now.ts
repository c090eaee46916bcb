import type { IncidentView, QuestionView, RoleView } from '@remit/contract/incident-view.ts'
import { sameAs } from '../../words/of.ts'
import { directionTo } from './order.tsx'

/**
 * At most one question, and none where the answer is settled (look.md 7.8): one is asked while a fact that decides is
 * not known, or while the order of the moment itself rests on what is only presumed. A supervisor is asked what they
 * find once they are there, and no more once the direction is clear.
 */
export function questionNow(view: IncidentView, role: RoleView): QuestionView | undefined {
  const { question, headline } = role
  if (!question) return undefined
  if (role.role === 'supervisor') return isToFind(view) ? question : undefined
  if (question.presumed === undefined) return question
  const order = headline && sameAs(role.answers, headline)
  return order?.presumed.includes(question.input.replaceAll('-', ' ')) ? question : undefined
}

function isToFind(view: IncidentView): boolean {
  const clear =
    directionTo(view, 'officer') !== undefined || view.directions.some(({ modality }) => modality === 'MUST')
  return view.page.state === 'on-scene' && !clear
}
