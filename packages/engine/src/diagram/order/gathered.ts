/**
 * An order in which variables that are read together stand together, found without making a diagram (FORCE: Aloul, Markov
 * and Sakallah 2003). Every group of variables has a centre; every variable moves to the mean of the centres of its groups.
 */
import { at } from '../../assert.ts'

/** Rounds until it is given up: it settles long before on what a book reads. */
const ROUNDS = 40

/** The first `count` numbers in the order, of all those met, in which the groups reach over the fewest levels. */
export function gathered(count: number, groups: readonly (readonly number[])[]): number[] {
  const groupsOf: number[][] = Array.from({ length: count }, () => [])
  for (const [index, group] of groups.entries()) for (const variable of group) at(groupsOf, variable).push(index)
  let order = groupsOf.map((_, variable) => variable)
  let best = { order, span: spanOf(order, groups) }
  for (let round = 0; round < ROUNDS; round++) {
    order = pulled(order, groups, groupsOf)
    const span = spanOf(order, groups)
    if (span < best.span) best = { order, span }
    else if (span > best.span * 2 || order.every((variable, level) => at(best.order, level) === variable)) break
  }
  return best.order
}

function levelsOf(order: readonly number[]): number[] {
  const levels: number[] = []
  for (const [level, variable] of order.entries()) levels[variable] = level
  return levels
}

function spanOf(order: readonly number[], groups: readonly (readonly number[])[]): number {
  const levels = levelsOf(order)
  return groups.reduce((sum, group) => {
    const places = group.map((variable) => at(levels, variable))
    return sum + Math.max(...places) - Math.min(...places)
  }, 0)
}

function pulled(
  order: readonly number[],
  groups: readonly (readonly number[])[],
  groupsOf: readonly (readonly number[])[],
): number[] {
  const levels = levelsOf(order)
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
  const centres = groups.map((group) => mean(group.map((variable) => at(levels, variable))))
  const pull = groupsOf.map((own, variable) =>
    own.length === 0 ? at(levels, variable) : mean(own.map((group) => at(centres, group))),
  )
  return order.toSorted((a, b) => at(pull, a) - at(pull, b) || at(levels, a) - at(levels, b))
}
