/** How many single changes may lie between a word and its correction: more, and the guess misleads. */
const CHANGES_MAX = 2

/**
 * The known word that was most likely meant, for the fix of a finding; absent where nothing is near.
 *
 * Near means at most two letters added, left out, changed or swapped, and fewer than half of the word. Of equally
 * near words the first in alphabetical order is taken, so that a finding does not depend on the order of a file.
 */
export function nearest(word: string, known: Iterable<string>): string | undefined {
  const limit = Math.min(CHANGES_MAX, Math.floor((word.length - 1) / 2))
  let best: { readonly word: string; readonly changes: number } | undefined
  for (const candidate of known) {
    if (Math.abs(candidate.length - word.length) > limit) continue
    const changes = changesBetween(word, candidate)
    if (changes > limit) continue
    if (best === undefined || changes < best.changes || (changes === best.changes && candidate < best.word))
      best = { word: candidate, changes }
  }
  return best?.word
}

/** Optimal string alignment: the number of letters added, left out, changed or swapped with a neighbour. */
function changesBetween(a: string, b: string): number {
  let before: number[] = []
  let above = Array.from({ length: b.length + 1 }, (_, column) => column)
  for (let row = 1; row <= a.length; row++) {
    const current = [row]
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1]
      let least = Math.min(
        cell(above, column) + 1,
        cell(current, column - 1) + 1,
        cell(above, column - 1) + (same ? 0 : 1),
      )
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1])
        least = Math.min(least, cell(before, column - 2) + 1)
      current.push(least)
    }
    before = above
    above = current
  }
  return cell(above, b.length)
}

/** Every index that is asked for was filled in the round before; the fallback only satisfies the types. */
function cell(row: readonly number[], column: number): number {
  return row[column] ?? Number.POSITIVE_INFINITY
}
