/** `textDocument/semanticTokens/full`: names coloured by what they stand for. Words of the language are the grammar's. */
import type { TargetKind } from '@remit/language/checked/references/reference.ts'
import type { SemanticTokens, SemanticTokensParams } from 'vscode-languageserver'
import { referencesIn } from '../books/find.ts'
import type { Workspace } from '../workspace.ts'
import { TOKEN_TYPES } from './token-legend.ts'

const TYPE_OF: { readonly [kind in TargetKind]: (typeof TOKEN_TYPES)[number] } = {
  role: 'class',
  group: 'class',
  event: 'event',
  act: 'function',
  fact: 'variable',
  'yes-no': 'variable',
  define: 'variable',
  value: 'enumMember',
  norm: 'method',
  list: 'variable',
  field: 'property',
  document: 'namespace',
  agency: 'namespace',
}

/** The names of the open document, each by line and column relative to the one before, as the protocol packs them. */
export function semanticTokens(workspace: Workspace, { textDocument }: SemanticTokensParams): SemanticTokens {
  const file = workspace.at(textDocument.uri)
  const data: number[] = []
  let [line, character] = [0, 0]
  for (const { span, target, isDeclaration } of file === undefined ? [] : referencesIn(workspace, file.path)) {
    const start = file?.text.positionAt(span.offset) ?? { line: 0, character: 0 }
    const isSameLine = start.line === line
    // A word with two meanings is coloured by the first.
    if (isSameLine && start.character < character + (data.at(-3) ?? 0) && data.length > 0) continue
    data.push(start.line - line, isSameLine ? start.character - character : start.character, span.length)
    data.push(TOKEN_TYPES.indexOf(TYPE_OF[target.kind]), isDeclaration ? 1 : 0)
    line = start.line
    character = start.character
  }
  return { data }
}
