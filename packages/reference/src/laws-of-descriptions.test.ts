/** What a finding says of all situations that show it is so of these, and of no other possible one. */
import { analyse } from '@remit/engine/questions/analyse.ts'
import { expect } from 'vitest'
import { analysed, compiledOf } from './testing/analysed.ts'
import { describing } from './testing/described.ts'
import { wordsOf } from './testing/found.ts'
import { law } from './testing/law.ts'
import { everySituation, shownIn } from './testing/shown.ts'

law('a finding describes the situations that show it, all of them and no other', 40, analysed, (book) => {
  const compiled = compiledOf(book)
  const described = analyse(compiled).flatMap((finding) => {
    const { conditions, left } = finding.description ?? {}
    if (conditions === undefined) return []
    const words = `${finding.message}: ${conditions.join(' or ')}`
    // A rule that is always beaten about one act and sometimes about another is told of where it always is.
    const isPart = finding.code === 'W307' || left !== undefined
    return [{ is: describing(compiled, conditions), shows: wordsOf(finding), words, isPart }]
  })
  if (described.length === 0) return
  for (const total of everySituation(book)) {
    const shown = shownIn(book, total)
    if (shown === undefined) continue
    for (const { is, shows, words, isPart } of described) {
      if (isPart && !is(total)) continue
      expect(is(total), `${words}; in ${JSON.stringify([...total])}`).toBe(shown.has(shows))
    }
  }
})
