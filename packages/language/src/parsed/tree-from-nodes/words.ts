/** Declarations of words: roles, groups, events, facts, defines, acts and what can never be. */
import type * as ast from '../generated/ast.ts'
import type {
  ActDeclaration,
  ChangeDeclaration,
  DefineDeclaration,
  EventDeclaration,
  FactDeclaration,
  FactShape,
  GroupDeclaration,
  NeverDeclaration,
  RoleDeclaration,
  ValueDeclaration,
} from '../tree.ts'
import { conditionBlock, conditionLine } from './conditions.ts'
import { found, only, quoted, type Reader, spanOf, word, words } from './reader.ts'

export function role(reader: Reader, node: ast.Role): RoleDeclaration {
  const outside = node.outside
  return { kind: 'role', span: spanOf(reader, node), name: word(reader, node.name), ...textOf(reader, node), outside }
}

export function group(reader: Reader, node: ast.Group): GroupDeclaration {
  const members = words(reader, node.members)
  return { kind: 'group', span: spanOf(reader, node), name: word(reader, node.name), members }
}

export function event(reader: Reader, node: ast.Event): EventDeclaration {
  return { kind: 'event', span: spanOf(reader, node), name: word(reader, node.name), ...textOf(reader, node) }
}

export function define(reader: Reader, node: ast.Define): DefineDeclaration {
  return {
    kind: 'define',
    span: spanOf(reader, node),
    subject: word(reader, node.subject),
    state: word(reader, node.state),
    when: conditionBlock(reader, node.when),
  }
}

export function never(reader: Reader, node: ast.Never): NeverDeclaration {
  const conditions = node.conditions.map((line) => conditionLine(reader, line))
  return { kind: 'never', span: spanOf(reader, node), conditions }
}

export function fact(reader: Reader, node: ast.Fact): FactDeclaration {
  const of = <T extends ast.FactClause['$type']>(type: T) => clausesOf<ast.FactClause, T>(node.clauses, type)
  const first = only(reader, of('FirstClause'), 'at first')
  const ask = only(reader, of('AskClause'), 'ask')
  const help = only(reader, of('HelpClause'), 'help')
  const known = only(reader, of('KnownClause'), 'known to')
  const about = only(reader, of('AboutClause'), 'about')
  return {
    kind: 'fact',
    span: spanOf(reader, node),
    subject: word(reader, node.subject),
    shape: factShape(reader, node.shape),
    ...(first && { first: word(reader, first.value) }),
    ...(ask && { ask: quoted(reader, ask.text) }),
    ...(help && { help: quoted(reader, help.text) }),
    knownTo: words(reader, known?.roles ?? []),
    alwaysOffered: only(reader, of('OfferedClause'), 'always offered') !== undefined,
    ...(about && { about: word(reader, about.about) }),
    changes: of('ChangeClause').flatMap((clause) => clause.changes.map((change) => changeOf(reader, change))),
  }
}

function factShape(reader: Reader, node: ast.FactShape): FactShape {
  if (node.$type === 'SomeOfShape') return { kind: 'some-of', values: valuesOf(reader, node.values) }
  const { shape } = node
  switch (shape.$type) {
    case 'OneOfShape':
      return { kind: 'one-of', values: valuesOf(reader, shape.values) }
    case 'NumberShape':
      return { kind: 'number', unit: word(reader, shape.unit) }
    case 'ClockShape':
      return { kind: 'clock', unit: word(reader, shape.unit), event: word(reader, shape.event) }
    case 'StateShape':
      return { kind: 'yes-no', state: word(reader, shape.state) }
  }
}

function valuesOf(reader: Reader, nodes: readonly ast.ValueEntry[]): ValueDeclaration[] {
  return nodes.map((node) => ({ name: word(reader, node.name), ...textOf(reader, node) }))
}

function changeOf(reader: Reader, node: ast.Change): ChangeDeclaration {
  const span = spanOf(reader, node)
  const value = word(reader, node.value)
  if (node.event !== undefined) return { kind: 'becomes', value, event: word(reader, node.event), span }
  if (value.text !== 'yes') {
    reader.report(
      found(reader, node.value, {
        code: 'E032',
        message: `\`${value.text} while\` cannot be said`,
        label: 'only `yes` can last while something has not ended',
        fix: `write \`${value.text} when EVENT\``,
      }),
    )
  }
  // The grammar has both names after `while`, and no event before it.
  const { opens, closes } = node as ast.Change & { opens: ast.Name; closes: ast.Name }
  return { kind: 'while', opens: word(reader, opens), closes: word(reader, closes), span }
}

export function act(reader: Reader, node: ast.Act): ActDeclaration {
  const of = <T extends ast.ActClause['$type']>(type: T) => clausesOf<ast.ActClause, T>(node.clauses, type)
  const order = only(reader, of('OrderClause'), 'order')
  const unitWord = only(reader, of('WordClause'), 'word')
  const directs = only(reader, of('DirectsClause'), 'directs')
  const arises = only(reader, of('ArisesClause'), 'arises when')
  const flag = (name: string, first: string) =>
    only(
      reader,
      of('FlagClause').filter((clause) => clause.flag === first),
      name,
    ) !== undefined
  return {
    kind: 'act',
    span: spanOf(reader, node),
    name: word(reader, node.name),
    ...textOf(reader, node),
    ...(order && { order: quoted(reader, order.text) }),
    ...(unitWord && { word: word(reader, unitWord.word) }),
    kindOf: of('KindClause').flatMap((clause) => words(reader, clause.acts)),
    excludes: of('ExcludesClause').flatMap((clause) => words(reader, clause.acts)),
    ...(directs && { directs: { role: word(reader, directs.role), act: word(reader, directs.act) } }),
    urgent: flag('urgent', 'urgent'),
    withdraws: flag('withdraws', 'withdraws'),
    onlyWhereAllowed: flag('only where allowed', 'only'),
    ...(arises && { arises: conditionBlock(reader, arises.when) }),
  }
}

function textOf(reader: Reader, node: { readonly text?: ast.Text }) {
  return node.text === undefined ? {} : { text: quoted(reader, node.text) }
}

/** The clauses of one type, in order of text. */
function clausesOf<C extends { readonly $type: string }, T extends C['$type']>(
  clauses: readonly C[],
  type: T,
): Extract<C, { readonly $type: T }>[] {
  // The filter keeps just those whose `$type` is `type`.
  return clauses.filter((clause) => clause.$type === type) as Extract<C, { readonly $type: T }>[]
}
