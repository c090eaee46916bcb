/** When documents are in force: *Semantics*, paragraph **Book**, and *Properties* of the language's definition. */
import type { ParsedDocument } from '@remit/language/parsed/tree.ts'
import fc from 'fast-check'
import { expect } from 'vitest'
import { FOLDER } from './testing/build.ts'
import { law } from './testing/law.ts'
import type { Dated } from './testing/libraries.ts'
import { datedLibraries, documentOf, hasStarted, inForce, turningPoints, wordsDocument } from './testing/libraries.ts'
import { checked } from './testing/through-text.ts'

const words = wordsDocument()

function bookAt(documents: readonly ParsedDocument[], instant: number) {
  const { book, findings } = checked([words, ...documents], instant)
  if (book === undefined) throw new Error(JSON.stringify(findings.map(({ code, message }) => [code, message])))
  return book
}

/** A library with one instant around one of its dates. */
const dated = fc.tuple(datedLibraries, fc.nat()).map(([library, draw]) => {
  const instants = turningPoints(library)
  return { library, instant: instants[draw % instants.length] ?? 0 }
})

law('a book holds the documents that are in force by the clock on the wall', 300, dated, ({ library, instant }) => {
  const { documents, norms } = bookAt(library.map(documentOf), instant)
  const expected = inForce(library, instant)
  const names = documents.map(({ id }) => id.slice(FOLDER.length + 1)).filter((name) => name !== 'vocabulary')
  expect(names, new Date(instant).toISOString()).toEqual(expected)
  expect(norms.map(({ name }) => name).toSorted()).toEqual(expected.map((name) => `of-${name}`))
})

/** What is left when a document had never been written. */
function without(library: readonly Dated[], left: string): readonly Dated[] {
  return library
    .filter(({ name }) => name !== left)
    .map((each) => ({ ...each, supersedes: each.supersedes.filter((name) => name !== left) }))
}

law('a document changes nothing before the start of its in-force', 200, dated, ({ library, instant }) => {
  const before = bookAt(library.map(documentOf), instant)
  for (const { name } of library.filter((each) => !hasStarted(each, instant)))
    expect(bookAt(without(library, name).map(documentOf), instant).hash, name).toBe(before.hash)
})

const A_YEAR = 365 * 24 * 3_600_000

law('a superseded document never revives', 100, fc.tuple(datedLibraries, fc.nat()), ([library, draw]) => {
  const documents = library.map(documentOf)
  const isEnded = ({ name }: Dated, instant: number) =>
    library.some((other) => other.supersedes.includes(name) && hasStarted(other, instant))
  for (const each of library) {
    const ended = turningPoints(library).filter((instant) => isEnded(each, instant))
    const [first = Number.NaN] = ended.toSorted((one, other) => one - other)
    const later = [first, ended[draw % ended.length] ?? first, first + A_YEAR]
    for (const instant of ended.length === 0 ? [] : later)
      expect(bookAt(documents, instant).documents.map(({ id }) => id)).not.toContain(`${FOLDER}/${each.name}`)
  }
})
