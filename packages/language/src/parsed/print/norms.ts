import type {
  DeadlineDeclaration,
  ExceptionDeclaration,
  NormBody,
  NormDeclaration,
  StatementDeclaration,
} from '../tree.ts'
import { joined, listed, printBlock, printDuration, printReference, quoted } from './words.ts'

export function printNorm(norm: NormDeclaration): string {
  const otherwise = norm.lowerMaySayOtherwise ? ['  unless lower orders say otherwise'] : []
  return [`norm ${norm.name.text}`, ...bodyLines(norm), ...otherwise, ...citeLines(norm)].join('\n')
}

export function printException(exception: ExceptionDeclaration): string {
  const acts = exception.forActs.length > 0 && `for ${listed(exception.forActs)}`
  const head = joined('exception', exception.name.text, 'to', exception.to.map(printReference).join(', '), acts)
  return [head, ...bodyLines(exception), ...citeLines(exception)].join('\n')
}

function bodyLines({ when, unless, statements }: NormBody): string[] {
  return [
    ...(when ? [`  ${printBlock('when', when, '  ')}`] : []),
    ...(unless ? [`  ${printBlock('unless', unless, '  ')}`] : []),
    ...statements.map((statement) => `  ${printStatement(statement)}`),
  ]
}

function citeLines({ cite }: NormBody): string[] {
  return cite === undefined ? [] : [`  cite ${quoted(cite)}`]
}

/** One statement on one line, the same whatever its line breaks and comments. */
export function printStatement(statement: StatementDeclaration): string {
  const { who, modality, acts, otherThan, guaranteed, deadline } = statement
  const but = otherThan.length > 0 && `other than ${listed(otherThan)}`
  const ending = guaranteed ? 'whatever lower orders say' : deadline && printDeadline(deadline)
  return joined(listed(who), modality, listed(acts), but, ending)
}

function printDeadline(deadline: DeadlineDeclaration): string {
  const until =
    deadline.kind === 'promptly' ? 'promptly' : `within ${printDuration(deadline.duration)} of ${deadline.event.text}`
  return deadline.ifLate === undefined ? until : `${until}; if late, tell ${deadline.ifLate.text}`
}
