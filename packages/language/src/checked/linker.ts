/** Finds what a word names, and reports a word that names nothing. */
import type {
  Declaration,
  Duration,
  ExceptionDeclaration,
  NormDeclaration,
  NormReference,
  ParsedDocument,
  Word,
} from '../parsed/tree.ts'
import type { Finding, FindingCode } from '../text/finding.ts'
import { nearest } from '../text/nearest.ts'
import { findingAt, sortedOnce } from './findings.ts'
import { AGENCY_ROLE, type Names, normId } from './names.ts'
import type { ActId, EventId, InputId, NormId, RoleId } from './tree.ts'
import { unitMs } from './units.ts'

/**
 * How many names are compared in search of the nearest, for all findings of one book. A book has a few hundred names,
 * so that is a hundred suggestions: more than anybody reads, and a file with 10,000 faults is still told at once.
 */
const COMPARISONS_MAX = 50_000

/** The names of one book and the findings met while linking them. */
export class Linker {
  readonly names: Names
  readonly findings: Finding[] = []
  /** What conditions ask whether it was done; every such question becomes an input of the book. */
  readonly doneAsked = new Map<InputId, { readonly role: RoleId; readonly act: ActId }>()
  #comparisons = 0

  constructor(names: Names) {
    this.names = names
  }

  report(finding: Finding): void {
    this.findings.push(finding)
  }

  role(word: Word): RoleId | undefined {
    if (word.text === AGENCY_ROLE || this.names.roles.has(word.text)) return word.text
    const isGroup = this.names.groups.has(word.text)
    if (!isGroup) return this.#unknown(word, 'E101', 'role', () => this.names.roles.keys())
    const fix = 'name one role'
    this.report(findingAt(word.span, 'E101', `\`${word.text}\` is a group, not a role`, { label: 'a group', fix }))
    return undefined
  }

  /** The roles that words name, groups replaced by their members, in order of id. */
  roles(words: readonly Word[]): readonly RoleId[] {
    return sortedOnce(words.flatMap((word) => this.#members(word)))
  }

  act(word: Word): ActId | undefined {
    if (this.names.acts.has(word.text)) return word.text
    return this.#unknown(word, 'E102', 'act', () => this.names.acts.keys())
  }

  /** The acts that words name, in order of id. */
  acts(words: readonly Word[]): readonly ActId[] {
    return sortedOnce(words.flatMap((word) => this.act(word) ?? []))
  }

  event(word: Word): EventId | undefined {
    if (this.names.events.has(word.text)) return word.text
    return this.#unknown(word, 'E103', 'event', () => this.names.events.keys())
  }

  /** A norm or an exception of this document, or of the document in force with that short title. */
  norm({ name, of }: NormReference, document: ParsedDocument): NormId | undefined {
    const home = of === undefined ? document : this.#documentOf(of)
    if (home === undefined) return undefined
    const id = normId(home.id, name.text)
    if (this.names.norms.has(id)) return id
    this.report(declaresNorm(home, name.text) ? notInForce(name) : this.#noNorm(name, home, of))
    return undefined
  }

  /** Milliseconds; undefined and reported if the unit has no fixed length. */
  duration({ count, unit }: Duration): number | undefined {
    const ms = unitMs(unit.text)
    if (ms !== undefined) return count * ms
    this.report(
      findingAt(unit.span, 'E107', `\`${unit.text}\` is no unit of time of one length`, {
        label: 'not a unit that a clock has',
        fix: 'write `minutes`, `hours` or `days`',
      }),
    )
    return undefined
  }

  /** A fix that names the nearest of `candidates`, as long as suggestions are worth their time. */
  nearest(word: string, candidates: () => Iterable<string>): string | undefined {
    if (this.#comparisons >= COMPARISONS_MAX) return undefined
    const known = [...candidates()]
    this.#comparisons += known.length
    const near = nearest(word, known)
    return near === undefined ? undefined : `write \`${near}\``
  }

  #members(word: Word): readonly RoleId[] {
    const group = this.names.groups.get(word.text)
    if (group !== undefined) return group.declaration.members.flatMap((member) => this.role(member) ?? [])
    if (word.text === AGENCY_ROLE || this.names.roles.has(word.text)) return [word.text]
    this.#unknown(word, 'E101', 'role or group', () => [...this.names.roles.keys(), ...this.names.groups.keys()])
    return []
  }

  #noNorm(name: Word, home: ParsedDocument, of: Word | undefined): Finding {
    const where = of === undefined ? 'in this document' : `in \`${home.id}\`, which is "${of.text}" here`
    const others = () => home.declarations.flatMap((declared) => (isNorm(declared) ? declared.name.text : []))
    const fix = this.nearest(name.text, others)
    return findingAt(name.span, 'E108', `there is no norm \`${name.text}\` ${where}`, { label: 'names no norm', fix })
  }

  #documentOf(short: Word): ParsedDocument | undefined {
    const [document] = this.names.documentsByShort.get(short.text) ?? []
    if (document !== undefined) return document
    this.report(
      findingAt(short.span, 'E109', `no document with the short title "${short.text}" is in force here`, {
        label: 'names no document of this book',
        fix: this.nearest(short.text, () => this.names.documentsByShort.keys()),
      }),
    )
    return undefined
  }

  #unknown(word: Word, code: FindingCode, sort: string, candidates: () => Iterable<string>): undefined {
    const fix = this.nearest(word.text, candidates)
    const label = `no ${sort} of this name is declared`
    this.report(findingAt(word.span, code, `there is no ${sort} \`${word.text}\``, { label, fix }))
  }
}

function isNorm(declared: Declaration): declared is NormDeclaration | ExceptionDeclaration {
  return declared.kind === 'norm' || declared.kind === 'exception'
}

function declaresNorm({ declarations }: ParsedDocument, name: string): boolean {
  return declarations.some((declared) => isNorm(declared) && declared.name.text === name)
}

/** A scenario may look at a day on which its own document is no longer, or not yet, in force. */
function notInForce({ text, span }: Word): Finding {
  return findingAt(span, 'E108', `the norm \`${text}\` is not in force here`, {
    label: 'its document is not in this book',
    fix: 'choose a day and an agency for which the document is in force',
  })
}
