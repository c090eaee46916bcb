/** Two generated books of one agency, such as before and after an amendment, and every situation for which both have words. */
import type { Book, Input, SituationValue } from '@remit/language/checked/tree.ts'
import { UNKNOWN } from '@remit/language/checked/tree.ts'
import fc from 'fast-check'
import { completions, pointsOf } from '../complete.ts'
import type { TotalSituation } from '../holds.ts'
import { addRules, buildBook } from './build.ts'
import { addedPlan, type BookPlan, bookPlan } from './plan.ts'
import { printedBook } from './situations.ts'

export type TwoBooks = { readonly before: Book; readonly after: Book }

/** Two books of more situations than this are left out: all of them are tried one by one. */
const SITUATIONS_MAX = 150

const PARTS = ['inputs', 'acts', 'defines', 'nevers', 'norms', 'exceptions', 'unsettled', 'list'] as const

/** Two plans, and which parts the second book takes from the second. */
const replaced = fc.tuple(bookPlan, bookPlan, fc.subarray([...PARTS], { maxLength: 3 })).map(([plan, other, parts]) => {
  const taken: Partial<BookPlan> = Object.fromEntries(parts.map((part) => [part, other[part]]))
  return { before: buildBook(plan), after: buildBook({ ...plan, ...taken }) }
})

const amended = fc
  .tuple(bookPlan, addedPlan)
  .map(([plan, added]) => ({ before: buildBook(plan), after: addRules(buildBook(plan), added, 'added-') }))

/** Places in the facts of generated books: the one-of without a first value, and facts that are yes or no. */
const REQUESTER = 5
const YES_NO = [1, 2, 3, 4]

/** Each book knows a fact and a value that the other does not, presumes otherwise, and holds other things impossible. */
const worded = fc
  .tuple(bookPlan, bookPlan, fc.shuffledSubarray(YES_NO, { minLength: 3, maxLength: 3 }), fc.nat(2), fc.nat(1))
  .map(([plan, { nevers }, [one = 1, other = 2, ...both], left, next]) => {
    const knowing = (fact: number, plan: BookPlan) =>
      buildBook({ ...plan, inputs: [REQUESTER, fact, ...both], list: null })
    const otherLeft = (left + 1 + next) % 3
    return {
      before: without(knowing(one, plan), left),
      after: presumingOtherwise(without(knowing(other, { ...plan, nevers }), otherLeft)),
    }
  })

/** One of the values of a one-of is left out in a third of the books. */
const valuesLeftOut = fc.tuple(fc.nat(2), fc.nat(2), fc.nat(2))

const written = fc
  .tuple(fc.oneof(replaced, amended), valuesLeftOut)
  .map(([{ before, after }, [seldom, one, other]]) => {
    return seldom > 0 ? { before, after } : { before: without(before, one), after: without(after, other) }
  })

export const twoBooks: fc.Arbitrary<TwoBooks> = fc
  .tuple(fc.oneof(written, worded), fc.boolean())
  .map(([{ before, after }, turned]) => (turned ? { before: after, after: before } : { before, after }))
  .filter(({ before, after }) => kindsAgree(before, after) && situationsOf(before, after) <= SITUATIONS_MAX)
  .map(({ before, after }) => ({ before: printedBook(before), after: printedBook(after) }))

/** A third value of a one-of without a first value is one that this book has no word for. */
function without(book: Book, left: number): Book {
  const inputs = book.inputs.map((input) => {
    if (input.kind !== 'one-of' || input.first !== undefined || input.values.length < 3) return input
    return { ...input, values: input.values.filter((_, index) => index !== left) }
  })
  return { ...book, inputs }
}

function presumingOtherwise(book: Book): Book {
  const inputs = book.inputs.map((input) => {
    return input.kind === 'yes-no' && input.first === false ? { ...input, first: true } : input
  })
  return { ...book, inputs }
}

function kindsAgree(before: Book, after: Book): boolean {
  const kinds = new Map(before.inputs.map(({ id, kind }) => [id, kind]))
  return after.inputs.every(({ id, kind }) => (kinds.get(id) ?? kind) === kind)
}

/** Both books as one, of which only the inputs and their thresholds are looked at. */
function together(before: Book, after: Book): Book {
  const inputs = new Map(before.inputs.map((input) => [input.id, input]))
  for (const input of after.inputs) {
    const known = inputs.get(input.id)
    inputs.set(input.id, known === undefined ? input : sharedInput(known, input))
  }
  return {
    ...before,
    inputs: [...inputs.values()],
    acts: [...before.acts, ...after.acts],
    defines: [...before.defines, ...after.defines],
    nevers: [...before.nevers, ...after.nevers],
    norms: [...before.norms, ...after.norms],
    exceptions: [...before.exceptions, ...after.exceptions],
    choices: [...before.choices, ...after.choices],
  }
}

function sharedInput(input: Input, other: Input): Input {
  if (input.kind !== 'one-of' || other.kind !== 'one-of') return input
  return { ...input, values: input.values.filter(({ id }) => other.values.some((value) => value.id === id)) }
}

function situationsOf(before: Book, after: Book): number {
  const book = together(before, after)
  return book.inputs.reduce((product, input) => product * pointsOf(book, input).length, 1)
}

/** Every total situation over the inputs of both books, with the values that all who know an input know. */
export function everyShared({ before, after }: TwoBooks): readonly TotalSituation[] {
  const book = together(before, after)
  return completions(book, new Map(book.inputs.map((input): [string, SituationValue] => [input.id, UNKNOWN])))
}
