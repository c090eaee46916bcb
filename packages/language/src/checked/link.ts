/** Links documents that are in force together into the draft of a book. */

import { printLine } from '../parsed/print/words.ts'
import type { ParsedAgency, ParsedDocument } from '../parsed/tree.ts'
import type { Finding } from '../text/finding.ts'
import { agencyOf, checkRoles } from './agency.ts'
import { byId, declarationsOf } from './declarations.ts'
import { forceOf } from './forces.ts'
import type { Term } from './in-force.ts'
import { linkActs } from './link-acts.ts'
import { linkChoices } from './link-choices.ts'
import { ALWAYS, linkBlock, linkLine } from './link-conditions.ts'
import { linkDefines } from './link-defines.ts'
import { linkExpectation } from './link-expectations.ts'
import { linkInputs } from './link-inputs.ts'
import { linkLists } from './link-lists.ts'
import { linkNorms, linkUnsettled } from './link-norms.ts'
import { linkReports } from './link-reports.ts'
import { titledName } from './link-words.ts'
import { type OfWords, wordsOnce } from './linked-before.ts'
import { Linker } from './linker.ts'
import { AGENCY_ROLE, type Names, type Words } from './names.ts'
import { namesOf } from './names-in-force.ts'
import type { Recorder } from './references/reference.ts'
import type { Act, Book, DocumentHeader, EventDeclaration, Invariant, Never, Role } from './tree.ts'

/** A book before it is known to be sound: what cannot be resolved is missing from it, and `findings` say so. */
export type Draft = {
  readonly documents: readonly ParsedDocument[]
  readonly names: Names
  readonly book: Omit<Book, 'hash'>
  readonly findings: readonly Finding[]
}

/** What rules look at that need nothing but words: the same from book to book while the documents that declare them stay. */
export type WordsInForce = { readonly words: Words; readonly acts: readonly Act[] }

/** Links what is in force for `agency` at the instant `at`; `record` is told of every word that names something. */
export function linkBook(terms: readonly Term[], agency: ParsedAgency, at: number, record?: Recorder): Draft {
  const documents = terms.map(({ document }) => document)
  const linker = new Linker(namesOf(documents), record)
  checkRoles(agency, linker)
  const words = {
    documents: terms.flatMap((term) => headerOf(term) ?? []),
    ...wordsOnce(before, linker, () => linkWords(linker)),
    nevers: linkNevers(documents, linker),
  }
  const { norms, exceptions } = linkNorms(linker)
  const unsettled = linkUnsettled(documents, linker)
  const invariants = linkInvariants(documents, linker)
  const lists = linkLists(linker)
  const choices = linkChoices(documents, linker)
  const reports = linkReports(documents, linker)
  // Inputs last: until then it is not known which acts are asked to have been done, and what is asked of lists.
  const inputs = linkInputs(lists, linker)
  const book = {
    language: 1,
    agency: agencyOf(agency),
    at,
    ...words,
    inputs,
    norms,
    exceptions,
    unsettled,
    invariants,
    lists,
    choices,
    reports,
  } as const
  return { documents, names: linker.names, book, findings: linker.findings }
}

const before: OfWords<ReturnType<typeof linkWords>> = new WeakMap()

function linkWords(linker: Linker) {
  return {
    roles: linkRoles(linker),
    events: linkEvents(linker),
    defines: linkDefines(linker),
    acts: linkActs(linker),
  }
}

function headerOf({ document, from, through, suspended, published }: Term): DocumentHeader | undefined {
  const { frontMatter, id } = document
  const { title, short, issuer, source, verified, cite, appliedBy } = frontMatter
  const force = forceOf(frontMatter.force.text)
  if (force === undefined) return undefined
  return {
    id,
    title,
    short,
    issuer,
    force,
    from,
    source,
    verified,
    ...(through === undefined ? {} : { through }),
    ...(cite === undefined ? {} : { cite }),
    ...(suspended.length === 0 ? {} : { suspended }),
    ...(published === undefined ? {} : { published }),
    ...(appliedBy === undefined ? {} : { appliedBy }),
  }
}

function linkRoles(linker: Linker): readonly Role[] {
  for (const { declaration } of linker.names.groups.values()) for (const each of declaration.members) linker.role(each)
  const declared = [...linker.names.roles.values()].map(({ declaration: { name, text, outside } }) => {
    return { id: name.text, text: text?.text ?? titledName(name.text), outside, agency: false }
  })
  const agency: Role = { id: AGENCY_ROLE, text: 'The agency', outside: false, agency: true }
  return [...declared.filter(({ id }) => id !== AGENCY_ROLE), agency].sort(byId)
}

function linkEvents(linker: Linker): readonly EventDeclaration[] {
  return [...linker.names.events.values()]
    .map(({ declaration: { name, text } }) => ({ id: name.text, text: text?.text ?? titledName(name.text) }))
    .sort(byId)
}

function linkNevers(documents: readonly ParsedDocument[], linker: Linker): readonly Never[] {
  const nevers = declarationsOf(documents, 'never').map(([declaration, document]): Never => {
    const { conditions, span } = declaration
    const words = conditions.map(printLine).join(' and ')
    const of = conditions.flatMap((line) => linkLine(line, document, linker) ?? [])
    return { id: `${document.id}#never ${words}`, when: { kind: 'all', of }, words, span }
  })
  return [...new Map(nevers.map((never) => [never.id, never])).values()].sort(byId)
}

function linkInvariants(documents: readonly ParsedDocument[], linker: Linker): readonly Invariant[] {
  return declarationsOf(documents, 'invariant')
    .map(([{ name, when, expect }, document]): Invariant => {
      return {
        id: `${document.id}#${name.text}`,
        name: name.text,
        when: when === undefined ? ALWAYS : linkBlock(when, document, linker),
        expect: expect.flatMap((each) => linkExpectation(each, document, linker)),
        span: name.span,
      }
    })
    .sort(byId)
}
