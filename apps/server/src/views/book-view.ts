/** A book as screens read it: what can be asked and said, and what is proved of it. */
import type { BookView, InputView } from '@remit/contract/library-view.ts'
import { checkInvariant } from '@remit/engine/questions/analysis/invariants.ts'
import type { Input } from '@remit/language/checked/tree.ts'
import type { Remit } from '../remit.ts'
import { documentSummary } from './document-view.ts'
import { textOfInput } from './parts.ts'

export function bookView(remit: Remit, agency: string, atMs: number): BookView {
  const compiled = remit.bookAt(agency, atMs)
  const { book } = compiled
  return {
    agency,
    at: atMs,
    hash: book.hash,
    inputs: book.inputs.map(inputView),
    roles: book.roles.map(({ id, text, outside }) => ({ id, text, outside })),
    acts: book.acts.map(({ id, text, word, urgent, directs }) => ({
      id,
      text,
      urgent,
      ...(word === undefined ? {} : { word }),
      ...(directs === undefined ? {} : { directs: directs.role }),
    })),
    documents: book.documents.flatMap(({ id }) => documentSummary(remit, id) ?? []),
    invariants: book.invariants.map((invariant) => {
      const proof = checkInvariant(compiled, invariant)
      const document = invariant.id.split('#')[0] ?? invariant.id
      return proof.kind === 'proved'
        ? { name: invariant.name, document, proved: true }
        : { name: invariant.name, document, proved: false, witness: proof.words }
    }),
  }
}

function inputView(input: Input): InputView {
  const { id, ask, knownTo, kind, about } = input
  const first = kind === 'clock' ? undefined : input.first
  return {
    id,
    text: textOfInput(input),
    ...(ask === undefined ? {} : { ask }),
    ...(about === undefined ? {} : { about }),
    knownTo,
    kind,
    ...(first === undefined ? {} : { first }),
    values: valuesOf(input),
  }
}

function valuesOf(input: Input): InputView['values'] {
  if (input.kind === 'one-of') return input.values.map(({ id, text }) => ({ value: id, text }))
  if (input.kind !== 'yes-no') return []
  return [
    { value: true, text: 'Yes' },
    { value: false, text: 'No' },
  ]
}
