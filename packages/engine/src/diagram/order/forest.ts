/**
 * Diagrams whose order of variables can be changed in place, two neighbours at a time (Rudell 1993, for variables of any
 * width). A node keeps its function when variables are swapped, so nothing that points at it has to change.
 *
 * It is a copy for trying orders: the diagrams themselves are then made again in the order that was found.
 */
import { at } from '../../assert.ts'
import type { Diagram, Diagrams } from '../diagrams.ts'

/** The end of a chain of nodes with one hash. */
const END = -1

type Node = {
  variable: number
  /** Terminals as in `Diagram`; else nodes by their number. */
  targets: readonly number[]
  /** How many targets and roots it is. At 0 it is gone. */
  refs: number
  /** The next node with the same hash. */
  next: number
}

/** The diagrams that some roots reach, and the order in which they test their variables. */
export class Forest {
  /** The variable at each level. */
  readonly order: number[]
  readonly #widths: readonly number[]
  readonly #nodes: Node[] = []
  /** For each variable its nodes, and some that are gone. */
  readonly #nodesOf: number[][]
  /** For each variable how many nodes test it. */
  readonly #counts: number[]
  readonly #buckets: Int32Array
  #size = 0
  #work = 0

  constructor(diagrams: Diagrams, roots: Iterable<Diagram>) {
    this.#widths = [...diagrams.widths]
    this.order = this.#widths.map((_, variable) => variable)
    this.#nodesOf = this.order.map(() => [])
    this.#counts = this.order.map(() => 0)
    let buckets = 1 << 10
    while (buckets < diagrams.nodes) buckets *= 2
    this.#buckets = new Int32Array(buckets).fill(END)
    const copies = new Map<Diagram, number>()
    for (const root of new Set(roots)) this.#addRef(this.#copy(diagrams, root, copies))
  }

  /** How many numbers the nodes need in a table: for each its variable and its targets. */
  get size(): number {
    return this.#size
  }

  /** How many nodes were looked at so far, which is what time goes by. */
  get work(): number {
    return this.#work
  }

  /** How many numbers the nodes of one variable need. */
  sizeOf(variable: number): number {
    return at(this.#counts, variable) * this.#slotsOf(variable)
  }

  /** Swaps the variables of a level and the next. */
  swap(level: number): void {
    const [upper, lower] = [at(this.order, level), at(this.order, level + 1)]
    this.order[level] = lower
    this.order[level + 1] = upper
    this.#work++
    if (this.#counts[upper] === 0 || this.#counts[lower] === 0) return
    const kept: number[] = []
    const mixed: number[] = []
    for (const node of at(this.#nodesOf, upper)) {
      const { refs, targets } = at(this.#nodes, node)
      if (refs === 0) continue
      if (targets.some((target) => this.#tests(target, lower))) mixed.push(node)
      else kept.push(node)
    }
    this.#work += kept.length + mixed.length
    this.#nodesOf[upper] = kept
    for (const node of mixed) this.#turn(node, upper, lower)
  }

  #tests(node: number, variable: number): boolean {
    return node >= 0 && at(this.#nodes, node).variable === variable
  }

  /** Makes a node that tests `upper`, and below it `lower`, test `lower` first. */
  #turn(number: number, upper: number, lower: number): void {
    const node = at(this.#nodes, number)
    const before = node.targets
    const width = at(this.#widths, lower)
    this.#work += width
    this.#unlink(number)
    this.#count(upper, -1)
    const after: number[] = []
    for (let cell = 0; cell < width; cell++) {
      const below = before.map((target) => (this.#tests(target, lower) ? this.#targetOf(target, cell) : target))
      const made = this.#node(upper, below)
      this.#addRef(made)
      after.push(made)
    }
    for (const target of before) this.#dropRef(target)
    node.variable = lower
    node.targets = after
    this.#keep(number)
  }

  #targetOf(node: number, cell: number): number {
    return at(at(this.#nodes, node).targets, cell)
  }

  /** The node with these targets, found or made; the target itself if they are all one. */
  #node(variable: number, targets: readonly number[]): number {
    const first = at(targets, 0)
    if (targets.every((target) => target === first)) return first
    const found = this.#find(variable, targets)
    if (found !== END) return found
    for (const target of targets) this.#addRef(target)
    const number = this.#nodes.push({ variable, targets, refs: 0, next: END }) - 1
    this.#keep(number)
    return number
  }

  /** Enters a node among those of its variable. */
  #keep(number: number): void {
    const node = at(this.#nodes, number)
    const bucket = this.#bucketOf(node.variable, node.targets)
    node.next = at(this.#buckets, bucket)
    this.#buckets[bucket] = number
    at(this.#nodesOf, node.variable).push(number)
    this.#count(node.variable, 1)
  }

  #addRef(number: number): void {
    if (number >= 0) at(this.#nodes, number).refs++
  }

  #dropRef(number: number): void {
    if (number < 0) return
    const node = at(this.#nodes, number)
    node.refs--
    if (node.refs > 0) return
    this.#unlink(number)
    this.#count(node.variable, -1)
    for (const target of node.targets) this.#dropRef(target)
  }

  #find(variable: number, targets: readonly number[]): number {
    let number = at(this.#buckets, this.#bucketOf(variable, targets))
    while (number !== END) {
      const node = at(this.#nodes, number)
      if (node.variable === variable && targets.every((target, cell) => node.targets[cell] === target)) return number
      number = node.next
    }
    return END
  }

  #unlink(number: number): void {
    const { variable, targets, next } = at(this.#nodes, number)
    const bucket = this.#bucketOf(variable, targets)
    let before = at(this.#buckets, bucket)
    if (before === number) {
      this.#buckets[bucket] = next
      return
    }
    while (at(this.#nodes, before).next !== number) before = at(this.#nodes, before).next
    at(this.#nodes, before).next = next
  }

  #bucketOf(variable: number, targets: readonly number[]): number {
    let hash = variable
    for (const target of targets) {
      hash = Math.imul(hash ^ target, 0x9e3779b1)
      hash ^= hash >>> 15
    }
    return hash & (this.#buckets.length - 1)
  }

  #count(variable: number, by: number): void {
    this.#counts[variable] = at(this.#counts, variable) + by
    this.#size += by * this.#slotsOf(variable)
  }

  #slotsOf(variable: number): number {
    return at(this.#widths, variable) + 1
  }

  #copy(diagrams: Diagrams, diagram: Diagram, copies: Map<Diagram, number>): number {
    if (diagram < 0) return diagram
    const before = copies.get(diagram)
    if (before !== undefined) return before
    const variable = diagrams.variableOf(diagram)
    const targets = Array.from({ length: diagrams.width(variable) }, (_, cell) =>
      this.#copy(diagrams, diagrams.target(diagram, cell), copies),
    )
    const copy = this.#node(variable, targets)
    copies.set(diagram, copy)
    return copy
  }
}
