/** What a publishable book promises of urgent acts: *Properties* of the language's definition. */
import type { Modality } from '@remit/language/checked/outcome.ts'
import type { Book } from '@remit/language/checked/tree.ts'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { determine } from './determine.ts'
import { isOrIsKindOf } from './speaks.ts'
import { publishable } from './testing/analysed.ts'
import { law, patienceMs } from './testing/law.ts'
import { runs } from './testing/runs.ts'
import { everySituation } from './testing/shown.ts'

/** The modalities of an urgent act and of each kind of it, of one role in one possible situation. */
type Urgent = { readonly of: string; readonly modality: Modality; readonly kinds: readonly Modality[] }

function urgentIn(book: Book): readonly Urgent[] {
  return everySituation(book).flatMap((total) => {
    const determination = determine(book, total)
    if (determination.kind === 'impossible') return []
    const modalityOf = (role: string, act: string) => determination.results.get(`${role} ${act}`)?.modality ?? 'SILENT'
    return ['agency', 'officer', 'supervisor'].flatMap((role) =>
      book.acts
        .filter((act) => act.urgent)
        .map((act) => ({
          of: `${role} ${act.id}`,
          modality: modalityOf(role, act.id),
          kinds: book.acts
            .filter(({ id }) => id !== act.id && isOrIsKindOf(book, id, act.id))
            .map(({ id }) => modalityOf(role, id)),
        })),
    )
  })
}

law(
  'in a publishable book an urgent act is MUST, MAY or SILENT in every possible situation',
  70,
  publishable,
  (book) => {
    for (const { of, modality } of urgentIn(book)) expect(['MUST', 'MAY', 'SILENT'], of).toContain(modality)
  },
)

law('… and nothing holds back a kind of it where it is MUST', 70, publishable, (book) => {
  const allowed: readonly Modality[] = ['MUST', 'SHOULD', 'MAY', 'SILENT']
  for (const { of, modality, kinds } of urgentIn(book))
    if (modality === 'MUST') expect(allowed, of).toEqual(expect.arrayContaining([...kinds]))
})

/** How many books of the sample must reach each corner. */
const ENOUGH = 5

test('the publishable books have urgent duties with kinds that are duties, allowed or not spoken of', {
  timeout: patienceMs(),
}, () => {
  const corners = ['MUST', 'MAY', 'SILENT', 'MUST and MUST', 'MUST and MAY', 'MUST and SILENT']
  const counts = new Map(corners.map((corner) => [corner, 0]))
  for (const book of fc.sample(publishable, runs(100))) {
    const seen = urgentIn(book).flatMap(({ modality, kinds }) => [
      modality,
      ...kinds.map((kind) => `${modality} and ${kind}`),
    ])
    for (const corner of new Set(seen)) counts.set(corner, (counts.get(corner) ?? 0) + 1)
  }
  expect(corners.filter((corner) => (counts.get(corner) ?? 0) < ENOUGH)).toEqual([])
})
