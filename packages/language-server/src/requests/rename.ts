/** `textDocument/prepareRename` and `textDocument/rename`: a name changes wherever it names the same declaration. */
import type { Reference } from '@remit/language/checked/references/reference.ts'
import { isKeyword } from '@remit/language/parsed/block-parser.ts'
import {
  LSPErrorCodes,
  type PrepareRenameParams,
  type Range,
  type RenameParams,
  ResponseError,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver'
import { everywhere } from '../books/everywhere.ts'
import { type Found, findAt } from '../books/find.ts'
import { refusalOf } from '../books/renamed.ts'
import { rangeOf, wordAt } from '../documents/places.ts'
import type { Workspace } from '../workspace.ts'

/** The name that would be renamed. Throws a response error, in words, where nothing there can be. */
export function prepareRename(
  workspace: Workspace,
  params: PrepareRenameParams,
): { readonly range: Range; readonly placeholder: string } {
  const { file, reference } = renamedAt(workspace, params)
  const range = rangeOf(file.text, reference.span)
  return { range, placeholder: file.text.getText(range) }
}

/** The edits in every document that names it. Throws a response error, in words, where the new name cannot be. */
export function rename(workspace: Workspace, params: RenameParams): WorkspaceEdit {
  const found = renamedAt(workspace, params)
  const places = everywhere(workspace, found)
  const refusal = refusalOf(workspace, found, places, params.newName)
  if (refusal !== undefined) throw refused(refusal)
  const changes: { [uri: string]: TextEdit[] } = {}
  for (const { span } of places) {
    const file = workspace.file(span.file)
    if (file === undefined) continue
    changes[file.text.uri] ??= []
    changes[file.text.uri]?.push({ range: rangeOf(file.text, span), newText: params.newName })
  }
  return { changes }
}

function renamedAt(workspace: Workspace, { textDocument, position }: PrepareRenameParams): Found {
  const found = findAt(workspace, textDocument.uri, position)
  if (found === undefined) throw refused(whyNothing(workspace, { textDocument, position }))
  const fixed = whyFixed(found.reference)
  if (fixed !== undefined) throw refused(fixed)
  return found
}

function whyNothing(workspace: Workspace, { textDocument, position }: PrepareRenameParams): string {
  const file = workspace.at(textDocument.uri)
  if (file === undefined) return 'only documents of the orders can be renamed in'
  const word = wordAt(file.text, position)
  if (word === undefined) return 'put the cursor on a name'
  if (isKeyword(word.text)) return `\`${word.text}\` is a word of the language and cannot be renamed`
  return `\`${word.text}\` names nothing that is declared in the orders in force with this document`
}

/** The program itself acts on these names. */
const RESERVED: ReadonlySet<string> = new Set(['agency', 'danger-reported', 'danger-ended', 'someone is in-danger'])

function whyFixed({ target, part }: Reference): string | undefined {
  if (RESERVED.has(target.id)) return `\`${target.id}\` is reserved: the program itself acts on it`
  if (target.kind === 'agency') return 'an agency is named by its folder: rename the folder'
  if (part === 'path') return 'a document is named by its file: rename the file'
  return undefined
}

function refused(message: string): ResponseError {
  return new ResponseError(LSPErrorCodes.RequestFailed, message)
}
