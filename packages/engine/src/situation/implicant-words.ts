/** A set of situations in words: what is so in all of them, joined by `and`; see `describe`. */
import { at } from '../assert.ts'
import type { Cut } from '../diagram/cuts.ts'
import type { Implicant } from '../diagram/implicants.ts'
import type { Variable } from '../diagram/variables.ts'
import { denied, durationOf, MINUTE_MS } from './words.ts'

/** `requester is ice-ero or ice-hsi, supervisor is not on-scene`; of everything, `always`. */
export function implicantInWords(variables: readonly Variable[], implicant: Implicant): string {
  const parts = [...implicant].map(([index, cells]) => cellsInWords(at(variables, index), cells))
  return parts.length === 0 ? 'always' : parts.join(', ')
}

/** One variable that may be in some of its cells, not in all: `since release-due at least 12 hours`. */
export function cellsInWords(variable: Variable, cells: readonly number[]): string {
  const { input } = variable
  switch (variable.kind) {
    case 'yes-no':
      return cells[0] === 1 || input.kind !== 'yes-no' ? input.id : denied(input.id, input.of.kind)
    case 'one-of': {
      const inside = cells.flatMap((cell) => at(variable.members, cell))
      const outside = variable.members.flatMap((members, cell) => (cells.includes(cell) ? [] : members))
      return `${input.id} is ${inside.length <= outside.length ? either(inside) : neither(outside)}`
    }
    case 'number': {
      const unit = input.kind === 'number' ? input.unit : ''
      return either(
        runsOf(cells).map((run) => `${input.id} ${rangeInWords(variable.cuts, run, (n) => `${n} ${unit}`)}`),
      )
    }
    case 'clock': {
      const event = input.kind === 'clock' ? input.event : input.id
      const started = runsOf(cells.filter((cell) => cell > 0).map((cell) => cell - 1))
      const ranges = started.map((run) => {
        const range = rangeInWords(variable.cuts, run, agoInWords)
        return range === '' ? `${event}, however long ago` : `${event} ${range} ago`
      })
      return either([...(cells[0] === 0 ? [`no ${event}`] : []), ...ranges])
    }
  }
}

type Run = { readonly first: number; readonly last: number }

/** Cells that follow each other, in order. */
function runsOf(cells: readonly number[]): Run[] {
  const runs: { first: number; last: number }[] = []
  for (const cell of cells) {
    const before = runs.at(-1)
    if (before !== undefined && cell === before.last + 1) before.last = cell
    else runs.push({ first: cell, last: cell })
  }
  return runs
}

/** Cell n lies between cut n-1 and cut n. */
function rangeInWords(cuts: readonly Cut[], { first, last }: Run, named: (value: number) => string): string {
  const [from, to] = [cuts[first - 1], cuts[last]]
  const bounds = [
    ...(from === undefined ? [] : [`${from.after ? 'more than' : 'at least'} ${named(from.at)}`]),
    ...(to === undefined ? [] : [`${to.after ? 'at most' : 'less than'} ${named(to.at)}`]),
  ]
  return bounds.join(' and ')
}

const agoInWords = (ms: number) => durationOf(ms / MINUTE_MS)

function either(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`
}

function neither(words: readonly string[]): string {
  if (words.length < 2) return `not ${words.join('')}`
  return words.length === 2 ? `neither ${words.join(' nor ')}` : `none of ${words.join(', ')}`
}
