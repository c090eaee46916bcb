import type { ConditionBlock, ConditionLine, Declaration } from '../parsed/tree.ts'

/** The condition lines by which a declaration decides something: those of `never`s and invariants only check. */
export function linesOf(declaration: Declaration): readonly ConditionLine[] {
  switch (declaration.kind) {
    case 'norm':
    case 'exception':
      return [...blockLines(declaration.when), ...blockLines(declaration.unless)]
    case 'define':
      return declaration.when.lines
    case 'act':
      return blockLines(declaration.arises)
    case 'choice':
      return blockLines(declaration.when)
    case 'event':
    case 'fact':
    case 'group':
    case 'invariant':
    case 'list':
    case 'never':
    case 'report':
    case 'role':
    case 'scenario':
    case 'unsettled':
      return []
  }
}

function blockLines(block: ConditionBlock | undefined): readonly ConditionLine[] {
  return block?.lines ?? []
}
