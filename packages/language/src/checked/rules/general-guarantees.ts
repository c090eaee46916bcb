import type { ActDeclaration, ParsedDocument, StatementDeclaration } from '../../parsed/tree.ts'
import type { Finding } from '../../text/finding.ts'
import { findingAt, sortedOnce } from '../findings.ts'
import { folderOf, isWithin } from '../in-force.ts'

/** How many acts a message lists; more are counted. */
const LISTED_MAX = 20

/**
 * W112: a guarantee of an act that has kinds frees all of them from every lower order, which is more than its words say
 * at first sight: they are listed.
 */
export function generalGuarantees(documents: readonly ParsedDocument[]): readonly Finding[] {
  const acts = documents.flatMap((document) =>
    document.declarations.flatMap((declaration) =>
      declaration.kind === 'act' ? [{ act: declaration, folder: folderOf(document.id) }] : [],
    ),
  )
  return documents.flatMap((document) => {
    const guarantees = document.declarations.flatMap((declaration) =>
      declaration.kind === 'norm' || declaration.kind === 'exception' ? declaration.statements.filter(isGuarantee) : [],
    )
    if (guarantees.length === 0) return []
    const folder = folderOf(document.id)
    const near = acts.filter((each) => isWithin(each.folder, folder) || isWithin(folder, each.folder))
    const kinds = directKinds(near.map(({ act }) => act))
    return guarantees.flatMap((statement) => freed(statement, kinds))
  })
}

/** E224 tells of a guarantee of anything else. */
function isGuarantee({ guaranteed, modality }: StatementDeclaration): boolean {
  return guaranteed && (modality === 'may' || modality === 'need not')
}

type Kinds = ReadonlyMap<string, readonly string[]>

/** The acts that say of themselves that they are a kind of each act. */
function directKinds(acts: readonly ActDeclaration[]): Kinds {
  const pairs = acts.flatMap(({ name, kindOf }) => kindOf.map((general) => [general.text, name.text] as const))
  const grouped = Map.groupBy(pairs, ([general]) => general)
  return new Map([...grouped].map(([general, of]) => [general, of.map(([, kind]) => kind)]))
}

function freed({ acts, otherThan, modality, span }: StatementDeclaration, kinds: Kinds): readonly Finding[] {
  const named = acts.map(({ text }) => text)
  const taken = below(
    otherThan.map(({ text }) => text),
    kinds,
  )
  const also = sortedOnce([...below(named, kinds)].filter((act) => !named.includes(act) && !taken.has(act)))
  if (also.length === 0) return []
  const more = also.length > LISTED_MAX ? ` and ${also.length - LISTED_MAX} more` : ''
  const list = `\`${also.slice(0, LISTED_MAX).join('`, `')}\`${more}`
  return [
    findingAt(span, 'W112', `whatever lower orders say, this also frees ${list}`, {
      label: `each is a kind of what \`${modality}\` names here`,
      fix: 'name the kinds that are meant, or take others out with `other than`',
    }),
  ]
}

/** Acts and all their kinds. Ends on cycles too. */
function below(acts: readonly string[], kinds: Kinds): ReadonlySet<string> {
  const reached = new Set(acts)
  // A set is read on while it grows.
  for (const each of reached) for (const kind of kinds.get(each) ?? []) reached.add(kind)
  return reached
}
