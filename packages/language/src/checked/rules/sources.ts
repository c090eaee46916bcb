import type { ParsedDocument } from '../../parsed/tree.ts'
import type { Finding } from '../../text/finding.ts'
import { findingAt } from '../findings.ts'

/** W105: a norm for which neither it nor its document says where it stands. */
export function sources({ frontMatter, declarations }: ParsedDocument): readonly Finding[] {
  if (frontMatter.cite !== undefined) return []
  return declarations.flatMap((declaration) => {
    const isNorm = declaration.kind === 'norm' || declaration.kind === 'exception' || declaration.kind === 'report'
    if (!isNorm || declaration.cite !== undefined) return []
    const { name } = declaration
    return [
      findingAt(name.span, 'W105', `nothing says where \`${name.text}\` stands`, {
        label: 'neither the norm nor its document has a citation',
        fix: 'write `cite "…"` in the norm, or `cite:` in the front matter',
      }),
    ]
  })
}
