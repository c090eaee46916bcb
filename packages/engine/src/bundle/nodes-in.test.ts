import { describe, expect, test } from 'vitest'
import { Diagrams } from '../diagram/diagrams.ts'
import { NodesIn } from './nodes-in.ts'
import { Source } from './source.ts'

/** Two facts and a doubt, of two cells each; then the bytes. */
function reading(...bytes: readonly number[]): NodesIn {
  return new NodesIn(new Source(Uint8Array.from(bytes), 0, bytes.length), new Diagrams([2, 2, 2]), 2)
}

/** Tests variable 1 or 2, and goes to no and yes. */
const LAST = [1, 0, 2]
const DOUBT = [2, 0, 2]

describe('nodes of a bundle', () => {
  test('are read with their targets before them', () => {
    expect(reading(2, ...LAST, 0, 3, 0, 3).region()).toBeGreaterThanOrEqual(0)
  })

  test('are refused where a target tests no later variable', () => {
    expect(() => reading(2, ...LAST, 1, 3, 0)).toThrow('tests no later variable')
    expect(() => reading(2, ...DOUBT, 2, 3, 0)).toThrow('tests no later variable')
  })

  test('are refused where a target is not before them', () => {
    expect(() => reading(1, 0, 1, 0)).toThrow('goes 0 nodes back')
    expect(() => reading(1, 0, 3, 0)).toThrow('goes 1 nodes back')
  })

  test('are refused where they test nothing, nothing that there is, or the same twice', () => {
    expect(() => reading(1, 0, 2, 2)).toThrow('tells nothing apart')
    expect(() => reading(1, 3, 0, 2)).toThrow('has to be below 3')
    expect(() => reading(2, ...LAST, ...LAST)).toThrow('stands there already')
  })

  test('are refused where there are fewer than told', () => {
    expect(() => reading(9, ...LAST)).toThrow('bytes left')
    expect(() => reading(2, ...LAST)).toThrow('it ends too early')
  })

  test('are refused as a root where there is none, it comes to too much or tests a doubt', () => {
    expect(() => reading(1, ...LAST, 3).region()).toThrow('there is no node 1')
    expect(() => reading(1, 1, 0, 4, 1).region()).toThrow('has to be below 2')
    expect(() => reading(0, 6).outcome(3)).toThrow('has to be below 3')
    expect(() => reading(1, ...DOUBT, 1).region()).toThrow('has to be below 2')
    expect(reading(1, ...DOUBT, 1).regionInDoubt().last).toBe(2)
  })
})
