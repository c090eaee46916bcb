/** What is told where a limit is met: nothing may hang, and what was not found out may not look like what is in order. */
import type { Book } from '@remit/language/checked/tree.ts'
import type { Span } from '@remit/language/text/span.ts'
import { type Diagram, type Diagrams, TooLarge } from '../../diagram/diagrams.ts'
import type { Compiled, TooLargeRefusal } from '../../diagram/from-checked.ts'
import type { MeaningFinding } from './findings.ts'

const FIX =
  'let fewer facts bear on it: say apart what need not be read together, and leave out what other conditions imply'

/** A book that {@link compile} refused. It stands at what most of the work was for. */
export function tooLargeFinding(book: Book, refusal: TooLargeRefusal): MeaningFinding {
  return tooLargeAt(
    `the book of ${book.agency.id} is too large to compile, so nothing can be asked of it`,
    book,
    refusal,
  )
}

/** Two books that are too large to be asked together, though each of them alone may not be. */
export function tooLargeTogether(before: Book, after: Book, refusal: TooLargeRefusal): MeaningFinding {
  const message = `the books of ${before.agency.id} and ${after.agency.id} are together too large to compare`
  return tooLargeAt(message, after, refusal)
}

function tooLargeAt(message: string, book: Book, { costliest }: TooLargeRefusal): MeaningFinding {
  const label =
    costliest === undefined
      ? { span: agencySpan(book), text: 'too much is read together' }
      : { span: costliest.span, text: `the ${costliest.what} \`${costliest.name}\` takes the most` }
  return { code: 'E307', message, labels: [label], fix: FIX }
}

/**
 * What `find` finds within as many steps as one question may take. Where they do not suffice, one finding says what is
 * not known; it stands at the act about which most is to be told apart.
 */
export function withinLimits(compiled: Compiled, asked: string, find: () => MeaningFinding[]): MeaningFinding[] {
  compiled.diagrams.allow()
  try {
    return find()
  } catch (error) {
    if (!(error instanceof TooLarge)) throw error
    return [unfinished(compiled, asked)]
  }
}

function unfinished(compiled: Compiled, asked: string): MeaningFinding {
  const act = widestAct(compiled)
  const message = `the book of ${compiled.book.agency.id} is too large to find out ${asked}`
  const label =
    act === undefined
      ? { span: agencySpan(compiled.book), text: 'too much is read together' }
      : { span: act.span, text: `most has to be told apart about the act \`${act.id}\`` }
  return { code: 'E307', message, labels: [label], fix: FIX }
}

function widestAct({ diagrams, pairs, acts }: Compiled) {
  let most: { readonly act: string; readonly nodes: number } | undefined
  const known = new Map<Diagram, number>()
  for (const { act, outcome } of pairs) {
    const nodes = known.get(outcome) ?? nodesOf(diagrams, outcome)
    known.set(outcome, nodes)
    if (most === undefined || nodes > most.nodes) most = { act, nodes }
  }
  return most === undefined ? undefined : acts.act(most.act)
}

function nodesOf(diagrams: Diagrams, root: Diagram): number {
  const met = new Set<Diagram>([root])
  for (const node of met) {
    if (node < 0) continue
    for (let cell = 0; cell < diagrams.width(diagrams.variableOf(node)); cell++) met.add(diagrams.target(node, cell))
  }
  return met.size
}

/** Where there is no place in an order, the agency's own declaration is pointed at. */
function agencySpan(book: Book): Span {
  return { file: `${book.agency.id}/agency.md`, line: 1, column: 1, offset: 0, length: 0 }
}
