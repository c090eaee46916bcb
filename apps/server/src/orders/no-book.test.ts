import { checkLibrary } from '@remit/language/checked/check-library.ts'
import type { Library } from '@remit/language/checked/library.ts'
import { parseDocument } from '@remit/language/parsed/from-text.ts'
import { expect, test } from 'vitest'
import { ORDERS } from '../testing/server.ts'
import { booksOf, hashOf } from './books.ts'
import { loadOrders } from './load-orders.ts'
import { noBook } from './no-book.ts'

const AGENCY = 'us/il/chicago/police'
const AT = Date.parse('2019-09-28T21:50Z')

/** More facts than diagrams may test. */
const FORMS = Array.from({ length: 2_001 }, (_, place) => `form-${place} is complete`)
const LARGE = `---
title: Forms
short: Forms
issuer: A test
force: memo
in-force: from 2019-01-01
source: invented for a test
verified: primary
---

\`\`\`remit
${FORMS.map((form) => `fact ${form} ask "Is it?" known to officer`).join('\n')}

norm paperwork
  when ${FORMS.join('\n   and ')}
  officer must wait-for-supervisor
\`\`\`
`

const booksFrom = (library: Library) => booksOf(library, checkLibrary(library, hashOf).books)

test('a book that is too large is named with its place, and one that there is not is not found', async () => {
  const { library } = await loadOrders(ORDERS)
  const { document } = parseDocument(`${AGENCY}/forms`, LARGE)
  if (document === undefined) throw new Error('the document has no error')
  const large = booksFrom({ ...library, documents: [...library.documents, document] })
  expect(large.at(AGENCY, AT)).toBe(undefined)
  expect(noBook(large, AGENCY, AT)).toEqual({
    refusal: 'unavailable',
    message: `${AGENCY}/forms.md:2014: E307 the book of ${AGENCY} is too large to compile, so nothing can be asked of it.`,
  })
  expect(noBook(large, 'us/il/nowhere', AT)).toMatchObject({ refusal: 'not-found' })
  expect(booksFrom(library).at(AGENCY, AT)).toBeDefined()
})
