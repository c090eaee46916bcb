/** Every check of the language that needs no situation, on one screen. Checks of meaning are the engine's. */
import type { ParsedDocument } from '../../parsed/tree.ts'
import type { Finding } from '../../text/finding.ts'
import type { Draft, WordsInForce } from '../link.ts'
import type { Words } from '../names.ts'
import type { Agency } from '../tree.ts'
import { actPhrases } from './act-phrases.ts'
import { clausesOfStatements } from './clauses-of-statements.ts'
import { doubtsOfAPair } from './doubts-of-a-pair.ts'
import { endedDocuments } from './ended-documents.ts'
import { everInForce } from './ever-in-force.ts'
import { exceptionActs } from './exception-acts.ts'
import { exceptionForce } from './exception-force.ts'
import { factsRead } from './facts-read.ts'
import { firstValue } from './first-value.ts'
import { frontMatterRule } from './front-matter.ts'
import { generalGuarantees } from './general-guarantees.ts'
import { higherWords } from './higher-words.ts'
import { kindsOfEntry } from './kinds-of-entry.ts'
import { negatedClocks } from './negated-clocks.ts'
import { noExceptionNamed } from './no-exception-named.ts'
import { notKnowing } from './not-knowing.ts'
import { oneDeclarationForAName, oneDeclarationInADocument } from './one-declaration-for-a-name.ts'
import { oneShortTitleAtATime } from './one-short-title-at-a-time.ts'
import { otherThan } from './other-than.ts'
import { placeOfDeclarations } from './place-of-declarations.ts'
import { prohibitedFact } from './prohibited-fact.ts'
import { recalledLaw, recalledLawOrdered } from './recalled-law.ts'
import { reservedNames } from './reserved-names.ts'
import { sources } from './sources.ts'
import { timesOfDocuments } from './times-of-documents.ts'
import { urgentActs } from './urgent-acts.ts'
import { urgentFacts } from './urgent-facts.ts'
import { withdrawingActs } from './withdrawing-acts.ts'

/** Looks at one document by itself. */
export type DocumentRule = (document: ParsedDocument) => readonly Finding[]
/** Looks at the words that are in force together. */
export type WordsRule = (words: WordsInForce) => readonly Finding[]
/** Looks at what is in force together. */
export type BookRule = (draft: Draft) => readonly Finding[]
/** Looks at everything that was ever written. */
export type LibraryRule = (documents: readonly ParsedDocument[], agencies: readonly Agency[]) => readonly Finding[]

const DOCUMENT_RULES: readonly DocumentRule[] = [
  actPhrases,
  clausesOfStatements,
  firstValue,
  placeOfDeclarations,
  prohibitedFact,
  recalledLaw,
  reservedNames,
  sources,
  timesOfDocuments,
]

const WORDS_RULES: readonly WordsRule[] = [higherWords, oneDeclarationForAName, urgentActs, withdrawingActs]

const BOOK_RULES: readonly BookRule[] = [
  doubtsOfAPair,
  exceptionActs,
  exceptionForce,
  kindsOfEntry,
  negatedClocks,
  noExceptionNamed,
  oneDeclarationInADocument,
  oneShortTitleAtATime,
  otherThan,
  recalledLawOrdered,
  urgentFacts,
]

const LIBRARY_RULES: readonly LibraryRule[] = [everInForce, factsRead, generalGuarantees, notKnowing]

/** What is wrong with a document by itself does not change, and every book that holds it asks for it. */
const known = new WeakMap<ParsedDocument, readonly Finding[]>()

/** The findings of each document by itself; `library` is where a document that it supersedes is looked for. */
export function checkDocuments(
  documents: readonly ParsedDocument[],
  library: readonly ParsedDocument[],
): readonly Finding[] {
  return documents.flatMap((document) => {
    const own = known.get(document) ?? DOCUMENT_RULES.flatMap((rule) => rule(document))
    known.set(document, own)
    return [...own, ...frontMatterRule(document, library)]
  })
}

/** The findings of one book. */
export function checkBook(draft: Draft): readonly Finding[] {
  return [...checkWords(draft), ...BOOK_RULES.flatMap((rule) => rule(draft))]
}

/** What is wrong with words does not change while they are in force together. */
const knownOfWords = new WeakMap<Words, readonly Finding[]>()

function checkWords({ names: { words }, book: { acts } }: Draft): readonly Finding[] {
  const findings = knownOfWords.get(words) ?? WORDS_RULES.flatMap((rule) => rule({ words, acts }))
  knownOfWords.set(words, findings)
  return findings
}

/** The findings that need all documents of the library, whenever they are in force; `today` for those that ended. */
export function checkLibraryRules(
  documents: readonly ParsedDocument[],
  agencies: readonly Agency[],
  today?: number,
): readonly Finding[] {
  const ended = today === undefined ? [] : endedDocuments(documents, agencies, today)
  return [...LIBRARY_RULES.flatMap((rule) => rule(documents, agencies)), ...ended]
}
