/**
 * The difference between two books: of two dates, of two agencies, or of one agency before and after a proposed change.
 *
 * Every situation over the facts and values that both know is compared at once. What only one of them has a word for is
 * told apart, and so is what stays the same and rests on another norm. Pure: no clock, no I/O, no randomness.
 */
import type { ActId, Book, InputId, NormId, RoleId } from '@remit/language/checked/tree.ts'
import { at } from '../assert.ts'
import { LIMITS, NO, TooLarge } from '../diagram/diagrams.ts'
import { type Compiled, compileTogether, type TooLargeRefusal } from '../diagram/from-checked.ts'
import { type Begins, beginnings } from './difference/begins.ts'
import { Found, pairsOf } from './difference/found.ts'
import { join } from './difference/joined.ts'
import { type OnlyIn, onlyKnown } from './difference/known.ts'
import type { Said, Term } from './difference/pairs.ts'
import { type Region, regionOf } from './difference/regions.ts'
import { asking } from './view.ts'

/** Which of the two books. */
export type Side = 'before' | 'after'

/** Every one of these roles with every one of these acts. */
export type Pairs = { readonly roles: readonly RoleId[]; readonly acts: readonly ActId[] }

/** Another modality, or another referral of a REFER. */
export type ChangedAnswer = Pairs &
  Region & {
    readonly before: Said
    readonly after: Said
    /** The norms that decide there, in order of id. */
    readonly because: { readonly [side in Side]: readonly NormId[] }
  }

/** The same modality, and other terms: deadlines, whom to tell when late, whether one member is enough, what sets it aside. */
export type ChangedTerms = Pairs & Region & { readonly gone: readonly Term[]; readonly come: readonly Term[] }

/** The same answer, for which other norms decide. */
export type OtherSource = {
  readonly about: readonly Pairs[]
  readonly gone: readonly NormId[]
  readonly come: readonly NormId[]
} & Region

/** Situations that only one of the books holds possible. */
export type OnlyPossible = Region & { readonly side: Side }

export type Difference = {
  readonly kind: 'difference'
  readonly answers: readonly ChangedAnswer[]
  readonly terms: readonly ChangedTerms[]
  readonly possible: readonly OnlyPossible[]
  readonly known: readonly OnlyIn[]
  readonly begins: readonly Begins[]
  readonly sources: readonly OtherSource[]
}

export type Refused =
  | TooLargeRefusal
  /** One sentence for each input that is of one kind in one book and of another kind in the other. */
  | {
      readonly kind: 'refused'
      readonly refusal: 'declared otherwise'
      readonly inputs: readonly InputId[]
      readonly words: readonly string[]
    }

export type DiffOptions = {
  /** How many conditions describe one change at most; 24 if absent. */
  readonly most?: number
  /** Only answers of this role, and about this act; of all where absent. What is not about an answer is told as always. */
  readonly role?: RoleId
  readonly act?: ActId
}
const MOST = 24

/** The difference between two checked books. */
export function diff(before: Book, after: Book, options: DiffOptions = {}): Difference | Refused {
  const compilation = compileTogether([before, after])
  if (compilation.kind === 'refused') {
    if (compilation.refusal === 'book too large') return compilation
    return { ...compilation, words: compilation.inputs.map((id) => declaredOtherwise(id, before, after)) }
  }
  const { compiled } = compilation
  try {
    return diffOf(at(compiled, 0), at(compiled, 1), options)
  } catch (error) {
    if (error instanceof TooLarge) return { kind: 'refused', refusal: 'book too large', limits: LIMITS }
    throw error
  }
}

const KINDS = {
  'yes-no': 'yes or no',
  'one-of': 'one of some values',
  number: 'a number',
  clock: 'a time since an event',
}

/** How an input is of one kind in one book and of another kind in the other, in a sentence. */
export function declaredOtherwise(id: InputId, before: Book, after: Book): string {
  const kinds = [before, after].map(({ inputs }) => inputs.find((input) => input.id === id)?.kind)
  const [one, other] = kinds.map((kind) => (kind === undefined ? 'not known' : KINDS[kind]))
  return `\`${id}\` is ${one} in the one and ${other} in the other`
}

/** The same of two books that one `compileTogether` gave. */
export function diffOf(before: Compiled, after: Compiled, options: DiffOptions = {}): Difference {
  const { most = MOST } = options
  return asking(after, () => {
    const joined = join(before, after)
    const found = new Found(joined)
    for (const pair of pairsOf(before, after)) {
      if ((options.role ?? pair.role) === pair.role && (options.act ?? pair.act) === pair.act) found.compare(pair)
    }
    const side = (side: Side): OnlyPossible[] => {
      const only = joined.only[side]
      const about = { name: `possible only ${side}`, pairs: [], most }
      return only === NO ? [] : [{ side, ...regionOf(joined, only, about, joined.either) }]
    }
    return {
      kind: 'difference',
      answers: found.answers(most),
      terms: found.terms(most),
      possible: [...side('before'), ...side('after')],
      known: onlyKnown(before.book, after.book),
      begins: beginnings(before.book, after.book),
      sources: found.sources(most),
    }
  })
}
