/** Puts regions into as few groups as possible, each with a situation in common. */
import { at } from '../../assert.ts'
import { type Diagram, type Diagrams, NO, YES } from '../../diagram/diagrams.ts'

/** Up to so many regions the fewest groups are found, by trying all; of more, one after another is made greedily. */
export const EXACT_MAX = 10

/** The first region with whatever of the others, in order, still fits: places in the list, at most so many. */
export function firstGroup(diagrams: Diagrams, regions: readonly Diagram[], most: number): readonly number[] {
  const group: number[] = []
  let shared = YES
  for (const [index, region] of regions.entries()) {
    if (group.length >= most) break
    const smaller = diagrams.and(shared, region)
    if (smaller === NO) continue
    shared = smaller
    group.push(index)
  }
  return group
}

/**
 * The fewest groups, of at most so many regions each, by dynamic programming over sets of regions, a set being the bits of a number: the fewest of a set
 * are one group that holds its first region and has a situation, and the fewest of the rest.
 */
export function fewestGroups(diagrams: Diagrams, regions: readonly Diagram[], most: number): number[][] {
  const shared = sharedOfSets(diagrams, regions)
  const all = shared.length - 1
  const best: number[] = [0]
  const last: number[] = [0]
  for (let set = 1; set <= all; set++) {
    const first = set & -set
    best[set] = Number.POSITIVE_INFINITY
    for (let part = set; part > 0; part = (part - 1) & set) {
      if ((part & first) === 0 || shared[part] === NO || sizeOf(part) > most) continue
      const count = 1 + at(best, set & ~part)
      if (count >= at(best, set)) continue
      best[set] = count
      last[set] = part
    }
  }
  const groups: number[][] = []
  for (let set = all; set > 0; set &= ~at(last, set)) {
    const part = at(last, set)
    groups.push(regions.flatMap((_, index) => ((part >> index) & 1 ? [index] : [])))
  }
  return groups
}

function sizeOf(set: number): number {
  let size = 0
  for (let rest = set; rest > 0; rest &= rest - 1) size++
  return size
}

/** For each set of regions, where all of them are. */
function sharedOfSets(diagrams: Diagrams, regions: readonly Diagram[]): readonly Diagram[] {
  const shared: Diagram[] = [YES]
  for (let set = 1; set < 2 ** regions.length; set++) {
    const first = 31 - Math.clz32(set & -set)
    shared.push(diagrams.and(at(shared, set & (set - 1)), at(regions, first)))
  }
  return shared
}
