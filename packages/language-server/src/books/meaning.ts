/** Stage 3: what the book of a document means where nobody wanted it to. Loaded when it is first asked for. */
import { analyse } from '@remit/engine/questions/analyse.ts'
import type { MeaningFinding } from '@remit/engine/questions/analysis/findings.ts'
import { tooLargeFinding } from '@remit/engine/questions/analysis/limits.ts'
import { agencyFindings, agencyOf } from '@remit/language/checked/agency.ts'
import { checkLibraryRules } from '@remit/language/checked/rules/table.ts'
import type { Finding } from '@remit/language/text/finding.ts'
import type { Workspace } from '../workspace.ts'
import { compilationOf } from './compiled-book.ts'
import type { LinkedBook } from './linked-book.ts'
import { isWhole } from './stages.ts'

/** A finding, with the scenario that shows it where it is about meaning. */
export type AnyFinding = Finding & Partial<Pick<MeaningFinding, 'scenario' | 'kinds'>>

/** Does the first half of the work of {@link meaningFindings}, so that what has arrived can be handled before the other. */
export function prepareMeaning(workspace: Workspace, path: string): void {
  const book = workspace.books.of(path)
  if (book !== undefined && isWhole(workspace, book)) compilationOf(book)
}

/**
 * The findings about the meaning of the book that the file at `path` concerns, and about what nothing in the library
 * reads. Absent while the book is not whole: half an order means something else.
 */
export function meaningFindings(workspace: Workspace, path: string): readonly AnyFinding[] | undefined {
  const book = workspace.books.of(path)
  if (book === undefined) return []
  if (!isWhole(workspace, book)) return undefined
  const { library } = workspace
  const agencies = library.agencies.filter((agency) => agencyFindings(agency).length === 0).map(agencyOf)
  return [...checkLibraryRules(library.documents, agencies), ...analysed(book)]
}

/** Documents that are open mostly share one book, which is analysed once. */
const known = new WeakMap<LinkedBook, readonly AnyFinding[]>()

function analysed(book: LinkedBook): readonly AnyFinding[] {
  const before = known.get(book)
  if (before !== undefined) return before
  const compilation = compilationOf(book)
  const findings =
    compilation.kind === 'compiled'
      ? analyse(compilation.compiled)
      : [tooLargeFinding({ ...book.draft.book, hash: '' }, compilation)]
  known.set(book, findings)
  return findings
}
