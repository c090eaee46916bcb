import type * as ast from '../generated/ast.ts'
import type { Declaration } from '../tree.ts'
import { list } from './lists.ts'
import { exception, norm, unsettled } from './norms.ts'
import type { Reader } from './reader.ts'
import { choice, report } from './reports.ts'
import { invariant, scenario } from './scenarios.ts'
import { act, define, event, fact, group, never, role } from './words.ts'

/** The declaration that a node of the grammar says. What it says that no order can say is reported. */
export function declaration(reader: Reader, node: ast.Declaration): Declaration {
  switch (node.$type) {
    case 'Role':
      return role(reader, node)
    case 'Group':
      return group(reader, node)
    case 'Fact':
      return fact(reader, node)
    case 'Define':
      return define(reader, node)
    case 'Event':
      return event(reader, node)
    case 'Act':
      return act(reader, node)
    case 'Never':
      return never(reader, node)
    case 'Norm':
      return norm(reader, node)
    case 'Exception':
      return exception(reader, node)
    case 'Unsettled':
      return unsettled(reader, node)
    case 'Invariant':
      return invariant(reader, node)
    case 'Scenario':
      return scenario(reader, node)
    case 'List':
      return list(reader, node)
    case 'Choice':
      return choice(reader, node)
    case 'Report':
      return report(reader, node)
  }
}
