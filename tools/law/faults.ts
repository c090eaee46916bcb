/** What is wrong between the findings and the reasons, and with the promise that whoever is in danger is helped. */
import type { AnalysedBook, Found } from './found.ts'
import type { Reason } from './reasons.ts'

/** Every finding has one reason for each place that shows it, and every reason has its finding. */
export function faultsOfReasons(found: readonly Found[], reasons: readonly Reason[]): readonly string[] {
  const shown = found.flatMap(({ key, places }) => [...places.keys()].map((place) => `${key} in ${place}`))
  const reviewed = reasons.flatMap(({ key, places }) => places.map((place) => `${key} in ${place}`))
  const twice = reviewed.filter((each, index) => reviewed.indexOf(each) !== index)
  return [
    ...without(shown, reviewed).map((each) => `${each} has no reason`),
    ...without(reviewed, shown).map((each) => `${each} has a reason and is not found`),
    ...twice.map((each) => `${each} has two reasons`),
  ]
}

function without(all: readonly string[], some: readonly string[]): readonly string[] {
  const known = new Set(some)
  return all.filter((each) => !known.has(each))
}

/** The finding of a book that does not oblige officers to protect life: an error where Remit runs. */
const NO_DUTY_TO_PROTECT: readonly string[] = ['E306', 'W306']
const PROMISES = ['nobody-is-left-in-danger', 'nobody-is-left-hurt']

/**
 * Each book of an agency that runs Remit has both promises, and keeps them. Books without such an order show the
 * finding: that at least one agency runs and at least one place shows it keeps this from passing over nothing.
 */
export function faultsOfSafety(books: readonly AnalysedBook[]): readonly string[] {
  const lacks = ({ findings }: AnalysedBook) => findings.some(({ code }) => NO_DUTY_TO_PROTECT.includes(code))
  const running = books.filter(({ runs }) => runs)
  return [
    ...running.flatMap((book) => [
      ...PROMISES.filter((name) => book.invariants.get(name) !== true).map(
        (name) =>
          `${book.agency} from ${book.firstDay}: \`${name}\` ${book.invariants.has(name) ? 'is broken' : 'is missing'}`,
      ),
      ...(lacks(book) ? [`${book.agency} from ${book.firstDay}: nothing obliges officers to protect life`] : []),
    ]),
    ...(running.length === 0 ? ['no agency runs Remit, so no promise was looked at'] : []),
    ...(books.some((book) => !book.runs && lacks(book)) ? [] : ['no place of the library shows W306']),
  ]
}
