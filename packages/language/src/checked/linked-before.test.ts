import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseAgency, parseDocument } from '../parsed/from-text.ts'
import { agencyOf } from './agency.ts'
import { checkLibrary } from './check-library.ts'
import { inForceAt, termsOf } from './in-force.ts'
import { allFindingsOf, bookOf, draftOf, type Library } from './library.ts'
import { bookOn, checkedOn, hashOf, libraryOf, type Written } from './testing.ts'

const NORM = { force: 'ordinance', block: 'norm n\n  when call is urgent-call\n  officer must pause' }
const OLD = {
  force: 'vocabulary',
  'in-force': 'from 2000-01-01 through 2020-12-31',
  block: 'fact call is urgent-call\n  ask "Is it?"',
}
const NEW = {
  force: 'vocabulary',
  'in-force': 'from 2021-01-01 through 2021-12-31',
  block: 'fact pulse is high\n  ask "Is it?"\ndefine call is urgent-call when pulse is high',
}

test('a norm means what the words of its day mean, whichever book was asked for before', () => {
  const library = libraryOf({ 'us/il/town/n': NORM, 'us/il/old': OLD, 'us/il/new': NEW })
  const whenOf = (day: string) => bookOn(day, library).norms.find(({ name }) => name === 'n')?.when
  const [old, fresh] = [whenOf('2020-05-01'), whenOf('2021-05-01')]
  expect(old).toEqual({ kind: 'yes', input: 'call is urgent-call' })
  expect(fresh).not.toEqual(old)
  expect([whenOf('2020-05-01'), whenOf('2021-05-01')]).toEqual([old, fresh])
  expect(checkedOn('2022-05-01', library).findings.map(({ code }) => code)).toContain('E104')
})

/** Words of every sort, each used below: some twice, some over others, and some that nobody declares. */
const WORDS_THAT_COME_AND_GO = [
  'role jailer "Jailer"',
  'group staff is jailer, officer',
  'event bell "A bell rang"',
  'act aid "Give aid" urgent',
  'act aid "Give help" is a kind of assist',
  'act carry "Carry" is a kind of aid\n  arises when officer has done aid',
  'fact pulse is high\n  ask "Is it?"\n  known to staff',
  'fact pulse is one of high "High", low "Low"',
  'fact pain is high about the actor',
  'fact wait is minutes since bell',
  'define call is urgent-call when pulse is high',
  'define pulse is weak when not-declared is so',
  'list hit\n  sort one of civil, other',
]

const NORMS_THAT_STAY = [
  'when pulse is high\n  officer must aid',
  'when call is urgent-call\n   and pain is high\n  staff may carry, aid',
  'when jailer has done aid\n  unless some hit has sort civil\n  jailer must not carry',
  'when wait is not at least 5 minutes\n  everyone should assist other than aid within 5 minutes of bell',
  'when scene is quiet\n  officer may hold',
  'when some hit has sort civil\n  officer may guard',
  'when officer has done aid\n  officer may guard',
]

const days = fc.tuple(fc.integer({ min: 1, max: 8 }), fc.integer({ min: 0, max: 5 })).map(([from, years]) => {
  return `from 200${from}-01-01 through 20${String(from + years).padStart(2, '0')}-12-31`
})
const folder = fc.constantFrom('us', 'us/il', 'us/il/town')
const force = fc.constantFrom('vocabulary', 'ordinance')
const words = fc.record({ folder, force, days, block: fc.constantFrom(...WORDS_THAT_COME_AND_GO) })
const norms = fc.record({
  folder,
  force: fc.constantFrom('ordinance', 'state statute', 'counsel note'),
  days,
  block: fc
    .tuple(fc.constantFrom(...NORMS_THAT_STAY), fc.constantFrom(...NORMS_THAT_STAY))
    .map(([one, other]) => `norm n\n  ${one}\nexception e to n for hold\n  ${other}`),
})

/** The book of a year, also where it is not sound, with everything that is wrong with it. */
function draftIn(year: number, library: Library) {
  const [agency] = library.agencies
  if (agency === undefined) throw new Error('the library has one agency')
  const at = Date.UTC(year, 6)
  const drafted = draftOf(inForceAt(termsOf(library.documents, agencyOf(agency)), at), agency, at)
  return { book: drafted.draft.book, findings: allFindingsOf(drafted, library) }
}

test('books and findings are the same whatever was linked before, while words and norms come and go', () => {
  fc.assert(
    fc.property(
      fc.array(words, { minLength: 3, maxLength: 10 }),
      fc.array(norms, { minLength: 1, maxLength: 4 }),
      fc.array(fc.integer({ min: 2001, max: 2014 }), { minLength: 2, maxLength: 8 }),
      (words, norms, years) => {
        const written = [...words, ...norms].map(({ folder, force, days, block }, index) => {
          const text: Written = { force, 'in-force': days, block }
          return [`${folder}/order-${index}`, text] as const
        })
        const used = libraryOf(Object.fromEntries(written))
        for (const year of years) {
          expect(draftIn(year, used)).toEqual(draftIn(year, libraryOf(Object.fromEntries(written))))
        }
      },
    ),
    { numRuns: 100 },
  )
})

const ORDERS = join(import.meta.dirname, '../../../../orders')

/** The orders of the library, read anew, so that nothing is remembered of them. */
function orders(): Library {
  const files = readdirSync(ORDERS, { recursive: true, encoding: 'utf8' }).filter((file) =>
    /(?<!README)\.md$/.test(file),
  )
  const texts = files
    .sort()
    .map((file) => [file.replace(/\.md$/, ''), readFileSync(join(ORDERS, file), 'utf8')] as const)
  return {
    agencies: texts.flatMap(([id, text]) =>
      id.endsWith('/agency') ? (parseAgency(id.slice(0, -7), text).agency ?? []) : [],
    ),
    documents: texts.flatMap(([id, text]) => (id.endsWith('/agency') ? [] : (parseDocument(id, text).document ?? []))),
  }
}

test('every book of the orders is the same whether or not books were linked before it', () => {
  const used = orders()
  const { books } = checkLibrary(used, hashOf)
  expect(books.length).toBeGreaterThan(20)
  for (const { agency, at } of books.filter((_, index) => index % 60 === 0)) {
    expect(bookOf(used, agency, at, hashOf)).toEqual(bookOf(orders(), agency, at, hashOf))
  }
})
