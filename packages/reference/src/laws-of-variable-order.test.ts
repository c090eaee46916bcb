/** The order in which diagrams test the variables of a book is a matter of room alone: no answer and no finding depends on it. */
import { type Compiled, compile, compileInOrder, compileSmall } from '@remit/engine/diagram/from-checked.ts'
import { reordered } from '@remit/engine/diagram/variables-of.ts'
import { analyse } from '@remit/engine/questions/analyse.ts'
import { decide } from '@remit/engine/questions/decide.ts'
import type { Book } from '@remit/language/checked/tree.ts'
import fc from 'fast-check'
import { expect } from 'vitest'
import { decidedPairs, keyOf } from './speaks.ts'
import { analysed } from './testing/analysed.ts'
import { ofEngine } from './testing/engine-view.ts'
import { law } from './testing/law.ts'
import { cases } from './testing/situations.ts'

function made(compilation: ReturnType<typeof compile>): Compiled {
  if (compilation.kind !== 'compiled') throw new Error('a small book is never too large')
  return compilation.compiled
}

/** The book in the usual order, in one that is drawn, and in the one in which it is smallest. */
function inOrders(book: Book, seed: number): readonly [Compiled, Compiled, Compiled] {
  const plain = made(compile(book))
  const drawn = plain.variables.map((_, place) => ({ place, key: Math.imul(place + 1, 2 * seed + 1) % 997 }))
  const order = drawn.toSorted((a, b) => a.key - b.key || a.place - b.place).map(({ place }) => place)
  return [plain, made(compileInOrder(book, reordered(plain.variables, order))), made(compileSmall(book))]
}

law('a book decides the same in every order of its variables', 120, fc.tuple(cases, fc.nat(996)), ([each, seed]) => {
  const pairs = decidedPairs(each.book).map(keyOf)
  for (const situation of [each.total, each.partial]) {
    const [plain, drawn, small] = inOrders(each.book, seed).map((compiled) => {
      return ofEngine(decide(compiled, situation), pairs)
    })
    expect(drawn).toEqual(plain)
    expect(small).toEqual(plain)
  }
})

law(
  'a book has the same findings in every order of its variables',
  60,
  fc.tuple(analysed, fc.nat(996)),
  ([book, seed]) => {
    const [plain, drawn, small] = inOrders(book, seed).map((compiled) =>
      analyse(compiled).map(({ code, message, kinds }) => ({ code, message, kinds })),
    )
    expect(drawn).toEqual(plain)
    expect(small).toEqual(plain)
  },
)
