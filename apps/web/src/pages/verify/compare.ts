/** Compares a text with everything that is published: the same words, some of them, or none that are published here. */
import type { DocumentView } from '@remit/contract/library-view.ts'
import { plainText } from '../order/plain-text.ts'
import { difference, type Piece } from './difference.ts'
import { type Word, wordsOf } from './words.ts'

export type Published = { readonly document: DocumentView; readonly words: readonly Word[] }

export type Comparison =
  /** No word was given. */
  | { readonly kind: 'empty' }
  | { readonly kind: 'same'; readonly document: DocumentView }
  /** The words stand in the document one after the other, and the document has more. */
  | { readonly kind: 'part'; readonly document: DocumentView }
  /** `pieces` are missing where the texts are too long to be shown word by word. */
  | {
      readonly kind: 'differs'
      readonly document: DocumentView
      readonly pieces: readonly Piece[] | undefined
      /** How many words the given text has more, and lacks. */
      readonly added: number
      readonly removed: number
    }
  | { readonly kind: 'not-published' }

/** The prose of a document: its blocks are this library's reading of it, and no one else has them. */
export function publishedFrom(document: DocumentView): Published {
  const prose = document.segments.filter(({ kind }) => kind === 'prose').map(({ text }) => plainText(text))
  return { document, words: wordsOf(prose.join('\n')) }
}

/** So many of the given text's runs of three words must stand in a document for it to be called the nearest. */
const NEAR_SHARE = 0.25

/** Words in a row that are compared when the nearest document is looked for. */
const RUN = 3

export function compare(text: string, published: readonly Published[]): Comparison {
  const given = wordsOf(text)
  if (given.length === 0) return { kind: 'empty' }
  const keys = given.map(({ key }) => key).join(' ')
  for (const { document, words } of published)
    if (words.map(({ key }) => key).join(' ') === keys) return { kind: 'same', document }
  const nearest = nearestOf(given, published)
  if (nearest === undefined) return { kind: 'not-published' }
  const { document, words } = nearest
  const whole = ` ${words.map(({ key }) => key).join(' ')} `
  if (given.length >= RUN && whole.includes(` ${keys} `)) return { kind: 'part', document }
  const pieces = difference(words, given)
  const count = (kind: Piece['kind']) =>
    (pieces ?? []).filter((piece) => piece.kind === kind).reduce((sum, { words }) => sum + words.length, 0)
  return { kind: 'differs', document, pieces, added: count('added'), removed: count('removed') }
}

function nearestOf(given: readonly Word[], published: readonly Published[]): Published | undefined {
  const runs = runsOf(given)
  let best: { readonly share: number; readonly one: Published } | undefined
  for (const one of published) {
    const theirs = runsOf(one.words)
    if (theirs.size === 0) continue
    const shared = [...runs].filter((run) => theirs.has(run)).length
    // A text that is a part of a longer one is as near as one that is all of it; the shorter document wins a tie.
    const share = shared / runs.size + shared / theirs.size / 1000
    if (best === undefined || share > best.share) best = { share, one }
  }
  return best !== undefined && best.share >= NEAR_SHARE ? best.one : undefined
}

function runsOf(words: readonly Word[]): ReadonlySet<string> {
  const length = Math.min(RUN, words.length)
  if (length === 0) return new Set()
  return new Set(
    words.slice(0, words.length - length + 1).map((_, at) =>
      words
        .slice(at, at + length)
        .map(({ key }) => key)
        .join(' '),
    ),
  )
}
