/**
 * How much room books need in the order of first use, with what is read together gathered, and sifted; and how long that
 * takes to find. The last book of each agency, and synthetic books.
 */

import { type Compilation, compile, compileInOrder, compileSmall } from '@remit/engine/diagram/from-checked.ts'
import { gathered } from '@remit/engine/diagram/order/gathered.ts'
import { readTogether } from '@remit/engine/diagram/order/read-together.ts'
import { reordered, variablesOf } from '@remit/engine/diagram/variables-of.ts'
import { checkLibrary } from '@remit/language/checked/check-library.ts'
import { bookOf } from '@remit/language/checked/library.ts'
import type { Book } from '@remit/language/checked/tree.ts'
import { hashOf } from '@remit/server/orders/books.ts'
import { loadOrders } from '@remit/server/orders/load-orders.ts'
import { row } from '../measure.ts'
import { generatedBook } from './generate-books.ts'

const ORDERS = `${import.meta.dirname}/../../orders`

async function realBooks(): Promise<readonly (readonly [name: string, book: Book])[]> {
  const { library } = await loadOrders(ORDERS)
  const last = new Map<string, Book>()
  for (const { agency, at } of checkLibrary(library, hashOf).books) {
    const { book } = bookOf(library, agency, at, hashOf)
    if (book !== undefined) last.set(agency, book)
  }
  return [...last]
}

function inGatheredOrder(book: Book): Compilation {
  const variables = variablesOf([book])
  return compileInOrder(book, reordered(variables, gathered(variables.length, readTogether([book], variables))))
}

/** Numbers in the table of answers, and milliseconds to make it, the least of a few runs. */
function measured(make: () => Compilation): string {
  let [ms, size] = [Number.POSITIVE_INFINITY, 0]
  for (let run = 0; run < 3; run++) {
    const before = performance.now()
    const compilation = make()
    ms = Math.min(ms, performance.now() - before)
    if (compilation.kind === 'refused') return 'too large'
    size = compilation.compiled.table.nodes.length
  }
  return `${size.toLocaleString('en-US')} (${ms.toFixed(1)} ms)`
}

console.log('| book | order of first use | gathered | sifted |')
console.log('| --- | --- | --- | --- |')
const synthetic = [100, 400, 800, 1600].map(
  (norms) => [`synthetic, ${norms} norms`, generatedBook({ seed: 1, norms, facts: 60, acts: 40 })] as const,
)
for (const [name, book] of [...(await realBooks()), ...synthetic]) {
  const others = [measured(() => inGatheredOrder(book)), measured(() => compileSmall(book))]
  row(
    name,
    measured(() => compile(book)),
    others.join(' | '),
  )
}
