/**
 * Deciding the modality of one role and act, as fast as can be: what is asked again and again is worked out once.
 *
 * Every form gives a *code*: the place of a modality in `MODALITIES`, or {@link OPEN} where the facts given do not settle
 * it, or {@link IMPOSSIBLE} where they cannot be together. It is what `decide` says, never a guess: what is unknown is
 * settled only where every possible completion agrees.
 */
import { MODALITIES, type Modality } from '@remit/language/checked/outcome.ts'
import type { Pair } from '../diagram/acts.ts'
import { type Diagram, terminal } from '../diagram/diagrams.ts'
import { type Compiled, pairIndex } from '../diagram/from-checked.ts'
import { pack, type Table } from '../diagram/table.ts'
import { asking } from './view.ts'

/** The facts do not settle the modality. */
export const OPEN = MODALITIES.length
/** The facts cannot be together. */
export const IMPOSSIBLE = OPEN + 1
/** What each code means. */
export const CODES: readonly (Modality | 'OPEN' | 'IMPOSSIBLE')[] = [...MODALITIES, 'OPEN', 'IMPOSSIBLE']

/** `assumed`: the caller knows that whole situations are possible, so that fewer facts are read. */
export type Possible = 'checked' | 'assumed'

/** Not to be used by two callers at once: it keeps scratch space. */
export type Decider = Pair & {
  readonly compiled: Compiled
  /** What is walked for a whole situation. */
  readonly walked: Table
  /** What is walked for a partial one: always with what is impossible. */
  readonly exact: Exact
}

/** A decider of one role and act. One about which the book never says anything is SILENT wherever facts are possible. */
export function deciderOf(compiled: Compiled, { role, act }: Pair, possible: Possible = 'checked'): Decider {
  return asking(compiled, () => {
    const { diagrams } = compiled
    const whole = codesOf(compiled, { role, act }, 'checked')
    const walked = possible === 'checked' ? whole : codesOf(compiled, { role, act }, 'assumed')
    return {
      role,
      act,
      compiled,
      walked: pack(diagrams, [walked]),
      exact: exactOf(compiled, pack(diagrams, [whole])),
    }
  })
}

/** The diagram of a pair's codes. Its nodes are released with the others of the question. */
export function codesOf(compiled: Compiled, { role, act }: Pair, possible: Possible): Diagram {
  const { diagrams, modalities } = compiled
  const pair = compiled.pairs[pairIndex(compiled, role, act)]
  // Proof: a terminal of a pair's diagram is the place of an outcome, and each outcome has a modality.
  const said =
    pair === undefined
      ? terminal(SILENT)
      : diagrams.mapTerminals(pair.outcome, (outcome) => terminal(modalities[outcome] as number))
  return possible === 'assumed' ? said : diagrams.choose(compiled.possible, said, terminal(IMPOSSIBLE))
}

const SILENT = MODALITIES.indexOf('SILENT')

/**
 * Cells of situations, one after another as `encode` gives them; -1 is unknown. Many situations in one array of bytes are
 * decided fastest: an array for each is more memory than the nearest cache holds.
 */
export type Cells = Int32Array | Int16Array | Int8Array

/**
 * The code of a situation whose cells begin at `from`. With `assumed`, cells that are all known and cannot be together
 * give a modality that means nothing.
 */
export function codeOf({ walked, exact }: Decider, cells: Cells, from = 0): number {
  const { nodes, roots } = walked
  let place = roots[0] as number
  // Proof: places and variables are those of one packed diagram, and a known cell is smaller than its variable's width.
  while (place >= 0) {
    const cell = cells[from + (nodes[place] as number)] as number
    if (cell < 0) return exactCode(exact, cells, from)
    place = nodes[place + 1 + cell] as number
  }
  return ~place
}

/** A packed diagram, and for each of its nodes the last partial situation that came to it. */
export type Exact = { readonly table: Table; readonly widths: Int32Array; readonly met: Uint32Array; turn: number }

export function exactOf({ diagrams }: Compiled, table: Table): Exact {
  return { table, widths: diagrams.widths, met: new Uint32Array(table.nodes.length), turn: 0 }
}

/** The code of a situation that may be partial: what all its possible completions agree on, else {@link OPEN}. */
export function exactCode(exact: Exact, cells: Cells, from = 0): number {
  exact.turn = (exact.turn + 1) >>> 0
  if (exact.turn === 0) exact.met.fill(0)
  return joined(exact, exact.table.roots[0] as number, { cells, from, so: IMPOSSIBLE })
}

type Joining = { readonly cells: Cells; readonly from: number; readonly so: number }

/** What is so far agreed on, joined with what is reached from a place; no node is entered twice. */
function joined(exact: Exact, start: number, { cells, from, so }: Joining): number {
  const { nodes } = exact.table
  let place = start
  // Proof: places, variables and cells are those of one packed diagram.
  while (place >= 0) {
    if (exact.met[place] === exact.turn) return so
    exact.met[place] = exact.turn
    const variable = nodes[place] as number
    const cell = cells[from + variable] as number
    if (cell < 0) return joinedCells(exact, place, { cells, from, so })
    place = nodes[place + 1 + cell] as number
  }
  const code = ~place
  if (code === IMPOSSIBLE || code === so) return so
  return so === IMPOSSIBLE ? code : OPEN
}

function joinedCells(exact: Exact, place: number, { cells, from, so }: Joining): number {
  const { nodes } = exact.table
  const width = exact.widths[nodes[place] as number] as number
  let agreed = so
  for (let cell = 0; cell < width && agreed !== OPEN; cell++)
    agreed = joined(exact, nodes[place + 1 + cell] as number, { cells, from, so: agreed })
  return agreed
}
