/** What is found of a document while it is typed: its text (stage 1), its names and rules (stage 2). */

import { agencyFindings } from '@remit/language/checked/agency.ts'
import { inOrder } from '@remit/language/checked/findings.ts'
import { folderOf, isWithin } from '@remit/language/checked/in-force.ts'
import { placedScenarios, scenarioFindings } from '@remit/language/checked/scenarios.ts'
import type { ParsedDocument } from '@remit/language/parsed/tree.ts'
import { type Finding, isError } from '@remit/language/text/finding.ts'
import type { Workspace } from '../workspace.ts'
import { halfTypedNames, withoutCascades } from './half-typed.ts'
import type { LinkedBook } from './linked-book.ts'
import { scenarioBooks } from './scenario-books.ts'

/** Stage 1: what the text of a file says by itself. */
export function syntaxFindings(workspace: Workspace, path: string): readonly Finding[] {
  return workspace.file(path)?.reading.findings ?? []
}

/** Stage 2: names and rules, of the book that the file concerns; findings of all files of the book. */
export function nameFindings(workspace: Workspace, path: string): readonly Finding[] {
  const reading = workspace.file(path)?.reading
  const document = reading?.kind === 'order' && !reading.isEarlier ? reading.document : undefined
  const own = reading?.kind === 'agency' && reading.agency !== undefined ? agencyFindings(reading.agency) : []
  const scenarios = document === undefined ? [] : findingsOfScenarios(workspace, document)
  return inOrder([...told(workspace, path, [...own, ...scenarios]), ...bookFindings(workspace, path)])
}

/** Without their books as such: those are asked for where the meaning is. */
function findingsOfScenarios({ library }: Workspace, document: ParsedDocument): readonly Finding[] {
  const { placed, findings } = placedScenarios(library, [document])
  const books = scenarioBooks(library)
  return [...findings, ...placed.flatMap((asked) => scenarioFindings(asked, books.at(asked.agency, asked.on)))]
}

/** The findings of the book that the file concerns, without what follows from a declaration that is half typed. */
export function bookFindings(workspace: Workspace, path: string): readonly Finding[] {
  return told(workspace, path, workspace.books.of(path)?.findings ?? [])
}

function told(workspace: Workspace, path: string, findings: readonly Finding[]): readonly Finding[] {
  return withoutCascades(current(workspace, findings), halfTypedNames(workspace, path))
}

/** Whether the meaning of a book can be told: every document of it is read whole and without an error. */
export function isWhole(workspace: Workspace, book: LinkedBook): boolean {
  if (book.findings.some(isError)) return false
  const { id } = book.concern.agency
  return workspace.files.every(({ path, reading }) => {
    const mayBeInBook = isWithin(id, folderOf(path)) && (reading.kind === 'order' || path === `${id}/agency.md`)
    return !mayBeInBook || !reading.findings.some(isError)
  })
}

/** Findings in files of which only an earlier reading exists have places that are no longer right. */
function current(workspace: Workspace, findings: readonly Finding[]): readonly Finding[] {
  return findings.filter(({ labels: [{ span }] }) => workspace.file(span.file)?.reading.isEarlier !== true)
}
