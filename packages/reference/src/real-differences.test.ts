/** The differences between dates of the real orders of this repository. */
import { diff } from '@remit/engine/questions/diff.ts'
import { bookOf } from '@remit/language/checked/library.ts'
import { hashOf } from '@remit/language/checked/testing.ts'
import { parseDocument } from '@remit/language/parsed/from-text.ts'
import { expect, test } from 'vitest'
import { readLibrary } from './testing/real-orders.ts'

const library = readLibrary()

/** An order that would forbid what nothing forbids now, of a later year. */
const AMENDMENT = `---
title: An amendment that is not in force yet
short: Amendment
issuer: Nobody
force: memo
in-force: from 2031-01-01
source: invented for a test
verified: assumed
---

\`\`\`remit
norm nobody-protects
  nobody may protect-life
\`\`\`
`

function bookAt(agency: string, day: string, withAmendment: boolean) {
  const { document } = parseDocument(`${agency}/amendment`, AMENDMENT)
  const documents = withAmendment && document !== undefined ? [...library.documents, document] : library.documents
  const { book } = bookOf({ ...library, documents }, agency, Date.parse(`${day}T18:00Z`), hashOf)
  if (book === undefined) throw new Error(`${agency} has no book on ${day}`)
  return book
}

test.each(library.agencies.map(({ id }) => id))('a later amendment changes nothing for %s before its day', (agency) => {
  const none = { answers: [], terms: [], possible: [], known: [], begins: [], sources: [] }
  expect(diff(bookAt(agency, '2026-06-01', false), bookAt(agency, '2026-06-01', true))).toMatchObject(none)
  const then = diff(bookAt(agency, '2031-02-01', false), bookAt(agency, '2031-02-01', true))
  if (then.kind === 'refused') throw new Error(then.refusal)
  expect(then.known.map(({ side, id }) => `${side} ${id}`)).toEqual([`after ${agency}/amendment`])
  expect(then.answers.length).toBeGreaterThan(0)
})
