import type { Declaration, ParsedDocument, Word } from '../../parsed/tree.ts'
import type { Finding } from '../../text/finding.ts'
import { findingAt } from '../findings.ts'
import { AGENCY_ROLE } from '../names.ts'

/** The program itself acts on these: no order may give them another meaning (*What a document can declare*). */
const DANGER = { subject: 'someone', state: 'in-danger', opens: 'danger-reported', closes: 'danger-ended' } as const

/** E213: the names of danger belong to a vocabulary and mean one thing; `agency` is built in. */
export function reservedNames(document: ParsedDocument): readonly Finding[] {
  return document.declarations.flatMap((declaration) => reservedIn(declaration, document))
}

function reservedIn(declaration: Declaration, { frontMatter }: ParsedDocument): readonly Finding[] {
  const isShared = frontMatter.force.text === 'vocabulary'
  switch (declaration.kind) {
    case 'role':
    case 'group':
      return declaration.name.text === AGENCY_ROLE ? [reserved(declaration.name, 'the agency itself is built in')] : []
    case 'event': {
      const isDanger = declaration.name.text === DANGER.opens || declaration.name.text === DANGER.closes
      return isDanger && !isShared ? [reserved(declaration.name, 'only a vocabulary declares it')] : []
    }
    case 'define':
      return isDanger(declaration.subject, declaration.state)
        ? [reserved(declaration.subject, 'danger is what people report, not what follows from facts')]
        : []
    case 'fact':
      return reservedFact(declaration, isShared)
    case 'act':
    case 'choice':
    case 'exception':
    case 'invariant':
    case 'list':
    case 'never':
    case 'norm':
    case 'report':
    case 'scenario':
    case 'unsettled':
      return []
  }
}

function reservedFact(fact: Declaration & { kind: 'fact' }, isShared: boolean): readonly Finding[] {
  if (fact.shape.kind !== 'yes-no' || !isDanger(fact.subject, fact.shape.state)) return []
  return isShared && isDangerPerReport(fact) ? [] : [reserved(fact.subject, DANGER_MEANING)]
}

const DANGER_MEANING =
  'a vocabulary declares it: at first no, yes while a danger-reported has no danger-ended of its own'

function isDanger(subject: Word, state: Word): boolean {
  return subject.text === DANGER.subject && state.text === DANGER.state
}

function isDangerPerReport({ changes, first, about }: Declaration & { kind: 'fact' }): boolean {
  const [change, ...others] = changes
  return (
    first?.text === 'no' &&
    (about === undefined || about.text === 'incident') &&
    others.length === 0 &&
    change?.kind === 'while' &&
    change.opens.text === DANGER.opens &&
    change.closes.text === DANGER.closes
  )
}

function reserved({ text, span }: Word, why: string): Finding {
  return findingAt(span, 'E213', `\`${text}\` is reserved`, { label: why, fix: 'choose another name' })
}
