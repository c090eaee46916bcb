/** `textDocument/definition`: from a name to the words that declare it. */
import type { DefinitionParams, Location } from 'vscode-languageserver'
import { declarationsOf, findAt } from '../books/find.ts'
import { rangeOf } from '../documents/places.ts'
import type { Workspace } from '../workspace.ts'

export function definition(workspace: Workspace, { textDocument, position }: DefinitionParams): Location[] {
  const found = findAt(workspace, textDocument.uri, position)
  if (found === undefined) return []
  const { target } = found.reference
  // An agency and a document named by its path are declared by their whole file.
  const path = target.kind === 'agency' ? `${target.id}/agency.md` : `${target.id}.md`
  const top = { line: 0, character: 0 }
  if (target.kind === 'agency' || (target.kind === 'document' && found.reference.part === 'path')) {
    return workspace.file(path) ? [{ uri: workspace.uriOf(path), range: { start: top, end: top } }] : []
  }
  return declarationsOf(found.book, found.reference).flatMap(({ span }) => {
    const file = workspace.file(span.file)
    return file === undefined ? [] : [{ uri: file.text.uri, range: rangeOf(file.text, span) }]
  })
}
