/** `docs/law/sources.md`: for each place how well its orders are known, and where each was found. */
import { join } from 'node:path'
import type { ParsedDocument } from '@remit/language/parsed/tree.ts'
import { loadOrders } from '@remit/server/orders/load-orders.ts'
import { ROOT } from './left-over.ts'
import type { Pages } from './pages.ts'

const LEVELS = ['primary', 'secondary', 'recalled', 'assumed'] as const

const INTRODUCTION = `# Where the orders were found

<!-- Made from orders/us/ by \`npm run docs\`; a change here is overwritten. -->

Nothing here is legal advice. On every question the signed text of the law or order governs.

A place is a folder below \`orders/\`. A norm is known as its document is: *primary* from the text itself, *secondary* from the press or a digest, *recalled* without a text at hand, *assumed* made up for a demonstration. A source stands as its document names it; where it names no day on which it was read, none is known.`

export async function sourcesPage(): Promise<Pages> {
  const documents = await documentsOfLibrary()
  const places = Map.groupBy(documents, placeOf)
  const parts = [INTRODUCTION, tableOf(places), ...[...places].map(([place, its]) => sectionOf(place, its))]
  return new Map([['docs/law/sources.md', `${parts.join('\n\n')}\n`]])
}

async function documentsOfLibrary(): Promise<readonly ParsedDocument[]> {
  const { library } = await loadOrders(join(ROOT, 'orders'))
  return library.documents
    .filter(({ id }) => id.startsWith('us/'))
    .toSorted((a, b) => compare(placeOf(a), placeOf(b)) || compare(a.id, b.id))
}

const compare = (a: string, b: string) => (a < b ? -1 : Number(a > b))

function placeOf({ id }: ParsedDocument): string {
  return id.slice(0, id.lastIndexOf('/'))
}

function tableOf(places: ReadonlyMap<string, readonly ParsedDocument[]>): string {
  const rows = [...places].map(([place, its]) => {
    const counts = LEVELS.map((level) => normsOf(its.filter(({ frontMatter }) => frontMatter.verified === level)))
    return `| ${[`\`${place}\``, its.length, ...counts].join(' | ')} |`
  })
  return [
    `| place | documents | ${LEVELS.map((level) => `norms, ${level}`).join(' | ')} |`,
    '|---|---|---|---|---|---|',
    ...rows,
  ].join('\n')
}

function normsOf(documents: readonly ParsedDocument[]): number {
  return documents.flatMap(({ declarations }) => declarations).filter(({ kind }) => kind === 'norm').length
}

function sectionOf(place: string, documents: readonly ParsedDocument[]): string {
  const lines = documents.map(
    ({ id, frontMatter: { title, source, verified } }) =>
      `- [${title}](../../orders/${id}.md) (${verified}): ${source}`,
  )
  return `## ${place}\n\n${lines.join('\n')}`
}
