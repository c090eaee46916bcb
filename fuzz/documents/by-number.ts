/** Any text of the fuzzers again, by its seed and its number. */
import { Random } from '../random.ts'
import { spoiltDocument } from './from-bytes.ts'
import { generatedDocument } from './from-grammar.ts'
import { declarationsOf, documentsOf } from './pool.ts'

export type Fuzz = 'bytes' | 'grammar'

export function isFuzz(word: string): word is Fuzz {
  return word === 'bytes' || word === 'grammar'
}

let documents: readonly string[] | undefined
let declarations: readonly (readonly string[])[] | undefined

export function documentOf(fuzz: Fuzz, seed: number, number: number): string {
  const random = new Random(seed, number)
  switch (fuzz) {
    case 'bytes':
      documents ??= [...documentsOf('orders'), ...documentsOf('conformance')]
      return spoiltDocument(random, documents)
    case 'grammar':
      declarations ??= declarationsOf(documentsOf('conformance'))
      return generatedDocument(random, declarations)
  }
}
