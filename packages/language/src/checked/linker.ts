/** Finds what a word names, and reports a word that names nothing. */
import type {
  Declaration,
  Duration,
  ExceptionDeclaration,
  ListDeclaration,
  NormDeclaration,
  NormReference,
  ParsedDocument,
  Word,
} from '../parsed/tree.ts'
import type { Finding, FindingCode } from '../text/finding.ts'
import { nearest } from '../text/nearest.ts'
import type { Span } from '../text/span.ts'
import { findingAt, type Reason, sortedOnce } from './findings.ts'
import type { FieldTest, ListId } from './lists.ts'
import { AGENCY_ROLE, type Names, normId } from './names.ts'
import type { Recorder, TargetKind, TargetPart } from './references/reference.ts'
import type { ActId, EventId, InputId, NormId, RoleId } from './tree.ts'
import { unitMs } from './units.ts'

/**
 * How many names are compared in search of the nearest, for all findings of one book. A book has a few hundred names,
 * so that is a hundred suggestions: more than anybody reads, and a file with 10,000 faults is still told at once.
 */
const COMPARISONS_MAX = 50_000

/** `some LIST has …`. */
export type SomeQuestion = { readonly list: ListId; readonly tests: readonly FieldTest[]; readonly span: Span }

/** `ROLE has done ACT`. */
export type DoneQuestion = { readonly role: RoleId; readonly act: ActId }

/** What a declaration asks beside what it becomes, in order. */
export type Asked = {
  readonly done: readonly (readonly [InputId, DoneQuestion])[]
  readonly some: readonly (readonly [InputId, SomeQuestion])[]
}

type Noted = { readonly done: [InputId, DoneQuestion][]; readonly some: [InputId, SomeQuestion][] }

/** The names of one book and the findings met while linking them. */
export class Linker {
  readonly names: Names
  readonly findings: Finding[] = []
  /** What conditions ask whether it was done; every such question becomes an input of the book. */
  readonly doneAsked = new Map<InputId, DoneQuestion>()
  /** What conditions ask of lists, with the place of the question; each becomes an input of the book too. */
  readonly someAsked = new Map<InputId, SomeQuestion>()
  /** The roles that are decided, in order of id: all that are not outside, and the agency. */
  readonly decided: readonly RoleId[]
  readonly #record: Recorder | undefined
  #comparisons = 0
  #noted: Noted | undefined

  /** `record` is told of every word that names something, for editors. */
  constructor(names: Names, record?: Recorder) {
    this.names = names
    const inside = [...names.roles.values()].filter(({ declaration }) => !declaration.outside)
    this.decided = sortedOnce([...inside.map(({ declaration }) => declaration.name.text), AGENCY_ROLE])
    this.#record = record
  }

  /** Whether someone is told of every word that names something. */
  get isRecording(): boolean {
    return this.#record !== undefined
  }

  /** Tells the recorder what a word names. */
  refer(word: Word, kind: TargetKind, id: string, part?: TargetPart): void {
    this.#record?.(word, { kind, id }, part)
  }

  report(finding: Finding): void {
    this.findings.push(finding)
  }

  askDone(input: InputId, question: DoneQuestion): void {
    this.doneAsked.set(input, question)
    this.#noted?.done.push([input, question])
  }

  askSome(input: InputId, question: SomeQuestion): void {
    if (!this.someAsked.has(input)) this.someAsked.set(input, question)
    this.#noted?.some.push([input, question])
  }

  /** What `work` gives, and all that it asks, also what was asked before. */
  noting<T>(work: () => T): { readonly result: T; readonly asked: Asked } {
    const outer = this.#noted
    const asked: Noted = { done: [], some: [] }
    this.#noted = asked
    const result = work()
    this.#noted = outer
    outer?.done.push(...asked.done)
    outer?.some.push(...asked.some)
    return { result, asked }
  }

  role(word: Word): RoleId | undefined {
    if (this.#isRole(word)) return word.text
    const isGroup = this.names.groups.has(word.text)
    if (!isGroup) return this.#unknown(word, 'E101', 'role', () => this.names.roles.keys())
    const fix = 'name one role of it'
    this.report(findingAt(word.span, 'E101', `\`${word.text}\` is a group, not a role`, { label: 'a group', fix }))
    return undefined
  }

  /** The roles that words name, groups replaced by their members, in order of id. */
  roles(words: readonly Word[]): readonly RoleId[] {
    return sortedOnce(words.flatMap((word) => this.#members(word)))
  }

  /** A role that is decided: what is outside is shown and never told what to do. */
  decidedRole(word: Word): RoleId | undefined {
    const role = this.role(word)
    if (role === undefined || this.decided.includes(role)) return role
    const fix = `name one of \`${this.decided.join('`, `')}\``
    const label = 'shown and never decided'
    this.report(findingAt(word.span, 'E101', `\`${role}\` is outside, and nothing is decided for it`, { label, fix }))
    return undefined
  }

  act(word: Word): ActId | undefined {
    if (this.names.acts.has(word.text)) return this.#named(word, 'act')
    return this.#unknown(word, 'E102', 'act', () => this.names.acts.keys())
  }

  /** The acts that words name, in order of id. */
  acts(words: readonly Word[]): readonly ActId[] {
    return sortedOnce(words.flatMap((word) => this.act(word) ?? []))
  }

  event(word: Word): EventId | undefined {
    if (this.names.events.has(word.text)) return this.#named(word, 'event')
    return this.#unknown(word, 'E103', 'event', () => this.names.events.keys())
  }

  /** A norm or an exception of this document, or of the document in force with that short title. */
  norm({ name, of }: NormReference, document: ParsedDocument): NormId | undefined {
    const home = of === undefined ? document : this.#documentOf(of)
    if (home === undefined) return undefined
    const id = normId(home.id, name.text)
    if (this.names.norms.has(id)) {
      this.refer(name, 'norm', id)
      return id
    }
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

  /** The nearest of `candidates`, as long as suggestions are worth their time. */
  nearest(word: string, candidates: () => Iterable<string>): string | undefined {
    if (this.#comparisons >= COMPARISONS_MAX) return undefined
    const known = [...candidates()]
    this.#comparisons += known.length
    return nearest(word, known)
  }

  /** The fix that writes the nearest of `candidates` in place of `word`; nothing where none is near. */
  instead(word: Word, candidates: () => Iterable<string>): Pick<Reason, 'fix' | 'edit'> {
    const near = this.nearest(word.text, candidates)
    return near === undefined ? {} : writing(near, word.span)
  }

  /** A list by its name. */
  list(word: Word): ListDeclaration | undefined {
    const list = this.names.lists.get(word.text)?.declaration
    if (list === undefined) return this.#unknown(word, 'E117', 'list', () => this.names.lists.keys())
    this.refer(word, 'list', word.text)
    return list
  }

  #isRole(word: Word): boolean {
    if (word.text !== AGENCY_ROLE && !this.names.roles.has(word.text)) return false
    this.refer(word, 'role', word.text)
    return true
  }

  #named(word: Word, kind: TargetKind): string {
    this.refer(word, kind, word.text)
    return word.text
  }

  #members(word: Word): readonly RoleId[] {
    const group = this.names.groups.get(word.text)
    if (group !== undefined) {
      this.refer(word, 'group', word.text)
      return group.declaration.members.flatMap((member) => this.role(member) ?? [])
    }
    if (this.#isRole(word)) return [word.text]
    this.#unknown(word, 'E101', 'role or group', () => [...this.names.roles.keys(), ...this.names.groups.keys()])
    return []
  }

  #noNorm(name: Word, home: ParsedDocument, of: Word | undefined): Finding {
    const where = of === undefined ? 'in this document' : `in \`${home.id}\`, which is "${of.text}" here`
    const others = () => home.declarations.flatMap((declared) => (isNorm(declared) ? declared.name.text : []))
    const reason = { label: 'names no norm', ...this.instead(name, others) }
    return findingAt(name.span, 'E108', `there is no norm \`${name.text}\` ${where}`, reason)
  }

  #documentOf(short: Word): ParsedDocument | undefined {
    const [document] = this.names.documentsByShort.get(short.text) ?? []
    if (document !== undefined) {
      this.refer(short, 'document', document.id, 'short')
      return document
    }
    this.report(
      findingAt(short.span, 'E109', `no document with the short title "${short.text}" is in force here`, {
        label: 'names no document of this book',
        fix: 'write the `short` of a document that is in force then',
        ...this.#insteadOfShort(short),
      }),
    )
    return undefined
  }

  /** A short title stands in quotation marks, also in the text of the fix. */
  #insteadOfShort(short: Word): Pick<Reason, 'fix' | 'edit'> {
    const near = this.nearest(short.text, () => this.names.documentsByShort.keys())
    return near === undefined ? {} : writing(`"${near}"`, short.span)
  }

  #unknown(word: Word, code: FindingCode, sort: string, candidates: () => Iterable<string>): undefined {
    const declaration = `${sort === 'role or group' ? 'role' : sort} ${word.text}${sort === 'list' ? '' : ' "…"'}`
    const fix = `name another, or declare it in a vocabulary with \`${declaration}\``
    const reason = { label: `no ${sort} of this name is declared`, fix, ...this.instead(word, candidates) }
    this.report(findingAt(word.span, code, `there is no ${sort} \`${word.text}\``, reason))
  }
}

/** The fix that writes `text` in place of what `span` covers. */
export function writing(text: string, span: Span): Required<Pick<Reason, 'fix' | 'edit'>> {
  return { fix: `write \`${text}\``, edit: { span, text } }
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
