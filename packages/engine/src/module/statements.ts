/**
 * The code of diagrams: nested tests that end in `return`. What is come to in several ways is a function of its own, so
 * the code grows as the diagrams do and never faster.
 */
import { at } from '../assert.ts'
import type { Diagram, Diagrams } from '../diagram/diagrams.ts'
import type { Variable } from '../diagram/variables.ts'
import { branches, type ValuesTo } from './branches.ts'
import { indented, type Names, quoted } from './source-text.ts'

/** Tests inside one another, at most; what lies deeper is a function of its own. */
const NESTED_MAX = 6
/** Tests in one function, at most, before what follows is a function of its own: a long one is never compiled well. */
const TESTS_MAX = 40

/** The statements of some diagrams, and the functions that they call. Terminals mean the same in all of them. */
export class Statements {
  /** The functions called so far, and the maps to them, each after what it names. */
  readonly functions: string[] = []
  readonly #diagrams: Diagrams
  readonly #variables: readonly Variable[]
  readonly #textOf: (terminal: Diagram) => string
  readonly #names: Names
  readonly #shared: ReadonlySet<Diagram>
  readonly #called = new Map<Diagram, string>()
  #tests = 0

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
    this.#tests = 0
    return this.#lines(diagram, 0)
  }

  #lines(diagram: Diagram, depth: number): readonly string[] {
    if (diagram < 0) return [`return ${this.#textOf(diagram)}`]
    const isApart = this.#shared.has(diagram) || depth >= NESTED_MAX || this.#tests >= TESTS_MAX
    return isApart ? [`return ${this.#functionOf(diagram)}(facts)`] : this.#test(diagram, depth)
  }

  #test(node: Diagram, depth: number): readonly string[] {
    this.#tests++
    return branches(this.#diagrams, at(this.#variables, this.#diagrams.variableOf(node)), node, {
      linesOf: (target) => this.#lines(target, depth + 1),
      functionOf: (target) => this.#functionOf(target),
      mapOf: (name, ways) => this.#mapOf(name, ways),
    })
  }

  #functionOf(diagram: Diagram): string {
    const before = this.#called.get(diagram)
    if (before !== undefined) return before
    const words =
      diagram < 0
        ? `say ${this.#textOf(diagram).toLowerCase()}`
        : `from ${at(this.#variables, this.#diagrams.variableOf(diagram)).input.id}`
    const name = this.#names.of(words)
    this.#called.set(diagram, name)
    const outside = this.#tests
    this.#tests = 0
    const lines = diagram < 0 ? this.#lines(diagram, 0) : this.#test(diagram, 0)
    this.#tests = outside
    this.functions.push([`function ${name}(facts) {`, ...indented(lines), '}'].join('\n'))
    return name
  }

  #mapOf(words: string, ways: readonly ValuesTo[]): string {
    const name = this.#names.of(words)
    const entries = ways.flatMap(({ target, values }) =>
      values.map((value) => `  [${quoted(value)}, ${this.#functionOf(target)}],`),
    )
    this.functions.push([`const ${name} = new Map([`, ...entries, '])'].join('\n'))
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
