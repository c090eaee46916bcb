/** `textDocument/references`: every place in the library that names the same thing, in every version in force with it. */
import type { Location, ReferenceParams } from 'vscode-languageserver'
import { everywhere } from '../books/everywhere.ts'
import { findAt } from '../books/find.ts'
import { rangeOf } from '../documents/places.ts'
import type { Workspace } from '../workspace.ts'

export function references(workspace: Workspace, { textDocument, position, context }: ReferenceParams): Location[] {
  const found = findAt(workspace, textDocument.uri, position)
  if (found === undefined) return []
  return everywhere(workspace, found)
    .filter(({ isDeclaration }) => context.includeDeclaration || !isDeclaration)
    .flatMap(({ span }) => {
      const file = workspace.file(span.file)
      return file === undefined ? [] : [{ uri: file.text.uri, range: rangeOf(file.text, span) }]
    })
}
