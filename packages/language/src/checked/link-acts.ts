/** Acts with the relations that their own declarations state. */
import type { ActDeclaration, ParsedDocument } from '../parsed/tree.ts'
import type { Finding } from '../text/finding.ts'
import { byId, declaredIn } from './declarations.ts'
import { findingAt } from './findings.ts'
import { type Sorted, sortByArrows } from './graph.ts'
import { linkBlock } from './link-conditions.ts'
import { titledName } from './link-words.ts'
import { documentOnce, type OfDocuments } from './linked-before.ts'
import type { Linker } from './linker.ts'
import type { Named } from './names.ts'
import { NESTING_MAX } from './nesting.ts'
import type { Act } from './tree.ts'

const before: OfDocuments<readonly Act[]> = new WeakMap()

/** The acts in force, in order of id; without all kinds where some lie too deep, so that later checks stay quick. */
export function linkActs(linker: Linker): readonly Act[] {
  const acts = linker.names.words.documents
    .flatMap((document) => documentOnce(before, document, linker, () => actsOf(document, linker)))
    .sort(byId)
  const sorted = sortByArrows(new Map(acts.map((act) => [act.id, act.kindOf])))
  const tooDeep = depthFindings(sorted, linker)
  for (const finding of [...cycleFindings(sorted, linker), ...tooDeep]) linker.report(finding)
  return tooDeep.length === 0 ? acts : acts.map((act) => ({ ...act, kindOf: [] }))
}

function actsOf(document: ParsedDocument, linker: Linker): readonly Act[] {
  return declaredIn(document, 'act')
    .filter((declaration) => linker.names.acts.get(declaration.name.text)?.declaration === declaration)
    .map((declaration) => linkAct({ declaration, document }, linker))
}

function linkAct({ declaration, document }: Named<ActDeclaration>, linker: Linker): Act {
  const { name, text, order, word, directs, arises } = declaration
  return {
    id: name.text,
    text: text?.text ?? titledName(name.text),
    document: document.id,
    kindOf: linker.acts(declaration.kindOf),
    excludes: linker.acts(declaration.excludes),
    urgent: declaration.urgent,
    withdraws: declaration.withdraws,
    onlyWhereAllowed: declaration.onlyWhereAllowed,
    span: name.span,
    ...(order === undefined ? {} : { order: order.text }),
    ...(word === undefined ? {} : { word: word.text }),
    ...directedBy(directs, linker),
    ...(arises === undefined ? {} : { arisesWhen: linkBlock(arises, document, linker) }),
  }
}

function directedBy(directs: ActDeclaration['directs'], linker: Linker): Pick<Act, 'directs'> {
  if (directs === undefined) return {}
  const [role, act] = [linker.role(directs.role), linker.act(directs.act)]
  return role === undefined || act === undefined ? {} : { directs: { role, act } }
}

function cycleFindings({ cycles }: Sorted, linker: Linker): readonly Finding[] {
  return cycles.flatMap(([first, ...rest]) => {
    const act = first === undefined ? undefined : linker.names.acts.get(first)?.declaration
    if (act === undefined) return []
    const path = [act.name.text, ...rest, act.name.text].join('` is a kind of `')
    return [
      findingAt(act.name.span, 'E112', `an act is a kind of itself: \`${path}\``, {
        label: 'the cycle begins here',
        also: rest.flatMap((name) => {
          const span = linker.names.acts.get(name)?.declaration.name.span
          return span === undefined ? [] : [{ span, text: 'and goes through this act' }]
        }),
        fix: 'take out one `is a kind of`',
      }),
    ]
  })
}

function depthFindings({ order, depth }: Sorted, linker: Linker): readonly Finding[] {
  const tooDeep = order.find((name) => (depth.get(name) ?? 0) > NESTING_MAX)
  const act = tooDeep === undefined ? undefined : linker.names.acts.get(tooDeep)?.declaration
  if (act === undefined) return []
  return [
    findingAt(
      act.name.span,
      'E113',
      `more than ${NESTING_MAX} acts are kinds of one another down to \`${act.name.text}\``,
      {
        label: 'the first that lies too deep',
        fix: 'make it a kind of a more general act directly',
      },
    ),
  ]
}
