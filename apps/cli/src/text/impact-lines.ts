/** What would have been answered otherwise, as text: how many, what turns into what, and in which rows. */

import type { Side } from '@remit/engine/questions/diff.ts'
import type { Came, Impact, Turned } from '@remit/engine/questions/impact.ts'
import { situationInWords } from '@remit/engine/situation/words.ts'
import type { Book } from '@remit/language/checked/tree.ts'
import { counted, type Paint } from '../output.ts'
import { either } from './asked-lines.ts'
import { actWords, termWords } from './difference-lines.ts'

export type ImpactTelling = {
  readonly books: Readonly<Record<Side, Book>>
  readonly names: Readonly<Record<Side, string>>
  readonly paint: Paint
  /** By the number of the row, from 1. */
  readonly rowNames: readonly string[]
}

const GROUPS_SHOWN = 10
const COUNTS_SHOWN = 30
const ROWS_SHOWN = 8

export function impactLines(impact: Impact, telling: ImpactTelling): readonly string[] {
  return [summaryOf(impact, telling), ...countBlock(impact, telling), ...groupBlock(impact, telling)]
}

function summaryOf({ rows, kinds, differing, impossible }: Impact, { names }: ImpactTelling): string {
  const head = `${counted(rows, 'situation')}, ${kinds.toLocaleString('en-US')} of them different; ${counted(differing, 'situation')} would be answered otherwise`
  const sides = (['before', 'after'] as const).flatMap((side) =>
    impossible[side] === 0 ? [] : [`${counted(impossible[side], 'situation')} cannot be ${names[side]}`],
  )
  return [head, ...sides].join('\n')
}

function countBlock({ counts }: Impact, telling: ImpactTelling): string[] {
  if (counts.length === 0) return []
  // Most roles turn alike about an act: they are told together.
  const alike = Map.groupBy(counts, ({ role: _, ...rest }) => JSON.stringify(rest))
  const width = Math.max(...counts.map(({ rows }) => rows.toLocaleString('en-US').length))
  const lines = [...alike.values()].flatMap((same) => {
    const [first] = same
    if (first === undefined) return []
    const number = first.rows.toLocaleString('en-US').padStart(width)
    const roles = same.map(({ role }) => role).join(', ')
    return [`  ${number}  ${roles}: ${actWords(first.act, telling)}`, `  ${' '.repeat(width)}  ${turnWords(first)}`]
  })
  const more = lines.length / 2 - COUNTS_SHOWN
  const shown = lines.slice(0, COUNTS_SHOWN * 2)
  const rest = more > 0 ? [telling.paint.quiet(`  and ${counted(more, 'more')}: --json shows them`)] : []
  return [[telling.paint.strong('what turns, and in how many'), ...shown, ...rest].join('\n')]
}

function turnWords({ before, after }: Pick<Turned, 'before' | 'after'>): string {
  return `${cameWords(before)} → ${cameWords(after)}`
}

function cameWords({ modalities, referral, one, deadlines, setAsideBy }: Came): string {
  const notes = [
    ...(referral === undefined ? [] : [`to ${either(referral.ask)}`]),
    ...(one ? [termWords({ kind: 'one' })] : []),
    ...deadlines.map(termWords),
    ...setAsideBy.map(({ role, act }) => termWords({ kind: 'set aside by', role, act })),
  ]
  return `${either(modalities)}${notes.length === 0 ? '' : ` (${notes.join('; ')})`}`
}

function groupBlock({ groups }: Impact, telling: ImpactTelling): string[] {
  if (groups.length === 0) return []
  const { books, names, paint, rowNames } = telling
  const inputs = [
    ...new Map([...books.before.inputs, ...books.after.inputs].map((input) => [input.id, input])).values(),
  ]
  const lines = groups.slice(0, GROUPS_SHOWN).flatMap(({ situation, rows, turned, onlyPossible }) => {
    const named = rows.slice(0, ROWS_SHOWN).map((row) => rowNames[row - 1] ?? `${row}`)
    const more = rows.length - ROWS_SHOWN
    const about = Map.groupBy(turned, (one) => `${one.act} ${turnWords(one)}`)
    return [
      `  ${situationInWords({ ...books.after, inputs }, situation)}`,
      paint.quiet(`    ${named.join(', ')}${more > 0 ? ` and ${more.toLocaleString('en-US')} more` : ''}`),
      ...(onlyPossible === undefined ? [] : [`    these facts can be together only ${names[onlyPossible]}`]),
      ...[...about.values()].flatMap((same) => {
        const [first] = same
        return first === undefined
          ? []
          : [`    ${same.map(({ role }) => role).join(', ')} ${first.act}: ${turnWords(first)}`]
      }),
    ]
  })
  const more = groups.length - GROUPS_SHOWN
  const rest = more > 0 ? [paint.quiet(`  and ${counted(more, 'more situation')}: --json shows them`)] : []
  return [[paint.strong('the situations, most frequent first'), ...lines, ...rest].join('\n')]
}
