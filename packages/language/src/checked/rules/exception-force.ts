import type { Finding } from '../../text/finding.ts'
import { withId } from '../declarations.ts'
import { findingAt } from '../findings.ts'
import type { Draft } from '../link.ts'

/** E217: an exception lifts only norms of its own force or lower, unless the norm says that lower orders may. */
export function exceptionForce({ book }: Draft): readonly Finding[] {
  return book.exceptions.flatMap((exception) =>
    exception.to.flatMap((id) => {
      const norm = withId(book.norms, id)
      if (norm === undefined || norm.lowerMaySayOtherwise || exception.rank <= norm.rank) return []
      const message = `the exception \`${exception.name}\` has a lower force than the norm \`${norm.name}\``
      return [
        findingAt(exception.span, 'E217', message, {
          label: 'too low to lift it',
          also: [{ span: norm.span, text: 'the norm of higher force' }],
          fix: 'take the exception out, or write `unless lower orders say otherwise` if the norm says so',
        }),
      ]
    }),
  )
}
