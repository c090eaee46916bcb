/** Order documents as readers see them: the whole text, its versions, who issued it and where it was issued. */
import type { DocumentSummary } from '@remit/contract/library-view.ts'
import type { ParsedDocument } from '@remit/language/parsed/tree.ts'
import type { Remit } from '../remit.ts'
import { lastDayOf } from '../versions/versions.ts'

export function documentSummary(remit: Remit, id: string): DocumentSummary | undefined {
  const document = remit.orders.library.documents.find((document) => document.id === id)
  return document === undefined ? undefined : summaryOf(remit, document)
}

export function summaryOf(remit: Remit, document: ParsedDocument): DocumentSummary {
  const { id, frontMatter } = document
  const through = lastDayOf(document, remit.orders.library)
  const { title, short, issuer, force, from, source, verified, cite, supersedes } = frontMatter
  return {
    id,
    title,
    short,
    issuer,
    force: force.text,
    from: from.text,
    ...(through === undefined ? {} : { through }),
    source,
    verified,
    ...(cite === undefined ? {} : { cite }),
    supersedes: supersedes.map(({ text }) => resolved(id, text)),
    supersededBy: remit.orders.library.documents
      .filter((other) => other.frontMatter.supersedes.some(({ text }) => resolved(other.id, text) === id))
      .map((other) => other.id),
    demo: remit.agencies.some((agency) => agency.demo && id.startsWith(`${agency.id}/`)),
  }
}

/** `supersedes` names a path from the orders' root, or a file of the same folder. */
function resolved(id: string, path: string): string {
  const plain = path.replace(/\.md$/, '')
  return plain.includes('/') ? plain : `${id.slice(0, id.lastIndexOf('/'))}/${plain}`
}

/** Who issued it and under which authority, as far as the document and its sources say, and no further. */
export function authorityOf({ issuer, force, cite, verified, source }: DocumentSummary): string {
  const how = {
    primary: 'The text itself was read.',
    secondary: 'Known from accounts of others; the text itself was not read.',
    recalled: 'Recalled, not yet read.',
    assumed: 'A setting of a demo agency, or assumed.',
  }[verified]
  return `Issued by ${issuer} as ${/^[aeiou]/.test(force) ? 'an' : 'a'} ${force}${cite === undefined ? '' : ` (${cite})`}. ${how ?? ''} Source: ${source}.`
}
