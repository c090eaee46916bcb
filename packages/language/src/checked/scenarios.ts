/** Scenarios with every name resolved in the book of their day. */
import type { ParsedAgency, ParsedDocument, ScenarioDeclaration, StepDeclaration } from '../parsed/tree.ts'
import type { Finding } from '../text/finding.ts'
import { isError } from '../text/finding.ts'
import { agencyFindings } from './agency.ts'
import { Books, type KnownBook } from './books.ts'
import { findingAt, inOrder } from './findings.ts'
import { dateFinding, folderOf } from './in-force.ts'
import type { HashOf, Library } from './library.ts'
import type { Draft } from './link.ts'
import { linkExpectation } from './link-expectations.ts'
import { linkHappening } from './link-happenings.ts'
import { Linker } from './linker.ts'
import { firstInstantOf, wallTimeOf } from './local-time.ts'
import type { Book, Scenario, ScenarioStep } from './tree.ts'

export type BookedScenario = { readonly scenario: Scenario; readonly book: Book }

export type Scenarios = {
  /** In order of document and text. Scenarios of one day and agency share one book. */
  readonly scenarios: readonly BookedScenario[]
  /** What is wrong with the scenarios themselves; what is wrong with a book is told by the check of the book. */
  readonly findings: readonly Finding[]
}

type Asked = { readonly declaration: ScenarioDeclaration; readonly document: ParsedDocument }

/** A scenario with the agency and the instant for which it is asked, milliseconds since 1970 UTC. */
export type PlacedScenario = Asked & { readonly agency: ParsedAgency; readonly on: number }

/**
 * Every scenario of the library, or of the documents `among` it, that can be resolved: at noon of its day (or of the first
 * day in force, but not before its document starts), for the agency that it names or whose folder it lies in. A scenario
 * whose book has an error is left out.
 */
export function scenariosOf(
  library: Library,
  hashOf: HashOf,
  among: readonly ParsedDocument[] = library.documents,
  books: Books = new Books(library, hashOf),
): Scenarios {
  const { placed, findings } = placedScenarios(library, among)
  const scenarios: BookedScenario[] = []
  const all = [...findings]
  for (const asked of placed) {
    const known = books.at(asked.agency, asked.on)
    const { scenario, findings } = resolved(asked, known)
    all.push(...findings)
    const book = findings.some(isError) ? undefined : known.book()
    if (book !== undefined) scenarios.push({ scenario, book: { ...book, at: asked.on } })
  }
  return { scenarios, findings: inOrder(all) }
}

/** Where and when each scenario of the documents is asked; those that have no place or no day are findings. */
export function placedScenarios(
  library: Library,
  among: readonly ParsedDocument[],
): { readonly placed: readonly PlacedScenario[]; readonly findings: readonly Finding[] } {
  const findings: Finding[] = []
  const placed = scenariosIn(among).flatMap((asked) => {
    const agency = agencyFor(asked, library, findings)
    const on = agency && instantFor(asked, agency, findings)
    return agency === undefined || on === undefined ? [] : [{ ...asked, agency, on }]
  })
  return { placed, findings }
}

/** What is wrong with a scenario, in the book of its agency and instant. */
export function scenarioFindings(asked: PlacedScenario, known: KnownBook): readonly Finding[] {
  return resolved(asked, known).findings
}

function resolved(asked: PlacedScenario, { draft }: KnownBook) {
  const linker = new Linker(draft.names)
  const scenario = linkScenario(asked, asked.agency, asked.on, linker)
  reportUnasked(linker, draft)
  return { scenario, findings: linker.findings }
}

function scenariosIn(documents: readonly ParsedDocument[]): readonly Asked[] {
  return documents.flatMap((document) =>
    document.declarations.flatMap((declaration) =>
      declaration.kind === 'scenario' ? [{ declaration, document }] : [],
    ),
  )
}

function agencyFor({ declaration, document }: Asked, library: Library, findings: Finding[]): ParsedAgency | undefined {
  const id = declaration.place?.text ?? folderOf(document.id)
  const agency = library.agencies.find((each) => each.id === id)
  if (agency !== undefined) return agencyFindings(agency).length === 0 ? agency : undefined
  const message =
    declaration.place === undefined ? 'the folder of this document is no agency' : `there is no agency \`${id}\``
  findings.push(
    findingAt(declaration.place?.span ?? declaration.title.span, 'E240', message, {
      label: 'a scenario is decided by the book of one agency',
      fix: 'write `in` and the folder of an agency, as in `in us/il/chicago/police`',
    }),
  )
  return undefined
}

function instantFor({ declaration, document }: Asked, agency: ParsedAgency, findings: Finding[]): number | undefined {
  const stated = declaration.on ?? document.frontMatter.from
  const [wall, start] = [wallTimeOf(stated.text), wallTimeOf(document.frontMatter.from.text)]
  if (wall === undefined || start === undefined) {
    const fault = dateFinding(stated)
    if (fault !== undefined) findings.push(fault)
    return undefined
  }
  const noon = wall.time === undefined ? { ...wall, time: { hour: 12, minute: 0, second: 0 } } : wall
  const instant = firstInstantOf(noon, agency.timeZone)
  return declaration.on === undefined ? Math.max(instant, firstInstantOf(start, agency.timeZone)) : instant
}

function linkScenario({ declaration, document }: Asked, agency: ParsedAgency, on: number, linker: Linker): Scenario {
  const { title, given, steps } = declaration
  return {
    id: `${document.id}#${title.text}`,
    name: title.text,
    document: document.id,
    agency: agency.id,
    on,
    given: given.flatMap((each) => linkHappening(each, document, linker)),
    steps: steps.flatMap((step) => linkStep(step, document, linker)),
    span: title.span,
  }
}

/** E242: what is said of a list by a question that no order asks says nothing of what the orders ask. */
function reportUnasked(linker: Linker, { book }: Draft): void {
  if (linker.someAsked.size === 0) return
  const asked = new Set(book.inputs.map(({ id }) => id))
  for (const [id, { list, span }] of linker.someAsked) {
    if (asked.has(id)) continue
    linker.report(
      findingAt(span, 'E242', `no order asks whether \`${id}\``, {
        label: 'an answer that nothing reads',
        fix: `state an entry, as in \`a ${list} has …\`, or that there is none: \`no other ${list}\``,
      }),
    )
  }
}

/** Resolves every word of a document's scenarios, for what the linker records. */
export function linkScenarioWords(document: ParsedDocument, linker: Linker): void {
  for (const { declaration } of scenariosIn([document])) {
    const { place, given, steps } = declaration
    if (place !== undefined) linker.refer(place, 'agency', place.text)
    for (const each of given) linkHappening(each, document, linker)
    for (const step of steps) linkStep(step, document, linker)
  }
}

function linkStep(step: StepDeclaration, document: ParsedDocument, linker: Linker): readonly ScenarioStep[] {
  switch (step.kind) {
    case 'expect':
      return [{ kind: 'expect', expect: step.expect.flatMap((each) => linkExpectation(each, document, linker)) }]
    case 'happens':
      return linkHappening(step.happening, document, linker).map((happening) => ({
        kind: 'happens',
        happening,
        span: step.span,
      }))
    case 'time passes': {
      const ms = linker.duration(step.duration)
      return ms === undefined ? [] : [{ kind: 'time passes', ms }]
    }
  }
}
