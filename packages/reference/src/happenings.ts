/**
 * The situation that what happened adds up to, told input by input.
 *
 * Decision 5, readings 1, 4, 5 and decision 1, readings 7 and 9. What is not told here is absent: it has its first value,
 * or is unknown.
 */
import type { Book, Change, Happening, Input, Situation, SituationValue } from '@remit/language/checked/tree.ts'
import { fails, fits } from './lists.ts'
import { isOrIsKindOf } from './speaks.ts'
import { momentOf } from './wall.ts'

/**
 * Something that happened, reported at `atMs` (milliseconds since 1970; `agoMs` counts back from there). `of` pairs what
 * closes with what it closes; a close without a name closes the latest that is open.
 */
export type Reported = { readonly happening: Happening; readonly atMs: number; readonly of?: string }

/** A report with the instant at which it counts. */
type Past = Reported & { readonly instant: number }

/** The situation at an instant, of what has happened until then; of two at one instant the later in the list stands. */
export function situationOf(book: Book, reports: readonly Reported[], now: number): Situation {
  const past = reports
    .map((each) => ({ ...each, instant: each.atMs - ('agoMs' in each.happening ? each.happening.agoMs : 0) }))
    .filter(({ instant }) => instant <= now)
    .toSorted((one, other) => one.instant - other.instant)
  const values = book.inputs.map((input) => [input.id, toldOf(book, input, past, now)] as const)
  return new Map(values.flatMap(([id, value]) => (value === undefined ? [] : [[id, value]])))
}

function toldOf(book: Book, input: Input, past: readonly Past[], now: number): SituationValue | undefined {
  if (input.kind === 'clock') return clockOf(input, past, now)
  if (input.kind === 'yes-no' && isKnownYes(book, input, past)) return true
  if (input.kind === 'yes-no' && isKnownNo(input, past)) return false
  return lastSaid(book, input, past, now)
}

type YesNo = Input & { readonly kind: 'yes-no' }

/** "When the role has done the act or a kind of it"; "yes where an entry fits"; "yes while an `opens` has no `closes` of its own". */
function isKnownYes(book: Book, input: YesNo, past: readonly Past[]): boolean {
  const { of } = input
  switch (of.kind) {
    case 'done':
      return past.some(
        ({ happening }) =>
          happening.kind === 'done' && happening.role === of.role && isOrIsKindOf(book, happening.act, of.act),
      )
    case 'some':
      return entriesOf(of.list, past).some((entry) => fits(entry, of.tests))
    case 'fact':
    case 'member':
      return openAfter(input, past) > 0
  }
}

/** "No where the list is complete and every entry fails." */
function isKnownNo({ of }: YesNo, past: readonly Past[]): boolean {
  if (of.kind !== 'some') return false
  const isComplete = past.some(({ happening }) => happening.kind === 'complete' && happening.list === of.list)
  return isComplete && entriesOf(of.list, past).every((entry) => fails(entry, of.tests))
}

function entriesOf(list: string, past: readonly Past[]): readonly ReadonlyMap<string, boolean | string | number>[] {
  return past.flatMap(({ happening }) =>
    happening.kind === 'entry' && happening.list === list ? [new Map(Object.entries(happening.values))] : [],
  )
}

/** How many are open after these; of one name there is one, and who bears no name closes the latest. */
function openAfter(input: Input, past: readonly Past[]): number {
  const open: (string | undefined)[] = []
  for (const { happening, of } of past)
    for (const change of input.changes) {
      if (change.kind !== 'while' || happening.kind !== 'event') continue
      if (happening.event === change.opens && (of === undefined || !open.includes(of))) open.push(of)
      if (happening.event !== change.closes) continue
      if (of === undefined) open.pop()
      else if (open.includes(of)) open.splice(open.indexOf(of), 1)
    }
  return open.length
}

/** Milliseconds since the event last happened, or since a time that was stated later. */
function clockOf(input: Input & { readonly kind: 'clock' }, past: readonly Past[], now: number) {
  const said = past.flatMap(({ happening, instant }): readonly SituationValue[] => {
    if (happening.kind === 'event' && happening.event === input.event) return [now - instant]
    if (happening.kind !== 'value' || happening.input !== input.id) return []
    return [typeof happening.value === 'number' ? happening.value + now - instant : happening.value]
  })
  return said.at(-1)
}

/** A value that stands from an instant until the next. */
type Said = { readonly instant: number; readonly value: SituationValue }

/** What a value, an event or a moment said last; what becomes yes by itself does so before anything is said at its instant. */
function lastSaid(book: Book, input: Input, past: readonly Past[], now: number): SituationValue | undefined {
  const moments = momentsOf(book, input, past).filter(({ instant }) => instant <= now)
  const said = past.flatMap((each, index) => saidBy(book, input, each, past.slice(0, index + 1)))
  return [...moments, ...said].toSorted((one, other) => one.instant - other.instant).at(-1)?.value
}

function saidBy(book: Book, input: Input, said: Past, until: readonly Past[]): readonly Said[] {
  const { happening, instant } = said
  if (happening.kind === 'value') return happening.input === input.id ? [{ instant, value: happening.value }] : []
  if (happening.kind !== 'event') return []
  const values = input.changes.map((change) => changedBy(book, change, said, { input, event: happening.event, until }))
  return values.flatMap((value) => (value === undefined ? [] : [{ instant, value }]))
}

type Context = { readonly input: Input; readonly event: string; readonly until: readonly Past[] }

/** What an event makes of the input by one of its changes, if anything. */
function changedBy(book: Book, change: Change, { instant, of }: Past, { input, event, until }: Context) {
  switch (change.kind) {
    case 'becomes':
      return change.event === event ? change.value : undefined
    case 'moment':
      return change.event === event ? momentOf(instant, change, book.agency.timeZone) <= instant : undefined
    case 'while': {
      // What was only stated ends with a close that bears no name, or that closes the last one that was open.
      const isLast = openAfter(input, until) === 0 && (of === undefined || openAfter(input, until.slice(0, -1)) > 0)
      return change.closes === event && isLast ? false : undefined
    }
  }
}

/** The instants at which a fact becomes yes by itself, without those of an event that happened again before. */
function momentsOf(book: Book, input: Input, past: readonly Past[]): readonly Said[] {
  return input.changes.flatMap((change) => {
    if (change.kind !== 'moment') return []
    const events = past.flatMap((each) => (isEventOf(change, each) ? [each.instant] : []))
    return events
      .map((event) => ({ event, instant: momentOf(event, change, book.agency.timeZone) }))
      .filter(({ event, instant }) => instant > event)
      .filter(({ event, instant }) => !events.some((again) => again > event && again < instant))
      .map(({ instant }) => ({ instant, value: true }))
  })
}

function isEventOf(change: Change & { readonly kind: 'moment' }, { happening }: Past): boolean {
  return happening.kind === 'event' && happening.event === change.event
}
