/** Norms, exceptions and doubts about norms; and the words that are read only to be refused. */
import type * as ast from '../generated/ast.ts'
import type {
  DeadlineDeclaration,
  ExceptionDeclaration,
  InterimDeclaration,
  NormBody,
  NormDeclaration,
  NormReference,
  StatementDeclaration,
  UnsettledDeclaration,
} from '../tree.ts'
import { conditionBlock } from './conditions.ts'
import { duration, found, only, quoted, type Reader, spanFrom, spanOf, word, words } from './reader.ts'

export function norm(reader: Reader, node: ast.Norm): NormDeclaration {
  const lower = node.closings.filter((closing) => closing.lower)
  const lowerMaySayOtherwise = only(reader, lower, 'unless lower orders say otherwise') !== undefined
  return { kind: 'norm', span: spanOf(reader, node), ...normBody(reader, node), lowerMaySayOtherwise }
}

export function exception(reader: Reader, node: ast.Exception): ExceptionDeclaration {
  for (const closing of node.closings.filter((closing) => closing.lower)) {
    reader.report(
      found(reader, closing, {
        code: 'E032',
        message: 'an exception cannot say `unless lower orders say otherwise`',
        label: 'an exception has no exceptions',
        fix: 'say it in the norm that is lifted, or write a norm',
      }),
    )
  }
  return {
    kind: 'exception',
    span: spanOf(reader, node),
    ...normBody(reader, node),
    to: node.to.map((reference) => normReference(reader, reference)),
    forActs: words(reader, node.forActs),
  }
}

export function unsettled(reader: Reader, node: ast.Unsettled): UnsettledDeclaration {
  return {
    kind: 'unsettled',
    span: spanOf(reader, node),
    norm: normReference(reader, node.norm),
    ...(node.against && { against: normReference(reader, node.against) }),
    ask: word(reader, node.ask),
    interim: interim(reader, node.interim),
  }
}

export function normReference(reader: Reader, node: ast.NormRef): NormReference {
  const name = word(reader, node.name)
  return node.of === undefined ? { name } : { name, of: quoted(reader, node.of) }
}

/** What a modality says; `may not`, `shall` and `need` alone are reported and taken as their likeliest meaning. */
export function modalityOf(reader: Reader, node: ast.Modality): StatementDeclaration['modality'] {
  const { modal, negated } = node
  switch (modal) {
    case 'must':
    case 'should':
      return negated ? `${modal} not` : modal
    case 'need':
      if (!negated) refuse(reader, node, 'E031', 'need', '`must` or `need not`')
      return 'need not'
    case 'may':
      if (!negated) return 'may'
      refuse(reader, node, 'E026', 'may not', '`must not` (it is forbidden) or `need not` (it is not required)')
      return 'must not'
    case 'shall': {
      const written = negated ? 'shall not' : 'shall'
      const instead = negated ? '`must not` (it is forbidden) or `need not` (it is not required)' : '`must`'
      refuse(reader, node, 'E026', written, instead)
      return negated ? 'must not' : 'must'
    }
  }
}

const WHY = {
  E026: 'it can be read in two ways',
  E031: 'only `need not` can be said',
}

function refuse(reader: Reader, node: ast.Modality, code: keyof typeof WHY, written: string, instead: string): void {
  const message = `\`${written}\` cannot be used in an order`
  reader.report(found(reader, node, { code, message, label: WHY[code], fix: `write ${instead}` }))
}

function interim(reader: Reader, node: ast.Interim): InterimDeclaration {
  if (node.words !== undefined) return { kind: 'words', text: quoted(reader, node.words) }
  // The grammar has either words or an act.
  const act = word(reader, (node as ast.Interim & { act: ast.Name }).act)
  return { kind: node.not ? 'do not' : 'do', act }
}

function normBody(reader: Reader, node: ast.Norm | ast.Exception): NormBody {
  const closings = (key: 'cite' | 'sanction') => node.closings.filter((closing) => closing[key] !== undefined)
  const cite = only(reader, closings('cite'), 'cite')?.cite
  const sanction = only(reader, closings('sanction'), 'if broken')?.sanction
  return {
    name: word(reader, node.name),
    ...(node.when && { when: conditionBlock(reader, node.when) }),
    ...(node.unless && { unless: conditionBlock(reader, node.unless) }),
    statements: node.lines.flatMap((line, index) => {
      if (line.$type === 'IfLate') return []
      const next = node.lines[index + 1]
      return [statement(reader, line, next?.$type === 'IfLate' ? next : undefined)]
    }),
    ...(cite && { cite: quoted(reader, cite) }),
    ...(sanction && { ifBroken: quoted(reader, sanction) }),
  }
}

function statement(reader: Reader, node: ast.Statement, ifLate: ast.IfLate | undefined): StatementDeclaration {
  const modality = node.nobody ? deniedOf(reader, node.modality) : modalityOf(reader, node.modality)
  const { ending } = node
  const deadline = deadlineOf(reader, ending, ifLate)
  const span = spanOf(reader, node)
  return {
    who: words(reader, node.who),
    one: node.one,
    modality,
    acts: words(reader, node.acts),
    otherThan: words(reader, node.otherThan),
    guaranteed: ending?.guaranteed ?? false,
    ...(deadline && { deadline }),
    span: ifLate === undefined ? span : spanFrom(span, spanOf(reader, ifLate)),
  }
}

function deadlineOf(
  reader: Reader,
  node: ast.StatementEnding | undefined,
  ifLate: ast.IfLate | undefined,
): DeadlineDeclaration | undefined {
  const late = ifLate && { ifLate: word(reader, ifLate.role) }
  if (node?.promptly) return { kind: 'promptly', ...late }
  if (node?.before !== undefined) return { kind: 'before', act: word(reader, node.before), ...late }
  if (node?.within !== undefined && node.event !== undefined) {
    return { kind: 'within', duration: duration(reader, node.within), event: word(reader, node.event), ...late }
  }
  if (ifLate !== undefined) {
    reader.report(
      found(reader, ifLate, {
        code: 'E020',
        message: '`if late` has no deadline before it',
        label: 'late for what?',
        fix: 'write `within 30 minutes of EVENT`, `promptly` or `before ACT` before it',
      }),
    )
  }
  return undefined
}

/**
 * What `nobody may`, `nobody should` and `nobody need` say of the agency and all its members. `nobody must` can be read
 * in two ways, and a second `not` is one too many: both are reported and taken as a prohibition.
 */
function deniedOf(reader: Reader, node: ast.Modality): StatementDeclaration['modality'] {
  const { modal, negated } = node
  if (modal === 'must' || modal === 'shall' || negated) {
    const written = `nobody ${modal}${negated ? ' not' : ''}`
    const code = modal === 'shall' || (modal === 'may' && negated) ? 'E026' : 'E036'
    reader.report(
      found(reader, node, {
        code,
        message: `\`${written}\` cannot be used in an order`,
        label: 'it can be read in two ways',
        fix: negated ? DENIED_TWICE : 'write `nobody may` (it is forbidden) or `nobody need` (it is not required)',
      }),
    )
    return 'must not'
  }
  return `${modal === 'may' ? 'must' : modal} not`
}
const DENIED_TWICE = 'write `nobody may` (it is forbidden), or name who must do it'
