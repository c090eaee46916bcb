import type { ParsedDocument, StatementDeclaration } from '../../parsed/tree.ts'
import type { Finding } from '../../text/finding.ts'
import { findingAt } from '../findings.ts'

/** E224: only `may` and `need not` can be guaranteed. E225: only what must be done has a deadline. */
export function clausesOfStatements(document: ParsedDocument): readonly Finding[] {
  return document.declarations.flatMap((declaration) =>
    declaration.kind === 'norm' || declaration.kind === 'exception'
      ? declaration.statements.flatMap((statement) => [...guarantee(statement), ...deadline(statement)])
      : [],
  )
}

function guarantee({ guaranteed, modality, span }: StatementDeclaration): readonly Finding[] {
  if (!guaranteed || modality === 'may' || modality === 'need not') return []
  return [
    findingAt(span, 'E224', `\`${modality}\` cannot be said whatever lower orders say`, {
      label: 'a duty or a prohibition of higher force stands already',
      fix: 'take out `whatever lower orders say`, or guarantee with `may` or `need not`',
    }),
  ]
}

function deadline({ deadline, modality, span }: StatementDeclaration): readonly Finding[] {
  if (deadline === undefined || modality === 'must') return []
  return [
    findingAt(span, 'E225', `\`${modality}\` cannot have a deadline`, {
      label: 'only what must be done can be late',
      fix: 'take out the deadline, or say `must`',
    }),
  ]
}
