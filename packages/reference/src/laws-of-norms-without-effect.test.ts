/** W305 is found exactly where trying every situation finds a norm that changes nothing. */
import { analyse } from '@remit/engine/questions/analyse.ts'
import { expect } from 'vitest'
import { analysed, compiledOf } from './testing/analysed.ts'
import { pointedAt } from './testing/found.ts'
import { law } from './testing/law.ts'
import { withoutEffect } from './testing/without-effect.ts'

law('a norm is said to change nothing exactly where it changes nothing', 40, analysed, (book) => {
  const found = analyse(compiledOf(book)).filter(({ code }) => code === 'W305')
  expect(found.map((finding) => pointedAt(finding)[0]).toSorted()).toEqual(withoutEffect(book).toSorted())
})
