import { clock, clockSeconds, type Instant } from './times.ts'

/** Where a supervisor stands. Said with who and when; never "no answer", because nobody knows why. */
export type SupervisorState =
  | { readonly kind: 'free' }
  | { readonly kind: 'paged'; readonly at: Instant }
  | { readonly kind: 'accepted'; readonly at: Instant }
  | { readonly kind: 'not-reached'; readonly tries?: number }
  | { readonly kind: 'on-scene'; readonly at: Instant }
  | { readonly kind: 'left'; readonly at: Instant }

/** The state in two short parts: "Paged" and "21:50:12", "Not reached" and "tried 3 times". */
export function supervisorWords(
  state: SupervisorState,
  timeZone: string,
): { readonly words: string; readonly detail: string } {
  switch (state.kind) {
    case 'free':
      return { words: 'Free', detail: '' }
    case 'paged':
      return { words: 'Paged', detail: clockSeconds(state.at, timeZone) }
    case 'accepted':
      return { words: 'Accepted', detail: clock(state.at, timeZone) }
    case 'not-reached':
      return { words: 'Not reached', detail: state.tries ? `tried ${state.tries} times` : '' }
    case 'on-scene':
      return { words: 'On scene', detail: clock(state.at, timeZone) }
    case 'left':
      return { words: 'Left', detail: clock(state.at, timeZone) }
  }
}
