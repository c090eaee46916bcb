/** What an order says is to be done before an act: told before the press, and never in its way. */
import type { BeforeView, IncidentView, Of } from '@remit/contract/incident-view.ts'
import { lowerFirst } from './sentences.ts'

/** The duties of `role` that stand and come before `act`; without those that `position` has done for its part. */
export function beforeActs(
  view: Pick<IncidentView, 'before'>,
  said: Of & { readonly act: string },
  role: string,
  position: string,
): readonly BeforeView[] {
  return view.before.filter(
    (duty) =>
      duty.role === role &&
      duty.state === 'stands' &&
      duty.before.includes(said.act) &&
      !duty.done.includes(position) &&
      isAboutSame(duty, said),
  )
}

/** What names nobody is about everybody. */
function isAboutSame(one: Of, other: Of): boolean {
  return (
    (one.request ?? other.request) === (other.request ?? one.request) &&
    (one.person ?? other.person) === (other.person ?? one.person)
  )
}

/** "First: give the person a copy of the paper." */
export function firstWords(duties: readonly BeforeView[]): string | undefined {
  const [first, ...others] = duties.map(
    ({ of, text }) => `${lowerFirst(text)}${of === undefined ? '' : ` (${lowerFirst(of)})`}`,
  )
  return first === undefined ? undefined : `First: ${[first, ...others].join('; ')}.`
}
