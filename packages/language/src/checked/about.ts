/** What facts and lists are about, and whose a fact about the actor is. */
import type { FactDeclaration, Subject, Word } from '../parsed/tree.ts'
import { findingAt } from './findings.ts'
import type { Linker } from './linker.ts'
import type { About } from './tree.ts'

const OF_FACTS: readonly About[] = ['incident', 'request', 'person', 'actor']
const OF_LISTS = ['incident', 'request', 'person'] as const

/** What a fact is about; the incident where its declaration does not say, or says what there is not (E116). */
export function aboutOf({ about }: Pick<FactDeclaration, 'about'>): About {
  return OF_FACTS.find((each) => each === about?.text) ?? 'incident'
}

/** What a list is about: every entry belongs to one incident, request or person, and to nobody's role. */
export function aboutOfList({ about }: { readonly about?: Word }): Exclude<About, 'actor'> {
  return OF_LISTS.find((each) => each === about?.text) ?? 'incident'
}

/** E116: the word after `about`. */
export function checkAbout(about: Word | undefined, sort: 'fact' | 'list', linker: Linker): void {
  const known: readonly string[] = sort === 'fact' ? OF_FACTS : OF_LISTS
  if (about === undefined || known.includes(about.text)) return
  linker.report(
    findingAt(about.span, 'E116', `a ${sort} cannot be about \`${about.text}\``, {
      label: `a ${sort} is about the ${known.slice(0, -1).join(', the ')} or the ${known.at(-1)}`,
      fix: `write one of \`${known.join('`, `')}\``,
      ...linker.instead(about, () => known),
    }),
  )
}

/** Stands in an input's id for the role that is decided. */
const WHOEVER = '*'

/** A subject with whose it is: `training of officer`. */
function subjectOf(subject: string, owner: string): string {
  return `${subject} of ${owner}`
}

/**
 * The subject of an input that a line asks about: `requester`; for a fact about the actor `training of supervisor`, or `training
 * of *` where the line names no role. Undefined, and reported (E120, E101), where the role does not fit.
 */
export function askedSubject({ subject, of }: Subject, fact: FactDeclaration, linker: Linker): string | undefined {
  const isActors = aboutOf(fact) === 'actor'
  if (of === undefined) return isActors ? subjectOf(subject.text, WHOEVER) : subject.text
  const role = linker.role(of)
  if (!isActors) return refuseRole({ subject, of }, linker, fact)
  if (role === undefined) return undefined
  if (linker.decided.includes(role)) return subjectOf(subject.text, role)
  linker.report(
    findingAt(of.span, 'E120', `no fact is kept of \`${role}\`, which is outside`, {
      label: 'shown and never decided',
      fix: `name one of \`${linker.decided.join('`, `')}\``,
    }),
  )
  return undefined
}

/** E120: a role for what is not about the actor. */
export function refuseRole({ subject, of }: Subject, linker: Linker, fact?: FactDeclaration): undefined {
  if (of === undefined) return
  linker.report(
    findingAt(of.span, 'E120', `\`${subject.text}\` is not about the actor, and so is nobody's own`, {
      label: 'no role has this of its own',
      also: fact === undefined ? [] : [{ span: fact.subject.span, text: `\`${subject.text}\` is declared here` }],
      fix: `take out \`of ${of.text}\``,
    }),
  )
}

/** The subjects of a fact's inputs: one, or for a fact about the actor one for each role that is decided. */
export function ownedSubjects(
  fact: FactDeclaration,
  linker: Linker,
): readonly { readonly words: string; readonly role?: string }[] {
  const subject = fact.subject.text
  if (aboutOf(fact) !== 'actor') return [{ words: subject }]
  return linker.decided.map((role) => ({ words: subjectOf(subject, role), role }))
}

/** The inputs that an id stands for: a fact of whoever acts is said of every role that is decided. */
export function ofEveryRole(input: string, linker: Linker): readonly string[] {
  if (!input.includes(WHOEVER)) return [input]
  return linker.decided.map((role) => input.replace(WHOEVER, role))
}
