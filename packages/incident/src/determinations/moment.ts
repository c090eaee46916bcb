/** The order of the moment: of all that is determined for a role, the one sentence that its screen shows largest. */
import type { Answer } from '@remit/engine/questions/answer.ts'
import type { Modality } from '@remit/language/checked/outcome.ts'
import type { Act, Book } from '@remit/language/checked/tree.ts'
import type { PositionId } from '../events/event.ts'
import type { Incident } from '../events/fold.ts'
import { isCompatible, wordsOfNames } from '../subjects/subject.ts'
import type { ActAnswer } from './merged.ts'
import { lower, sentenceFor } from './sentences.ts'
import { doneSince, isKindOf } from './standing.ts'

export type Line = {
  readonly modality: Modality
  readonly act: Act
  readonly sentence: string
  readonly answer: ActAnswer
}

export type Moment = {
  readonly headline: Line
  /** What else the role has to know now, at most two. */
  readonly also: readonly Line[]
}

const ALSO_MAX = 2

/**
 * Chooses among the settled answers of `role`, whichever request or person they are about. First what is urgent, then what a unit can be told in one word or
 * what directs others, then by force; what an order says is to be done first comes before what waits for it; a duty before a prohibition before a referral before advice before a permission.
 * A duty that was met is no longer the order of the moment, except an urgent one: it stands as long as its danger does.
 * With `position`, the moment of that member of the role: what it has done itself is no longer its order.
 */
export function momentOf(
  book: Book,
  incident: Incident,
  answers: readonly ActAnswer[],
  role: string,
  position?: PositionId,
): Moment | undefined {
  const acts = new Map(book.acts.map((act) => [act.id, act]))
  const lines = answers
    .filter((answer) => answer.role === role && isWorthShowing(answer, acts))
    .flatMap((answer) => lineFrom(answer, acts, incident, position))
    .map((line, _, all) => ({ ...line, waits: all.some((other) => comesBefore(other, line, acts)) }))
    .sort(byWeight)
  const [headline, ...others] = lines[0]?.act.urgent === true ? lines.filter(holdsNobodyBack) : lines
  if (headline === undefined) return undefined
  return { headline, also: alsoOf(headline, others) }
}

/**
 * Whether an answer concerns the moment: its act surely arises, and a ban or a permission only where its act says by
 * itself when it arises, or belongs to an urgent one. What is always forbidden, whatever is asked, would else crowd
 * every screen.
 */
export function isWorthShowing({ act: id, arises, result }: Answer, acts: ReadonlyMap<string, Act>): boolean {
  const act = acts.get(id)
  if (act === undefined || arises !== 'yes') return false
  const says = result.kind === 'settled' ? [result.modality] : result.possible
  const isOfUrgent = act.kindOf.some((general) => acts.get(general)?.urgent === true)
  return act.arisesWhen !== undefined || isOfUrgent || says.some((modality) => !STANDING.has(modality))
}

/** What can hold always, without anyone having asked for anything. */
const STANDING: ReadonlySet<Modality> = new Set(['MUST NOT', 'MAY', 'SHOULD NOT', 'SILENT', 'REFER'])

/**
 * Within one situation an urgent duty sets aside whatever withdraws. Where another request or person is in a situation without
 * the danger, its duty to wait or to leave is not told beside the order to help.
 */
function holdsNobodyBack({ act, modality }: Line): boolean {
  return !(act.withdraws && modality === 'MUST')
}

function lineFrom(
  answer: ActAnswer,
  acts: ReadonlyMap<string, Act>,
  incident: Incident,
  position: PositionId | undefined,
): readonly Line[] {
  const act = acts.get(answer.act)
  const { result } = answer
  if (act === undefined || result.kind === 'open' || WEIGHTS[result.modality] === undefined) return []
  const isMet = result.modality === 'MUST' && !act.urgent && doneSince(incident, answer, acts, position) !== undefined
  if (isMet) return []
  return [{ modality: result.modality, act, sentence: sentenceOf(act, result.modality, answer), answer }]
}

/** "Person 2: do not hold the person." where others differ. */
function sentenceOf(act: Act, modality: Modality, { named }: ActAnswer): string {
  const sentence = sentenceFor(act, modality)
  const of = wordsOfNames(named)
  return of === undefined ? sentence : `${of}: ${lower(sentence)}`
}

/** What is set aside or silent is no order of the moment. */
const WEIGHTS: { readonly [modality in Modality]?: number } = {
  MUST: 0,
  'MUST NOT': 1,
  REFER: 2,
  SHOULD: 3,
  'SHOULD NOT': 3,
  MAY: 4,
}

/** Whether the first is a duty that its order says is to be done before the second. */
function comesBefore(first: Line, { act, answer }: Line, acts: ReadonlyMap<string, Act>): boolean {
  const isFirst = first.answer.deadlines.some(
    (deadline) =>
      deadline.kind === 'before' && deadline.certainty === 'settled' && isKindOf(act.id, deadline.act, acts),
  )
  return first.modality === 'MUST' && isFirst && isCompatible(first.answer.named, answer.named)
}

type Weighed = Line & { readonly waits: boolean }

function byWeight(one: Weighed, other: Weighed): number {
  return (
    Number(!one.act.urgent) - Number(!other.act.urgent) ||
    (WEIGHTS[one.modality] ?? 0) - (WEIGHTS[other.modality] ?? 0) ||
    Number(one.waits) - Number(other.waits) ||
    Number(!isShortOrder(one.act)) - Number(!isShortOrder(other.act)) ||
    Number(one.act.arisesWhen === undefined) - Number(other.act.arisesWhen === undefined) ||
    (one.answer.force ?? 0) - (other.answer.force ?? 0) ||
    order(one.act.id, other.act.id) ||
    one.answer.subject.request - other.answer.subject.request ||
    one.answer.subject.person - other.answer.subject.person
  )
}

function order(one: string, other: string): number {
  return one === other ? 0 : one < other ? -1 : 1
}

/** What a unit can be told in a word, what directs others, and what has a direct form: made to be said aloud. */
function isShortOrder(act: Act): boolean {
  return act.word !== undefined || act.directs !== undefined || act.order !== undefined
}

/**
 * One line of each further modality: a second prohibition would push the question off a phone, and is in the list.
 * Where the headline is urgent, what belongs to it comes before what does not. A duty about another request or person
 * is told beside the first: nothing else would say that there is one.
 */
function alsoOf(headline: Line, others: readonly Line[]): readonly Line[] {
  const isPartOfIt = ({ act }: Line) => headline.act.urgent && act.kindOf.includes(headline.act.id)
  const besides = others
    .filter((line) => line.modality !== headline.modality || (line.modality === 'MUST' && isOfAnother(line, headline)))
    .sort((one, other) => Number(!isPartOfIt(one)) - Number(!isPartOfIt(other)))
  const first = besides[0] ?? others[0]
  if (first === undefined) return []
  const second = besides.find(({ modality }) => modality !== first.modality)
  return [first, ...(second === undefined ? [] : [second])].slice(0, ALSO_MAX)
}

function isOfAnother({ answer: { named } }: Line, { answer }: Line): boolean {
  return named.request !== answer.named.request || named.person !== answer.named.person
}

/** The one word to units, from the officers' settled duties: PROTECT before LEAVE before WAIT by urgency and force. */
export function wordToUnits(moment: Moment | undefined): string | undefined {
  return moment?.headline.modality === 'MUST' ? moment.headline.act.word : undefined
}
