/** Why facts cannot be together. */
import { at } from '../assert.ts'
import { type Diagram, NO, YES } from '../diagram/diagrams.ts'
import type { Compiled } from '../diagram/from-checked.ts'
import type { View } from './view.ts'

/** What the facts break: `breaks` by id, and `words` a sentence for each, in the same order. */
export type Broken = { readonly breaks: readonly string[]; readonly words: readonly string[] }

/**
 * The `never`s and the lists that are broken; where none is broken by itself, all that may be, because together they leave
 * nothing.
 */
export function brokenIn(view: View): Broken {
  const rules = rulesOfPossibility(view.compiled).map((rule) => ({ ...rule, left: view.left(rule.broken) }))
  const surely = rules.filter(({ left }) => left === YES)
  const told = surely.length > 0 ? surely : rules.filter(({ left }) => left !== NO)
  return { breaks: told.map(({ id }) => id), words: told.map(({ words }) => words) }
}

type Possibility = { readonly id: string; readonly words: string; readonly broken: Diagram }

function rulesOfPossibility({ book, nevers, entries, diagrams }: Compiled): Possibility[] {
  return [
    ...book.nevers.map((never, index) => ({
      id: never.id,
      words: `never ${never.words}`,
      broken: at(nevers, index),
    })),
    ...[...entries].map(([list, where]) => ({
      id: list,
      words: `no entries of the list \`${list}\` give these answers about it`,
      broken: diagrams.not(where),
    })),
  ]
}
