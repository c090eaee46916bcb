/** The finished diagrams alone, packed for walking: the fast answer, which is only the modality. */
import type { Diagram, Diagrams } from './diagrams.ts'

export type Table = {
  /** At a node: its variable, then a target for each cell; a negative target is the complement of an outcome. */
  readonly nodes: Int32Array
  /** For each pair, where to start. */
  readonly roots: Int32Array
}

/** Packs the diagrams that `roots` reach, in the order in which walks meet them. */
export function pack(diagrams: Diagrams, roots: readonly Diagram[]): Table {
  const places = new Map<Diagram, number>()
  const nodes: number[] = []
  const place = (root: Diagram): number => {
    if (root < 0) return root
    const before = places.get(root)
    if (before !== undefined) return before
    const variable = diagrams.variableOf(root)
    const width = diagrams.width(variable)
    const start = nodes.length
    places.set(root, start)
    nodes.push(variable, ...new Array<number>(width).fill(0))
    for (let cell = 0; cell < width; cell++) nodes[start + 1 + cell] = place(diagrams.target(root, cell))
    return start
  }
  const starts = roots.map(place)
  return { nodes: Int32Array.from(nodes), roots: Int32Array.from(starts) }
}
