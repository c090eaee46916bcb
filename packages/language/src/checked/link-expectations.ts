/** What invariants and scenarios expect: groups are replaced by their roles, lists by one expectation for each. */
import type { ExpectationDeclaration, ParsedDocument } from '../parsed/tree.ts'
import type { Linker } from './linker.ts'
import type { Expectation } from './tree.ts'

/** The expectations that one line states; none, and a finding, where a name in it cannot be resolved. */
export function linkExpectation(
  expected: ExpectationDeclaration,
  document: ParsedDocument,
  linker: Linker,
): readonly Expectation[] {
  const { span } = expected
  switch (expected.kind) {
    case 'modality': {
      const because = expected.because.flatMap((reference) => linker.norm(reference, document) ?? [])
      const acts = linker.acts(expected.acts)
      return linker
        .roles([expected.who])
        .flatMap((role) =>
          acts.map((act) => ({ kind: 'modality', role, act, is: expected.is, because, span }) as const),
        )
    }
    case 'is':
      return linkResult(expected, linker)
    case 'no kind forbidden': {
      const act = linker.act(expected.act)
      return act === undefined ? [] : [{ kind: 'no kind forbidden', act, span }]
    }
    case 'nobody must': {
      if (expected.act.text === 'withdraw') return [{ kind: 'nobody must withdraw', span }]
      const act = linker.act(expected.act)
      return act === undefined ? [] : [{ kind: 'nobody must', act, span }]
    }
  }
}

function linkResult(expected: ExpectationDeclaration & { kind: 'is' }, linker: Linker): readonly Expectation[] {
  const { is, span } = expected
  const act = linker.act(expected.act)
  const to = expected.to && linker.role(expected.to)
  if (act === undefined) return []
  return linker.roles([expected.who]).map((role) => {
    if (is === 'referred') return { kind: 'referred', role, act, span, ...(to === undefined ? {} : { to }) }
    return { kind: 'is', role, act, is, span }
  })
}
