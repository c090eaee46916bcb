import type { ParsedDocument, Word } from '../../parsed/tree.ts'
import type { Finding } from '../../text/finding.ts'
import type { Span } from '../../text/span.ts'
import { findingAt } from '../findings.ts'
import type { Draft } from '../link.ts'

/** W104: duties and prohibitions that are known from memory alone; readers of the library see it. */
export function recalledLaw(document: ParsedDocument): readonly Finding[] {
  const binding = bindingNorm(document)
  if (binding === undefined) return []
  return [recalled('W104', document, binding.span, 'known from memory, not from the text')]
}

/** E231: an agency that runs Remit cannot order what is known from memory alone; a demo, whose orders are invented, can. */
export function recalledLawOrdered({ documents, book: { agency } }: Draft): readonly Finding[] {
  if (!agency.runs || agency.demo) return []
  return documents.flatMap((document) => {
    const binding = bindingNorm(document)
    if (binding === undefined) return []
    return [recalled('E231', document, binding.span, `known from memory alone, and ${agency.name} runs Remit`)]
  })
}

/** The first norm of a recalled document that orders or forbids something. */
function bindingNorm({ frontMatter, declarations }: ParsedDocument): Word | undefined {
  if (frontMatter.verified !== 'recalled') return undefined
  for (const each of declarations) {
    if (each.kind !== 'norm' && each.kind !== 'exception') continue
    if (each.statements.some(({ modality }) => modality === 'must' || modality === 'must not')) return each.name
  }
  return undefined
}

function recalled(code: 'W104' | 'E231', { id, frontMatter }: ParsedDocument, binding: Span, label: string): Finding {
  return findingAt(frontMatter.span, code, `what \`${id}\` orders or forbids rests on recalled law alone`, {
    label,
    also: [{ span: binding, text: 'for example this' }],
    fix: 'find the text and write `verified: primary` or `verified: secondary`',
  })
}
