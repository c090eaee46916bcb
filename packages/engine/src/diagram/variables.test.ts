import type { Condition, Input } from '@remit/language/checked/tree.ts'
import { book, norm } from '@remit/reference/testing/small-books.ts'
import { describe, expect, test } from 'vitest'
import { assert } from '../assert.ts'
import { cellOf, type Variable, valueIn, widthOf } from './variables.ts'
import { variablesOf } from './variables-of.ts'

const plain = { knownTo: [], alwaysOffered: false, changes: [] }

function variableOf(input: Input, ...conditions: readonly Condition[]): Variable {
  const norms = conditions.map((when, index) => norm(`norm-${index}`, 'memo', [], { when }))
  const [variable] = variablesOf([book({ inputs: [input], norms })])
  assert(variable !== undefined, 'the conditions read the input')
  return variable
}

const HELD: Input = { ...plain, id: 'since release-due', kind: 'clock', event: 'release-due', names: [] }
const AGE: Input = { ...plain, id: 'age', kind: 'number', unit: 'years' }
const compare = (input: Input, is: 'at-least' | 'at-most' | 'less-than' | 'more-than', than: number): Condition => ({
  kind: 'compare',
  input: input.id,
  is,
  than,
})

describe('a variable', () => {
  test('of one of many values has one cell for those that no condition tells apart', () => {
    const values = ['ice', 'cbp', 'tsa', 'none'].map((id) => ({ id, text: id }))
    const input: Input = { ...plain, id: 'requester', kind: 'one-of', values }
    const variable = variableOf(
      input,
      { kind: 'one-of', input: 'requester', values: ['ice', 'cbp'] },
      { kind: 'one-of', input: 'requester', values: ['ice', 'cbp', 'tsa'] },
    )
    expect(widthOf(variable)).toBe(3)
    expect(cellOf(variable, 'ice')).toBe(cellOf(variable, 'cbp'))
    expect(new Set(['ice', 'tsa', 'none'].map((value) => cellOf(variable, value))).size).toBe(3)
    expect(cellOf(variable, 'a value of another book')).toBe(-1)
  })

  test('of a number is cut on the side where its comparison changes', () => {
    const atLeast = variableOf(AGE, compare(AGE, 'at-least', 18))
    expect([17.9, 18, 18.1].map((value) => cellOf(atLeast, value))).toEqual([0, 1, 1])
    const moreThan = variableOf(AGE, compare(AGE, 'more-than', 18))
    expect([17.9, 18, 18.1].map((value) => cellOf(moreThan, value))).toEqual([0, 0, 1])
    const both = variableOf(AGE, compare(AGE, 'less-than', 18), compare(AGE, 'at-most', 18))
    expect([17.9, 18, 18.1].map((value) => cellOf(both, value))).toEqual([0, 1, 2])
  })

  test('of a number has no cell below zero', () => {
    expect(widthOf(variableOf(AGE, compare(AGE, 'at-least', 0)))).toBe(1)
    expect(widthOf(variableOf(AGE, compare(AGE, 'more-than', 0)))).toBe(2)
  })

  test('of a clock has a cell of its own for one that has not started', () => {
    const variable = variableOf(HELD, compare(HELD, 'at-most', 48))
    expect(['not started' as const, 0, 48, 49].map((value) => cellOf(variable, value))).toEqual([0, 1, 1, 2])
  })

  test('gives for each cell a value that lies in it', () => {
    const variable = variableOf(
      HELD,
      compare(HELD, 'at-least', 5),
      compare(HELD, 'more-than', 5),
      compare(HELD, 'at-least', 6),
      compare(HELD, 'more-than', 9),
    )
    const cells = Array.from({ length: widthOf(variable) }, (_, cell) => cell)
    expect(cells.map((cell) => cellOf(variable, valueIn(variable, cell)))).toEqual(cells)
  })
})
