/**
 * The few words of the shared vocabulary on which Remit itself acts. Everything else it only passes between the
 * orders and the screens.
 */

/** A duty for one of these means that a supervisor is needed: one is paged without anyone pressing anything. */
export const ACTS_THAT_NEED_A_SUPERVISOR: ReadonlySet<string> = new Set([
  'wait-for-supervisor',
  'call-for-supervisor',
  'send-supervisor',
  'come-to-scene',
])
/** Roles whose coming ends the paging. */
export const ARRIVED = 'supervisor-arrived'
export const LEFT = 'supervisor-left'
/** An event that is the doing of an act: arriving is coming to the scene. */
export const ACT_OF_EVENT: { readonly [event: string]: { readonly role: string; readonly act: string } } = {
  [ARRIVED]: { role: 'supervisor', act: 'come-to-scene' },
}
