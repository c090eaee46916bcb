/** The difference between two books as text: by roles and acts, what changes where, with an example. */

import type { ChangedAnswer, ChangedTerms, Difference, OtherSource, Pairs, Side } from '@remit/engine/questions/diff.ts'
import type { Begins } from '@remit/engine/questions/difference/begins.ts'
import type { OnlyIn, Sort } from '@remit/engine/questions/difference/known.ts'
import type { Said, Term } from '@remit/engine/questions/difference/pairs.ts'
import type { Region } from '@remit/engine/questions/difference/regions.ts'
import type { Book, Interim } from '@remit/language/checked/tree.ts'
import { counted, type Paint } from '../output.ts'
import { durationWords, either } from './asked-lines.ts'

/** How the two books are named, and how many conditions are shown of one change. */
export type Telling = {
  readonly books: Readonly<Record<Side, Book>>
  readonly names: Readonly<Record<Side, string>>
  readonly paint: Paint
  readonly scenarios: boolean
}

const CONDITIONS_SHOWN = 8
const ABOUT_SHOWN = 6

/** Everything that differs, as blocks; none if nothing does. */
export function differenceLines(difference: Difference, telling: Telling): readonly string[] {
  return [
    ...knownBlock(difference.known, telling),
    ...answerBlocks(difference.answers, telling),
    ...termBlocks(difference.terms, telling),
    ...possibleBlock(difference, telling),
    ...beginsBlock(difference.begins, telling),
    ...sourceBlock(difference.sources, telling),
  ]
}

/** One line: how much differs. */
export function summaryOf({ answers, terms, possible, known, begins, sources }: Difference): string {
  const pairs = new Set(
    answers.flatMap(({ roles, acts }) => roles.flatMap((role) => acts.map((act) => `${role} ${act}`))),
  )
  const parts = [
    ...(answers.length === 0 ? [] : [`${counted(pairs.size, 'answer')} of a role about an act`]),
    ...(terms.length === 0 ? [] : [counted(terms.length, 'other term')]),
    ...(possible.length === 0 ? [] : ['which situations can be']),
    ...(begins.length === 0 ? [] : [`what is presumed of ${counted(begins.length, 'fact')}`]),
    ...(known.length === 0
      ? []
      : [
          known.length === 1
            ? '1 word or document that only one knows'
            : `${known.length} words or documents that only one knows`,
        ]),
  ]
  const same = sources.length === 0 ? '' : '; equal answers rest on other norms'
  return parts.length === 0 ? `no answer differs${same}` : `differs: ${parts.join(', ')}${same}`
}

const SORTS: { readonly [sort in Sort]: string } = {
  document: 'documents in force',
  role: 'roles',
  act: 'acts',
  fact: 'facts',
  value: 'values',
  event: 'events',
  list: 'lists',
  report: 'reports owed',
}

function knownBlock(known: readonly OnlyIn[], { names, paint }: Telling): string[] {
  const sides = (['before', 'after'] as const).flatMap((side) => {
    const own = known.filter((one) => one.side === side)
    const sorts = [...new Set(own.map(({ sort }) => sort))]
    const lines = sorts.map((sort) => {
      const ofSort = own.filter((one) => one.sort === sort)
      return `  ${SORTS[sort]}: ${ofSort.map((one) => (sort === 'document' ? `${one.text} (${one.id})` : one.id)).join(', ')}`
    })
    return lines.length === 0 ? [] : [[paint.strong(`only ${names[side]}`), ...lines].join('\n')]
  })
  return sides
}

function answerBlocks(answers: readonly ChangedAnswer[], telling: Telling): string[] {
  return byPairs(answers, telling, (answer) => [
    `${saidWords(answer.before, telling, 'before')} ${telling.paint.quiet('→')} ${saidWords(answer.after, telling, 'after')}${extent(answer)}`,
    ...regionLines(answer, telling),
    ...(['before', 'after'] as const).flatMap((side) => {
      const norms = answer.because[side]
      return norms.length === 0
        ? []
        : [`${telling.names[side]}: ${norms.map((norm) => citation(norm, telling.books[side])).join('; ')}`]
    }),
  ])
}

function termBlocks(terms: readonly ChangedTerms[], telling: Telling): string[] {
  const blocks = byPairs(terms, telling, (term) => [
    `${termsWords(term.gone)} ${telling.paint.quiet('→')} ${termsWords(term.come)}${extent(term)}`,
    ...regionLines(term, telling),
  ])
  return blocks.length === 0 ? [] : [telling.paint.strong('the same answer, on other terms'), ...blocks]
}

/** One block for each group of roles, and in it one for each group of acts. */
function byPairs<T extends Pairs & Region>(changes: readonly T[], telling: Telling, linesOf: (change: T) => string[]) {
  const byRoles = Map.groupBy(changes, ({ roles }) => roles.join(', '))
  return [...byRoles].map(([roles, ofRoles]) => {
    const byActs = Map.groupBy(ofRoles, ({ acts }) => acts.join())
    const blocks = [...byActs.values()].flatMap((ofActs) => [
      ...(ofActs[0]?.acts ?? []).map((act) => `  ${actWords(act, telling)}`),
      ...ofActs.flatMap((change) => {
        const [head, ...notes] = linesOf(change)
        return [`    ${head}`, ...notes.map((note) => `      ${note.replaceAll('\n', '\n      ')}`)]
      }),
    ])
    return [telling.paint.strong(roles), ...blocks].join('\n')
  })
}

export function actWords(act: string, { books, paint }: Pick<Telling, 'books' | 'paint'>): string {
  const known = [books.after, books.before].flatMap((book) => book.acts.filter(({ id }) => id === act))
  return `${known[0]?.text ?? act} ${paint.quiet(`(${act})`)}`
}

function saidWords({ modality, referral }: Said, { books, paint }: Telling, side: Side): string {
  if (referral === undefined) return paint.strong(modality)
  const interim = referral.interim.map((each) => interimWords(each, books[side]))
  const until = interim.length === 0 ? '' : `, until then ${[...new Set(interim)].join('; ')}`
  return `${paint.strong(modality)} to ${either(referral.ask)} (${CAUSES[referral.cause]}${until})`
}

const CAUSES = {
  conflict: 'two orders of one force',
  unsettled: 'unsettled law',
  duties: 'duties that cannot all be met',
}

function interimWords(interim: Interim, { acts }: Book): string {
  if (interim.kind === 'words') return interim.text
  const text = acts.find(({ id }) => id === interim.act)?.text ?? interim.act
  return `${interim.kind === 'do' ? '' : 'do not '}${text.charAt(0).toLowerCase()}${text.slice(1)}`
}

function termsWords(terms: readonly Term[]): string {
  return terms.length === 0 ? 'no such term' : terms.map(termWords).join(' and ')
}

export function termWords(term: Term): string {
  const late = 'ifLate' in term && term.ifLate !== undefined ? `, if late tell ${term.ifLate}` : ''
  switch (term.kind) {
    case 'within':
      return `within ${durationWords(term.ms)} of ${term.event}${late}`
    case 'promptly':
      return `promptly${late}`
    case 'before':
      return `before ${term.act}${late}`
    case 'one':
      return 'one member is enough'
    case 'set aside by':
      return `set aside while ${term.role} must ${term.act}`
  }
}

function extent({ kinds, conditions }: Region): string {
  if (conditions.length === 1 && conditions[0] === 'always') return ', always'
  return `, in ${counted(kinds, 'kind')} of situation:`
}

function regionLines({ conditions, left, example }: Region, { paint, scenarios, names }: Telling): string[] {
  const isAlways = conditions[0] === 'always'
  const shown = isAlways ? [] : conditions.slice(0, CONDITIONS_SHOWN)
  const more = conditions.length - CONDITIONS_SHOWN
  return [
    ...shown.map((condition) => `- ${condition}`),
    ...(more > 0 ? [paint.quiet(`- and ${counted(more, 'more condition')}: --json shows them`)] : []),
    ...(left > 0 ? [paint.quiet(`- and ${counted(left, 'kind')} of situation that no condition here describes`)] : []),
    ...(isAlways || conditions.length === 1 ? [] : [`for example: ${example.words}`]),
    ...(scenarios
      ? (['before', 'after'] as const).flatMap((side) => scenarioLines(example.scenarios[side], names[side]))
      : []),
  ]
}

function scenarioLines(scenario: string | undefined, name: string): string[] {
  return scenario === undefined ? [] : [`passes ${name}:`, `  ${scenario.replaceAll('\n', '\n  ')}`]
}

function possibleBlock({ possible }: Difference, telling: Telling): string[] {
  return possible.map((one) =>
    [
      telling.paint.strong(`situations that can be only ${telling.names[one.side]}`) + extent(one),
      ...regionLines(one, telling).map((line) => `  ${line}`),
    ].join('\n'),
  )
}

function beginsBlock(begins: readonly Begins[], { paint }: Telling): string[] {
  if (begins.length === 0) return []
  const value = (first: boolean | string | number | undefined) =>
    first === undefined ? 'not known' : first === true ? 'yes' : first === false ? 'no' : `${first}`
  const lines = begins.map(({ input, before, after, changesOtherwise }) => {
    const first = before === after ? `${input}: begins as before` : `${input}: ${value(before)} → ${value(after)}`
    return `  ${first}${changesOtherwise ? '; other events change it' : ''}`
  })
  return [[paint.strong('facts that begin otherwise'), ...lines].join('\n')]
}

function sourceBlock(sources: readonly OtherSource[], telling: Telling): string[] {
  if (sources.length === 0) return []
  const { books, names, paint } = telling
  const exchanges = Map.groupBy(sources, ({ gone, come }) => JSON.stringify([gone, come]))
  const lines = [...exchanges.values()].flatMap((alike) => {
    const [{ gone, come } = { gone: [], come: [] }] = alike
    const about = new Set(
      alike.flatMap((one) => one.about.map(({ roles, acts }) => `${roles.join(', ')}: ${acts.join(', ')}`)),
    )
    const side = (norms: readonly string[], side: Side) =>
      norms.length === 0
        ? []
        : [`    ${names[side]} also: ${norms.map((norm) => citation(norm, books[side])).join('; ')}`]
    const words = [...about]
    const more = words.length - ABOUT_SHOWN
    return [
      ...words.slice(0, ABOUT_SHOWN).map((one) => `  ${one}`),
      ...(more > 0 ? [paint.quiet(`  and ${more} more`)] : []),
      ...side(gone, 'before'),
      ...side(come, 'after'),
    ]
  })
  return [[paint.strong('the same answer, from other norms'), ...lines].join('\n')]
}

/** Where a norm stands, for a reader: its document's short name with its citation, or else with its name. */
function citation(norm: string, book: Book): string {
  const rule = [...book.norms, ...book.exceptions].find(({ id }) => id === norm)
  const document = book.documents.find(({ id }) => id === rule?.document)
  const short = document?.short ?? norm
  const cite = rule?.cite ?? rule?.name ?? ''
  return cite.startsWith(short) ? cite : `${short}, ${cite}`
}
