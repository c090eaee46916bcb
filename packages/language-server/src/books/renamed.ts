/** Whether a name can be given: it is tried on the documents, and what would be wrong afterwards refuses it. */

import { agencyOf } from '@remit/language/checked/agency.ts'
import { inForceAt, termsOf } from '@remit/language/checked/in-force.ts'
import type { Reference } from '@remit/language/checked/references/reference.ts'
import { isKeyword } from '@remit/language/parsed/block-parser.ts'
import { parseDocument } from '@remit/language/parsed/from-text.ts'
import type { ParsedDocument } from '@remit/language/parsed/tree.ts'
import { type Finding, isError } from '@remit/language/text/finding.ts'
import type { Workspace } from '../workspace.ts'
import type { Found } from './find.ts'
import { LinkedBook } from './linked-book.ts'

/** Why what was found cannot be called `name` at `places`, in words; absent where it can. */
export function refusalOf(
  workspace: Workspace,
  found: Found,
  places: readonly Reference[],
  name: string,
): string | undefined {
  return (
    badName(found.reference, name) ?? unreadable(workspace, found) ?? wrongAfterwards(workspace, found, places, name)
  )
}

function badName({ part, target }: Reference, name: string): string | undefined {
  if (part === 'short') {
    return /^[^"\n:#]*\S[^"\n:#]*$/.test(name) ? undefined : 'a short title is one line without `"`, `:` and `#`'
  }
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name)) {
    return `\`${name}\` is not written as names are: lower-case letters and single hyphens, a letter first`
  }
  // A value may be nearly any word; whether this one can is seen when it is tried.
  const isValue = target.kind === 'value' || part === 'state'
  return isKeyword(name) && !isValue ? `\`${name}\` is a word of the language and cannot be a name` : undefined
}

/** In a declaration that cannot be read the name would stay as it was. */
function unreadable(workspace: Workspace, { file, reference }: Found): string | undefined {
  const { offset, length } = reference.span
  const word = file.text.getText().slice(offset, offset + length)
  const broken = workspace.files.find(
    ({ reading, text }) => reading.findings.some(isError) && text.getText().includes(word),
  )
  const place = broken?.reading.findings.find(isError)?.labels[0].span
  if (broken === undefined || place === undefined) return undefined
  return `${broken.path} cannot be read whole (line ${place.line}), and the name may stand in what cannot be read: mend it first`
}

function wrongAfterwards(
  workspace: Workspace,
  { book }: Found,
  places: readonly Reference[],
  name: string,
): string | undefined {
  const changed = new Map<ParsedDocument, ParsedDocument>()
  for (const [path, own] of Map.groupBy(places, ({ span }) => span.file)) {
    const file = workspace.file(path)
    const before = file?.reading.kind === 'order' ? file.reading.document : undefined
    if (file === undefined || before === undefined) continue
    const { document, findings } = parseDocument(file.id, written(file.text.getText(), own, name))
    const [wrong] = findings.filter(isError)
    if (wrong !== undefined || document === undefined) return wrong?.message ?? `${path} could not be read afterwards`
    changed.set(before, document)
  }
  return newError(workspace, book, changed)
}

function written(text: string, places: readonly Reference[], name: string): string {
  const fromTheEnd = places.toSorted((a, b) => b.span.offset - a.span.offset)
  return fromTheEnd.reduce(
    (whole, { span }) => whole.slice(0, span.offset) + name + whole.slice(span.offset + span.length),
    text,
  )
}

function newError(
  { library }: Workspace,
  book: LinkedBook,
  changed: ReadonlyMap<ParsedDocument, ParsedDocument>,
): string | undefined {
  const documents = library.documents.map((document) => changed.get(document) ?? document)
  const { agency, at } = book.concern
  const terms = inForceAt(termsOf(documents, agencyOf(agency)), at)
  const after = new LinkedBook({ agency, at, terms }, { ...library, documents })
  const known = new Set(book.findings.map(keyOf))
  const [wrong] = after.findings.filter((finding) => isError(finding) && !known.has(keyOf(finding)))
  if (wrong !== undefined) return wrong.message
  // A name that hides another, or is hidden by it, changes what is named without an error.
  return after.references.length === book.references.length ? undefined : 'the name is already taken for something else'
}

function keyOf({ code, message }: Finding): string {
  return `${code} ${message}`
}
