/** `POST /decide`: what the orders say in a situation, for other systems. It keeps nothing of it. */
import { DecideRequest } from '@remit/contract/decide.ts'
import { TooLarge } from '@remit/engine/diagram/diagrams.ts'
import type { FastifyError } from 'fastify'
import { answerDecide, type DecideAnswer } from '../decisions/decide-request.ts'
import { ProblemFound, problemOf } from '../decisions/problem.ts'
import type { Remit } from '../remit.ts'
import type { App } from './app-type.ts'

/** Ten a second for a busy desk's systems; who asks of more situations sends them together. */
const REQUESTS_A_MINUTE_MAX = 600

export function decideRoutes(app: App, remit: Remit): void {
  app.post(
    '/decide',
    {
      config: { rateLimit: { max: REQUESTS_A_MINUTE_MAX, timeWindow: '1 minute' } },
      schema: { body: DecideRequest },
      errorHandler: (error: FastifyError | ProblemFound, _, reply) => {
        const problem = problemFrom(error)
        return reply.code(problem.status).type('application/problem+json').send(problem)
      },
    },
    (request): Promise<DecideAnswer> => answerDecide(remit, request.body),
  )
}

function problemFrom(error: FastifyError | ProblemFound) {
  if (error instanceof ProblemFound) return error.problem
  if (error instanceof TooLarge) {
    return problemOf('unavailable', 'These facts leave too much open to be found out in time. Say more of them.')
  }
  if ('validation' in error && error.validation !== undefined) {
    const [first] = error.validation
    const message = first?.message ?? 'is not as the interface describes'
    return problemOf('not-valid', `The body ${message}.`, { pointer: first?.instancePath ?? '' })
  }
  switch (error.statusCode) {
    case 413:
      return problemOf('too-large', 'The body is too large. Send fewer situations at a time.')
    case 429:
      return problemOf(
        'too-many-requests',
        'Too many requests from here in this minute. Send several situations in one.',
      )
    case 400:
    case 415:
      return problemOf('not-valid', 'What was sent is not JSON.')
    default:
      console.error(error)
      return problemOf('unavailable', 'A fault of ours: nothing was decided.')
  }
}
