/** When what a screen says last became different, so that a reader knows where to look. */
import type { IncidentView } from '@remit/contract/incident-view.ts'
import { useState } from 'react'
import type { Instant } from '../../words/times.ts'

export type Screen = 'first' | 'officer' | 'supervisor'

/** What a screen says in its large type, as one text. Two views with the same text look the same to their reader. */
export function saidOn(screen: Screen, view: IncidentView): string {
  const open = view.danger.reports.filter(({ endedAt }) => endedAt === undefined)
  const danger = open.map(({ report, accepted }) => `${report} ${accepted?.position.id}`)
  const lines = (role: string) => {
    const headline = view.roles.find((each) => each.role === role)?.headline
    return [headline?.sentence, ...(headline?.also ?? []).map(({ sentence }) => sentence)]
  }
  switch (screen) {
    case 'officer':
      return JSON.stringify([lines('officer'), danger])
    case 'supervisor':
      return JSON.stringify([lines('supervisor'), danger, view.acts.filter(({ direction }) => direction).length])
    case 'first': {
      const { page, toUnits, acts, state, custody } = view
      const paged = page.state === 'none' ? '' : `${page.state} ${page.position.id}`
      return JSON.stringify([toUnits.radio, paged, danger, acts.length, state, custody, lines('officer')])
    }
  }
}

/** The instant at which `said` became what it is; absent until it has changed once. */
export function useChangedAt(said: string | undefined, now: Instant): Instant | undefined {
  const [last, setLast] = useState<{ readonly said: string | undefined; readonly at: Instant | undefined }>({
    said,
    at: undefined,
  })
  if (said === undefined || said === last.said) return last.at
  // Set while rendering, as React asks for state that follows from what it is given.
  setLast({ said, at: last.said === undefined ? undefined : now })
  return last.said === undefined ? undefined : now
}
