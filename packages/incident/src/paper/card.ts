/**
 * A visor card: what an agency's officers must, may and must not do on the occasions that matter, on one page.
 *
 * Plain data. Each line carries the situation in which it was decided, so that anybody can decide it again. Pure.
 */
import type { Compiled } from '@remit/engine/diagram/from-checked.ts'
import type { Answer } from '@remit/engine/questions/answer.ts'
import { decide } from '@remit/engine/questions/decide.ts'
import { MODALITIES } from '@remit/language/checked/outcome.ts'
import type { Act, RoleId, Situation, SituationValue } from '@remit/language/checked/tree.ts'
import { isWorthShowing } from '../determinations/moment.ts'
import { lineFrom, type PaperLine } from './line.ts'
import { OCCASIONS, type Occasion } from './occasions.ts'
import { type PaperAgency, paperAgency } from './paper-agency.ts'
import { type RadioScript, radioScripts } from './radio.ts'

export type CardPart = {
  readonly occasion: string
  readonly title: string
  readonly role: RoleId
  /** The role in the orders' words. */
  readonly who: string
  /** By input; what is not there has its first value or is unknown. */
  readonly situation: Readonly<Record<string, SituationValue>>
  readonly lines: readonly PaperLine[]
  /** What stands in place of lines where the orders say nothing. */
  readonly silent?: string
}

export type Card = {
  readonly kind: 'visor card'
  readonly agency: PaperAgency
  /** The instant of the book, milliseconds since 1970 UTC, as are the others. */
  readonly at: number
  /** The last instant at which the card may be used. */
  readonly validThrough: number
  readonly printedAt: number
  /** SHA-256 of the book, 64 hexadecimal digits. */
  readonly hash: string
  readonly parts: readonly CardPart[]
  readonly radio: readonly RadioScript[]
}

export type CardTimes = Pick<Card, 'at' | 'validThrough' | 'printedAt'>

/** The card of a compiled book. What the orders do not speak of has no line, and an occasion without lines no part. */
export function visorCard(compiled: Compiled, times: CardTimes): Card {
  const { agency, hash } = compiled.book
  const parts: CardPart[] = []
  for (const occasion of OCCASIONS) {
    const part = partOf(compiled, occasion, parts)
    if (part !== undefined) parts.push(part)
  }
  return {
    kind: 'visor card',
    agency: paperAgency(agency),
    ...times,
    hash,
    parts,
    radio: radioScripts(compiled, situationOf(compiled, 'arrest'), situationOf(compiled, 'hit')),
  }
}

/** The situation of an occasion in the words that a book has. */
function situationOf(compiled: Compiled, id: string): Situation {
  const facts = OCCASIONS.find((occasion) => occasion.id === id)?.facts ?? {}
  return new Map(Object.entries(facts).filter(([input, value]) => isKnown(compiled, input, value)))
}

function isKnown({ book }: Compiled, id: string, value: SituationValue): boolean {
  const input = book.inputs.find((input) => input.id === id)
  if (input?.kind === 'one-of') return input.values.some((one) => one.id === value)
  return input?.kind === 'yes-no' && typeof value === 'boolean'
}

function partOf(compiled: Compiled, occasion: Occasion, before: readonly CardPart[]): CardPart | undefined {
  const { agency } = compiled.book
  const role = occasion.roles.find((role) => agency.roles.includes(role))
  const { needs } = occasion
  if (role === undefined || (needs !== undefined && !isKnown(compiled, needs, true))) return undefined
  const situation = situationOf(compiled, occasion.id)
  const determination = decide(compiled, situation)
  if (determination.kind === 'impossible') return undefined
  const told = before.find(({ occasion: id }) => id === occasion.after)?.lines ?? []
  const own = determination.answers.filter((answer) => answer.role === role)
  const lines = chosen(compiled, occasion, own)
    .map((answer) => lineFrom(compiled, answer))
    .filter((line) => !told.some(({ act, result }) => act === line.act && result === line.result))
  const { id, title, silent } = occasion
  if (lines.length === 0 && silent === undefined) return undefined
  const who = compiled.book.roles.find((one) => one.id === role)?.text ?? role
  const part = { occasion: id, title, role, who, situation: Object.fromEntries(situation), lines }
  return silent === undefined || lines.length > 0 ? part : { ...part, silent }
}

/** What the card tells: the acts of the occasion and every other duty that arises, duties first. */
function chosen({ book }: Compiled, occasion: Occasion, answers: readonly Answer[]): readonly Answer[] {
  const acts = new Map(book.acts.map((act) => [act.id, act]))
  const asked = occasion.acts.flatMap((act) => answers.filter((answer) => answer.act === act && isSaid(answer)))
  const isTold = ({ act }: Answer) =>
    occasion.duties === 'all' || acts.get(act)?.kindOf.some((general) => occasion.acts.includes(general)) === true
  const duties = answers.filter((answer) => !asked.includes(answer) && isDuty(answer, acts) && isTold(answer))
  return [...asked, ...duties].toSorted((one, other) => weight(one, acts) - weight(other, acts))
}

const isSaid = ({ result }: Answer) =>
  result.kind === 'open' || (result.modality !== 'SILENT' && result.modality !== 'SET ASIDE')

const isDuty = (answer: Answer, acts: ReadonlyMap<string, Act>) =>
  answer.result.kind === 'settled' && answer.result.modality === 'MUST' && isWorthShowing(answer, acts)

/** What is urgent first, then by what is said of it: a duty, a prohibition, and so on. */
function weight({ act, result }: Answer, acts: ReadonlyMap<string, Act>): number {
  const urgent = acts.get(act)?.urgent === true ? 0 : MODALITIES.length + 1
  if (result.kind === 'open') return urgent + MODALITIES.length
  return urgent + ORDER.indexOf(result.modality)
}
const ORDER: readonly string[] = ['MUST', 'MAY', 'MUST NOT', 'REFER', 'SHOULD', 'SHOULD NOT', 'SET ASIDE', 'SILENT']
