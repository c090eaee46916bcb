/**
 * Multi-valued decision diagrams: reduced, ordered, each function stored once.
 *
 * Every variable is one multi-way node, one edge for each of its cells. A diagram is a number. A negative number is a
 * terminal (`terminalOf`); the others are the offset of a node in one flat table: the variable, then a target for each
 * cell. So a walk is `while (d >= 0) d = table[d + 1 + cells[table[d]]]`, and two diagrams are equal functions exactly
 * if they are equal numbers.
 *
 * INVARIANT: a node's targets test only later variables, and not all of its targets are the same.
 */
import { assert } from '../assert.ts'
import { Making } from './making.ts'
import { COUNT_MAX, OperationCache } from './operation-cache.ts'

/** A terminal if negative, else the offset of a node. */
export type Diagram = number

/** The two terminals of a yes-or-no diagram. */
export const NO: Diagram = -1
export const YES: Diagram = -2

/** The diagram that is `value` everywhere. */
export const terminal = (value: number): Diagram => ~value
/** The value of a terminal. */
export const terminalValue = (diagram: Diagram): number => ~diagram

/** A binary operation on terminals. `id` is at least 1, and one id means one operation for ever. */
export type Operation = { readonly id: number; of(a: number, b: number): number }

/** Numbers that the table may hold: 64 MB. A book that needs more is refused rather than left to exhaust memory. */
export const TABLE_SIZE_MAX = 16_000_000
/** Steps that one build or one question may take, some seconds: a bound on time where the table's is never met. */
export const STEPS_MAX = 10_000_000

/** Variables of one table: operations go as deep as there are variables, and the stack bears no more. */
export const VARIABLES_MAX = 2_000

/** Bounds on the numbers that a table may hold, and on the steps of one build or question. */
export type Limits = { readonly size: number; readonly steps: number }
export const LIMITS: Limits = { size: TABLE_SIZE_MAX, steps: STEPS_MAX }

/** Thrown where a limit is met. `compile` turns it into a refusal and `analyse` into a finding; who asks tells it of any other question. */
export class TooLarge extends Error {
  readonly size: number
  constructor(size: number) {
    super(`diagrams too large: ${size}`)
    this.name = 'TooLarge'
    this.size = size
  }
}

const CHOOSE = -1
const RESTRICT = -2
const MAP = -3

// Every read of a typed array below is inside it: offsets come from `make`, cells from `widths`, and hashes are masked.
// `as number` says so where the compiler cannot know.

/** The store of all diagrams over one list of variables. */
export class Diagrams {
  /** How many cells each variable has. */
  readonly widths: Int32Array
  /** One slot before each node links it to the next of its hash bucket; see `Diagram` for the rest. */
  table = new Int32Array(1 << 12)
  #size = 0
  #nodes = 0
  #steps = 0
  #buckets = new Int32Array(1 << 10).fill(-1)
  readonly #done = new OperationCache()
  /** What is made here for which declaration. */
  readonly making = new Making(this)
  #stamp = 0
  #scratch = new Int32Array(1 << 10)
  #top = 0
  /** How many marks are set. */
  #marks = 0
  #limits: Limits

  constructor(widths: readonly number[], limits = LIMITS) {
    assert(widths.length <= VARIABLES_MAX, `no room for ${widths.length} variables`)
    this.widths = Int32Array.from(widths)
    this.#limits = limits
  }

  /** How many steps were taken in this build or question. */
  get steps(): number {
    return this.#steps
  }

  /** How many nodes are stored. */
  get nodes(): number {
    return this.#nodes
  }

  /** The variable that a node tests; after all variables for a terminal. */
  variableOf(diagram: Diagram): number {
    return diagram < 0 ? this.widths.length : (this.table[diagram] as number)
  }

  /** Where a node goes if its variable is in `cell`. */
  target(node: Diagram, cell: number): Diagram {
    return this.table[node + 1 + cell] as number
  }

  width(variable: number): number {
    return this.widths[variable] as number
  }

  /** The diagram that tests `variable` and goes to `targets`, one for each of its cells. */
  node(variable: number, targets: readonly Diagram[]): Diagram {
    assert(targets.length === this.width(variable), `variable ${variable} has not ${targets.length} cells`)
    const base = this.#push(targets.length)
    for (let cell = 0; cell < targets.length; cell++) this.#scratch[base + cell] = targets[cell] as number
    return this.#make(variable, base)
  }

  and(a: Diagram, b: Diagram): Diagram {
    return this.choose(a, b, NO)
  }
  or(a: Diagram, b: Diagram): Diagram {
    return this.choose(a, YES, b)
  }
  not(a: Diagram): Diagram {
    return this.choose(a, NO, YES)
  }
  /** `a` and not `b`. */
  without(a: Diagram, b: Diagram): Diagram {
    return a === NO || b === YES ? NO : b === NO ? a : this.choose(b, NO, a)
  }
  any(diagrams: Iterable<Diagram>): Diagram {
    let result = NO
    for (const diagram of diagrams) result = this.or(result, diagram)
    return result
  }

  /** `then` where `condition` holds, else `otherwise`. */
  choose(condition: Diagram, then: Diagram, otherwise: Diagram): Diagram {
    if (condition === YES) return then
    if (condition === NO) return otherwise
    if (then === otherwise) return then
    if (then === YES && otherwise === NO) return condition
    if (then === condition) return this.choose(condition, YES, otherwise)
    if (otherwise === condition) return this.choose(condition, then, NO)
    const row = this.#done.row(CHOOSE, condition, then, otherwise)
    if (this.#done.has(row, CHOOSE, condition, then, otherwise)) return this.#done.result(row)
    this.step()
    const variable = Math.min(this.variableOf(condition), this.variableOf(then), this.variableOf(otherwise))
    const width = this.width(variable)
    const base = this.#push(width)
    for (let cell = 0; cell < width; cell++) {
      this.#scratch[base + cell] = this.choose(
        this.below(condition, variable, cell),
        this.below(then, variable, cell),
        this.below(otherwise, variable, cell),
      )
    }
    return this.#done.keep(row, CHOOSE, condition, then, otherwise, this.#make(variable, base))
  }

  /** `operation` applied to the terminals of `a` and `b`, point by point. */
  combine(operation: Operation, a: Diagram, b: Diagram): Diagram {
    if (a < 0 && b < 0) return terminal(operation.of(terminalValue(a), terminalValue(b)))
    const row = this.#done.row(operation.id, a, b, 0)
    if (this.#done.has(row, operation.id, a, b, 0)) return this.#done.result(row)
    this.step()
    const variable = Math.min(this.variableOf(a), this.variableOf(b))
    const width = this.width(variable)
    const base = this.#push(width)
    for (let cell = 0; cell < width; cell++) {
      const below = this.combine(operation, this.below(a, variable, cell), this.below(b, variable, cell))
      this.#scratch[base + cell] = below
    }
    return this.#done.keep(row, operation.id, a, b, 0, this.#make(variable, base))
  }

  /** Each terminal replaced by the terminal that `to` gives for its value; one `stamp` means one and the same `to`. */
  mapTerminals(diagram: Diagram, to: (value: number) => Diagram, stamp = this.stamp()): Diagram {
    if (diagram < 0) return to(terminalValue(diagram))
    const row = this.#done.row(MAP, diagram, stamp, 0)
    if (this.#done.has(row, MAP, diagram, stamp, 0)) return this.#done.result(row)
    this.step()
    const variable = this.variableOf(diagram)
    const width = this.width(variable)
    const base = this.#push(width)
    for (let cell = 0; cell < width; cell++) {
      this.#scratch[base + cell] = this.mapTerminals(this.target(diagram, cell), to, stamp)
    }
    return this.#done.keep(row, MAP, diagram, stamp, 0, this.#make(variable, base))
  }

  /** A fresh stamp, to be given to {@link restrict} with one and the same list of cells. */
  stamp(): number {
    if (++this.#stamp >= COUNT_MAX) {
      this.#stamp = 1
      this.#done.forget()
    }
    return this.#stamp
  }

  /**
   * The diagram for what is left open by `cells`, in which -1 stands for a variable that is not known.
   * Costs a walk where all that it meets is known.
   */
  restrict(diagram: Diagram, cells: Int32Array, stamp: number): Diagram {
    let d = diagram
    while (d >= 0) {
      const cell = cells[this.table[d] as number] as number
      if (cell < 0) return this.#restrictNode(d, cells, stamp)
      d = this.table[d + 1 + cell] as number
    }
    return d
  }

  #restrictNode(node: Diagram, cells: Int32Array, stamp: number): Diagram {
    const row = this.#done.row(RESTRICT, node, stamp, 0)
    if (this.#done.has(row, RESTRICT, node, stamp, 0)) return this.#done.result(row)
    this.step()
    const variable = this.variableOf(node)
    const width = this.width(variable)
    const base = this.#push(width)
    for (let cell = 0; cell < width; cell++) {
      this.#scratch[base + cell] = this.restrict(this.target(node, cell), cells, stamp)
    }
    return this.#done.keep(row, RESTRICT, node, stamp, 0, this.#make(variable, base))
  }

  /** Fixes one variable, in as many diagrams as one likes. */
  fixing(variable: number, cell: number): (diagram: Diagram) => Diagram {
    const cells = new Int32Array(this.widths.length).fill(-1)
    cells[variable] = cell
    const stamp = this.stamp()
    return (diagram) => (this.variableOf(diagram) > variable ? diagram : this.restrict(diagram, cells, stamp))
  }

  /** The diagram with one variable fixed. */
  fix(diagram: Diagram, variable: number, cell: number): Diagram {
    return this.fixing(variable, cell)(diagram)
  }

  /** `operation` over all cells of a variable; the result no longer depends on it. */
  over(operation: Operation, diagram: Diagram, variable: number): Diagram {
    let result = this.fix(diagram, variable, 0)
    for (let cell = 1; cell < this.width(variable); cell++) {
      result = this.combine(operation, result, this.fix(diagram, variable, cell))
    }
    return result
  }

  /** Whether there is a way to make it yes: some cell of `variable` will do. */
  exists(diagram: Diagram, variable: number): Diagram {
    if (diagram < 0) return diagram
    let result = NO
    for (let cell = 0; cell < this.width(variable); cell++) result = this.or(result, this.fix(diagram, variable, cell))
    return result
  }

  /** The terminal that a whole situation comes to. */
  walk(diagram: Diagram, cells: Int32Array): Diagram {
    let d = diagram
    while (d >= 0) d = this.table[d + 1 + (cells[this.table[d] as number] as number)] as number
    return d
  }

  /** Remembers how much is stored now, for {@link release}. A question within a question counts as part of it. */
  mark(): number {
    if (this.#marks++ === 0) this.#steps = 0
    return this.#size
  }

  /** Sets the limits for what follows, and lets as many steps be taken again. */
  allow(limits = this.#limits): void {
    this.#limits = limits
    this.#steps = 0
    this.#top = 0
  }

  /** Ends the question of the last mark, and forgets nothing that it made. */
  keep(): void {
    this.#marks--
  }

  /** Forgets every node made since `mark`. None of them may be used again. */
  release(mark: number): void {
    this.#marks--
    this.#top = 0
    if (mark === this.#size) return
    for (let node = mark + 1; node - 1 < this.#size; node += this.#sizeOf(node)) {
      const bucket = this.#hash(node, this.#widthAt(node)) & (this.#buckets.length - 1)
      // A bucket holds its newest node first, so what is to be forgotten stands at its front.
      let first = this.#buckets[bucket] as number
      while (first >= mark) first = this.table[first - 1] as number
      this.#buckets[bucket] = first
      this.#nodes--
    }
    this.#size = mark
    // What was remembered may name forgotten nodes.
    this.#done.forget()
  }

  /** Where the diagram goes if `variable`, which is none after the one that it tests, is in `cell`. */
  below(diagram: Diagram, variable: number, cell: number): Diagram {
    if (diagram < 0 || this.table[diagram] !== variable) return diagram
    return this.table[diagram + 1 + cell] as number
  }

  #push(width: number): number {
    const base = this.#top
    this.#top += width
    if (this.#top > this.#scratch.length) {
      const larger = new Int32Array(this.#scratch.length * 2 + width)
      larger.set(this.#scratch)
      this.#scratch = larger
    }
    return base
  }

  #widthAt(node: Diagram): number {
    return this.width(this.table[node] as number)
  }
  #sizeOf(node: Diagram): number {
    return this.#widthAt(node) + 2
  }

  /** The node with the targets that lie on the scratch stack from `base`, found or made; takes them off the stack. */
  #make(variable: number, base: number): Diagram {
    const width = this.width(variable)
    this.#top = base
    const scratch = this.#scratch
    const first = scratch[base] as number
    let cell = 1
    while (cell < width && scratch[base + cell] === first) cell++
    if (cell === width) return first

    const node = this.#size + 1
    this.#reserve(width + 2)
    const table = this.table
    table[node] = variable
    for (cell = 0; cell < width; cell++) table[node + 1 + cell] = scratch[base + cell] as number
    return this.#findOrKeep(node, width)
  }

  /** The older equal of the node just written behind the table's end, or itself, which then becomes part of it. */
  #findOrKeep(node: Diagram, width: number): Diagram {
    const table = this.table
    const bucket = this.#hash(node, width) & (this.#buckets.length - 1)
    const head = this.#buckets[bucket] as number
    for (let other = head; other >= 0; other = table[other - 1] as number) {
      let slot = 0
      while (slot <= width && table[node + slot] === table[other + slot]) slot++
      if (slot > width) return other
    }
    table[node - 1] = head
    this.#buckets[bucket] = node
    this.#size += width + 2
    this.#nodes++
    if (this.#nodes > this.#buckets.length * 2) this.#rehash()
    return node
  }

  #hash(node: Diagram, width: number): number {
    const table = this.table
    let hash = 0
    for (let slot = 0; slot <= width; slot++) {
      hash = Math.imul(hash ^ (table[node + slot] as number), 0x9e3779b1)
      hash ^= hash >>> 15
    }
    return hash
  }

  #rehash(): void {
    this.#buckets = new Int32Array(this.#buckets.length * 4).fill(-1)
    // Oldest first, so that every bucket again holds its newest node first.
    for (let node = 1; node - 1 < this.#size; node += this.#sizeOf(node)) {
      const bucket = this.#hash(node, this.#widthAt(node)) & (this.#buckets.length - 1)
      this.table[node - 1] = this.#buckets[bucket] as number
      this.#buckets[bucket] = node
    }
  }

  #reserve(extra: number): void {
    const needed = this.#size + extra
    if (needed > this.#limits.size) throw new TooLarge(needed)
    if (needed <= this.table.length) return
    const larger = new Int32Array(Math.max(this.table.length * 2, needed))
    larger.set(this.table)
    this.table = larger
  }

  /** Counts a step that is taken outside, while a diagram is only looked at. */
  step(): void {
    if (++this.#steps > this.#limits.steps) throw new TooLarge(this.#steps)
  }
}
