/** A norm for whoever points at it: what it says, what lifts it, and what beats it. */
import { generalsOf, speaksOfAct, speaksOfRole } from '@remit/language/checked/speaks.ts'
import type { Norm, Statement } from '@remit/language/checked/tree.ts'
import type { LinkedBook } from './linked-book.ts'
import { declarationText } from './source-block.ts'

export function normLines(book: LinkedBook, id: string): readonly string[] | undefined {
  const named = book.draft.names.norms.get(id)
  if (named === undefined) return undefined
  const { frontMatter } = named.document
  const lifted = book.draft.book.exceptions.filter(({ to }) => to.includes(id))
  const norm = book.draft.book.norms.find((each) => each.id === id)
  const beaten = norm === undefined ? [] : higherAgainst(book, norm)
  return [
    `Of "${frontMatter.short}" (${frontMatter.force.text})`,
    declarationText(named.declaration),
    ...(lifted.length === 0 ? [] : [`Lifted by ${lifted.map((each) => nameOf(book, each)).join(', ')}`]),
    ...(beaten.length === 0
      ? []
      : [`Where both apply, beaten by ${beaten.map((each) => nameOf(book, each)).join(', ')}`]),
  ]
}

function nameOf(book: LinkedBook, { name, document }: { readonly name: string; readonly document: string }): string {
  const short = book.documents.find(({ id }) => id === document)?.frontMatter.short
  return `\`${name}\` of "${short ?? document}"`
}

/** Norms of higher force that say the opposite about a role and an act that this norm speaks about. */
function higherAgainst({ draft: { book } }: LinkedBook, norm: Norm): readonly Norm[] {
  const generals = generalsOf(book.acts)
  const acts = book.acts.map(({ id }) => id)
  const roles = book.roles.filter(({ outside }) => !outside).map(({ id }) => id)
  const share = (one: Statement, other: Statement) =>
    isOpposite(one, other) &&
    roles.some((role) => speaksOfRole(one, role) && speaksOfRole(other, role)) &&
    acts.some((act) => speaksOfAct(one, act, generals) && speaksOfAct(other, act, generals))
  return book.norms.filter(
    (other) =>
      other.rank < norm.rank && norm.statements.some((own) => other.statements.some((each) => share(own, each))),
  )
}

/** What a higher statement keeps a lower one from deciding (section *One pair*). */
function isOpposite(lower: Statement, higher: Statement): boolean {
  switch (lower.modality) {
    case 'must':
      return higher.modality === 'must not' || (higher.modality === 'need not' && higher.guaranteed)
    case 'must not':
      return higher.modality === 'must' || (higher.modality === 'may' && higher.guaranteed)
    case 'may':
      return higher.modality === 'must not'
    case 'need not':
      return higher.modality === 'must'
    case 'should':
    case 'should not':
      return higher.modality === 'must' || higher.modality === 'must not'
  }
}
