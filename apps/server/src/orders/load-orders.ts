/** Reads the order documents of a folder from the disk. The only place that turns files into a library. */
import { readdir, readFile, stat } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import type { Library } from '@remit/language/checked/library.ts'
import { parseAgency, parseDocument } from '@remit/language/parsed/from-text.ts'
import type { ParsedAgency, ParsedDocument } from '@remit/language/parsed/tree.ts'
import type { Finding } from '@remit/language/text/finding.ts'
import { type Source, sourceOf } from '@remit/language/text/source.ts'

export type LoadedOrders = {
  readonly library: Library
  readonly findings: readonly Finding[]
  /** Each file's text by the path that findings name, for showing places. */
  readonly texts: ReadonlyMap<string, Source>
}

/** Far above any order; a file beyond it is named and never read. The parser refuses what is over its own limit. */
const READ_BYTES_MAX = 8_000_000

/** Loads every `.md` below `folder`. A fault in one document is a finding and leaves the others readable. */
export async function loadOrders(folder: string): Promise<LoadedOrders> {
  const documents: ParsedDocument[] = []
  const agencies: ParsedAgency[] = []
  const findings: Finding[] = []
  const texts = new Map<string, Source>()
  for (const file of await markdownFiles(folder)) {
    const path = relative(folder, file).split(sep).join('/')
    const text = await readText(file)
    texts.set(path, sourceOf(path, text))
    const id = path.replace(/\.md$/, '')
    if (id === 'agency' || id.endsWith('/agency')) {
      const parsed = parseAgency(id.slice(0, -'/agency'.length), text)
      findings.push(...parsed.findings)
      if (parsed.agency !== undefined) agencies.push(parsed.agency)
    } else {
      const parsed = parseDocument(id, text)
      findings.push(...parsed.findings)
      if (parsed.document !== undefined) documents.push(parsed.document)
    }
  }
  return { library: { documents, agencies }, findings, texts }
}

async function markdownFiles(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile() && entry.name.endsWith('.md') && entry.name !== 'README.md')
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
}

async function readText(file: string): Promise<string> {
  const { size } = await stat(file)
  if (size <= READ_BYTES_MAX) return readFile(file, 'utf8')
  // Enough to be over the parser's limit, which then says so with the file's name.
  const bytes = await readFile(file)
  return bytes.subarray(0, READ_BYTES_MAX).toString('latin1')
}
