/** `textDocument/publishDiagnostics`: findings as an editor shows them, in three stages from fast to slow. */
import { isError, type Label } from '@remit/language/text/finding.ts'
import {
  type Diagnostic,
  type DiagnosticRelatedInformation,
  DiagnosticSeverity,
  type Range,
} from 'vscode-languageserver'
import type { TextDocument } from 'vscode-languageserver-textdocument'
import type { AnyFinding } from '../books/meaning.ts'
import type { Failed } from '../books/scenario-results.ts'
import { rangeOf, visibleRange } from '../documents/places.ts'
import type { Workspace } from '../workspace.ts'

/** What a diagnostic carries for the code actions at its place. */
export type DiagnosticData = {
  readonly fix?: string
  readonly edit?: { readonly range: Range; readonly newText: string }
  /** A scenario that shows the finding, ready to insert. */
  readonly scenario?: string
}

/**
 * A finding as a diagnostic of the file at `path`: at the first of its labels that lies there, with the others beside it.
 * Absent where none lies there.
 */
export function diagnosticOf(finding: AnyFinding, path: string, workspace: Workspace): Diagnostic | undefined {
  const file = workspace.file(path)
  const shown = finding.labels.find(({ span }) => span.file === path)
  if (file === undefined || shown === undefined) return undefined
  const { code } = finding
  return {
    range: visibleRange(file.text, shown.span),
    severity: isError(finding) ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning,
    code,
    codeDescription: { href: `${workspace.settings.findingPages}${code}.md` },
    source: 'remit',
    message: messageOf(finding, shown),
    relatedInformation: finding.labels
      .filter((label) => label !== shown)
      .flatMap((label) => relatedOf(label, workspace) ?? []),
    data: dataOf(finding, path, file.text),
  }
}

/** Labels that only point, which the underline does by itself. */
const SAYS_NOTHING: ReadonlySet<string> = new Set(['here', 'not expected here', 'something is missing here'])

/** The finding in whole lines: what is wrong, why here, a situation that shows it, and what to write instead. */
function messageOf({ message, witness, fix }: AnyFinding, shown: Label): string {
  return [
    message,
    ...(SAYS_NOTHING.has(shown.text) ? [] : [`– ${shown.text}`]),
    ...(witness === undefined ? [] : [`for example: ${witness}`]),
    ...(fix === undefined ? [] : [`fix: ${fix}`]),
  ].join('\n')
}

function relatedOf({ span, text }: Label, workspace: Workspace): DiagnosticRelatedInformation | undefined {
  const file = workspace.file(span.file)
  if (file === undefined) return undefined
  return { location: { uri: file.text.uri, range: rangeOf(file.text, span) }, message: text }
}

function dataOf({ fix, edit, scenario }: AnyFinding, path: string, text: TextDocument): DiagnosticData {
  return {
    ...(fix === undefined ? {} : { fix }),
    ...(edit === undefined || edit.span.file !== path
      ? {}
      : { edit: { range: rangeOf(text, edit.span), newText: edit.text } }),
    ...(scenario === undefined ? {} : { scenario }),
  }
}

/** An expectation of a scenario that does not hold. It has no code: what is wrong is the order or the scenario. */
export function failedDiagnostic({ span, found, scenario }: Failed, workspace: Workspace): Diagnostic | undefined {
  const file = workspace.file(span.file)
  if (file === undefined) return undefined
  return {
    range: rangeOf(file.text, span),
    severity: DiagnosticSeverity.Error,
    source: 'remit',
    message: `this does not hold: ${found}`,
    relatedInformation: [
      { location: { uri: file.text.uri, range: rangeOf(file.text, scenario.span) }, message: 'in this scenario' },
    ],
  }
}

/** What a document outside the orders is told, once, at its first line; nothing unless it holds a `remit` block. */
export function outsideDiagnostics(text: string, hasFolder: boolean): readonly Diagnostic[] {
  if (!/^ {0,3}(`{3,}|~{3,})\s*remit\s*$/m.test(text)) return []
  const message = hasFolder
    ? 'This document is not in the folder of the orders, so it is not checked. Save it in the folder of its jurisdiction, for example orders/us/il/chicago/police.'
    : 'No folder of orders is open, so this document is not checked. Open the folder that contains `orders`, or `us` with an `agency.md` in it.'
  const start = { line: 0, character: 0 }
  return [
    {
      range: { start, end: start },
      severity: DiagnosticSeverity.Information,
      source: 'remit',
      message,
    },
  ]
}
