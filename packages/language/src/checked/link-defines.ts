/** Named conditions, each after those that it is built on. */
import type { DefineDeclaration } from '../parsed/tree.ts'
import type { Finding } from '../text/finding.ts'
import { findingAt } from './findings.ts'
import { type Sorted, sortByArrows } from './graph.ts'
import { linkBlock } from './link-conditions.ts'
import type { Linker } from './linker.ts'
import { type Named, yesNoName } from './names.ts'
import { NESTING_MAX } from './nesting.ts'
import type { Condition, Define, DefineId } from './tree.ts'

/** The defines in force. A cycle, or too many on one another, is reported. */
export function linkDefines(linker: Linker): readonly Define[] {
  const defines = new Map([...linker.names.defines].map(([id, named]) => [id, linkDefine(id, named, linker)]))
  const sorted = sortByArrows(new Map([...defines].map(([id, define]) => [id, definesIn(define.when)])))
  for (const finding of [...cycleFindings(sorted, linker), ...depthFindings(sorted, linker)]) linker.report(finding)
  return sorted.order.flatMap((id) => defines.get(id) ?? [])
}

function linkDefine(id: DefineId, { declaration, document }: Named<DefineDeclaration>, linker: Linker): Define {
  return {
    id,
    text: wordsOf(declaration),
    when: linkBlock(declaration.when, document, linker),
    span: declaration.subject.span,
  }
}

function wordsOf({ subject, state }: DefineDeclaration): string {
  return yesNoName(subject.text, state.text)
}

/** The defines that a condition names. Conditions that were just linked are a few levels deep at most. */
function definesIn(condition: Condition): readonly DefineId[] {
  switch (condition.kind) {
    case 'all':
    case 'any':
      return condition.of.flatMap(definesIn)
    case 'not':
      return definesIn(condition.of)
    case 'define':
      return [condition.define]
    case 'yes':
    case 'one-of':
    case 'compare':
      return []
  }
}

function cycleFindings({ cycles }: Sorted, linker: Linker): readonly Finding[] {
  return cycles.flatMap((cycle) => {
    const [first, ...rest] = cycle.flatMap((id) => linker.names.defines.get(id)?.declaration ?? [])
    if (first === undefined) return []
    const path = [first, ...rest, first].map(wordsOf).join('`, `')
    return [
      findingAt(first.subject.span, 'E110', `a define is built on itself: \`${path}\``, {
        label: 'the cycle begins here',
        also: rest.map(({ subject }) => ({ span: subject.span, text: 'and goes through this define' })),
        fix: 'say one of them without the other',
      }),
    ]
  })
}

function depthFindings({ order, depth }: Sorted, linker: Linker): readonly Finding[] {
  const tooDeep = order.find((id) => (depth.get(id) ?? 0) > NESTING_MAX)
  const define = tooDeep === undefined ? undefined : linker.names.defines.get(tooDeep)?.declaration
  if (define === undefined) return []
  const words = wordsOf(define)
  return [
    findingAt(
      define.subject.span,
      'E111',
      `more than ${NESTING_MAX} defines are built on one another up to \`${words}\``,
      {
        label: 'the first that lies too deep',
        fix: 'say it by facts',
      },
    ),
  ]
}
