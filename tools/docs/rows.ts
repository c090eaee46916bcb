/**
 * The rows of the fact sheet of which the library was made, and where each of them went: a norm, an exception, a
 * definition, a report, a document without blocks, a scenario, or a line of what is not encoded.
 */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Library } from '@remit/language/checked/library.ts'
import type { Declaration } from '@remit/language/parsed/tree.ts'
import { loadOrders } from '@remit/server/orders/load-orders.ts'
import { ROOT } from './left-over.ts'

/** `document` or `document#name`, or a line by its section and how it begins. */
export type Place =
  | { readonly kind: 'document'; readonly document: string; readonly name?: string }
  | { readonly kind: 'left out'; readonly section: string; readonly begins: string }

export type Row = { readonly id: string; readonly about: string; readonly places: readonly Place[] }

export type Rows = {
  readonly rows: readonly Row[]
  readonly library: Library
  /** The lines of what is not encoded, by section, each as it begins. */
  readonly leftOut: ReadonlyMap<string, readonly string[]>
}

export async function rowsOfLibrary(): Promise<Rows> {
  const read = (path: string) => readFile(join(ROOT, path), 'utf8')
  const [source, notEncoded] = [await read('docs/law/rows.source.md'), await read('docs/law/not-encoded.md')]
  const { library } = await loadOrders(join(ROOT, 'orders'))
  return { rows: rowsIn(source), library, leftOut: linesIn(notEncoded) }
}

export function rowsIn(source: string): readonly Row[] {
  return cellsIn(source).map(([id = '', about = '', where = '']) => ({
    id,
    about,
    places: where.split('; ').flatMap((place) => (place === '' ? [] : [placeIn(place)])),
  }))
}

function placeIn(text: string): Place {
  const [, section, begins] = /^left out: ([^:]+): (.*)$/.exec(text) ?? []
  if (section !== undefined && begins !== undefined) return { kind: 'left out', section, begins }
  const [document = '', name] = text.split('#')
  return { kind: 'document', document, ...(name === undefined ? {} : { name }) }
}

export function linesIn(notEncoded: string): Rows['leftOut'] {
  const sections = notEncoded.split(/^## /m).slice(1)
  return new Map(
    sections.map((section) => [section.slice(0, section.indexOf('\n')), cellsIn(section).map(([what = '']) => what)]),
  )
}

/** The cells of the rows of each table, without its head. */
function cellsIn(markdown: string): readonly (readonly string[])[] {
  return markdown
    .split('\n')
    .filter((line) => line.startsWith('|') && !/^\|[\s-]*-/.test(line))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    )
    .filter(([first]) => first !== 'row' && first !== 'what')
}

/** The scenarios whose title names a row, before its colon: `CA-04, 7282.5(a)(3): …`. */
export function scenariosNaming(id: string, { documents }: Library): readonly { document: string; title: string }[] {
  return documents.flatMap(({ id: document, declarations }) =>
    declarations.flatMap((each) =>
      each.kind === 'scenario' && idsOf(each.title.text).includes(id) ? [{ document, title: each.title.text }] : [],
    ),
  )
}

const idsOf = (title: string): readonly string[] => title.split(':')[0]?.split(', ') ?? []

/** What is wrong: rows that went nowhere, places that are not there, and titles that name a row that is not listed. */
export function faultsOfRows({ rows, library, leftOut }: Rows): readonly string[] {
  const known = new Set(rows.map(({ id }) => id))
  const nowhere = rows
    .filter(({ id, places }) => places.length === 0 && scenariosNaming(id, library).length === 0)
    .map(({ id }) => `${id} is neither in a document nor among what is not encoded`)
  const notThere = rows.flatMap(({ id, places }) =>
    places.filter((place) => !isThere(place, library, leftOut)).map((place) => `${id}: there is no ${words(place)}`),
  )
  const twice = rows.filter(({ id }, index) => rows.findIndex((row) => row.id === id) < index)
  const unlisted = library.documents.flatMap(({ declarations }) =>
    declarations.flatMap((each) =>
      each.kind === 'scenario' ? idsOf(each.title.text).filter((id) => LIKE_A_ROW.test(id) && !known.has(id)) : [],
    ),
  )
  return [
    ...nowhere,
    ...notThere,
    ...twice.map(({ id }) => `${id} is listed twice`),
    ...[...new Set(unlisted)].map((id) => `a scenario names ${id}, and no such row is listed`),
  ]
}

const LIKE_A_ROW = /^(?:[A-Z]{2,3}-(?:H?\d+[a-z]?)|REP-[A-Z-]+|S\d+)$/

function isThere(place: Place, { documents }: Library, leftOut: Rows['leftOut']): boolean {
  if (place.kind === 'left out')
    return leftOut.get(place.section)?.some((what) => what.startsWith(place.begins)) ?? false
  const document = documents.find(({ id }) => id === place.document)
  return place.name === undefined
    ? document !== undefined
    : (document?.declarations.some((declaration) => nameOf(declaration) === place.name) ?? false)
}

function nameOf(declaration: Declaration): string | undefined {
  switch (declaration.kind) {
    case 'norm':
    case 'exception':
    case 'report':
      return declaration.name.text
    case 'define':
      return `${declaration.subject.text} ${declaration.state.text}`
    default:
      return undefined
  }
}

const words = (place: Place): string =>
  place.kind === 'left out'
    ? `line in ${place.section} that begins \`${place.begins}\``
    : `\`${place.document}${place.name === undefined ? '' : `#${place.name}`}\``
