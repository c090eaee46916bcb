/** The ways in which a document is made wrong, one small change each; on the parsed tree, which is then checked. */
import type {
  ConditionBlock,
  Declaration,
  ExceptionDeclaration,
  LocalTime,
  NormDeclaration,
  ParsedDocument,
} from '@remit/language/parsed/tree.ts'
import type { StatementModality } from '@remit/language/text/words.ts'

export const SORTS = [
  'modality turned',
  'condition dropped',
  'condition negated',
  'exception dropped',
  'day moved',
] as const
export type Sort = (typeof SORTS)[number]

export type Mutant = {
  readonly sort: Sort
  readonly document: ParsedDocument
  /** The norm or exception that was changed, or the entry of the front matter. */
  readonly changed: string
  /** What was done, in a phrase: `must became must not`. */
  readonly words: string
  /** The line of the document in which the change lies. */
  readonly line: number
}

type Rule = NormDeclaration | ExceptionDeclaration

const isRule = (declaration: Declaration): declaration is Rule =>
  declaration.kind === 'norm' || declaration.kind === 'exception'

const TURNED: { readonly [modality in StatementModality]: StatementModality } = {
  must: 'must not',
  'must not': 'must',
  may: 'must not',
  'need not': 'must',
  should: 'should not',
  'should not': 'should',
}

/** Every mutant of a document, in order of text: of its norms and exceptions, and of its first and last day. */
export function mutantsOf(document: ParsedDocument): readonly Mutant[] {
  const rules = document.declarations.filter(isRule)
  if (rules.length === 0) return []
  return [...mutantsOfDays(document), ...rules.flatMap((rule) => mutantsOfRule(document, rule))]
}

function mutantsOfDays(document: ParsedDocument): readonly Mutant[] {
  const { frontMatter } = document
  return (['from', 'through'] as const).flatMap((entry) => {
    const day = frontMatter[entry]
    if (day === undefined) return []
    return [-1, 1].map((days): Mutant => {
      const moved = movedBy(day, days)
      return {
        sort: 'day moved',
        document: { ...document, frontMatter: { ...frontMatter, [entry]: moved } },
        changed: entry,
        words: `${day.text} became ${moved.text}`,
        line: day.span.line,
      }
    })
  })
}

function movedBy(day: LocalTime, days: number): LocalTime {
  const [date = '', time] = day.text.split('T')
  const moved = new Date(Date.parse(`${date}T00:00Z`) + days * 86_400_000).toISOString().slice(0, date.length)
  return { ...day, text: time === undefined ? moved : `${moved}T${time}` }
}

function mutantsOfRule(document: ParsedDocument, rule: Rule): readonly Mutant[] {
  const with_ = (sort: Sort, words: string, line: number, instead: readonly Declaration[]): Mutant => ({
    sort,
    document: {
      ...document,
      declarations: document.declarations.flatMap((each) => (each === rule ? instead : [each])),
    },
    changed: rule.name.text,
    words,
    line,
  })
  const turned = rule.statements.map((statement, index) => {
    const modality = TURNED[statement.modality]
    // Only a permission can be guaranteed.
    const instead = { ...statement, modality, guaranteed: false }
    const statements = rule.statements.with(index, instead)
    const words = `${statement.modality} became ${modality}`
    return with_('modality turned', words, statement.span.line, [{ ...rule, statements }])
  })
  const conditions = (['when', 'unless'] as const).flatMap((part) =>
    changedBlocks(rule[part]).map(({ sort, block, line }) => {
      const { [part]: _, ...rest } = rule
      const instead: Rule = block === undefined ? rest : { ...rest, [part]: block }
      return with_(sort, `a line of \`${part}\``, line, [instead])
    }),
  )
  const dropped = rule.kind === 'exception' ? [with_('exception dropped', 'the whole', rule.span.line, [])] : []
  return [...turned, ...conditions, ...dropped]
}

/** Each line left out, and each line turned into its contrary; no block where nothing is left of it. */
function changedBlocks(block: ConditionBlock | undefined) {
  return (block?.lines ?? []).flatMap((line, index) => {
    if (block === undefined) return []
    const rest = block.lines.toSpliced(index, 1)
    const negated = block.lines.with(index, { ...line, negated: !line.negated })
    return [
      {
        sort: 'condition dropped' as const,
        block: rest.length === 0 ? undefined : { ...block, lines: rest },
        line: line.span.line,
      },
      { sort: 'condition negated' as const, block: { ...block, lines: negated }, line: line.span.line },
    ]
  })
}
