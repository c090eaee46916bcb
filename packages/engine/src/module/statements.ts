/**
 * The code of diagrams: nested tests that end in `return`. What is come to in several ways is a function of its own, so
 * the code grows as the diagrams do and never faster.
 */
import { at } from '../assert.ts'
import type { Diagram, Diagrams } from '../diagram/diagrams.ts'
import type { Variable } from '../diagram/variables.ts'
import { branches } from './branches.ts'
import { indented, type Names } from './source-text.ts'

/** Tests inside one another, at most; what lies deeper is a function of its own. */
const NESTED_MAX = 6

/** The statements of some diagrams, and the functions that they call. Terminals mean the same in all of them. */
export class Statements {
  /** The functions called so far, each after those that it calls. */
  readonly functions: string[] = []
  readonly #diagrams: Diagrams
  readonly #variables: readonly Variable[]
  readonly #textOf: (terminal: Diagram) => string
  readonly #names: Names
  readonly #shared: ReadonlySet<Diagram>
  readonly #called = new Map<Diagram, string>()

  constructor(
    { diagrams, variables }: { readonly diagrams: Diagrams; readonly variables: readonly Variable[] },
    {
      roots,
      textOf,
      names,
    }: {
      readonly roots: readonly Diagram[]
      readonly textOf: (terminal: Diagram) => string
      readonly names: Names
    },
  ) {
    this.#diagrams = diagrams
    this.#variables = variables
    this.#textOf = textOf
    this.#names = names
    this.#shared = sharedIn(diagrams, roots)
  }

  /** The lines that return what a diagram says of `facts`. */
  of(diagram: Diagram): readonly string[] {
    return this.#lines(diagram, 0)
  }

  #lines(diagram: Diagram, depth: number): readonly string[] {
    if (diagram < 0) return [`return ${this.#textOf(diagram)}`]
    if (this.#shared.has(diagram) || depth >= NESTED_MAX) return [`return ${this.#functionOf(diagram)}(facts)`]
    return this.#test(diagram, depth)
  }

  #test(node: Diagram, depth: number): readonly string[] {
    const variable = at(this.#variables, this.#diagrams.variableOf(node))
    return branches(this.#diagrams, variable, node, (target) => this.#lines(target, depth + 1))
  }

  #functionOf(node: Diagram): string {
    const before = this.#called.get(node)
    if (before !== undefined) return before
    const name = this.#names.of(`from ${at(this.#variables, this.#diagrams.variableOf(node)).input.id}`)
    this.#called.set(node, name)
    const lines = this.#test(node, 0)
    this.functions.push([`function ${name}(facts) {`, ...indented(lines), '}'].join('\n'))
    return name
  }
}

/** The nodes to which more than one way leads; being a root is one. */
function sharedIn(diagrams: Diagrams, roots: readonly Diagram[]): ReadonlySet<Diagram> {
  const seen = new Set<Diagram>()
  const shared = new Set<Diagram>()
  const visit = (node: Diagram) => {
    if (node < 0) return
    if (seen.has(node)) {
      shared.add(node)
      return
    }
    seen.add(node)
    const width = diagrams.width(diagrams.variableOf(node))
    const targets = new Set(Array.from({ length: width }, (_, cell) => diagrams.target(node, cell)))
    for (const target of targets) visit(target)
  }
  for (const root of roots) visit(root)
  return shared
}
