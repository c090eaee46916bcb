/** Why a decision cannot be given, as RFC 9457 has it. */
import { PROBLEMS, type Problem, type ProblemKind } from '@remit/contract/decide.ts'

const TITLES: { readonly [kind in ProblemKind]: string } = {
  'not-valid': 'What was sent is not as the interface describes',
  'not-found': 'There is no such agency, or no book of it at that instant',
  'too-large': 'What was sent is too large',
  'not-in-this-book': 'The orders in force then have no such word',
  impossible: 'These facts cannot be together',
  'too-many-requests': 'Too many requests in this minute',
  unavailable: 'A fault of ours',
}

export function problemOf(
  kind: ProblemKind,
  detail: string,
  more: Pick<Problem, 'pointer' | 'near' | 'impossible'> = {},
): Problem {
  return { type: `urn:remit:problem:${kind}`, title: TITLES[kind], status: PROBLEMS[kind], detail, ...more }
}

/** Thrown where the whole request cannot be answered. */
export class ProblemFound extends Error {
  readonly problem: Problem
  constructor(problem: Problem) {
    super(problem.detail)
    this.problem = problem
  }
}

export function refuseAs(...problem: Parameters<typeof problemOf>): never {
  throw new ProblemFound(problemOf(...problem))
}
