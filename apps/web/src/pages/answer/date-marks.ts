/** The days on which something changed in two places, and where each stands on the line of dates. Pure. */
import type { PlaceDocument, PlaceView } from '@remit/contract/library-view.ts'
import { FIRST_DAY } from './choices.ts'

/** Above the line: the first place, and what both places have in common. Below it: the second place alone. */
export type Side = 'above' | 'below'

export type DateMark = {
  readonly day: string
  readonly side: Side
  /** What began on that day, in the orders' short names; and, of what only ended, the same. */
  readonly began: readonly string[]
  readonly ended: readonly string[]
}

/** In order of time, none before {@link FIRST_DAY} nor after `last`. A day on which both places changed has two marks. */
export function dateMarks(first: PlaceView, second: PlaceView, last: string): readonly DateMark[] {
  const shared = new Set(first.documents.map(({ id }) => id))
  const marks = [
    ...marksOf(first.documents, 'above'),
    ...marksOf(
      second.documents.filter(({ id }) => !shared.has(id)),
      'below',
    ),
  ]
  return marks
    .filter(({ day }) => day >= FIRST_DAY && day <= last)
    .toSorted((a, b) => (a.day === b.day ? 0 : a.day < b.day ? -1 : 1))
}

function marksOf(documents: readonly PlaceDocument[], side: Side): readonly DateMark[] {
  const days = new Set(documents.flatMap(({ day, ended }) => (ended === undefined ? [day] : [day, ended])))
  return [...days].map((day) => {
    const began = namesOf(documents.filter((document) => document.day === day))
    // What was replaced has the name of what replaces it, or gives way to it: the new one is told.
    return { day, side, began, ended: began.length > 0 ? [] : namesOf(documents.filter(({ ended }) => ended === day)) }
  })
}

const namesOf = (documents: readonly PlaceDocument[]) => [...new Set(documents.map(({ short }) => short))]

/** The length of the line, in its own units. */
export const LINE = 1000
const YEAR_MS = 365.25 * 24 * 3_600_000
/** Days that follow each other closely stay apart so far, in years; a long time without a change is cut to so many. */
const APART = 0.35
const APART_MAX = 1.6

/** Where each day stands, in units of {@link LINE}: in order of time, close ones drawn apart, so that each can be seen. */
export function placesOnLine(marks: readonly DateMark[], last: string): ReadonlyMap<string, number> {
  const days = [...new Set([...marks.map(({ day }) => day), last])].toSorted()
  let at = 0
  const steps = days.map((day, place) => {
    const before = days[place - 1]
    if (before !== undefined) at += Math.min(APART_MAX, APART + yearsBetween(before, day))
    return [day, at] as const
  })
  return new Map(steps.map(([day, step]) => [day, at === 0 ? LINE : Math.round((step / at) * LINE)]))
}

const yearsBetween = (a: string, b: string) => (Date.parse(b) - Date.parse(a)) / YEAR_MS

/** Where any day stands: between its neighbours. */
export function placeOf(day: string, places: ReadonlyMap<string, number>): number {
  const known = places.get(day)
  if (known !== undefined) return known
  const before = [...places].findLast(([each]) => each < day)
  const after = [...places].find(([each]) => each > day)
  if (before === undefined) return 0
  if (after === undefined) return LINE
  const part = yearsBetween(before[0], day) / yearsBetween(before[0], after[0])
  return Math.round(before[1] + part * (after[1] - before[1]))
}

/**
 * The day that is meant by moving the slider from `from` to `to`. A step of one, which is what a key makes, goes to the
 * neighbour; any other move goes to the nearest day with a mark.
 */
export function dayAfterMove(from: number, to: number, places: ReadonlyMap<string, number>): string | undefined {
  const days = [...places]
  if (to === from + 1) return days.find(([, at]) => at > from)?.[0]
  if (to === from - 1) return days.findLast(([, at]) => at < from)?.[0]
  return days.toSorted(([, a], [, b]) => Math.abs(a - to) - Math.abs(b - to))[0]?.[0]
}

/** A line of so many pixels has room for what {@link labelled} lets stand; on a narrower one labels are not shown. */
const LABELS_FROM_PX = 880
const GLYPH_PX = 6.4
const GAP_PX = 14

/** Which marks have room for their words on the line: the picked one first, then from the newest to the oldest. */
export function labelled(
  marks: readonly DateMark[],
  places: ReadonlyMap<string, number>,
  { picked, wordsOf }: { readonly picked: string; readonly wordsOf: (mark: DateMark) => string },
): ReadonlySet<DateMark> {
  const taken: Record<Side, [number, number][]> = { above: [], below: [] }
  const order = [
    ...marks.filter(({ day }) => day === picked),
    ...marks.filter(({ day }) => day !== picked).toReversed(),
  ]
  const kept = new Set<DateMark>()
  for (const mark of order) {
    const width = wordsOf(mark).length * GLYPH_PX + GAP_PX
    const at = ((places.get(mark.day) ?? 0) / LINE) * LABELS_FROM_PX
    const left = isToTheLeft(places.get(mark.day) ?? 0) ? at - width : at
    const isFree = taken[mark.side].every(([from, through]) => left + width <= from || left >= through)
    if (!isFree) continue
    taken[mark.side].push([left, left + width])
    kept.add(mark)
  }
  return kept
}

/** Near the end of the line words stand to the left of their mark. */
export const isToTheLeft = (place: number) => place > LINE * 0.72
