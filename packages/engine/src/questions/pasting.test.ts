import { scenariosOf } from '@remit/language/checked/scenarios.ts'
import type { ParsedDocument } from '@remit/language/parsed/tree.ts'
import { law } from '@remit/reference/testing/law.ts'
import { cases } from '@remit/reference/testing/situations.ts'
import { sound } from '@remit/reference/testing/sound.ts'
import { textOf, type Written, writtenOf } from '@remit/reference/testing/text.ts'
import { checked, hashOf, read, readAgency } from '@remit/reference/testing/through-text.ts'
import { expect } from 'vitest'
import { assert, at } from '../assert.ts'
import { encode } from '../diagram/encode.ts'
import { compile } from '../diagram/from-checked.ts'
import { analyse } from './analyse.ts'
import { runScenario, stagesOf } from './scenario.ts'

/** The documents with one more declaration in the first of them that holds norms or words. */
function withPasted(written: readonly Written[], scenario: string): ParsedDocument[] {
  const place = written.findIndex(({ force }) => force !== 'counsel note')
  return written.map((each, index) =>
    read(each.id, textOf(index === place ? { ...each, declarations: [...each.declarations, scenario] } : each)),
  )
}

law('the scenario of a finding, pasted into a document, gives its situation and passes', 40, cases, ({ book }) => {
  const written = writtenOf(sound(book))
  const { book: made } = checked(written.map((each) => read(each.id, textOf(each))))
  assert(made !== undefined, 'a sound book has no error of the checker')
  const compilation = compile(made)
  assert(compilation.kind === 'compiled', 'a small book compiles')
  const { compiled } = compilation
  for (const finding of analyse(compiled)) {
    if (finding.situation === undefined || finding.scenario === undefined) continue
    const pasted = scenariosOf({ documents: withPasted(written, finding.scenario), agencies: [readAgency()] }, hashOf)
    expect(pasted.findings, finding.scenario).toEqual([])
    const { scenario, book: again } = at(pasted.scenarios, 0)
    expect(again.hash).toBe(made.hash)
    const result = runScenario(compiled, scenario)
    expect([result.passed, result.expectations.length > 0], finding.scenario).toEqual([true, true])
    const [{ situation }] = [at(stagesOf(made, scenario), 0)]
    expect([...encode(compiled, situation)], finding.scenario).toEqual([...encode(compiled, finding.situation)])
  }
})
