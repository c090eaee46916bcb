import type { Refusal } from '@remit/contract/shapes.ts'
import { sentencesOf } from './sentences.ts'

/** What a notice says: what is so, then what to do. */
export type NoticeWords = {
  readonly kind: 'refused' | 'no-permission'
  readonly title: string
  readonly detail: string
}

/**
 * A refusal in people's words. The server's message comes first, because it knows the case; what to do is said here
 * where every screen says the same.
 */
export function refusalWords(refusal: Refusal): NoticeWords {
  const [title, ...rest] = sentencesOf(refusal.message)
  const detail = [...rest, refusal.at && `It is about ${refusal.at}.`, WHAT_TO_DO[refusal.refusal]]
  return {
    kind: refusal.refusal === 'not-this-position' ? 'no-permission' : 'refused',
    title: title ?? 'This was refused.',
    detail: detail.filter(Boolean).join(' '),
  }
}

/** No answer came. It is never known whether the server has it, so it is never said that it was recorded. */
export const NOT_REACHED: NoticeWords = {
  kind: 'refused',
  title: 'Not sent. The server was not reached.',
  detail: 'If it is urgent, say it on your radio now. Then try again.',
}

/** Said after the server's own message; empty where that message always says it itself. */
const WHAT_TO_DO: Readonly<Record<Refusal['refusal'], string>> = {
  'not-found': '',
  'not-valid': 'Nothing was written.',
  'too-large': '',
  'stale-version': 'Somebody recorded something first. Look at it, then send yours again if it still holds.',
  'incident-closed': '',
  'not-this-position': '',
  'not-in-this-book': '',
  'reason-needed': 'Choose a reason from the list. The direction is not blocked.',
  'already-so': '',
  'not-a-demo': '',
  'too-many-requests': 'Wait a moment. If it is urgent, say it on your radio now.',
  unavailable: 'If it is urgent, say it on your radio now.',
}
