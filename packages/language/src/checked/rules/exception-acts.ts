import type { Finding } from '../../text/finding.ts'
import { withId } from '../declarations.ts'
import { findingAt } from '../findings.ts'
import type { Draft } from '../link.ts'
import { generalsOf, speaksOfAct } from '../speaks.ts'
import type { ActId, Norm } from '../tree.ts'

/** E218: an act after `for` is one that a norm of the exception speaks about, itself or in one of its kinds. */
export function exceptionActs({ book, names }: Draft): readonly Finding[] {
  const forSomeActs = book.exceptions.filter(({ forActs }) => forActs !== undefined)
  if (forSomeActs.length === 0) return []
  const generals = generalsOf(book.acts)
  const speaks = (norm: Norm, act: ActId) => norm.statements.some((statement) => speaksOfAct(statement, act, generals))
  return forSomeActs.flatMap((exception) => {
    const lifted = exception.to.flatMap((id) => withId(book.norms, id) ?? [])
    const declaration = names.norms.get(exception.id)?.declaration
    if (lifted.length === 0 || declaration?.kind !== 'exception') return []
    return declaration.forActs.flatMap((word) => {
      const kinds = book.acts.filter(({ id }) => generals.get(id)?.has(word.text))
      if (kinds.length === 0 || kinds.some(({ id }) => lifted.some((norm) => speaks(norm, id)))) return []
      const message = `no norm of the exception \`${exception.name}\` speaks about \`${word.text}\``
      return [
        findingAt(word.span, 'E218', message, {
          label: 'there is nothing to lift for this act',
          also: lifted.map((norm) => ({ span: norm.span, text: 'the norm' })),
          fix: 'name an act of the norm, or a kind of one',
        }),
      ]
    })
  })
}
