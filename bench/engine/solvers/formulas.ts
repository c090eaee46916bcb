/** Boolean formulas, each built once: what is handed to a solver. */

/** A number of {@link Formulas}. */
export type Formula = number

export type Node =
  | { readonly kind: 'variable'; readonly name: string }
  | { readonly kind: 'not'; readonly of: Formula }
  | { readonly kind: 'and' | 'or'; readonly of: readonly Formula[] }

export const FALSE: Formula = 0
export const TRUE: Formula = 1

export class Formulas {
  /** INVARIANT: a node refers only to nodes before it; the first two stand for false and true. */
  readonly nodes: Node[] = [
    { kind: 'or', of: [] },
    { kind: 'and', of: [] },
  ]
  readonly #known = new Map<string, Formula>()

  variable(name: string): Formula {
    return this.#node(`v ${name}`, { kind: 'variable', name })
  }

  not(of: Formula): Formula {
    if (of === FALSE || of === TRUE) return of === FALSE ? TRUE : FALSE
    const node = this.nodes[of]
    return node?.kind === 'not' ? node.of : this.#node(`n ${of}`, { kind: 'not', of })
  }

  and(...of: readonly Formula[]): Formula {
    return this.#joined('and', of, TRUE, FALSE)
  }

  or(...of: readonly Formula[]): Formula {
    return this.#joined('or', of, FALSE, TRUE)
  }

  without(one: Formula, other: Formula): Formula {
    return this.and(one, this.not(other))
  }

  #joined(kind: 'and' | 'or', of: readonly Formula[], neutral: Formula, decides: Formula): Formula {
    const parts = [...new Set(of)].filter((part) => part !== neutral).sort((one, other) => one - other)
    if (parts.includes(decides) || parts.some((part) => parts.includes(this.not(part)))) return decides
    const [only] = parts
    if (only === undefined) return neutral
    return parts.length === 1 ? only : this.#node(`${kind} ${parts.join(' ')}`, { kind, of: parts })
  }

  #node(key: string, node: Node): Formula {
    const known = this.#known.get(key) ?? this.nodes.push(node) - 1
    this.#known.set(key, known)
    return known
  }
}
