/** A clean book in which a fault is planted, and what has to be looked for before one is. */
import type {
  Act,
  ActId,
  Book,
  Condition,
  DocumentId,
  Exception,
  Norm,
  Rank,
  RoleId,
  Statement,
} from '@remit/language/checked/tree.ts'
import type { KnownCode } from '@remit/language/text/codes.ts'
import type { Span } from '@remit/language/text/span.ts'
import type { Family } from '../books/acts.ts'
import type { Claim } from '../books/claims.ts'
import { Draw } from '../books/draw.ts'
import { normOf } from '../books/norms.ts'
import type { Said } from '../books/sayings.ts'
import { drawnTotal, holds, isPossible, mend, push, type Total } from '../books/situations.ts'
import { type Generated, generate, type Wanted } from '../generate-books.ts'

/** A book with one fault, and the one finding that it has to give. */
export type Planted = {
  /** What was done, in words. */
  readonly kind: string
  readonly book: Book
  readonly code: KnownCode
  /** The places at which the finding points first, as `file:line`; see `placesOf`. */
  readonly places: readonly string[]
}

/** Plants a fault, or nothing where the book has no place for it. */
export type Plant = (ground: Ground) => Planted | undefined

export class Ground {
  readonly generated: Generated
  readonly draw: Draw

  constructor(wanted: Wanted, seed: number) {
    this.generated = generate(wanted)
    this.draw = new Draw(seed)
  }

  get book(): Book {
    return this.generated.book
  }

  /** The claims that are so, in an order that is drawn. */
  claims(are: (claim: Claim) => boolean): readonly Claim[] {
    const found = [...this.generated.shown.keys()].filter((claim) => this.isSettled(claim.act) && are(claim))
    return this.draw.some(found, found.length)
  }

  /** Whether nothing unsettled is about the act, and no invariant or exception: what is planted there is the only fault. */
  isSettled(act: ActId): boolean {
    const { unsettled, exceptions } = this.book
    const doubtful = new Set([
      ...unsettled.flatMap(({ norms }) => norms),
      ...exceptions.flatMap(({ id, to }) => [id, ...to]),
    ])
    return !this.generated.sayings.aboutAct(act).some(({ rule }) => doubtful.has(rule.id))
  }

  family(act: ActId): Family {
    const family = this.generated.families.find(({ acts }) => acts.includes(act))
    if (family === undefined) throw new Error(`${act} is of no family`)
    return family
  }

  act(id: ActId): Act {
    const act = this.book.acts.find((each) => each.id === id)
    if (act === undefined) throw new Error(`there is no act ${id}`)
    return act
  }

  /** Whether the act has no kinds, and nothing excludes or directs it or is excluded or directed by it. */
  isPlain(id: ActId): boolean {
    const { acts } = this.book
    const named = acts.flatMap(({ excludes, directs, kindOf }) => [
      ...excludes,
      ...kindOf,
      ...(directs ? [directs.act] : []),
    ])
    const act = this.act(id)
    return (
      !named.includes(id) && act.excludes.length === 0 && act.directs === undefined && !act.urgent && !act.withdraws
    )
  }

  /** What is said of a role and an act. */
  about(role: RoleId, act: ActId): readonly Said[] {
    return this.generated.sayings.about(role, act)
  }

  /** A whole situation in which a claim is heard. */
  shownIn(claim: Claim): Total {
    const total = this.generated.shown.get(claim)
    if (total === undefined) throw new Error('each claim is shown')
    return total
  }

  /** A possible situation that is so, looked for from situations in which a condition holds. */
  find(condition: Condition, isSo: (total: Total) => boolean): Total | undefined {
    const { meaning } = this.generated
    for (let drawn = 0; drawn < 200; drawn++) {
      const total = drawnTotal(this.draw, meaning)
      push(this.draw, meaning, total, condition, true)
      mend(this.draw, meaning, total)
      if (isPossible(meaning, total) && holds(meaning, total, condition) && isSo(total)) return total
    }
    return undefined
  }

  /** A document of a lower force than this; `undefined` if there is none. */
  below(rank: Rank): { readonly document: DocumentId; readonly rank: Rank } | undefined {
    const lower = this.book.norms.filter((norm) => norm.rank > rank)
    return lower.length === 0 ? undefined : this.draw.one(lower)
  }

  /** Whether a new norm leaves every claim heard that it could silence: it does not apply where that is shown. */
  isQuiet(norm: Norm): boolean {
    const { sayings, shown } = this.generated
    const spoken = new Set(norm.statements.flatMap((statement) => sayings.spokenOf(statement)))
    return [...shown].every(
      ([claim, total]) => !spoken.has(claim.act) || claim.rule.rank < norm.rank || !sayings.isMet(norm, total),
    )
  }
}

/** The condition under which a norm applies if nothing lifts it. */
export function heldWhere({ when, unless }: Pick<Norm, 'when' | 'unless'>): Condition {
  return unless === undefined ? when : { kind: 'all', of: [when, { kind: 'not', of: unless }] }
}

export const also = (one: Condition, other: Condition): Condition => ({ kind: 'all', of: [one, other] })

/** A norm of one statement that is planted in a document. */
export function plantedNorm(
  place: { readonly document: DocumentId; readonly rank: Rank },
  when: Condition,
  statement: Pick<Statement, 'roles' | 'modality' | 'acts'> & Partial<Statement>,
): Norm {
  const { document, rank } = place
  return normOf({ document, rank, line: 9000, name: 'planted' }, when, [
    { otherThan: [], guaranteed: false, ...statement },
  ])
}

export function withNorm(book: Book, norm: Norm): Book {
  return { ...book, norms: [...book.norms, norm].toSorted((one, other) => (one.id < other.id ? -1 : 1)) }
}

export function withException(book: Book, exception: Exception): Book {
  return { ...book, exceptions: [...book.exceptions, exception].toSorted((one, other) => (one.id < other.id ? -1 : 1)) }
}

export function withAct(book: Book, act: Act): Book {
  return { ...book, acts: book.acts.map((other) => (other.id === act.id ? act : other)) }
}

export const placeOf = ({ file, line }: Span) => `${file}:${line}`
