/** Since when an answer stands as it does, and whether its act has been done since. */
import type { Act } from '@remit/language/checked/tree.ts'
import type { Incident } from '../events/fold.ts'
import { type ActAnswer, modalitiesOf } from './from-facts.ts'

/** The instant of the first of the recorded determinations that have said the same of the pair without a break. */
export function standsSince({ events }: Incident, answer: ActAnswer): number | undefined {
  const now = modalitiesOf(answer).join()
  let since: number | undefined
  for (const { at, body } of events.toReversed()) {
    if (body.kind !== 'determined') continue
    const then = body.results.find(({ role, act }) => role === answer.role && act === answer.act)
    if (then?.modalities.join() !== now) return since
    since = at
  }
  return since
}

/**
 * When the role last did the act, or a kind of it, since the answer stands as it does. What was done for an earlier
 * duty counts for nothing: help sent to a first danger is no help to a second.
 */
export function doneSince(incident: Incident, answer: ActAnswer, acts: ReadonlyMap<string, Act>): number | undefined {
  const since = standsSince(incident, answer)
  if (since === undefined) return undefined
  return incident.acts.findLast(
    ({ at, body }) => at >= since && body.role === answer.role && isKindOf(body.act, answer.act, acts),
  )?.at
}

/** Whether `act` is `general` or one of its kinds. INVARIANT: `is a kind of` has no cycles. */
export function isKindOf(act: string, general: string, acts: ReadonlyMap<string, Act>): boolean {
  return act === general || (acts.get(act)?.kindOf ?? []).some((kind) => isKindOf(kind, general, acts))
}
