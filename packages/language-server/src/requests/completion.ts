import type { CompletionItem, CompletionParams } from 'vscode-languageserver'
import type { Workspace } from '../documents/workspace.ts'
export function completion(_: Workspace, __: CompletionParams): CompletionItem[] {
  return []
}
