import type { ParsedDocument } from '../../parsed/tree.ts'
import type { Finding } from '../../text/finding.ts'
import { findingAt } from '../findings.ts'

/**
 * W104: duties and prohibitions that are known from memory alone; an agency that runs Remit cannot publish them.
 * W105: a norm for which neither it nor its document says where it stands.
 */
export function sources(document: ParsedDocument): readonly Finding[] {
  const { verified, cite, span } = document.frontMatter
  const norms = document.declarations.filter((each) => each.kind === 'norm' || each.kind === 'exception')
  const uncited = cite === undefined ? norms.filter((norm) => norm.cite === undefined) : []
  const binding = norms.find(({ statements }) =>
    statements.some(({ modality }) => modality === 'must' || modality === 'must not'),
  )
  return [
    ...(verified === 'recalled' && binding !== undefined ? [recalled(document.id, span, binding.name.span)] : []),
    ...uncited.map(({ name }) =>
      findingAt(name.span, 'W105', `nothing says where \`${name.text}\` stands`, {
        label: 'neither the norm nor its document has a citation',
        fix: 'write `cite "…"` in the norm, or `cite:` in the front matter',
      }),
    ),
  ]
}

function recalled(id: string, span: Finding['labels'][0]['span'], binding: Finding['labels'][0]['span']): Finding {
  return findingAt(span, 'W104', `what \`${id}\` orders or forbids rests on recalled law alone`, {
    label: 'known from memory, not from the text',
    also: [{ span: binding, text: 'for example this' }],
    fix: 'find the text and write `verified: primary` or `verified: secondary`',
  })
}
