/**
 * Turns the place where reading a declaration stopped into a finding in a lawyer's words.
 *
 * First come the mistakes that people make, each with its own advice; else the finding says what is expected after
 * the word before, and what stands there instead.
 */
import type { ErrorPlace } from './block-parser.ts'
import { wrongClause } from './mistakes/clauses.ts'
import { wrongJoin, wrongValue } from './mistakes/conditions.ts'
import { wrongDeclaration, wrongName } from './mistakes/declarations.ts'
import { wrongList } from './mistakes/lists.ts'
import { expected, type Says } from './mistakes/mistake.ts'
import { spacedName } from './mistakes/spaced.ts'
import { wrongWriting } from './mistakes/writing.ts'
import { wantedAfter } from './wanted.ts'
import { isPossible, wantedNext } from './wanted-next.ts'

/** A finding before its place is known in the file: `offset` and `length` count in the block. */
export type Explained = Says & { readonly offset: number; readonly length: number }

/** From the surest to the most general: the first that knows the mistake is taken. */
const MISTAKES = [
  wrongWriting,
  wrongDeclaration,
  wrongName,
  wrongClause,
  wrongList,
  wrongJoin,
  wrongValue,
  spacedName,
] as const

export function explainPlace(place: ErrorPlace): Explained {
  for (const mistakeAt of MISTAKES) {
    const known = mistakeAt(place)
    if (known !== undefined) return placed(known.at ?? place.found, known.says)
  }
  const wanted = wantedAfter(place.previous?.text, place.rules)
  const furthest = place.furthest()
  if (furthest.found.offset === place.found.offset && isPossible(wanted, furthest.expected)) {
    return placed(place.found, expected(place, wanted))
  }
  // The parser could not choose between readings, or says what only another reading allows.
  return placed(furthest.found, expected(furthest, wantedNext(furthest.expected)))
}

function placed({ offset, text }: ErrorPlace['found'], says: Says): Explained {
  return { offset, length: Math.max(1, text.length), ...says }
}
