/** Answers a request to decide: keeps nothing, and needs no incident. */

import { setImmediate } from 'node:timers/promises'
import type { DecideRequest, DecisionLine, Problem } from '@remit/contract/decide.ts'
import type { Compiled } from '@remit/engine/diagram/from-checked.ts'
import type { Answer } from '@remit/engine/questions/answer.ts'
import { ask, type Question } from '@remit/engine/questions/ask.ts'
import { situationFromFacts } from '@remit/engine/situation/from-facts.ts'
import { momentsAhead, situationAt } from '@remit/engine/situation/from-happenings.ts'
import { firstInstantOf, wallTimeAt, wallTimeOf, wallTimeText } from '@remit/language/checked/local-time.ts'
import type { Agency } from '@remit/language/checked/tree.ts'
import { nearest } from '@remit/language/text/nearest.ts'
import { hashOf } from '../orders/books.ts'
import { noBook } from '../orders/no-book.ts'
import type { Remit } from '../remit.ts'
import { type Asked, type Decided, decisionOf } from './decision.ts'
import { happeningsFromGiven } from './given.ts'
import { ProblemFound, problemOf, refuseAs } from './problem.ts'

export type Decision = {
  /** Of each role and act asked for that is not silent. */
  readonly answers: readonly Answer[]
  /** Milliseconds until time alone changes something. */
  readonly nextChangeMs?: number
  /** The fact that matters next; not told where several situations are asked. */
  readonly question?: Question
  readonly line: DecisionLine
}

export type DecideAnswer = {
  readonly agency: string
  /** The instant for which it is decided. */
  readonly at: string
  readonly book: {
    readonly hash: string
    readonly language: number
    readonly documents: readonly {
      readonly id: string
      readonly short: string
      readonly force: string
      readonly verified: string
      /** SHA-256 of the whole document. */
      readonly textHash: string
    }[]
  }
  readonly governs: string
  /** Whether the decisions stand in the server's decision log; absent where it keeps none. */
  readonly logged?: boolean
} & (
  | Decision
  /** In the order of the situations. */
  | { readonly decisions: readonly (Decision | { readonly problem: Problem })[] }
)

/** What a program that shows an answer has to show with it. */
const GOVERNS = 'The signed text of the orders governs. This is a reading of it.'

type Situated = Pick<DecideRequest, 'facts' | 'given'>
type Place = {
  readonly remit: Remit
  readonly compiled: Compiled
  readonly at: number
  readonly request: DecideRequest
}

export async function answerDecide(remit: Remit, request: DecideRequest): Promise<DecideAnswer> {
  const agency = agencyFrom(remit, request)
  const at = instantFrom(request.at, agency)
  const compiled = remit.books.at(agency.id, at)
  if (compiled === undefined) {
    const { refusal, message } = noBook(remit.books, agency.id, at)
    return refuseAs(refusal, message, {
      pointer: '/at',
    })
  }
  const place = { remit, compiled, at, request }
  assertWords(place)
  const head = {
    agency: agency.id,
    at: new Date(at).toISOString(),
    book: { hash: compiled.book.hash, language: compiled.book.language, documents: documentsOf(place) },
    governs: GOVERNS,
  }
  if (request.situations !== undefined) return { ...head, ...(await answerMany(place, request.situations)) }
  const decided = decidedFor(place, request, '')
  const logged = await writeDown(remit, [decided.line])
  const problem = impossibleIn(decided, '')
  if (problem !== undefined) throw new ProblemFound(problem)
  const role = request.role === undefined ? {} : { role: request.role }
  const acts = request.acts === undefined ? {} : { acts: new Set(request.acts) }
  const question = ask(compiled, decided.situation, { ...role, ...acts })
  return { ...head, ...logged, ...decisionFrom(decided), ...(question === undefined ? {} : { question }) }
}

/** Each by itself: one that cannot be decided is no reason not to decide the others. */
async function answerMany(place: Place, situations: readonly Situated[]) {
  const decisions: (Decision | { readonly problem: Problem })[] = []
  const lines: DecisionLine[] = []
  for (const [index, situated] of situations.entries()) {
    const pointer = `/situations/${index}`
    try {
      const decided = decidedFor(place, situated, pointer)
      lines.push(decided.line)
      const problem = impossibleIn(decided, pointer)
      decisions.push(problem === undefined ? decisionFrom(decided) : { problem })
    } catch (error) {
      if (!(error instanceof ProblemFound)) throw error
      decisions.push({ problem: error.problem })
    }
    // A report of danger that comes meanwhile is not to wait for the rest.
    await setImmediate()
  }
  return { ...(await writeDown(place.remit, lines)), decisions }
}

async function writeDown({ decisionLog }: Remit, lines: readonly DecisionLine[]): Promise<{ logged?: boolean }> {
  return decisionLog === undefined ? {} : { logged: await decisionLog.write(lines) }
}

function agencyFrom({ agencies }: Remit, { agency: id, situations, facts, given }: DecideRequest): Agency {
  if (situations !== undefined && (facts !== undefined || given !== undefined)) {
    refuseAs('not-valid', 'Send `situations`, or `facts` and `given` of one situation, not both.', {
      pointer: '/situations',
    })
  }
  const agency = agencies.find((agency) => agency.id === id)
  if (agency !== undefined) return agency
  const ids = agencies.map(({ id }) => id)
  return refuseAs('not-found', `There is no agency \`${id}\` in the orders.`, { pointer: '/agency', ...near(id, ids) })
}

const NOON = { hour: 12, minute: 0, second: 0 }

function instantFrom(at: DecideRequest['at'], { timeZone }: Agency): number {
  if (typeof at === 'number') return at
  const wall = wallTimeOf(at)
  if (wall === undefined) return refuseAs('not-valid', `There is no day or time \`${at}\`.`, { pointer: '/at' })
  return firstInstantOf({ ...wall, time: wall.time ?? NOON }, timeZone)
}

/** The role and the acts are words of the book. */
function assertWords({ compiled: { book }, request: { role, acts = [] } }: Place): void {
  const roles = book.roles.filter(({ outside }) => !outside).map(({ id }) => id)
  if (role !== undefined && !roles.includes(role)) {
    refuseAs('not-in-this-book', `There is no role \`${role}\` that is decided.`, {
      pointer: '/role',
      ...near(role, roles),
    })
  }
  const known = book.acts.map(({ id }) => id)
  for (const [index, act] of acts.entries()) {
    if (known.includes(act)) continue
    refuseAs('not-in-this-book', `There is no act \`${act}\`.`, { pointer: `/acts/${index}`, ...near(act, known) })
  }
}

function near(word: string, known: Iterable<string>): { readonly near?: string } {
  const meant = nearest(word, known)
  return meant === undefined ? {} : { near: meant }
}

function decidedFor(place: Place, situated: Situated, pointer: string): Decided & Pick<Asked, 'situation'> {
  const { remit, compiled, at, request } = place
  const { situation, ahead } = situationOf(place, situated, pointer)
  const asked = { situation, ahead, at, role: request.role, acts: request.acts, by: request.by }
  return { ...decisionOf(compiled, asked, remit.nowMs()), situation }
}

function situationOf({ remit, compiled: { book }, at }: Place, { facts = {}, given = [] }: Situated, pointer: string) {
  const local = wallTimeText(wallTimeAt(at, book.agency.timeZone))
  const said = happeningsFromGiven(remit.orders, { agency: book.agency.id, at: local, lines: given })
  if (said.kind === 'refused') {
    return refuseAs('not-in-this-book', `\`given\`: ${said.words}.`, { pointer: `${pointer}/given` })
  }
  const happened = said.happenings.map((happening) => ({ happening, atMs: at }))
  const plain = situationFromFacts(book, facts)
  if (plain.kind === 'refused') {
    return refuseAs('not-in-this-book', `${capital(plain.words)}.`, {
      pointer: `${pointer}/facts/${plain.fact.replaceAll('~', '~0').replaceAll('/', '~1')}`,
      ...(plain.near === undefined ? {} : { near: plain.near }),
    })
  }
  return {
    situation: new Map([...situationAt(book, happened, at), ...plain.situation]),
    ahead: momentsAhead(book, happened, at),
  }
}

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1)

function impossibleIn({ determination }: Decided, pointer: string): Problem | undefined {
  if (determination.kind !== 'impossible') return undefined
  const { breaks, words } = determination
  const impossible = breaks.map((id, index) => ({ breaks: id, words: words[index] ?? '' }))
  return problemOf('impossible', `${words.map(capital).join('. ')}.`, { pointer, impossible })
}

function decisionFrom({ determination, answers, line }: Decided): Decision {
  const next = determination.kind === 'impossible' ? undefined : determination.nextChangeMs
  return { answers, ...(next === undefined ? {} : { nextChangeMs: next }), line }
}

function documentsOf({ remit, compiled }: Place) {
  const texts = new Map(remit.orders.library.documents.map(({ id, text }) => [id, text]))
  return compiled.book.documents.map(({ id, short, force, verified }) => ({
    id,
    short,
    force,
    verified,
    textHash: hashOf(texts.get(id) ?? ''),
  }))
}
