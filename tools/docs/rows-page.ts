/** `docs/law/rows.md`: each row of the fact sheet with the documents, the scenarios and the lines in which it went. */
import type { Pages } from './pages.ts'
import { type Place, type Row, type Rows, rowsOfLibrary, scenariosNaming } from './rows.ts'

const INTRODUCTION = `# Where each row of the fact sheet went

<!-- Made from docs/law/rows.source.md and orders/ by \`npm run docs\`; a change here is overwritten. -->

The fact sheet is the research of which the library was made. A test fails where a row is neither in a document nor among what is [not encoded](not-encoded.md). Rows that begin with S are situations.`

export async function rowsPage(): Promise<Pages> {
  const all = await rowsOfLibrary()
  const left = all.rows.filter(({ places }) => places.length > 0 && places.every(({ kind }) => kind === 'left out'))
  const counted = `${all.rows.length} rows; ${left.length} of them are not encoded, each with its reason.`
  const lines = ['| row | about | documents | scenarios | not encoded |', '|---|---|---|---|---|']
  const text = [INTRODUCTION, counted, [...lines, ...all.rows.map((row) => lineOf(row, all))].join('\n')].join('\n\n')
  return new Map([['docs/law/rows.md', `${text}\n`]])
}

function lineOf({ id, about, places }: Row, { library }: Rows): string {
  const scenarios = Map.groupBy(scenariosNaming(id, library), ({ document }) => document)
  const shown = [...scenarios].map(([document, its]) => `${linked(document)}: ${its.length}`)
  return `| ${[id, about, documents(places), shown.join('<br>'), leftOut(places)].join(' | ')} |`
}

function documents(places: readonly Place[]): string {
  const named = places.filter((place) => place.kind === 'document')
  return [...Map.groupBy(named, ({ document }) => document)]
    .map(([document, its]) => {
      const names = its.flatMap(({ name }) => (name === undefined ? [] : [`\`${name}\``]))
      return names.length === 0 ? linked(document) : `${linked(document)}: ${names.join(', ')}`
    })
    .join('<br>')
}

const leftOut = (places: readonly Place[]): string =>
  places
    .filter((place) => place.kind === 'left out')
    .map(({ section, begins }) => `${section}: ${begins} …`)
    .join('<br>')

const linked = (document: string): string => `[${document.slice('us/'.length)}](../../orders/${document}.md)`
