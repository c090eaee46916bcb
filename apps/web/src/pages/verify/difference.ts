/** The shortest change of words from one text to another. */
import type { Word } from './words.ts'

export type Piece = {
  /** `added` and `removed` are seen from the published text: what the given text has more, and what it lacks. */
  readonly kind: 'same' | 'added' | 'removed'
  readonly words: readonly string[]
}

/** Most words on either side between the equal beginning and the equal end: the table below grows with their product. */
export const DIFFERING_WORDS_MAX = 4000

/** The pieces in order of text; nothing where the texts are too long to be compared. */
export function difference(published: readonly Word[], given: readonly Word[]): readonly Piece[] | undefined {
  const start = equalStart(published, given)
  const end = equalEnd(published.slice(start), given.slice(start))
  const was = published.slice(start, published.length - end)
  const is = given.slice(start, given.length - end)
  if (was.length > DIFFERING_WORDS_MAX || is.length > DIFFERING_WORDS_MAX) return undefined
  const same = (words: readonly Word[]) => words.map(({ shown }) => ({ kind: 'same' as const, shown }))
  return joined([...same(given.slice(0, start)), ...changes(was, is), ...same(given.slice(given.length - end))])
}

function equalStart(one: readonly Word[], other: readonly Word[]): number {
  let count = 0
  while (count < Math.min(one.length, other.length) && one[count]?.key === other[count]?.key) count++
  return count
}

function equalEnd(one: readonly Word[], other: readonly Word[]): number {
  return equalStart(one.toReversed(), other.toReversed())
}

type Step = { readonly kind: Piece['kind']; readonly shown: string }

/** By the longest common subsequence: `common[i][j]` is its length for what follows `was[i]` and `is[j]`. */
function changes(was: readonly Word[], is: readonly Word[]): readonly Step[] {
  const width = is.length + 1
  const common = new Uint16Array((was.length + 1) * width)
  const at = (i: number, j: number) => common[i * width + j] ?? 0
  for (let i = was.length - 1; i >= 0; i--)
    for (let j = is.length - 1; j >= 0; j--)
      common[i * width + j] = was[i]?.key === is[j]?.key ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
  const steps: Step[] = []
  let [i, j] = [0, 0]
  for (;;) {
    const [old, next] = [was[i], is[j]]
    if (old === undefined && next === undefined) return steps
    if (old !== undefined && next !== undefined && old.key === next.key) {
      steps.push({ kind: 'same', shown: next.shown })
      i++
      j++
    } else if (old !== undefined && (next === undefined || at(i + 1, j) >= at(i, j + 1))) {
      steps.push({ kind: 'removed', shown: old.shown })
      i++
    } else if (next !== undefined) {
      steps.push({ kind: 'added', shown: next.shown })
      j++
    }
  }
}

function joined(steps: readonly Step[]): readonly Piece[] {
  const pieces: { kind: Piece['kind']; words: string[] }[] = []
  for (const { kind, shown } of steps) {
    const last = pieces.at(-1)
    if (last?.kind === kind) last.words.push(shown)
    else pieces.push({ kind, words: [shown] })
  }
  return pieces
}
