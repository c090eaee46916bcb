/**
 * What of PDF/UA (ISO 14289-1) a program can find wanting in a paper: 7.1 everything that is drawn is content with a tag
 * or an artifact, 7.4.2 headings begin at one and skip no level, 7.6 lists hold items and items their bodies. No checker
 * of the whole standard is to be had from the project's registries.
 */
import type { ReadPdf } from './pdf-text.ts'

/** Each fault in a few words; none if there is none. */
export function taggingFaults({ objects, contents }: ReadPdf): readonly string[] {
  const tree = treeOf(objects)
  return [...contents.flatMap(untagged), ...headingFaults(tree), ...listFaults(tree), ...pageFaults(objects)]
}

/** Operators that draw text, a path, a shading or an image (ISO 32000-1, annex A). */
const DRAWS = new Set(['Tj', 'TJ', "'", '"', 'f', 'F', 'f*', 'B', 'B*', 'b', 'b*', 'S', 's', 'sh', 'Do', 'BI'])

function untagged(content: string, page: number): readonly string[] {
  const plain = content.replaceAll(/\((?:\\.|[^\\()])*\)|<[0-9a-fA-F\s]*>/gs, '()')
  let depth = 0
  const faults: string[] = []
  for (const word of plain.split(/[\s[\]()]+/)) {
    if (word === 'BDC' || word === 'BMC') depth++
    else if (word === 'EMC') depth--
    else if (DRAWS.has(word) && depth === 0) faults.push(`content ${page} draws with ${word} outside of any tag`)
  }
  return depth === 0 ? faults : [...faults, `content ${page} leaves a tag open`]
}

type Element = { readonly tag: string; readonly children: readonly Element[] }

function treeOf(objects: string): Element {
  const byId = new Map([...objects.matchAll(/(\d+) 0 obj(.*?)endobj/gs)].map(([, id = '', body = '']) => [id, body]))
  const elementOf = (id: string): Element[] => {
    const body = byId.get(id) ?? ''
    const tag = /\/Type \/StructElem\s*\/S \/(\w+)/.exec(body)?.[1]
    return tag === undefined ? [] : [{ tag, children: kidsOf(body).flatMap(elementOf) }]
  }
  const root = [...byId.values()].find((body) => body.includes('/Type /StructTreeRoot')) ?? ''
  return { tag: 'root', children: kidsOf(root).flatMap(elementOf) }
}

function kidsOf(body: string): readonly string[] {
  const kids = /\/K (?:\[([^\]]*)\]|(\d+ 0 R))/.exec(body)
  return [...(kids?.[1] ?? kids?.[2] ?? '').matchAll(/(\d+) 0 R/g)].map(([, id = '']) => id)
}

const allOf = (element: Element): readonly Element[] => [element, ...element.children.flatMap(allOf)]

function headingFaults(tree: Element): readonly string[] {
  const levels = allOf(tree).flatMap(({ tag }) => (/^H\d$/.test(tag) ? [Number(tag.slice(1))] : []))
  const skipped = levels.filter((level, index) => level > (levels[index - 1] ?? 0) + 1)
  const first = levels.filter((level) => level === 1).length
  return [
    ...(first === 1 ? [] : [`${first} headings of the first level`]),
    ...skipped.map((level) => `a heading of level ${level} skips one`),
  ]
}

const MAY_HOLD: Readonly<Record<string, readonly string[]>> = { L: ['LI', 'L', 'Caption'], LI: ['Lbl', 'LBody'] }

function listFaults(tree: Element): readonly string[] {
  return allOf(tree).flatMap(({ tag, children }) =>
    children
      .filter((child) => MAY_HOLD[tag]?.includes(child.tag) === false)
      .map((child) => `${tag} holds ${child.tag}`),
  )
}

/** A page without its place in the tree has content that nothing reads in order. */
function pageFaults(objects: string): readonly string[] {
  const pages = [...objects.matchAll(/\d+ 0 obj(.*?)endobj/gs)].filter(([, body = '']) => /\/Type \/Page\s/.test(body))
  if (pages.length === 0) return ['no page was found']
  return pages.filter(([, body = '']) => !body.includes('/StructParents ')).map(() => 'a page has no StructParents')
}
