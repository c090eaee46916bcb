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
import { conditionBlock, conditionLines } from './conditions.ts'
import { clausesOf, found, only, quoted, type Reader, spanOf, textOf, word, words } from './reader.ts'

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
  const conditions = conditionLines(reader, node.conditions)
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
  if (node.time !== undefined) return { ...momentOf(reader, node, node.time), value, span }
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

function momentOf(reader: Reader, node: ast.Change, time: ast.Time) {
  // The grammar has the day and the event after every time.
  const { day, event } = node as ast.Change & { day: ast.Name; event: ast.Name }
  if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(time.text)) {
    const message = `\`${time.text}\` is no time of day`
    reader.report(
      found(reader, time, { code: 'E034', message, label: 'from `00:00` to `23:59`', ...timeFix(time.text) }),
    )
  }
  if (day.text !== 'day') {
    const after = node.after ? 'after' : 'of'
    reader.report(
      found(reader, day, {
        code: 'E020',
        message: `expected \`day\` after \`the\`, found \`${day.text}\``,
        label: 'not expected here',
        fix: `write \`of the day ${after} ${event.text}\``,
      }),
    )
  }
  return {
    kind: 'moment',
    time: word(reader, time),
    day: node.after ? 'after' : 'of',
    event: word(reader, event),
  } as const
}

/** What was likely meant by a time that does not exist. */
function timeFix(text: string): { readonly fix?: string } {
  if (/^\d:[0-5]\d$/.test(text)) return { fix: `write \`0${text}\`` }
  return text === '24:00' ? { fix: 'write `00:00 of the day after EVENT`' } : {}
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
