/** Writes diagrams: every node that a book needs once, its targets before it. */
import { assert, known } from '../assert.ts'
import { type Diagram, type Diagrams, terminalValue } from '../diagram/diagrams.ts'
import type { Sink } from './sink.ts'

export class NodesOut {
  readonly #diagrams: Diagrams
  /** The place of each node, in the order in which they are written. */
  readonly #places = new Map<Diagram, number>()

  constructor(diagrams: Diagrams, roots: Iterable<Diagram>) {
    this.#diagrams = diagrams
    for (const root of roots) this.#place(root)
  }

  #place(diagram: Diagram): void {
    if (diagram < 0 || this.#places.has(diagram)) return
    for (const target of this.#targetsOf(diagram)) this.#place(target)
    this.#places.set(diagram, this.#places.size)
  }

  #targetsOf(node: Diagram): Diagram[] {
    const width = this.#diagrams.width(this.#diagrams.variableOf(node))
    return Array.from({ length: width }, (_, cell) => this.#diagrams.target(node, cell))
  }

  /** How many there are; for each its variable, then for each cell a terminal, or how many nodes back its target is. */
  write(sink: Sink): void {
    sink.whole(this.#places.size)
    for (const [node, place] of this.#places) {
      sink.whole(this.#diagrams.variableOf(node))
      for (const target of this.#targetsOf(node)) {
        sink.whole(target < 0 ? terminalValue(target) * 2 : (place - known(this.#places, target)) * 2 + 1)
      }
    }
  }

  /** A terminal, or the place of a node. */
  refer(sink: Sink, diagram: Diagram): void {
    assert(diagram < 0 || this.#places.has(diagram), `node ${diagram} is not among those written`)
    sink.whole(diagram < 0 ? terminalValue(diagram) * 2 : known(this.#places, diagram) * 2 + 1)
  }
}
