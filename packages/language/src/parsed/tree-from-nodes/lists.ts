/** Lists: entries of one shape about the person, with their fields. */
import type * as ast from '../generated/ast.ts'
import type { FieldDeclaration, FieldShape, ListDeclaration } from '../tree.ts'
import { clausesOf, only, quoted, type Reader, spanOf, textOf, word, words } from './reader.ts'

export function list(reader: Reader, node: ast.List): ListDeclaration {
  const of = <T extends ast.ListClause['$type']>(type: T) => clausesOf<ast.ListClause, T>(node.clauses, type)
  const about = only(reader, of('AboutClause'), 'about')
  const ask = only(reader, of('AskClause'), 'ask')
  const help = only(reader, of('HelpClause'), 'help')
  const known = only(reader, of('KnownClause'), 'known to')
  return {
    kind: 'list',
    span: spanOf(reader, node),
    name: word(reader, node.name),
    ...textOf(reader, node),
    ...(about && { about: word(reader, about.about) }),
    ...(ask && { ask: quoted(reader, ask.text) }),
    ...(help && { help: quoted(reader, help.text) }),
    knownTo: words(reader, known?.roles ?? []),
    fields: of('Field').map((field) => fieldOf(reader, field)),
  }
}

function fieldOf(reader: Reader, node: ast.Field): FieldDeclaration {
  return { name: word(reader, node.name), ...textOf(reader, node), shape: fieldShape(reader, node.shape) }
}

function fieldShape(reader: Reader, node: ast.FieldShape): FieldShape {
  switch (node.$type) {
    case 'YesNoField':
      return { kind: 'yes-no' }
    case 'NumberField':
      return { kind: 'number', unit: word(reader, node.unit) }
    case 'OneOfField': {
      const values = node.values.map((value) => ({ name: word(reader, value.name), ...textOf(reader, value) }))
      return { kind: 'one-of', values }
    }
  }
}
