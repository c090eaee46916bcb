/** Each sort of fault, planted once: found where it is, nothing else; and trying every situation confirms it. */
import { expect, test } from 'vitest'
import { confirmed } from './faults/shrunk.ts'
import { generatedBook } from './generate-books.ts'
import { expectedOf, foundIn, PLANTS, plantedFaults } from './planted-faults.ts'

test('a synthetic book is clean, has the size that was asked for, and is the same for its seed', () => {
  for (const seed of [1, 2, 3]) {
    const wanted = { seed, norms: 80, facts: 60, acts: 40 }
    const book = generatedBook(wanted)
    expect(foundIn(book), `seed ${seed}`).toEqual([])
    expect([book.norms.length + book.exceptions.length, book.inputs.length, book.acts.length]).toEqual([80, 60, 40])
    expect(generatedBook(wanted)).toEqual(book)
  }
})

test('a planted fault of every sort is found in its place and nothing else is, as trying every situation confirms', {
  timeout: 60_000,
}, () => {
  for (const planted of plantedFaults(PLANTS.length, { norms: 24, facts: 40, acts: 20 })) {
    expect(foundIn(planted.book), planted.kind).toEqual([expectedOf(planted)])
    expect(confirmed(planted), planted.kind).not.toBe('denied')
  }
})
