/** The conditions of a book as formulas: one variable for each value of a fact, and each threshold of a number. */
import type { Book, Condition, Define, Input, InputId, RoleId } from '@remit/language/checked/tree.ts'
import { inputOf } from '@remit/language/checked/tree.ts'
import { type Formula, type Formulas, TRUE } from './formulas.ts'

export class ConditionFormulas {
  readonly #f: Formulas
  readonly #inputs: ReadonlyMap<InputId, Input>
  readonly #defines: ReadonlyMap<string, Define>
  readonly #bounds = new Map<InputId, Map<string, number>>()
  readonly #read = new Set<InputId>()

  constructor(f: Formulas, book: Book) {
    this.#f = f
    this.#inputs = new Map(book.inputs.map((input) => [input.id, input]))
    this.#defines = new Map(book.defines.map((define) => [define.id, define]))
  }

  of(condition: Condition, role: RoleId): Formula {
    const f = this.#f
    switch (condition.kind) {
      case 'all':
        return f.and(...condition.of.map((part) => this.of(part, role)))
      case 'any':
        return f.or(...condition.of.map((part) => this.of(part, role)))
      case 'not':
        return f.not(this.of(condition.of, role))
      case 'define': {
        const define = this.#defines.get(condition.define)
        if (define === undefined) throw new Error(`nothing defines ${condition.define}`)
        return this.of(define.when, role)
      }
      case 'yes':
        return f.variable(inputOf(condition.input, role))
      case 'one-of':
        return f.or(...condition.values.map((value) => this.#value(inputOf(condition.input, role), value)))
      case 'compare':
        return this.#compare(inputOf(condition.input, role), condition.is, condition.than)
    }
  }

  #value(input: InputId, value: string): Formula {
    this.#read.add(input)
    return this.#f.variable(`${input} = ${value}`)
  }

  /** Of a clock that has not started every comparison is false. */
  #compare(input: InputId, is: Extract<Condition, { readonly kind: 'compare' }>['is'], than: number): Formula {
    const isAbove = is === 'more-than' || is === 'at-most'
    const bound = this.#bound(input, isAbove ? '>' : '>=', than)
    const isHigh = is === 'more-than' || is === 'at-least'
    if (isHigh) return this.#started(input, bound)
    return this.#started(input, this.#f.not(bound))
  }

  #started(input: InputId, holds: Formula): Formula {
    return this.#inputs.get(input)?.kind === 'clock' ? this.#f.and(this.#f.variable(`${input} started`), holds) : holds
  }

  #bound(input: InputId, is: '>' | '>=', than: number): Formula {
    const bounds = this.#bounds.get(input) ?? new Map<string, number>()
    this.#bounds.set(input, bounds)
    // A value above a threshold comes just after one at it.
    bounds.set(`${is} ${than}`, than + (is === '>' ? 0.5 : 0))
    return than <= 0 && is === '>=' ? TRUE : this.#f.variable(`${input} ${is} ${than}`)
  }

  /** Each fact has one value, and thresholds are passed in order. Asked for when all conditions were. */
  wellFormed(): Formula {
    const f = this.#f
    const parts: Formula[] = []
    for (const id of this.#read) {
      const input = this.#inputs.get(id)
      if (input?.kind !== 'one-of') continue
      const values = input.values.map((value) => f.variable(`${id} = ${value.id}`))
      parts.push(f.or(...values))
      for (const [index, one] of values.entries())
        for (const other of values.slice(index + 1)) parts.push(f.or(f.not(one), f.not(other)))
    }
    for (const [id, bounds] of this.#bounds) {
      const ordered = [...bounds].filter(([name]) => name !== '>= 0').sort(([, one], [, other]) => one - other)
      for (const [index, [name]] of ordered.entries()) {
        const lower = ordered[index - 1]
        if (lower !== undefined) parts.push(f.or(f.not(f.variable(`${id} ${name}`)), f.variable(`${id} ${lower[0]}`)))
      }
    }
    return f.and(...parts)
  }
}
