import type { Finding } from '../../text/finding.ts'
import { findingAt } from '../findings.ts'
import type { Draft } from '../link.ts'
import { generalsOf } from '../speaks.ts'
import type { Exception, Norm } from '../tree.ts'

/** W106: an act after `other than` takes nothing out unless it is a kind of an act that the statement names. */
export function otherThan({ book }: Draft): readonly Finding[] {
  // Few statements take anything out, and every book asks about all of them.
  return [...book.norms, ...book.exceptions].filter(takesOut).flatMap(({ statements }) =>
    statements.flatMap(({ acts, otherThan, span }) =>
      otherThan
        .filter((taken) => !acts.some((act) => generalsOf(book.acts).get(taken)?.has(act)))
        .map((taken) =>
          findingAt(span, 'W106', `\`other than ${taken}\` takes nothing out`, {
            label: 'no kind of an act that is named here',
            fix: `take it out, or declare that \`${taken}\` is a kind of one of the acts`,
          }),
        ),
    ),
  )
}

function takesOut({ statements }: Norm | Exception): boolean {
  return statements.some(({ otherThan }) => otherThan.length > 0)
}
