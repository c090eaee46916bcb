/** Reads the order documents of a folder from the disk. The only place that turns files into a library. */
import { open, readdir } from 'node:fs/promises'
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

/** Far above any order; of a file beyond it only so much is read. The parser refuses what is over its own limit. */
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
  return (
    entries
      // A link is read as what it leads to: skipped, its norms would silently be missing.
      .filter(
        (entry) =>
          (entry.isFile() || entry.isSymbolicLink()) && entry.name.endsWith('.md') && entry.name !== 'README.md',
      )
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
  )
}

async function readText(file: string): Promise<string> {
  const handle = await open(file)
  try {
    const { size } = await handle.stat()
    if (size <= READ_BYTES_MAX) return await handle.readFile('utf8')
    // Enough to be over the parser's limit, which then says so with the file's name.
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(READ_BYTES_MAX), 0, READ_BYTES_MAX, 0)
    return buffer.subarray(0, bytesRead).toString('latin1')
  } finally {
    await handle.close()
  }
}
