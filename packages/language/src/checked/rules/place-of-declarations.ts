import type { Declaration, ParsedDocument } from '../../parsed/tree.ts'
import type { Finding } from '../../text/finding.ts'
import { findingAt } from '../findings.ts'
import { forceOf, rankOf } from '../forces.ts'

/**
 * What may stand in a document without force: E220 norms, exceptions and reports may not; E221 doubt stands in a counsel note and
 * nowhere else; E222 a counsel note holds nothing else that has a meaning (scenarios have none: they test it).
 */
export function placeOfDeclarations(document: ParsedDocument): readonly Finding[] {
  const force = forceOf(document.frontMatter.force.text)
  if (force === undefined) return []
  const isNote = force === 'counsel note'
  const also = [{ span: document.frontMatter.force.span, text: `the force of this document is \`${force}\`` }]
  return document.declarations.flatMap((declaration) => {
    if (declaration.kind === 'unsettled') return isNote ? [] : [misplacedDoubt(declaration, also)]
    if (isNote && declaration.kind !== 'scenario') return [other(declaration, also)]
    return isOrder(declaration) && rankOf(force) === undefined ? [powerless(declaration, also)] : []
  })
}

type Order = Declaration & { kind: 'norm' | 'exception' | 'report' }

/** What binds somebody, and so needs a force. */
function isOrder(declaration: Declaration): declaration is Order {
  return declaration.kind === 'norm' || declaration.kind === 'exception' || declaration.kind === 'report'
}

type Also = readonly { readonly span: Finding['labels'][0]['span']; readonly text: string }[]

function misplacedDoubt({ norm }: Declaration & { kind: 'unsettled' }, also: Also): Finding {
  return findingAt(norm.name.span, 'E221', 'doubt about the law stands only in a counsel note', {
    label: 'not in a counsel note',
    also,
    fix: "move it to a document of the agency's counsel with `force: counsel note`",
  })
}

function other({ kind, span }: Declaration, also: Also): Finding {
  return findingAt(span, 'E222', `a counsel note cannot declare \`${kind}\``, {
    label: 'a counsel note holds only what is unsettled',
    also,
    fix: 'move it to a document that has a force, or to a vocabulary',
  })
}

function powerless({ name, kind }: Order, also: Also): Finding {
  return findingAt(name.span, 'E220', `the ${kind} \`${name.text}\` stands in a document without force`, {
    label: 'binds nobody',
    also,
    fix: 'move it to the document that orders it',
  })
}
