/**
 * Synthetic books of any size, always the same for a seed, shaped by counts of the real orders (`shape.json`).
 *
 * They are clean by construction, never by asking an engine: what norms of one force may do with an act is settled before
 * they are drawn, and each norm is drawn until a situation is met in which it is heard.
 */
import { createHash } from 'node:crypto'
import type { Act, Book, Choice, DocumentHeader, Invariant, Norm, Unsettled } from '@remit/language/checked/tree.ts'
import { actsOf, type Family, familiesOf, KNOWN_ACTS, PROTECT } from './books/acts.ts'
import type { Claim } from './books/claims.ts'
import { Draw, shareOf } from './books/draw.ts'
import { idOf, lineIn } from './books/places.ts'
import { addException, addNorm, type Drafting, documentsFor, isHeard, protectingNorm, rulesOf } from './books/rules.ts'
import { Sayings } from './books/sayings.ts'
import type { Meaning, Total } from './books/situations.ts'
import {
  AGENCY,
  atomOf,
  DANGER,
  definesOf,
  EVENTS,
  FOLDER,
  factsOf,
  neversOf,
  ROLES,
  VOCABULARY,
} from './books/words.ts'
import shape from './shape.json' with { type: 'json' }

/** What a book is to have; `norms` counts the exceptions too. At least 10 norms, 20 facts and 12 acts. */
export type Wanted = { readonly seed: number; readonly norms: number; readonly facts: number; readonly acts: number }

export type Generated = {
  readonly book: Book
  /** For each statement, role and act that it names, a situation in which it is heard. */
  readonly shown: ReadonlyMap<Claim, Total>
  readonly sayings: Sayings
  readonly meaning: Meaning
  readonly families: readonly Family[]
}

/** A clean book of this size. */
export function generatedBook(wanted: Wanted): Book {
  return generate(wanted).book
}

/** The book, with the situations that show that its norms are heard. */
export function generate({ seed, norms, facts: factCount, acts: actCount }: Wanted): Generated {
  const draw = new Draw(seed)
  const { acts: plainActs, groups } = actsOf(draw, actCount)
  const facts = factsOf(
    draw,
    factCount,
    draw.some(
      plainActs.map(({ id }) => id).filter((id) => !KNOWN_ACTS.includes(id)),
      8,
    ),
  )
  const defines = definesOf(draw, facts)
  const nevers = neversOf(facts)
  const families = familiesOf(draw, groups, facts)
  const meaning: Meaning = {
    inputs: facts.inputs,
    inputOf: new Map(facts.inputs.map((input) => [input.id, input])),
    defines: new Map(defines.map((define) => [define.id, define])),
    nevers,
  }
  const drafting: Drafting = {
    draw,
    meaning,
    sayings: new Sayings(meaning, plainActs),
    families,
    defines,
    shown: new Map(),
    settled: new Set(),
  }
  const exceptions = Math.round(norms * shareOf(shape.rule.isException, 'true'))
  const { documents, places } = documentsFor(draw, norms - exceptions)
  const [first, ...others] = places
  if (first === undefined || !isHeard(drafting, protectingNorm(first))) throw new Error('a book has a norm at least')
  for (const place of others) addNorm(drafting, place)
  const kept = new Set<string>()
  const acts = plainActs.map((act) => arising(drafting, act, kept))
  const invariants = invariantsOf(drafting, kept)
  const place = (index: number) => ({ document: '', rank: 0, line: index * 10, name: `exception-${idOf(index)}` })
  for (let index = 0; index < exceptions; index++) addException(drafting, place(index), kept)
  const unsettled = doubtsOf(drafting, kept)
  const book: Omit<Book, 'hash'> = {
    language: 1,
    agency: AGENCY,
    at: Date.UTC(2026, 0, 1),
    documents: [...documents, NOTE, WORDS].toSorted((one, other) => (one.id < other.id ? -1 : 1)),
    roles: ROLES,
    events: EVENTS,
    inputs: facts.inputs,
    defines,
    acts: acts.toSorted((one, other) => (one.id < other.id ? -1 : 1)),
    nevers,
    ...rulesOf(drafting),
    unsettled,
    invariants,
    lists: [],
    choices: choicesOf(drafting),
    reports: [],
  }
  const hash = createHash('sha256').update(JSON.stringify(book)).digest('hex')
  return { book: { ...book, hash }, shown: drafting.shown, sayings: drafting.sayings, meaning, families }
}

const header = (id: string, force: DocumentHeader['force']): DocumentHeader => {
  const short = id.slice(id.lastIndexOf('/') + 1)
  return { id, title: short, short, issuer: 'Demo City', force, from: 0, source: 'generated', verified: 'assumed' }
}
const NOTE = header(`${FOLDER}/counsel`, 'counsel note')
const WORDS = header(VOCABULARY, 'vocabulary')

/** Some acts say when they arise: where one or two norms speak of them, which nothing lifts from then on. */
function arising({ draw, sayings, families }: Drafting, act: Act, kept: Set<string>): Act {
  if (!draw.yes(shape.act.arises)) return act
  const speaking = sayings.aboutAct(act.id).flatMap(({ rule }) => (rule.unless === undefined ? [rule] : []))
  if (speaking.length === 0) return act
  const covering = [...new Set(draw.some(speaking, draw.number(shape.act.arisesAtoms)))]
  for (const { id } of covering) kept.add(id)
  const always = covering.some(({ when }) => when.kind === 'all' && when.of.length === 0)
  const family = families.find(({ acts }) => acts.includes(act.id))
  if (always && family !== undefined) return { ...act, arisesWhen: atomOf(draw, draw.one(family.facts)) }
  const [only] = covering
  if (covering.length === 1 && only !== undefined) return { ...act, arisesWhen: only.when }
  return { ...act, arisesWhen: { kind: 'any', of: covering.map(({ when }) => when) } }
}

/** How many prohibitions are also stated as invariants. */
const PROVED = 6

/** That nobody is left in danger, and that some prohibitions of the highest force that binds always hold. */
function invariantsOf({ draw, sayings }: Drafting, kept: Set<string>): readonly Invariant[] {
  const document = VOCABULARY
  const danger: Invariant = {
    id: `${document}#nobody-is-left-in-danger`,
    name: 'nobody-is-left-in-danger',
    when: { kind: 'yes', input: DANGER },
    expect: [
      { kind: 'modality', role: 'officer', act: PROTECT, is: 'must', because: [], span: lineIn(document, 3001) },
      { kind: 'no kind forbidden', act: PROTECT, span: lineIn(document, 3002) },
      { kind: 'nobody must withdraw', span: lineIn(document, 3003) },
    ],
    span: lineIn(document, 3000),
  }
  const binding = [...sayings.norms.values()].filter((norm) => isHighest(sayings, norm))
  const proved = draw.some(binding, PROVED).flatMap((norm, index): Invariant[] => {
    const [statement] = norm.statements
    const [role, act] = [statement?.roles[0], statement?.acts[0]]
    if (role === undefined || act === undefined) return []
    kept.add(norm.id)
    const line = 3010 + index * 10
    const expect = [
      { kind: 'modality', role, act, is: 'must not', because: [norm.id], span: lineIn(document, line + 1) },
    ] as const
    return [
      {
        id: `${document}#holds-${idOf(index)}`,
        name: `holds-${idOf(index)}`,
        when: norm.when,
        expect,
        span: lineIn(document, line),
      },
    ]
  })
  return [danger, ...proved].toSorted((one, other) => (one.id < other.id ? -1 : 1))
}

/** Whether the first statement of a norm forbids and nothing of the same or a higher force binds or guarantees otherwise. */
function isHighest(sayings: Sayings, { rank, unless, statements }: Norm): boolean {
  const [statement] = statements
  const act = statement?.acts[0]
  if (unless !== undefined || statement?.modality !== 'must not' || act === undefined) return false
  return sayings
    .aboutAct(act)
    .every(
      ({ rule, statement: { modality, guaranteed } }) =>
        rule.rank > rank ||
        (rule.rank === rank && !(modality === 'must' || guaranteed)) ||
        (rule.rank < rank && modality !== 'must' && modality !== 'must not' && !guaranteed),
    )
}

/** Honest doubt about two norms that say different things of one act. */
function doubtsOf({ draw, sayings, shown }: Drafting, kept: ReadonlySet<string>): readonly Unsettled[] {
  const claims = [...shown.keys()].filter(
    ({ rule, act }) => sayings.norms.has(rule.id) && !kept.has(rule.id) && act !== PROTECT,
  )
  const twos = claims.flatMap((one) => {
    const other = claims.find(
      ({ rule, role, act, statement }) =>
        rule !== one.rule && role === one.role && act === one.act && statement.modality !== one.statement.modality,
    )
    return other === undefined ? [] : [[one.rule.id, other.rule.id] as const]
  })
  return draw.some(twos, shape.book.unsettled).map((norms, index) => ({
    id: `${NOTE.id}#unsettled-${idOf(index)}`,
    norms,
    ask: 'counsel',
    interim: { kind: 'words', text: 'Wait for an answer' },
    document: NOTE.id,
    span: lineIn(NOTE.id, 10 + index * 10),
  }))
}

/** One choice, of which leaving is never forbidden. */
function choicesOf({ draw, families }: Drafting): readonly Choice[] {
  const alone = families.filter(({ kind }) => kind === 'any').map(({ acts }) => acts[0] ?? PROTECT)
  const acts = [draw.one(alone), 'leave-scene'].toSorted()
  const id = `${VOCABULARY}#choice-001`
  return [
    {
      id,
      role: 'supervisor',
      acts,
      when: { kind: 'yes', input: DANGER },
      document: VOCABULARY,
      span: lineIn(VOCABULARY, 4000),
    },
  ]
}
