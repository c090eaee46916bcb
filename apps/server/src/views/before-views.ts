/** Duties that come before another act, for the desk's deadlines and for the warning before a press. */
import type { BeforeView } from '@remit/contract/incident-view.ts'
import { doneSince, isKindOf } from '@remit/incident/determinations/standing.ts'
import { dutiesBefore } from '@remit/incident/duties/before.ts'
import type { Opened } from '../incidents/write.ts'
import { type Context, ofView } from './parts.ts'

export function beforeViews(context: Context, { compiled, incident, determined }: Opened): readonly BeforeView[] {
  const { book } = compiled
  return dutiesBefore(book, incident, determined.answers).flatMap(({ role, act, before, ifLate, answer, state }) => {
    if (state === 'met') return []
    const members = incident.members.get(role) ?? []
    return [
      {
        ...ofView(answer.named),
        role,
        act: act.id,
        text: act.text,
        before: book.acts.filter(({ id }) => isKindOf(id, before.id, context.acts)).map(({ id }) => id),
        beforeText: before.text,
        state,
        done: members.filter((member) => doneSince(incident, answer, context.acts, member) !== undefined),
        ...(ifLate === undefined ? {} : { ifLate: context.roleText(ifLate) }),
      },
    ]
  })
}
