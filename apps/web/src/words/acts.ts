/**
 * The few acts and events of the shared vocabulary that screens know by name: those with a button of their own. All
 * others are shown as the orders name them.
 */

/** Stopping the attack is part of protecting life, and the immigration arrest is not. */
export const STOP_THE_ATTACK = 'stop-the-attack'
export const ARREST_FOR_ATTACK = 'arrest-for-attack'
export const ASSIST_CIVIL_ARREST = 'assist-civil-arrest'
export const COME_TO_SCENE = 'come-to-scene'

/** Always offered by the vocabulary, beside danger: it can be said at any time, without being asked. */
export const SOMEONE_HURT = 'someone is hurt'

export const ARRIVED = 'supervisor-arrived'
export const LEFT = 'supervisor-left'

/** What a person presses when a duty is done. A duty that lasts (waiting, protecting) is not done by saying so. */
const DONE_WORDS: Readonly<Record<string, string>> = {
  'leave-scene': 'We have left',
  'advise-requester': 'We have told the agents',
  'call-for-supervisor': 'I have called a supervisor',
  'send-supervisor': 'A supervisor is sent',
  'send-help': 'Help is sent',
  'decline-request': 'I have declined the request',
}
const LASTING = /^(?:wait-|protect-|keep-|be-|hold-|stay-|direct-|come-to-scene)/

/** The words of the button that says a duty is done; nothing where it cannot be. */
export function doneWords(act: string, text: string): string | undefined {
  if (LASTING.test(act)) return undefined
  return DONE_WORDS[act] ?? `Done: ${text.slice(0, 1).toLowerCase()}${text.slice(1)}`
}

/** Things that happen and that a screen may record, by role; the server refuses those that the orders do not know. */
export const HAPPENINGS: readonly {
  readonly event: string
  readonly text: string
  /** Whether it happens to one person. */
  readonly ofPerson?: true
}[] = [
  { event: ARRIVED, text: 'Supervisor on scene' },
  { event: LEFT, text: 'Supervisor left' },
  { event: 'custody-began', text: 'Person taken into custody', ofPerson: true },
  { event: 'person-released', text: 'Person released', ofPerson: true },
  { event: 'violation-reported', text: 'Violation by agents reported' },
]
