/** Keeps one half-typed declaration from being told again wherever its name is used. */
import { folderOf, isWithin } from '@remit/language/checked/in-force.ts'
import { DECLARATION_WORDS } from '@remit/language/parsed/block-parser.ts'
import type { Finding } from '@remit/language/text/finding.ts'
import type { OrderFile } from '../documents/order-file.ts'
import type { Workspace } from '../workspace.ts'

/** The names that declarations seem to declare which cannot be read; `all` where a whole document cannot. */
export type HalfTyped = ReadonlySet<string> | 'all'

const DECLARED = new RegExp(`^(?:${DECLARATION_WORDS.join('|')})[ \\t]+(?:"[^"\\n]*"|[a-z][a-z0-9-]*)?`, 'gm')

/** The names half typed in the documents that may be in a book with the file at `path`. */
export function halfTypedNames(workspace: Workspace, path: string): HalfTyped {
  const folder = folderOf(path)
  const names = new Set<string>()
  for (const file of workspace.files) {
    const isNear = isWithin(folderOf(file.path), folder) || isWithin(folder, folderOf(file.path))
    if (!isNear || file.reading.findings.length === 0) continue
    if (file.reading.kind === 'order' && file.reading.document === undefined) return 'all'
    for (const name of namesOf(file)) names.add(name)
  }
  return names
}

function namesOf(file: OrderFile): readonly string[] {
  const text = file.text.getText()
  const starts = [...text.matchAll(DECLARED)]
  return file.reading.findings.flatMap(({ labels: [{ span }] }) => {
    // The declaration in which the fault lies is the last that begins before it ends.
    const start = starts.findLast(({ index }) => index <= span.offset + span.length)
    const name = start?.[0].split(/[ \t]+/)[1]
    return name === undefined || name === '' ? [] : [name]
  })
}

/** Leaves out what only says that a name is missing whose declaration is being typed. */
export function withoutCascades(findings: readonly Finding[], halfTyped: HalfTyped): readonly Finding[] {
  if (halfTyped !== 'all' && halfTyped.size === 0) return findings
  return findings.filter((finding) => {
    if (!isAboutNames(finding)) return true
    if (halfTyped === 'all') return false
    const words = [...finding.message.matchAll(/`([^`]*)`/g)].flatMap(([, quoted = '']) => quoted.split(/[\s#]+/))
    return !words.some((word) => halfTyped.has(word))
  })
}

/** E101 to E129 are the findings about names and what they stand for. */
function isAboutNames({ code }: Finding): boolean {
  return /^E1[012]/.test(code)
}
