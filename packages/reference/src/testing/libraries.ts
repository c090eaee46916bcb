/** Small libraries of documents with dates: when each is in force, suspended, and superseded by another. */
import type { ParsedDocument } from '@remit/language/parsed/tree.ts'
import fc from 'fast-check'
import { wallText } from '../wall.ts'
import { FOLDER } from './build.ts'
import { textOf } from './text.ts'
import { read } from './through-text.ts'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
export const ZONE = 'America/Chicago'

/** A day (`2025-11-02`) or an instant of local time (`2025-11-02T14:30`); never an hour that comes twice or never. */
export type Wall = string
export type Stretch = { readonly from: Wall; readonly through: Wall | null }
export type Dated = Stretch & {
  readonly name: string
  readonly force: 'memo' | 'ordinance'
  readonly suspended: readonly Stretch[]
  readonly supersedes: readonly string[]
}

/** Days around those on which the clocks of Chicago go back and forward. */
const wall: fc.Arbitrary<Wall> = fc
  .record({
    eve: fc.constantFrom(Date.UTC(2025, 9, 30), Date.UTC(2026, 2, 5)),
    day: fc.nat(7),
    time: fc.constantFrom('', '', '', 'T06:00', 'T14:30'),
  })
  .map(({ eve, day, time }) => new Date(eve + day * DAY).toISOString().slice(0, 10) + time)

const stretch: fc.Arbitrary<Stretch> = fc.tuple(wall, fc.option(wall)).map(([one, other]) => {
  if (other === null) return { from: one, through: null }
  const [from = one, through = other] = [one, other].toSorted()
  return { from, through }
})

/** Documents of one folder; one supersedes only others of the same or of lower force, so that the book has no error. */
export const datedLibraries: fc.Arbitrary<readonly Dated[]> = fc
  .array(
    fc.record({
      stretch,
      force: fc.constantFrom<'memo' | 'ordinance'>('memo', 'memo', 'ordinance'),
      suspended: fc.oneof(fc.constant([]), fc.array(stretch, { maxLength: 2 })),
      supersedes: fc.array(fc.nat(4), { maxLength: 2 }),
    }),
    { minLength: 1, maxLength: 5 },
  )
  .map((plans) =>
    plans.map(({ stretch, supersedes, ...plan }, index) => {
      const below = plans.flatMap(({ force }, other) => {
        const isLower = plan.force === 'ordinance' || force === 'memo'
        return other !== index && isLower && supersedes.includes(other) ? [`order-${other}`] : []
      })
      return { ...plan, ...stretch, name: `order-${index}`, supersedes: below }
    }),
  )

/** The document, with one norm. */
export function documentOf({ name, force, from, through, suspended, supersedes }: Dated): ParsedDocument {
  const within = (each: Stretch) => `from ${each.from}${each.through === null ? '' : ` through ${each.through}`}`
  const more = [
    `in-force: ${within({ from, through })}`,
    ...(suspended.length === 0
      ? []
      : ['suspended:', ...suspended.map((each) => `  - "${within(each)}, by the District Court"`)]),
    ...(supersedes.length === 0 ? [] : [`supersedes: ${supersedes.join(', ')}`]),
  ]
  const id = `${FOLDER}/${name}`
  return read(id, textOf({ id, force, declarations: [`norm of-${name}\n  officer must act-0`] }, more))
}

/** The words that the norms need, in force always. */
export function wordsDocument(): ParsedDocument {
  const id = `${FOLDER}/vocabulary`
  const declarations = ['role officer "Officer"', 'role supervisor "Supervisor"', 'act act-0 "Try it"']
  return read(id, textOf({ id, force: 'vocabulary', declarations }))
}

/** The first and the last instants around every date of a library, each with its neighbours. */
export function turningPoints(library: readonly Dated[]): readonly number[] {
  const walls = library.flatMap(({ from, through, suspended }) =>
    [{ from, through }, ...suspended].flatMap((each) => [each.from, ...(each.through === null ? [] : [each.through])]),
  )
  const instants = [...new Set(walls)].flatMap((text) => {
    const asUtc = Date.parse(text.includes('T') ? `${text}Z` : `${text}T00:00Z`)
    // Chicago is five or six hours behind; a day that is named ends one day later.
    return [0, DAY].flatMap((days) => [5, 6].map((hours) => asUtc + days + hours * 60 * MINUTE))
  })
  return [...new Set(instants)].flatMap((instant) => [instant - 1, instant, instant + 1])
}

/**
 * Section *Semantics*, paragraph **Book**: the names of the documents in force at an instant, by what the clock on the
 * wall shows then.
 */
export function inForce(library: readonly Dated[], instant: number): readonly string[] {
  const isEnded = ({ name }: Dated) =>
    library.some((other) => other.supersedes.includes(name) && hasStarted(other, instant))
  return library
    .filter((each) => isWithin(each, instant) && !isEnded(each))
    .filter(({ suspended }) => !suspended.some((each) => isWithin(each, instant)))
    .map(({ name }) => name)
    .toSorted()
}

/** "From the first moment of its first day." */
export function hasStarted({ from }: Stretch, instant: number): boolean {
  return shown(instant) >= (from.includes('T') ? `${from.replace('T', ' ')}:00.000` : `${from} 00:00:00.000`)
}

function isWithin(each: Stretch, instant: number): boolean {
  return hasStarted(each, instant) && !isOver(each, instant)
}

/** "To the last moment of its `through` day", or to the instant that is named. */
function isOver({ through }: Stretch, instant: number): boolean {
  if (through === null) return false
  if (!through.includes('T')) return shown(instant).slice(0, 10) > through
  return shown(instant) > `${through.replace('T', ' ')}:00.000`
}

function shown(instant: number): string {
  return `${wallText(instant, ZONE)}.${String(((instant % 1000) + 1000) % 1000).padStart(3, '0')}`
}
