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
  // Packed, the nodes need less than the table in which they lie: they leave out its links and whatever no root reaches.
  const nodes = new Int32Array(diagrams.table.length)
  /** One more than the place of each node; 0 where it has none yet. */
  const places = new Int32Array(diagrams.table.length)
  let end = 0
  const place = (root: Diagram): number => {
    if (root < 0) return root
    // Proof: the offset of a node lies in the table.
    const before = places[root] as number
    if (before > 0) return before - 1
    const start = end
    places[root] = start + 1
    const variable = diagrams.variableOf(root)
    const width = diagrams.width(variable)
    nodes[start] = variable
    end += width + 1
    for (let cell = 0; cell < width; cell++) nodes[start + 1 + cell] = place(diagrams.target(root, cell))
    return start
  }
  const starts = roots.map(place)
  return { nodes: nodes.slice(0, end), roots: Int32Array.from(starts) }
}
