/** Lists that the orders read: the fields of an entry for a small form, and what is reported of each request or person. */
import type { FieldView, ListView } from '@remit/contract/incident-view.ts'
import type { ActAnswer } from '@remit/incident/determinations/merged.ts'
import type { EntryValues, IncidentEvent } from '@remit/incident/events/event.ts'
import type { Incident } from '@remit/incident/events/fold.ts'
import { isCompatible, type Named } from '@remit/incident/subjects/subject.ts'
import type { Field, List } from '@remit/language/checked/lists.ts'
import type { Book, Input } from '@remit/language/checked/tree.ts'
import { ofView } from './parts.ts'

/**
 * One view for each request or person that a list is about, and one where it is about the incident. Only those of which
 * something is reported, or on which an answer hangs: a list that decides nothing now is not asked about.
 */
export function listViews(book: Book, incident: Incident, answers: readonly ActAnswer[]): readonly ListView[] {
  return book.lists.flatMap((list) => {
    const inputs = new Set(book.inputs.filter((input) => isOfList(input, list)).map(({ id }) => id))
    const hangsOnIt = (named: Named) =>
      answers.some(
        ({ result, arises, ...answer }) =>
          result.kind === 'open' &&
          arises !== 'no' &&
          result.matters.some((input) => inputs.has(input)) &&
          isCompatible(answer.named, named),
      )
    return namedBy(list, incident)
      .map((named) => ({ named, view: listView(list, named, incident) }))
      .filter(({ named, view }) => view.entries.length > 0 || view.isComplete || hangsOnIt(named))
      .map(({ view }) => view)
  })
}

function isOfList(input: Input, { id }: List): boolean {
  return input.kind === 'yes-no' && input.of.kind === 'some' && input.of.list === id
}

function namedBy({ about }: List, { requests, persons }: Incident): readonly Named[] {
  if (about === 'request' && requests.length > 1) return requests.map(({ request }) => ({ request }))
  if (about === 'person' && persons > 1) return Array.from({ length: persons }, (_, index) => ({ person: index + 1 }))
  return [{}]
}

function listView(list: List, named: Named, { events }: Incident): ListView {
  const { id, text, ask, knownTo, fields } = list
  const withdrawn = new Set(events.flatMap(({ body }) => (body.kind === 'withdrawn' ? [body.of] : [])))
  const own = events.filter(({ seq, body }) => isOf(body, list, named) && !withdrawn.has(seq))
  return {
    ...ofView(named),
    list: id,
    text,
    ...(ask === undefined ? {} : { ask }),
    knownTo,
    fields: fields.map(fieldView),
    entries: own.flatMap(({ seq, body }) =>
      body.kind === 'entry-reported' ? [{ seq, words: entryWords(list, body.values) }] : [],
    ),
    isComplete: own.some(({ body }) => body.kind === 'list-complete'),
  }
}

function isOf(body: IncidentEvent['body'], { id, about }: List, { request = 1, person = 1 }: Named): boolean {
  if (body.kind !== 'entry-reported' && body.kind !== 'list-complete') return false
  if (body.list !== id) return false
  return about === 'request'
    ? (body.request ?? 1) === request
    : about === 'person'
      ? (body.person ?? 1) === person
      : true
}

export function fieldView(field: Field): FieldView {
  const { id, text, kind } = field
  const values =
    field.kind === 'one-of'
      ? field.values.map((value) => ({ value: value.id, text: value.text }))
      : field.kind === 'yes-no'
        ? [
            { value: true, text: 'Yes' },
            { value: false, text: 'No' },
          ]
        : []
  return { field: id, text, kind, values, ...(field.kind === 'number' ? { unit: field.unit } : {}) }
}

/** "Class: listed, years ago: 12": what is reported of an entry, in the order of its fields. */
export function entryWords({ fields }: Pick<List, 'fields'>, values: EntryValues): string {
  return fields
    .flatMap((field) => {
      const value = values[field.id]
      if (value === undefined) return []
      const { values: known, unit } = fieldView(field)
      const said = known.find((one) => one.value === value)?.text ?? String(value)
      return [`${field.text}: ${unit === undefined ? said : `${said} ${value === 1 ? unit.replace(/s$/, '') : unit}`}`]
    })
    .join(', ')
}
