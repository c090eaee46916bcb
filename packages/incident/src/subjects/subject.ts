/**
 * Of which request and which person something is said. An incident has a request 1 and a person 1 from its beginning, as
 * a scenario has one of each; further ones have numbers, and a person never has anything else.
 */

/** What an event, an answer or a duty names; what it does not name, it says of all. */
export type Named = { readonly request?: number; readonly person?: number }

/** One request and one person: what a determination is made for. */
export type Subject = Required<Named>

export const FIRST: Subject = { request: 1, person: 1 }

/** Whether what names these is also about this request and this person: it names no other. */
export function isAbout({ request, person }: Named, subject: Subject): boolean {
  return (request ?? subject.request) === subject.request && (person ?? subject.person) === subject.person
}

/** Whether what names `one` and what names `other` can be about the same request and person. */
export function isCompatible(one: Named, other: Named): boolean {
  return isAbout(one, { request: other.request ?? one.request ?? 1, person: other.person ?? one.person ?? 1 })
}

/** The names alone, without what else is in the same record. */
export function namesOf({ request, person }: Named): Named {
  return { ...(request === undefined ? {} : { request }), ...(person === undefined ? {} : { person }) }
}

/** "Request 2, person 1"; nothing where neither is named. */
export function wordsOfNames({ request, person }: Named): string | undefined {
  const words = [
    ...(request === undefined ? [] : [`request ${request}`]),
    ...(person === undefined ? [] : [`person ${person}`]),
  ]
  const text = words.join(', ')
  return text === '' ? undefined : `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`
}

/** All that determinations are made for, request by request. */
export function subjectsOf({
  requests,
  persons,
}: {
  readonly requests: number
  readonly persons: number
}): readonly Subject[] {
  return numbers(requests).flatMap((request) => numbers(persons).map((person) => ({ request, person })))
}

function numbers(count: number): readonly number[] {
  return Array.from({ length: count }, (_, index) => index + 1)
}

export type Group = {
  /** What has to be named, for it to be said of these alone: nothing where it is said of all. */
  readonly named: Named
  /** One of the subjects; what it says, all of them say. */
  readonly subject: Subject
}

/**
 * Subjects grouped by what is said of them, with as few names as tell the groups apart: none where all say the same, the
 * person where it is the same for every request, the request where it is the same for every person, else both.
 * A subject of which nothing is said (`undefined`) is in no group.
 */
export function groupsBy(
  subjects: readonly Subject[],
  says: (subject: Subject) => string | undefined,
): readonly Group[] {
  const [first] = subjects
  if (first === undefined) return []
  const said = new Map(subjects.map((subject) => [subject, says(subject)]))
  const isSame = (one: Subject, other: Subject) => said.get(one) === said.get(other)
  const told = (groups: readonly Group[]) => groups.filter(({ subject }) => said.get(subject) !== undefined)
  if (subjects.every((subject) => isSame(subject, first))) return told([{ named: {}, subject: first }])
  const byPerson = subjects.filter(({ request }) => request === first.request)
  const byRequest = subjects.filter(({ person }) => person === first.person)
  if (subjects.every((subject) => byPerson.some((one) => one.person === subject.person && isSame(one, subject)))) {
    return told(byPerson.map((subject) => ({ named: { person: subject.person }, subject })))
  }
  if (subjects.every((subject) => byRequest.some((one) => one.request === subject.request && isSame(one, subject)))) {
    return told(byRequest.map((subject) => ({ named: { request: subject.request }, subject })))
  }
  return told(subjects.map((subject) => ({ named: subject, subject })))
}
