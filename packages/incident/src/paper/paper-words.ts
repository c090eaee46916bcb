/** Dates and hashes as paper has them. */
import { wallTimeAt } from '@remit/language/checked/local-time.ts'

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** `28 Sep 2019` on the agency's wall. */
export function dayWords(instant: number, timeZone: string): string {
  const { year, month, day } = wallTimeAt(instant, timeZone)
  return `${day} ${MONTHS[month - 1] ?? ''} ${year}`
}

/** `28 Sep 2019, 21:50`. */
export function instantWords(instant: number, timeZone: string): string {
  const { time } = wallTimeAt(instant, timeZone)
  return `${dayWords(instant, timeZone)}, ${two(time.hour)}:${two(time.minute)}`
}

const two = (value: number) => String(value).padStart(2, '0')

/** The whole hash, never a part of it, in groups of eight: two lines of four. */
export function hashLines(hash: string): readonly string[] {
  const groups = hash.match(/.{8}/g) ?? []
  return [groups.slice(0, 4).join(' '), groups.slice(4).join(' ')]
}
