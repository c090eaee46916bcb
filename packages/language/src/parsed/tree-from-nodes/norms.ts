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
import { duration, found, only, quoted, type Reader, reportNotYet, spanOf, word, words } from './reader.ts'

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
  const cite = only(
    reader,
    node.closings.filter((closing) => closing.cite !== undefined),
    'cite',
  )?.cite
  for (const closing of node.closings) if (closing.broken) reportNotYet(reader, closing, 'if broken')
  return {
    name: word(reader, node.name),
    ...(node.when && { when: conditionBlock(reader, node.when) }),
    ...(node.unless && { unless: conditionBlock(reader, node.unless) }),
    statements: node.statements.map((line) => statement(reader, line)),
    ...(cite && { cite: quoted(reader, cite) }),
  }
}

function statement(reader: Reader, node: ast.Statement): StatementDeclaration {
  const modality = modalityOf(reader, node.modality)
  const { ending } = node
  if (node.one) reportNotYet(reader, node, 'one ROLE')
  if (ending?.before) reportNotYet(reader, ending, 'before ACT')
  if (ending?.guaranteed && modality !== 'may' && modality !== 'need not') {
    reader.report(
      found(reader, ending, {
        code: 'E032',
        message: `\`whatever lower orders say\` cannot follow \`${modality}\``,
        label: 'it stands after `may` or `need not`',
        fix: 'leave it out: nothing lower changes a duty or a prohibition',
      }),
    )
  }
  const deadline = ending && deadlineOf(reader, ending)
  return {
    who: words(reader, node.who),
    one: node.one,
    modality,
    acts: words(reader, node.acts),
    otherThan: words(reader, node.otherThan),
    guaranteed: ending?.guaranteed ?? false,
    ...(deadline && { deadline }),
    span: spanOf(reader, node),
  }
}

function deadlineOf(reader: Reader, node: ast.StatementEnding): DeadlineDeclaration | undefined {
  const late = node.ifLate && { ifLate: word(reader, node.ifLate.role) }
  if (node.promptly) return { kind: 'promptly', ...late }
  if (node.within === undefined || node.event === undefined) return undefined
  return { kind: 'within', duration: duration(reader, node.within), event: word(reader, node.event), ...late }
}
