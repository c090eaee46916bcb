/** Norms, exceptions and doubts. */

import { printStatement } from '../parsed/print/norms.ts'
import type {
  DeadlineDeclaration,
  ExceptionDeclaration,
  NormBody,
  NormDeclaration,
  NormReference,
  ParsedDocument,
  StatementDeclaration,
  UnsettledDeclaration,
} from '../parsed/tree.ts'
import { byId, declarationsOf } from './declarations.ts'
import { findingAt, sortedOnce } from './findings.ts'
import { forceOf, rankOf } from './forces.ts'
import { ALWAYS, linkBlock } from './link-conditions.ts'
import { documentOnce, type OfDocuments } from './linked-before.ts'
import type { Linker } from './linker.ts'
import { AGENCY_ROLE, type Named, normId } from './names.ts'
import { normsIn } from './names-in-force.ts'
import {
  type Deadline,
  type Exception,
  FORCES,
  type Interim,
  type Norm,
  type Rank,
  type RoleId,
  type Statement,
  type Unsettled,
} from './tree.ts'

export type Norms = { readonly norms: readonly Norm[]; readonly exceptions: readonly Exception[] }

/** All norms and exceptions in force, in order of id. Those of a document without a force are left out. */
export function linkNorms(linker: Linker): Norms {
  const norms: Norm[] = []
  const exceptions: Exception[] = []
  for (const document of linker.names.documents) {
    const said = documentOnce(before, document, linker, () => linkSaid(document, linker))
    const lifting = said.exceptions.map((exception) => lifts(exception, document, linker))
    // What has no force is linked too, so that all that is wrong with it is told at once.
    if (rankIn(document) === undefined) continue
    norms.push(...said.norms)
    exceptions.push(...lifting)
  }
  return { norms: norms.sort(byId), exceptions: exceptions.sort(byId) }
}

/** What a document says by itself; which norms an exception lifts depends on other documents too. */
type Said = { readonly norms: readonly Norm[]; readonly exceptions: readonly Saying[] }
type Saying = {
  readonly body: ReturnType<typeof linkBody>
  readonly to: readonly NormReference[]
  readonly forActs: Pick<Exception, 'forActs'>
}

const before: OfDocuments<Said> = new WeakMap()

function linkSaid(document: ParsedDocument, linker: Linker): Said {
  const rank = rankIn(document) ?? LOWEST
  const norms: Norm[] = []
  const exceptions: Saying[] = []
  for (const [, { declaration }] of normsIn(document)) {
    if (declaration.kind === 'norm') norms.push(linkNorm({ declaration, document }, rank, linker))
    else exceptions.push(linkException({ declaration, document }, rank, linker))
  }
  return { norms, exceptions }
}

function lifts({ body, to, forActs }: Saying, document: ParsedDocument, linker: Linker): Exception {
  return { ...body, to: sortedOnce(to.flatMap((reference) => linker.norm(reference, document) ?? [])), ...forActs }
}

function rankIn({ frontMatter }: ParsedDocument): Rank | undefined {
  const force = forceOf(frontMatter.force.text)
  return force && rankOf(force)
}

const LOWEST: Rank = FORCES.length

function linkNorm({ declaration, document }: Named<NormDeclaration>, rank: Rank, linker: Linker): Norm {
  return { ...linkBody(declaration, document, rank, linker), lowerMaySayOtherwise: declaration.lowerMaySayOtherwise }
}

function linkException({ declaration, document }: Named<ExceptionDeclaration>, rank: Rank, linker: Linker): Saying {
  const { to, forActs } = declaration
  const body = linkBody(declaration, document, rank, linker)
  return { body, to, forActs: forActs.length === 0 ? {} : { forActs: linker.acts(forActs) } }
}

function linkBody(body: NormBody, document: ParsedDocument, rank: Rank, linker: Linker) {
  const id = normId(document.id, body.name.text)
  return {
    id,
    name: body.name.text,
    document: document.id,
    rank,
    when: body.when === undefined ? ALWAYS : linkBlock(body.when, document, linker),
    statements: body.statements.map((statement, index) => linkStatement(statement, `${id}/${index + 1}`, linker)),
    span: body.name.span,
    ...(body.unless === undefined ? {} : { unless: linkBlock(body.unless, document, linker) }),
    ...(body.cite === undefined ? {} : { cite: body.cite.text }),
    ...(body.ifBroken === undefined ? {} : { ifBroken: body.ifBroken.text }),
  }
}

function linkStatement(statement: StatementDeclaration, id: string, linker: Linker): Statement {
  const deadline = statement.deadline && linkDeadline(statement.deadline, linker)
  // `nobody may` binds the agency, and so all its members.
  const roles = statement.who.length === 0 ? [AGENCY_ROLE] : linker.roles(statement.who)
  if (statement.one) checkOne(statement, roles, linker)
  return {
    id,
    roles,
    modality: statement.modality,
    acts: linker.acts(statement.acts),
    otherThan: linker.acts(statement.otherThan),
    guaranteed: statement.guaranteed,
    words: printStatement(statement),
    span: statement.span,
    ...(deadline === undefined ? {} : { deadline }),
    ...(statement.one ? { one: true } : {}),
  }
}

/** E230: that one member does it is enough only for a duty or advice, and only among members of one role. */
function checkOne({ who, modality, span }: StatementDeclaration, roles: readonly RoleId[], linker: Linker): void {
  const [first, second] = who
  const isGroup = who.some(({ text }) => linker.names.groups.has(text))
  const isDuty = modality === 'must' || modality === 'should'
  if (first === undefined || (second === undefined && !isGroup && isDuty)) return
  const finding = isDuty
    ? findingAt(second?.span ?? first.span, 'E230', '`one` stands before one role', {
        label: isGroup ? `this is a group: ${roles.join(', ')}` : 'a second role',
        fix: 'write a statement for each role, or leave out `one`',
      })
    : findingAt(span, 'E230', `\`one\` does not fit \`${modality}\``, {
        label: 'only what must or should be done is done when one member has done it',
        fix: 'leave out `one`',
      })
  linker.report(finding)
}

function linkDeadline(deadline: DeadlineDeclaration, linker: Linker): Deadline | undefined {
  const late = deadline.ifLate && linker.role(deadline.ifLate)
  const ifLate = late === undefined ? {} : { ifLate: late }
  if (deadline.kind === 'promptly') return { kind: 'promptly', ...ifLate }
  if (deadline.kind === 'before') {
    const act = linker.act(deadline.act)
    return act === undefined ? undefined : { kind: 'before', act, ...ifLate }
  }
  const [ms, event] = [linker.duration(deadline.duration), linker.event(deadline.event)]
  return ms === undefined || event === undefined ? undefined : { kind: 'within', ms, event, ...ifLate }
}

/** Every doubt in force, in order of id. */
export function linkUnsettled(documents: readonly ParsedDocument[], linker: Linker): readonly Unsettled[] {
  return declarationsOf(documents, 'unsettled')
    .flatMap(([declaration, document]) => linkDoubt(declaration, document, linker) ?? [])
    .sort(byId)
}

function linkDoubt(declaration: UnsettledDeclaration, document: ParsedDocument, linker: Linker): Unsettled | undefined {
  const { against } = declaration
  const norm = linker.norm(declaration.norm, document)
  const other = against && linker.norm(against, document)
  const ask = linker.role(declaration.ask)
  const interim = linkInterim(declaration, linker)
  if (norm === undefined || ask === undefined || interim === undefined) return undefined
  if (against !== undefined && other === undefined) return undefined
  return {
    id: `${document.id}#${other === undefined ? norm : `${norm} against ${other}`}`,
    norms: other === undefined ? [norm] : [norm, other],
    ask,
    interim,
    document: document.id,
    span: declaration.span,
  }
}

function linkInterim({ interim }: UnsettledDeclaration, linker: Linker): Interim | undefined {
  if (interim.kind === 'words') return { kind: 'words', text: interim.text.text }
  const act = linker.act(interim.act)
  return act === undefined ? undefined : { kind: interim.kind, act }
}
