/** `textDocument/codeAction`: what findings say to write, written; and a witness inserted as a scenario. */
import { segments } from '@remit/language/parsed/blocks.ts'
import { type CodeAction, CodeActionKind, type CodeActionParams, type Diagnostic } from 'vscode-languageserver'
import type { TextDocument } from 'vscode-languageserver-textdocument'
import { rangeOf } from '../documents/places.ts'
import type { Workspace } from '../workspace.ts'
import type { DiagnosticData } from './diagnostics.ts'

export function codeActions(workspace: Workspace, { textDocument, context }: CodeActionParams): CodeAction[] {
  const text = workspace.at(textDocument.uri)?.text
  if (text === undefined) return []
  return context.diagnostics.flatMap((diagnostic) => actionsFor(diagnostic, text))
}

function actionsFor(diagnostic: Diagnostic, text: TextDocument): readonly CodeAction[] {
  if (diagnostic.source !== 'remit') return []
  // Proof: the editor gives back the data of a diagnostic of ours as it was sent.
  const { edit, scenario } = (diagnostic.data ?? {}) as DiagnosticData
  const action = (title: string, newText: string, range: Diagnostic['range'], isPreferred: boolean): CodeAction => ({
    title,
    kind: CodeActionKind.QuickFix,
    diagnostics: [diagnostic],
    isPreferred,
    edit: { changes: { [text.uri]: [{ range, newText }] } },
  })
  const fixes = edit === undefined ? [] : [action(`Write \`${edit.newText}\``, edit.newText, edit.range, true)]
  const insertion = scenario === undefined ? undefined : insertionAt(diagnostic, scenario, text)
  if (insertion === undefined) return fixes
  const { newText, offset } = insertion
  const range = rangeOf(text, { offset, length: 0 })
  return [...fixes, action('Insert the situation as a scenario', newText, range, false)]
}

/** At the end of the block in which the finding stands, else of the last block. */
function insertionAt(
  { range }: Diagnostic,
  scenario: string,
  text: TextDocument,
): { readonly newText: string; readonly offset: number } | undefined {
  const whole = text.getText()
  const lineEnd = whole.includes('\r\n') ? '\r\n' : '\n'
  const at = text.offsetAt(range.start)
  const blocks = segments(whole).filter(({ kind }) => kind === 'remit')
  const block = blocks.find(({ span }) => at >= span.offset && at < span.offset + span.length) ?? blocks.at(-1)
  if (block === undefined) return undefined
  const lines = scenario.trimEnd().split('\n').join(lineEnd)
  return { newText: `${lineEnd}${lines}${lineEnd}`, offset: block.span.offset + block.span.length }
}
