/** The engine gives what the reference interpreter gives, on every generated book: *Properties* of the language's definition. */
import { compile } from '@remit/engine/diagram/from-checked.ts'
import type { Determination } from '@remit/engine/questions/answer.ts'
import { decide } from '@remit/engine/questions/decide.ts'
import type { Book, Situation } from '@remit/language/checked/tree.ts'
import { expect } from 'vitest'
import { determinePartial } from './complete.ts'
import { decidedPairs, keyOf } from './speaks.ts'
import { ofEngine, ofReference } from './testing/engine-view.ts'
import { law } from './testing/law.ts'
import { cases } from './testing/situations.ts'

function decideIn(book: Book, situation: Situation): Determination {
  const compilation = compile(book)
  if (compilation.kind !== 'compiled') throw new Error('a small book is never too large')
  return decide(compilation.compiled, situation)
}

function alike(book: Book, situation: Situation): void {
  const found = ofEngine(decideIn(book, situation), decidedPairs(book).map(keyOf))
  expect(found).toEqual(ofReference(determinePartial(book, situation)))
}

law('the engine decides every total situation as the reference does', 300, cases, ({ book, total }) => {
  alike(book, total)
})

law('the engine decides every partial situation as the reference does', 300, cases, ({ book, partial }) => {
  alike(book, partial)
})
