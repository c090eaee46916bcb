/** What the entries of a list say about one question of it (decision 5, reading 4). */
import type { FieldTest, ListId } from '@remit/language/checked/lists.ts'
import { meets } from '../diagram/entries.ts'
import type { TimedHappening } from './from-happenings.ts'

/**
 * Yes where an entry fits, no where there is no further entry and every one fails, else not known by the entries. An
 * entry that lacks a field neither meets a test of it nor fails it.
 */
export function someEntry(
  { list, tests }: { readonly list: ListId; readonly tests: readonly FieldTest[] },
  past: readonly TimedHappening[],
): boolean | undefined {
  let isComplete = false
  let isOpen = false
  for (const { happening } of past) {
    if (happening.kind === 'complete' && happening.list === list) isComplete = true
    if (happening.kind !== 'entry' || happening.list !== list) continue
    const met = tests.map((test) => meets(happening.values[test.field], test))
    if (met.every((each) => each === true)) return true
    if (!met.includes(false)) isOpen = true
  }
  return isComplete && !isOpen ? false : undefined
}
