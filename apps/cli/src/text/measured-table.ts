/** What is covered, a line for each document. */
import { type CoveredGoal, type Measured, measure } from '@remit/engine/questions/cover.ts'
import { MEASURES } from '@remit/engine/questions/covering/goals.ts'

const PERCENT = 100

/** Documents without a norm have no line. */
export function measuredTable(goals: readonly CoveredGoal[]): readonly string[] {
  const byDocument = Map.groupBy(goals, ({ goal }) => goal.document)
  const rows = [
    ['document', ...MEASURES],
    ...[...byDocument].map(([document, ofDocument]) => rowOf(document, ofDocument)),
    rowOf('all', goals),
  ]
  const widths = [0, ...MEASURES.map((_, index) => index + 1)].map((column) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0)),
  )
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  )
}

function rowOf(name: string, goals: readonly CoveredGoal[]): readonly string[] {
  const measured = measure(goals)
  return [name, ...MEASURES.map((one) => cellOf(measured[one]))]
}

function cellOf({ covered, of, impossible }: Measured): string {
  const out = impossible === 0 ? '' : `, ${impossible} impossible`
  if (of === 0) return out === '' ? '-' : out.slice(2)
  return `${covered} of ${of} (${Math.floor((PERCENT * covered) / of)} %)${out}`
}
