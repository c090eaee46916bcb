import type { ConditionLine, ParsedDocument } from '../../parsed/tree.ts'
import type { Finding, Label } from '../../text/finding.ts'
import { linesOf } from '../condition-lines.ts'
import { findingAt } from '../findings.ts'
import type { Draft } from '../link.ts'
import { linkLine } from '../link-conditions.ts'
import { Linker } from '../linker.ts'
import type { Named } from '../names.ts'
import { generalsOf, speaksOfAct } from '../speaks.ts'
import type { Act, ActId, Condition, Exception, Input, InputId, Norm } from '../tree.ts'

/**
 * E228: help in danger must not wait for which request or which person is meant. No norm or exception that speaks about an
 * urgent act or a kind of one, no exception to such a norm, and no `arises when` of such an act reads a fact or a list
 * about a request or a person.
 */
export function urgentFacts(draft: Draft): readonly Finding[] {
  const { book, names } = draft
  const narrow = new Map(book.inputs.filter(isNarrow).map((input) => [input.id, input]))
  if (narrow.size === 0) return []
  const urgent = urgentActs(book.acts)
  if (urgent.size === 0) return []
  const reads = readerOf(draft, narrow)
  const generals = generalsOf(book.acts)
  const speaks = ({ statements }: Norm | Exception) =>
    [...urgent.keys()].find((act) => statements.some((statement) => speaksOfAct(statement, act, generals)))
  const norms = book.norms.flatMap((norm) => {
    const act = speaks(norm)
    return act === undefined ? [] : [{ norm, act }]
  })
  const about = new Map(norms.map(({ norm, act }) => [norm.id, act]))
  const exceptions = book.exceptions.flatMap((exception) => {
    const act = speaks(exception) ?? exception.to.map((id) => about.get(id)).find((each) => each !== undefined)
    return act === undefined ? [] : [{ norm: exception, act }]
  })
  const found = [...norms, ...exceptions].flatMap(({ norm, act }) => {
    const named = names.norms.get(norm.id)
    return named === undefined ? [] : findingsOf(named, `\`${norm.name}\``, act, { draft, reads })
  })
  const arising = book.acts.flatMap(({ id }) => {
    const named = names.acts.get(id)
    return named === undefined || !urgent.has(id) ? [] : findingsOf(named, 'when it arises', id, { draft, reads })
  })
  return [...found, ...arising]
}

type Narrow = Input & { readonly about: 'request' | 'person' }
type Reader = (condition: Condition) => Narrow | undefined

function isNarrow(input: Input): input is Narrow {
  return input.about === 'request' || input.about === 'person'
}

/** The acts of one book after another are the same as a rule. */
const known = new WeakMap<readonly Act[], ReadonlyMap<ActId, ActId>>()

/** Each urgent act and each kind of one, with the urgent act. */
function urgentActs(acts: readonly Act[]): ReadonlyMap<ActId, ActId> {
  const urgent = known.get(acts) ?? findUrgent(acts)
  known.set(acts, urgent)
  return urgent
}

function findUrgent(acts: readonly Act[]): ReadonlyMap<ActId, ActId> {
  const generals = generalsOf(acts)
  const urgent = new Set(acts.filter((act) => act.urgent).map(({ id }) => id))
  return new Map(
    acts.flatMap(({ id }) => {
      const general = [...(generals.get(id) ?? [])].find((each) => urgent.has(each))
      return general === undefined ? [] : [[id, general] as const]
    }),
  )
}

/** Finds an input about one request or person that a condition reads, itself or through defines. */
function readerOf({ book }: Draft, narrow: ReadonlyMap<InputId, Narrow>): Reader {
  const defines = new Map<string, Narrow | undefined>()
  const firstOf = (all: readonly Condition[]): Narrow | undefined => {
    for (const each of all) {
      const found = read(each)
      if (found !== undefined) return found
    }
    return undefined
  }
  const read = (condition: Condition): Narrow | undefined => {
    switch (condition.kind) {
      case 'all':
      case 'any':
        return firstOf(condition.of)
      case 'not':
        return read(condition.of)
      case 'define':
        return defines.get(condition.define)
      case 'yes':
      case 'one-of':
      case 'compare':
        return narrow.get(condition.input)
    }
  }
  // A define refers only to defines before it.
  for (const { id, when } of book.defines) defines.set(id, read(when))
  return read
}

type Declared = Named<Extract<ParsedDocument['declarations'][number], { kind: 'norm' | 'exception' | 'act' }>>

function findingsOf(
  { declaration, document }: Declared,
  who: string,
  act: ActId,
  { draft, reads }: { readonly draft: Draft; readonly reads: Reader },
): readonly Finding[] {
  const scratch = new Linker(draft.names)
  return linesOf(declaration).flatMap((line: ConditionLine) => {
    const condition = linkLine(line, document, scratch)
    const input = condition && reads(condition)
    if (input === undefined) return []
    return [
      findingAt(line.span, 'E228', `${who}: the urgent act \`${act}\` cannot depend on one ${input.about}`, {
        label: `reads \`${input.id}\`, which is about the ${input.about}`,
        also: declaredAt(input, draft),
        fix: 'say it by facts about the incident or the actor: help in danger waits for nobody',
      }),
    ]
  })
}

function declaredAt(input: Input, { names }: Draft): readonly Label[] {
  const fact = names.facts.get(subjectOf(input)) ?? names.yesNo.get(input.id)
  const list = input.kind === 'yes-no' && input.of.kind === 'some' ? names.lists.get(input.of.list) : undefined
  const span = fact?.declaration.subject.span ?? list?.declaration.name.span
  return span === undefined ? [] : [{ span, text: 'declared here' }]
}

function subjectOf(input: Input): string {
  if (input.kind === 'clock') return input.names[0] ?? ''
  return input.kind === 'yes-no' && input.of.kind === 'member' ? input.of.set : input.id
}
