/** What a description says, read from its words: which total situations are among those that it describes. */
import type { Compiled } from '@remit/engine/diagram/from-checked.ts'
import { cellOf, type Variable, widthOf } from '@remit/engine/diagram/variables.ts'
import { cellsInWords } from '@remit/engine/situation/implicant-words.ts'
import type { Input } from '@remit/language/checked/tree.ts'
import { UNKNOWN } from '@remit/language/checked/tree.ts'
import type { TotalSituation } from '../holds.ts'

/** Whether a situation is among those that some conditions, each in words, describe. */
export function describing(compiled: Compiled, conditions: readonly string[]): (total: TotalSituation) => boolean {
  const unread = compiled.book.inputs.filter(({ id }) => !compiled.variableOf.has(id))
  const parts = [...compiled.variables.map(partsOf), unread.flatMap(yesOf)]
  const read = conditions.map((condition) => (condition === 'always' ? [] : readCondition(condition, parts)))
  return (total) => read.some((condition) => condition.every((part) => part.holds(total)))
}

type Part = { readonly words: string; holds(total: TotalSituation): boolean }

/** Of a fact that no condition of the book reads a finding can say that it is so. */
function yesOf({ id, kind }: Input): readonly Part[] {
  return kind === 'yes-no' ? [{ words: id, holds: (total) => total.get(id) === true }] : []
}

/** Everything that can be said of one variable, the longest words first. */
function partsOf(variable: Variable): readonly Part[] {
  const cells = Array.from({ length: widthOf(variable) }, (_, cell) => cell)
  return subsets(cells)
    .filter((some) => some.length > 0 && some.length < cells.length)
    .map((some) => ({
      words: cellsInWords(variable, some),
      holds: (total: TotalSituation) => some.includes(cellOf(variable, total.get(variable.input.id) ?? UNKNOWN)),
    }))
    .sort((a, b) => b.words.length - a.words.length)
}

/** Variable after variable, in their order: the words of each stand before those of the next. */
function readCondition(condition: string, all: readonly (readonly Part[])[]): readonly Part[] {
  let rest = condition
  const read: Part[] = []
  for (const parts of all) {
    const part = parts.find(({ words }) => rest === words || rest.startsWith(`${words}, `))
    if (part === undefined) continue
    read.push(part)
    rest = rest.slice(part.words.length + ', '.length)
  }
  if (rest !== '') throw new Error(`\`${rest}\` of \`${condition}\` is said of no variable`)
  return read
}

function subsets(of: readonly number[]): readonly (readonly number[])[] {
  const [first, ...others] = of
  if (first === undefined) return [[]]
  return subsets(others).flatMap((some) => [some, [first, ...some]])
}
