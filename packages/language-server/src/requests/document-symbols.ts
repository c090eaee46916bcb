/** `textDocument/documentSymbol`: the declarations of a document, as an outline. */
import type { Declaration, ParsedDocument, Word } from '@remit/language/parsed/tree.ts'
import { type DocumentSymbol, type DocumentSymbolParams, SymbolKind } from 'vscode-languageserver'
import type { OrderFile } from '../documents/order-file.ts'
import { rangeOf } from '../documents/places.ts'
import type { Workspace } from '../workspace.ts'

export function documentSymbols(workspace: Workspace, { textDocument }: DocumentSymbolParams): DocumentSymbol[] {
  const file = workspace.at(textDocument.uri)
  if (file?.reading.kind !== 'order' || file.reading.isEarlier) return []
  return symbolsOf(file, file.reading.document)
}

function symbolsOf(file: OrderFile, document: ParsedDocument | undefined): DocumentSymbol[] {
  return (document?.declarations ?? []).map((declaration) => {
    const { name, detail, kind } = shown(declaration)
    const range = rangeOf(file.text, declaration.span)
    const selectionRange = name === undefined ? { start: range.start, end: range.start } : rangeOf(file.text, name.span)
    return { name: name?.text || declaration.kind, detail, kind, range, selectionRange }
  })
}

type Shown = { readonly name: Word | undefined; readonly detail: string; readonly kind: SymbolKind }

function shown(declaration: Declaration): Shown {
  const detail = declaration.kind
  switch (declaration.kind) {
    case 'role':
    case 'group':
      return { name: declaration.name, detail, kind: SymbolKind.Class }
    case 'fact':
      return { name: named(declaration.subject, stateOf(declaration)), detail, kind: SymbolKind.Variable }
    case 'define':
      return { name: named(declaration.subject, declaration.state), detail, kind: SymbolKind.Variable }
    case 'list':
      return { name: declaration.name, detail, kind: SymbolKind.Array }
    case 'event':
      return { name: declaration.name, detail, kind: SymbolKind.Event }
    case 'act':
      return { name: declaration.name, detail, kind: SymbolKind.Function }
    case 'norm':
    case 'exception':
      return { name: declaration.name, detail, kind: SymbolKind.Method }
    case 'unsettled':
      return { name: declaration.norm.name, detail, kind: SymbolKind.Method }
    case 'invariant':
      return { name: declaration.name, detail, kind: SymbolKind.Interface }
    case 'scenario':
      return { name: declaration.title, detail, kind: SymbolKind.Module }
    case 'choice':
      return { name: declaration.role, detail, kind: SymbolKind.Enum }
    case 'report':
      return { name: declaration.name, detail, kind: SymbolKind.File }
    case 'never':
      return { name: undefined, detail, kind: SymbolKind.Constant }
  }
}

function stateOf({ shape }: Declaration & { kind: 'fact' }): Word | undefined {
  return shape.kind === 'yes-no' ? shape.state : undefined
}

/** The whole name of a fact or a define, chosen by its first word. */
function named(subject: Word, state: Word | undefined): Word {
  return state === undefined ? subject : { text: `${subject.text} is ${state.text}`, span: subject.span }
}
