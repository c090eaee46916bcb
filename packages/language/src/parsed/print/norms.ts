import type { StatementModality } from '../../text/words.ts'
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

function citeLines({ cite, ifBroken }: NormBody): string[] {
  return [...(cite ? [`  cite ${quoted(cite)}`] : []), ...(ifBroken ? [`  if broken ${quoted(ifBroken)}`] : [])]
}

/** One statement on one line, the same whatever its line breaks and comments. */
export function printStatement(statement: StatementDeclaration): string {
  const { who, one, modality, acts, otherThan, guaranteed, deadline } = statement
  const but = otherThan.length > 0 && `other than ${listed(otherThan)}`
  const ending = guaranteed ? 'whatever lower orders say' : deadline && printDeadline(deadline)
  const says = who.length === 0 ? `nobody ${NOBODY[modality]}` : joined(one && 'one', listed(who), modality)
  return joined(says, listed(acts), but, ending)
}

/** What `nobody` denies. */
const NOBODY = {
  'must not': 'may',
  'should not': 'should',
  'need not': 'need',
  must: 'must',
  may: 'may',
  should: 'should',
} as const satisfies { readonly [modality in StatementModality]: string }

function printDeadline(deadline: DeadlineDeclaration): string {
  const until = printUntil(deadline)
  return deadline.ifLate === undefined ? until : `${until}; if late, tell ${deadline.ifLate.text}`
}

function printUntil(deadline: DeadlineDeclaration): string {
  switch (deadline.kind) {
    case 'promptly':
      return 'promptly'
    case 'before':
      return `before ${deadline.act.text}`
    case 'within':
      return `within ${printDuration(deadline.duration)} of ${deadline.event.text}`
  }
}
