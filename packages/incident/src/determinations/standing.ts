/** Since when an answer stands as it does, and whether its act has been done since. */
import type { Answer } from '@remit/engine/questions/answer.ts'
import type { Act, RoleId } from '@remit/language/checked/tree.ts'
import type { PositionId } from '../events/event.ts'
import type { ActDone, Incident } from '../events/fold.ts'
import { isAbout, type Subject } from '../subjects/subject.ts'
import { modalitiesOf } from './modalities.ts'

type Standing = Answer & { readonly subject: Subject }

/** The instant of the first of the recorded determinations that have said the same of the pair without a break. */
export function standsSince({ events }: Incident, answer: Standing): number | undefined {
  const now = modalitiesOf(answer).join()
  let since: number | undefined
  for (const { at, body } of events.toReversed()) {
    if (body.kind !== 'determined') continue
    const then = body.results.find(
      (result) => result.role === answer.role && result.act === answer.act && isAbout(result, answer.subject),
    )
    if (then?.modalities.join() !== now) return since
    since = at
  }
  return since
}

/**
 * When the duty was met: the role did the act, or a kind of it, since the answer stands as it does. What was done for an
 * earlier duty counts for nothing: help sent to a first danger is no help to a second. With `position`, when this member
 * of the role had done its own part.
 */
export function doneSince(
  incident: Incident,
  answer: Standing,
  acts: ReadonlyMap<string, Act>,
  position?: PositionId,
): number | undefined {
  const since = standsSince(incident, answer)
  if (since === undefined) return undefined
  return metAt(boundBy(incident, answer, acts), doingsOf(incident, answer, acts, since), position)
}

/** How many of the members that a duty binds have done it; nothing where it does not bind each of several. */
export function doneBy(
  incident: Incident,
  answer: Standing,
  acts: ReadonlyMap<string, Act>,
): { readonly done: number; readonly of: number } | undefined {
  const bound = boundBy(incident, answer, acts)
  if (bound.length === 0) return undefined
  const since = standsSince(incident, answer)
  const doings = since === undefined ? [] : doingsOf(incident, answer, acts, since)
  return { done: bound.filter((member) => doings.some(({ by }) => by === member)).length, of: bound.length }
}

function doingsOf(
  { acts: done }: Incident,
  { role, act, subject }: Standing,
  acts: ReadonlyMap<string, Act>,
  since: number,
): readonly ActDone[] {
  return done.filter(
    ({ at, body }) => at >= since && body.role === role && isAbout(body, subject) && isKindOf(body.act, act, acts),
  )
}

/**
 * The members each of whom the duty binds; none where it is enough that the role does it: where at most one unit is assigned
 * for it, where the order says `one`, and for a direction, which is given once.
 */
export function boundBy(
  { members }: Incident,
  { role, act, one }: { readonly role: RoleId; readonly act: string; readonly one?: true },
  acts: ReadonlyMap<string, Act>,
): readonly PositionId[] {
  const assigned = members.get(role) ?? []
  return assigned.length < 2 || one === true || acts.get(act)?.directs !== undefined ? [] : assigned
}

/** When what was done met a duty that binds each of `bound`; nobody in particular where there are none. */
export function metAt(
  bound: readonly PositionId[],
  doings: readonly { readonly at: number; readonly by: PositionId }[],
  position?: PositionId,
): number | undefined {
  const lastOf = (member: PositionId) => doings.findLast(({ by }) => by === member)?.at
  if (bound.length === 0) return doings.at(-1)?.at
  if (position !== undefined && bound.includes(position)) return lastOf(position)
  const times = bound.flatMap((member) => lastOf(member) ?? [])
  return times.length === bound.length ? Math.max(...times) : undefined
}

/** Whether `act` is `general` or one of its kinds. INVARIANT: `is a kind of` has no cycles. */
export function isKindOf(act: string, general: string, acts: ReadonlyMap<string, Act>): boolean {
  return act === general || (acts.get(act)?.kindOf ?? []).some((kind) => isKindOf(kind, general, acts))
}
