/** The engine's findings as the lines of words in which the reference interpreter tells what a situation shows. */
import type { MeaningFinding } from '@remit/engine/questions/analysis/findings.ts'
import type { Book } from '@remit/language/checked/tree.ts'
import { NOWHERE } from './words.ts'

/** The book with the id of each act, norm, exception, invariant and choice as its place in the text, so that labels name them. */
export function marked(book: Book): Book {
  const mark = <T extends { readonly id: string }>(each: T) => ({ ...each, span: { ...NOWHERE, file: each.id } })
  return {
    ...book,
    acts: book.acts.map(mark),
    norms: book.norms.map(mark),
    exceptions: book.exceptions.map(mark),
    invariants: book.invariants.map(mark),
    choices: book.choices.map(mark),
  }
}

/** The rules and acts at which the labels of a finding point, in their order. */
export function pointedAt({ labels }: MeaningFinding): readonly string[] {
  return labels.map(({ span }) => span.file)
}

/** A finding about a marked book, in the words of {@link shownIn}. */
export function wordsOf(finding: MeaningFinding): string {
  const { code, message } = finding
  const [first = '', second = ''] = pointedAt(finding)
  const said = (pattern: RegExp) => pattern.exec(message)?.[1] ?? 'nothing'
  const modality = () => said(/ can be ([A-Z ]*[A-Z])/)
  switch (code) {
    case 'E301':
    case 'W301':
      return `${code} ${[first, second].toSorted().join(' ')}`
    case 'E302':
    case 'E307':
      return code
    case 'E303':
      return `${code} ${first} ${modality()}`
    case 'E304':
      return `${code} ${first} ${modality()} ${said(/ while `([^`]*)` is a duty$/)}`
    case 'E305':
      return `${code} ${second}`
    case 'E306':
    case 'W306':
      return `W306 ${first}`
    case 'W309':
      return `${code} ${first} ${second} ${message.startsWith('a duty') ? 'directs' : 'collide'}`
    case 'W302':
    case 'W303':
    case 'W304':
    case 'W305':
    case 'W307':
    case 'W308':
    case 'W310':
    case 'W311':
    case 'W312':
      return `${code} ${first}`
  }
}
