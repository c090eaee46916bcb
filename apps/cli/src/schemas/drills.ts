/** The JSON of `remit drills`. */
import { STAKES } from '@remit/engine/questions/drilling/stakes.ts'
import Type from 'typebox'
import { Answer } from './answer.ts'
import { WrongCells } from './difference.ts'
import { Book, closed, count, Modality, optional, text, Value } from './shapes.ts'

const Facts = Type.Record(Type.String(), Value)

const Side = closed({
  words: text('the fact here'),
  value: Value,
  situation: Facts,
  modality: Modality,
  norm: optional(text('the norm that decides, of the highest force; absent where none does')),
  sentence: text('what the orders say, for an officer'),
  answer: optional(Answer),
})

const Found = closed({
  book: Book,
  drills: Type.Array(
    closed({
      role: Type.String(),
      act: Type.String(),
      fact: text('the one that differs'),
      situation: Facts,
      words: text('what is so in both'),
      sides: Type.Array(Side, { minItems: 2, maxItems: 2 }),
      stake: Type.Enum([...STAKES]),
      past: count('past situations on either side'),
      share: Type.Number({ minimum: 0, description: 'of all possible situations, if all are as likely' }),
      alsoActs: Type.Array(text('an act of which the same fact and norms change the answer')),
    }),
    { description: 'for each role what matters most first' },
  ),
})

export const Drills = Type.Union([Found, WrongCells])
