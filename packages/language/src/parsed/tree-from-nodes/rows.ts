/** What `and` and commas join: conditions or happenings, each entry of a list with all its tests. */
import type * as ast from '../generated/ast.ts'

type Item = ast.Condition | ast.Happening
/** A field with what is said of it. */
export type Tested = { readonly field: ast.Name; readonly test: ast.FieldTest }

export type Row<T extends Item> = {
  readonly item: T
  /** What joins it to the one before; absent at the first. */
  readonly join: ',' | 'and' | undefined
  /** The tests of an entry, first to last; none where the item is no entry. */
  readonly tests: readonly Tested[]
}

/** A test alone, `level felony`, belongs to the entry that began before it, if nothing else came between. */
export function rowsOf<T extends Item>(node: {
  readonly items: readonly T[]
  readonly joins: readonly (',' | 'and')[]
}): readonly Row<T>[] {
  const rows: (Row<T> & { readonly tests: Tested[] })[] = []
  for (const [index, item] of node.items.entries()) {
    const open = rows.at(-1)?.tests ?? []
    const alone = testAlone(item)
    if (alone !== undefined && open.length > 0) {
      open.push(alone)
      continue
    }
    const first = firstTest(item)
    rows.push({ item, join: node.joins[index - 1], tests: first === undefined ? [] : [first] })
  }
  return rows
}

function firstTest(item: Item): Tested | undefined {
  const isPlain = item.$type === 'PlainCondition' || item.$type === 'PlainHappening'
  return isPlain ? undefined : item.test
}

/** `NAME 5 minutes ago` is an event. */
function testAlone(item: Item): Tested | undefined {
  if (item.$type !== 'PlainCondition' && item.$type !== 'PlainHappening') return undefined
  const { subject, test } = item
  if (test === undefined || (test.$type === 'NumberTest' && test.ago)) return undefined
  return { field: subject, test }
}
