/**
 * Folds what happened to the situation at an instant: values reported, events that change them, clocks, acts done.
 *
 * Only what somebody reported or brought about is in the situation; first values are not.
 */
import type { Book, Happening, Input, InputId, Situation, SituationValue } from '@remit/language/checked/tree.ts'
import { Acts } from '../diagram/acts.ts'

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
 * they are listed; of two at one instant the later in the list stands.
 */
export function situationAt(book: Book, happenings: readonly TimedHappening[], nowMs: number): Situation {
  const past = happenings
    .map((timed) => ({ ...timed, atMs: timed.atMs - agoMsOf(timed.happening) }))
    .filter(({ atMs }) => atMs <= nowMs)
    .sort((a, b) => a.atMs - b.atMs)
  const acts = new Acts(book)
  const situation = new Map<InputId, SituationValue>()
  for (const input of book.inputs) {
    const value = valueOfInput(input, past, { acts, nowMs })
    if (value !== undefined) situation.set(input.id, value)
  }
  return situation
}

const agoMsOf = (happening: Happening) => ('agoMs' in happening ? happening.agoMs : 0)

type Frame = { readonly acts: Acts; readonly nowMs: number }

function valueOfInput(input: Input, past: readonly TimedHappening[], frame: Frame): SituationValue | undefined {
  if (input.kind === 'clock') return clockOf(input, past, frame.nowMs)
  if (input.kind === 'yes-no' && input.of.kind === 'done' && isDone(input.of, past, frame.acts)) return true
  const open = new Open()
  let value: SituationValue | undefined
  for (const timed of past) value = changed(input, timed, open, value)
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
  { happening, of }: TimedHappening,
  open: Open,
  value: SituationValue | undefined,
): SituationValue | undefined {
  if (happening.kind === 'value') return happening.input === input.id ? happening.value : value
  if (happening.kind !== 'event') return value
  let result = value
  for (const change of input.changes) {
    if (change.kind === 'becomes') {
      if (change.event === happening.event) result = change.value
    } else if (change.kind === 'moment') {
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
