/**
 * Folds what happened to the situation at an instant: values reported, events that change them, moments and clocks,
 * acts done, entries of lists.
 *
 * Only what somebody reported or brought about is in the situation; first values are not.
 */
import type { Book, Happening, Input, InputId, Situation, SituationValue } from '@remit/language/checked/tree.ts'
import { type Acts, actsOf } from '../diagram/acts.ts'
import { someEntry } from './entries.ts'
import { instantOf, instantsOf } from './moments.ts'

export type TimedHappening = {
  readonly happening: Happening
  /** When it was reported, milliseconds since 1970; `agoMs` of an event or an act counts back from here. */
  readonly atMs: number
  /**
   * Pairs what closes with what it closes: both bear the same name. A close without one ends the latest that is open.
   */
  readonly of?: string
}

/**
 * The situation at `nowMs`, of what has happened until then. Happenings count from when they happened, not from when
 * they are listed; of two at one instant the later in the list stands. What becomes yes at an instant does so before
 * anything is said at it.
 */
export function situationAt(book: Book, happenings: readonly TimedHappening[], nowMs: number): Situation {
  const past = pastOf(happenings, nowMs)
  const frame = { acts: actsOf(book), nowMs, zone: book.agency.timeZone }
  const situation = new Map<InputId, SituationValue>()
  for (const input of book.inputs) {
    const value = valueOfInput(input, past, frame)
    if (value !== undefined) situation.set(input.id, value)
  }
  return situation
}

/** A fact that becomes yes by itself, if nothing else happens until then. */
export type MomentAhead = { readonly input: InputId; readonly inMs: number }

/**
 * The moments of what has happened that are still ahead of `nowMs`, for `decide` to say when it changes. In order of
 * input and time.
 */
export function momentsAhead(book: Book, happenings: readonly TimedHappening[], nowMs: number): MomentAhead[] {
  const past = pastOf(happenings, nowMs)
  return book.inputs.flatMap((input) =>
    instantsOf(input, past, book.agency.timeZone)
      .filter((instant) => instant > nowMs)
      .map((instant) => ({ input: input.id, inMs: instant - nowMs })),
  )
}

/** What has happened, in order, each at the instant at which it did. */
function pastOf(happenings: readonly TimedHappening[], nowMs: number): TimedHappening[] {
  return happenings
    .map((timed) => ({ ...timed, atMs: timed.atMs - agoMsOf(timed.happening) }))
    .filter(({ atMs }) => atMs <= nowMs)
    .sort((a, b) => a.atMs - b.atMs)
}

const agoMsOf = (happening: Happening) => ('agoMs' in happening ? happening.agoMs : 0)

type Frame = { readonly acts: Acts; readonly nowMs: number; readonly zone: string }

function valueOfInput(input: Input, past: readonly TimedHappening[], frame: Frame): SituationValue | undefined {
  if (input.kind === 'clock') return clockOf(input, past, frame.nowMs)
  if (input.kind === 'yes-no' && input.of.kind === 'done' && isDone(input.of, past, frame.acts)) return true
  const ofEntries = input.kind === 'yes-no' && input.of.kind === 'some' ? someEntry(input.of, past) : undefined
  return ofEntries ?? lastSaid(input, past, frame)
}

/** What was said last, by a value, an event or a moment. */
function lastSaid(input: Input, past: readonly TimedHappening[], { nowMs, zone }: Frame): SituationValue | undefined {
  const open = new Open()
  const moments = instantsOf(input, past, zone)
  let value: SituationValue | undefined
  let reached = 0
  const comeTo = (instant: number) => {
    for (; (moments[reached] ?? Number.POSITIVE_INFINITY) <= instant; reached++) value = true
  }
  for (const timed of past) {
    comeTo(timed.atMs)
    value = changed(input, timed, { open, zone }, value)
  }
  comeTo(nowMs)
  return open.isAny ? true : value
}

/** Of one input: what `while` changes have opened and not closed yet. */
class Open {
  readonly #names: (string | undefined)[] = []

  get isAny(): boolean {
    return this.#names.length > 0
  }

  add(name: string | undefined): void {
    if (name === undefined || !this.#names.includes(name)) this.#names.push(name)
  }

  /** Whether there was something to close. */
  close(name: string | undefined): boolean {
    const place = name === undefined ? this.#names.length - 1 : this.#names.lastIndexOf(name)
    if (place < 0) return false
    this.#names.splice(place, 1)
    return true
  }
}

function changed(
  input: Input,
  { happening, of, atMs }: TimedHappening,
  { open, zone }: { readonly open: Open; readonly zone: string },
  value: SituationValue | undefined,
): SituationValue | undefined {
  if (happening.kind === 'value') return happening.input === input.id ? happening.value : value
  if (happening.kind !== 'event') return value
  let result = value
  for (const change of input.changes) {
    if (change.kind === 'becomes') {
      if (change.event === happening.event) result = change.value
    } else if (change.kind === 'moment') {
      if (change.event === happening.event) result = instantOf(change, atMs, zone) <= atMs
    } else if (change.opens === happening.event) {
      open.add(of)
    } else if (change.closes === happening.event) {
      // A named close that finds nothing of its name ends nothing; an unnamed one also ends what was only stated.
      const closed = open.close(of)
      if ((closed || of === undefined) && !open.isAny) result = false
    }
  }
  return result
}

/** Milliseconds since the event last happened, or since a stated time that is later. */
function clockOf(
  input: Input & { readonly kind: 'clock' },
  past: readonly TimedHappening[],
  nowMs: number,
): SituationValue | undefined {
  let value: SituationValue | undefined
  for (const { happening, atMs } of past) {
    if (happening.kind === 'event' && happening.event === input.event) value = nowMs - atMs
    if (happening.kind !== 'value' || happening.input !== input.id) continue
    value = typeof happening.value === 'number' ? happening.value + nowMs - atMs : happening.value
  }
  return value
}

/** Doing a kind of an act is doing the act. */
function isDone(
  { role, act }: { readonly role: string; readonly act: string },
  past: readonly TimedHappening[],
  acts: Acts,
): boolean {
  return past.some(
    ({ happening }) =>
      happening.kind === 'done' &&
      happening.role === role &&
      acts.knows(happening.act) &&
      acts.isKindOf(happening.act, act),
  )
}
