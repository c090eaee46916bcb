/** What every word of a book's documents names, for editors. */
import type { ParsedAgency, ParsedDocument, Word } from '../parsed/tree.ts'
import { agencyFindings, agencyOf } from './agency.ts'
import { compareText } from './findings.ts'
import { inForceAt, supersededBy, termsOf } from './in-force.ts'
import { linkBook } from './link.ts'
import { Linker } from './linker.ts'
import { declaredIn } from './references/declared.ts'
import { type Recorder, type Reference, referenceOf } from './references/reference.ts'
import { linkScenarioWords } from './scenarios.ts'

/**
 * Every word that the linker resolves in the book of `agency` at `at`, and every declaration in it, in order of file and place,
 * each once. `documents` may be the whole library. Also the words of scenarios, as far as they name what this book
 * holds; a word that names nothing is left out. None for an agency that has no book.
 */
export function referencesOf(
  documents: readonly ParsedDocument[],
  agency: ParsedAgency,
  at: number,
): readonly Reference[] {
  if (agencyFindings(agency).length > 0) return []
  const terms = inForceAt(termsOf(documents, agencyOf(agency)), at)
  const found: Reference[] = terms.flatMap(({ document }) => declaredIn(document))
  const record: Recorder = (word, target, part) => found.push(referenceOf(word, target, { part, isDeclaration: false }))
  const { names } = linkBook(terms, agency, at, record)
  const linker = new Linker(names, record)
  for (const { document } of terms) {
    linkScenarioWords(document, linker)
    for (const word of document.frontMatter.supersedes) referToDocument(word, document, documents, linker)
  }
  return inOrder(found)
}

function referToDocument(
  word: Word,
  document: ParsedDocument,
  documents: readonly ParsedDocument[],
  linker: Linker,
): void {
  const old = supersededBy(document, word.text, documents)
  if (old !== undefined) linker.refer(word, 'document', old.id, 'path')
}

/** One word is often resolved several times, as in the question of each member of a set. */
function inOrder(found: readonly Reference[]): readonly Reference[] {
  const once = new Map(found.map((each) => [keyOf(each), each]))
  return [...once.values()].sort((a, b) => compareText(a.span.file, b.span.file) || a.span.offset - b.span.offset)
}

function keyOf({ span, target, part, isDeclaration }: Reference): string {
  return JSON.stringify([span.file, span.offset, target.kind, target.id, part, isDeclaration])
}
