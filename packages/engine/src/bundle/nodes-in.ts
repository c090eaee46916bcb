/**
 * Reads diagrams. A node's targets stand before it and test only later variables, so every walk ends; no node stands
 * twice, so equal functions are equal numbers.
 */
import { type Diagram, type Diagrams, terminal, terminalValue } from '../diagram/diagrams.ts'
import { VISITS_MAX, WHOLE_MAX } from './limits.ts'
import type { Source } from './source.ts'

/** What is known of a diagram: the last variable that it tests (-1: none), and its largest terminal. */
export type Known = { readonly diagram: Diagram; readonly last: number; readonly largest: number }

const YES_OR_NO = 2
const NONE: ReadonlySet<number> = new Set()

export class NodesIn {
  readonly #source: Source
  readonly #diagrams: Diagrams
  readonly #nodes: Known[] = []
  /** Facts come first, then a variable for each doubt about the law. */
  readonly #facts: number
  readonly #comesTo = new Map<Diagram, ReadonlySet<number>>()
  readonly #doubts = new Map<Diagram, ReadonlySet<number>>()
  #visits = 0
  /** For each node the last walk that came to it. */
  readonly #seenIn: Int32Array
  #walk = 0

  constructor(source: Source, diagrams: Diagrams, facts: number) {
    this.#source = source
    this.#diagrams = diagrams
    this.#facts = facts
    const count = source.count('nodes')
    for (let place = 0; place < count; place++) this.#nodes.push(this.#node(place))
    this.#seenIn = new Int32Array(1 + (this.#nodes.at(-1)?.diagram ?? 0))
  }

  #node(place: number): Known {
    const variable = this.#source.whole(this.#diagrams.widths.length, 'the variable of a node')
    const width = this.#diagrams.width(variable)
    if (width > this.#source.left) this.#source.refuse('it ends too early')
    const targets: Diagram[] = []
    let last = variable
    let largest = 0
    for (let cell = 0; cell < width; cell++) {
      const target = this.#target(place)
      if (target.diagram >= 0 && this.#diagrams.variableOf(target.diagram) <= variable) {
        this.#source.refuse(`node ${place} goes to one that tests no later variable`)
      }
      last = Math.max(last, target.last)
      largest = Math.max(largest, target.largest)
      targets.push(target.diagram)
    }
    const before = this.#diagrams.nodes
    const diagram = this.#diagrams.node(variable, targets)
    if (this.#diagrams.nodes === before)
      this.#source.refuse(`node ${place} tells nothing apart, or stands there already`)
    return { diagram, last, largest }
  }

  #target(place: number): Known {
    const read = this.#source.whole(WHOLE_MAX, 'the target of a node')
    if (read % 2 === 0) return this.#terminal(read / 2)
    const back = (read - 1) / 2
    const target = back === 0 ? undefined : this.#nodes[place - back]
    return target ?? this.#source.refuse(`node ${place} goes ${back} nodes back`)
  }

  #terminal(value: number): Known {
    if (value >= 1 << 30) this.#source.refuse(`there is no terminal ${value}`)
    return { diagram: terminal(value), last: -1, largest: value }
  }

  /** A yes-or-no diagram of facts. */
  region(): Diagram {
    return this.#root('a region', YES_OR_NO, this.#facts).diagram
  }

  /** A yes-or-no diagram of facts and of doubts about the law. */
  regionInDoubt(): Known {
    return this.#root('a region', YES_OR_NO, this.#diagrams.widths.length)
  }

  /** A diagram of facts that comes to the places of outcomes. */
  outcome(outcomes: number): Diagram {
    return this.#root('an outcome', outcomes, this.#facts).diagram
  }

  /** The values of the terminals to which a diagram comes. */
  comesTo(diagram: Diagram): ReadonlySet<number> {
    const before = this.#comesTo.get(diagram)
    if (before !== undefined) return before
    const values = new Set<number>()
    this.#comesTo.set(diagram, values)
    this.#visit(diagram, (node) => node < 0 && values.add(terminalValue(node)))
    return values
  }

  /** The variables of doubts about the law that a diagram tests. */
  doubtsIn({ diagram, last }: Known): ReadonlySet<number> {
    if (last < this.#facts) return NONE
    const before = this.#doubts.get(diagram)
    if (before !== undefined) return before
    const variables = new Set<number>()
    this.#doubts.set(diagram, variables)
    this.#visit(diagram, (node) => {
      const variable = this.#diagrams.variableOf(node)
      if (node >= 0 && variable >= this.#facts) variables.add(variable)
    })
    return variables
  }

  /** Calls `see` with a diagram and all to which it goes: nodes once each, terminals as often as they are come to. */
  #visit(diagram: Diagram, see: (node: Diagram) => void): void {
    this.#walk++
    const found = [diagram]
    for (let next = found.pop(); next !== undefined; next = found.pop()) {
      if (++this.#visits > VISITS_MAX) this.#source.refuse('its diagrams are too many and too large')
      see(next)
      const width = next < 0 ? 0 : this.#diagrams.width(this.#diagrams.variableOf(next))
      for (let cell = 0; cell < width; cell++) {
        const target = this.#diagrams.target(next, cell)
        if (target >= 0 && this.#seenIn[target] === this.#walk) continue
        if (target >= 0) this.#seenIn[target] = this.#walk
        found.push(target)
      }
    }
  }

  /** A diagram whose terminals are below `values`, and its variables below `variables`. */
  #root(what: string, values: number, variables: number): Known {
    const read = this.#source.whole(WHOLE_MAX, 'the place of a node')
    const found = read % 2 === 0 ? this.#terminal(read / 2) : this.#nodes[(read - 1) / 2]
    if (found === undefined) return this.#source.refuse(`there is no node ${(read - 1) / 2}`)
    if (found.largest >= values) this.#source.refuse(`${what} comes to ${found.largest}, and has to be below ${values}`)
    if (found.last >= variables)
      this.#source.refuse(`${what} tests variable ${found.last}, and has to be below ${variables}`)
    return found
  }
}
