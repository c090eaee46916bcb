/** Of which request or person something is said, where others differ: in an incident with one of each nobody is named. */
import type { Of } from '@remit/contract/incident-view.ts'
import { lowerFirst } from './sentences.ts'

/** What a command names. */
export type Names = { readonly request?: number; readonly person?: number }

export function namesOf({ request, person }: Of): Names {
  return { ...(request === undefined ? {} : { request }), ...(person === undefined ? {} : { person }) }
}

/** Whether two things are said of the same request and person. */
export function isOfSame(one: Of, other: Of): boolean {
  return one.request === other.request && one.person === other.person
}

type Said = Of & { readonly act: string }

/** The one of `all` about the same act, of the same request and person. */
export function sameAs<One extends Said>(all: readonly One[], said: Said): One | undefined {
  return all.find((one) => one.act === said.act && isOfSame(one, said))
}

/** A key for lists. */
export function keyOf({ act, request, person }: Said): string {
  return `${act} ${request ?? ''} ${person ?? ''}`
}

/** "Person 2: give the notice" for a text that begins with a capital letter; the text alone where nobody is named. */
export function withOf({ of }: Of, text: string): string {
  return of === undefined ? text : `${of}: ${lowerFirst(text)}`
}

/** "1 of 2 have done it" while a duty that binds each of several is not met. */
export function membersWords(members: { readonly done: number; readonly of: number } | undefined): string | undefined {
  return members === undefined || members.done === 0 || members.done === members.of
    ? undefined
    : `${members.done} of ${members.of} have done it`
}
