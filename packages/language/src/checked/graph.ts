import { compareText } from './findings.ts'

/** Something that names others of its sort: a define that reads defines, an act that is a kind of acts. */
export type Arrows = ReadonlyMap<string, readonly string[]>

export type Sorted = {
  /** Every name after all that it names, and otherwise in an order that depends only on the names. */
  readonly order: readonly string[]
  /** Each cycle that was met, as the names on it, beginning with the first in order of name. */
  readonly cycles: readonly (readonly string[])[]
  /** How many names one below the other start at this name; 1 where it names none. */
  readonly depth: ReadonlyMap<string, number>
}

type Step = { readonly name: string; readonly rest: string[] }

/** Sorts names so that each stands after those that it names. Needs no call stack: a chain may be 10,000 long. */
export function sortByArrows(arrows: Arrows): Sorted {
  const depth = new Map<string, number>()
  const order: string[] = []
  const cycles: (readonly string[])[] = []
  const open: Step[] = []
  const isOpen = new Set<string>()

  const enter = (name: string) => {
    isOpen.add(name)
    open.push({ name, rest: (arrows.get(name) ?? []).filter((to) => arrows.has(to)).toSorted(descending) })
  }
  const leave = ({ name }: Step) => {
    open.pop()
    isOpen.delete(name)
    const below = (arrows.get(name) ?? []).map((to) => depth.get(to) ?? 0)
    depth.set(name, 1 + below.reduce((deepest, level) => Math.max(deepest, level), 0))
    order.push(name)
  }

  for (const start of [...arrows.keys()].sort(compareText)) {
    if (!depth.has(start)) enter(start)
    for (let step = open.at(-1); step !== undefined; step = open.at(-1)) {
      const next = step.rest.pop()
      if (next === undefined) leave(step)
      else if (isOpen.has(next)) cycles.push(cycleFrom(next, open))
      else if (!depth.has(next)) enter(next)
    }
  }
  return { order, cycles, depth }
}

function cycleFrom(name: string, open: readonly Step[]): readonly string[] {
  const names = open.map((step) => step.name)
  const cycle = names.slice(names.indexOf(name))
  const first = cycle.indexOf(cycle.toSorted(compareText)[0] ?? name)
  return [...cycle.slice(first), ...cycle.slice(0, first)]
}

function descending(a: string, b: string): number {
  return compareText(b, a)
}
