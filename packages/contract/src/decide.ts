/** What another system asks of `POST /decide`, and the line that a decision leaves in a decision log. */
import Type, { type Static, type TSchema } from 'typebox'
import { AgencyId, closed, Id, Instant, Modality } from './shapes.ts'

/** Which kind of system or work asks; never a person. */
export const ASKERS = ['dispatch-system', 'records-system', 'jail-system', 'training', 'analysis', 'other'] as const

/** Situations in one request: more are more requests, so that no other answer has to wait for them. */
export const SITUATIONS_MAX = 100

const FactValue = Type.Union([
  Type.Boolean(),
  Type.String({ maxLength: 200 }),
  Type.Number({ minimum: 0, maximum: 8_640_000_000_000_000 }),
])
/** Facts by their canonical words; only those that the book declares are taken. */
const Facts = Type.Record(Type.String({ minLength: 1, maxLength: 200 }), FactValue, { maxProperties: 100 })
/** Lines as in a scenario's `given`. No quotes: nobody is named in them. */
const Given = Type.Array(Type.String({ minLength: 1, maxLength: 200, pattern: '^[a-z0-9][a-z0-9 ,.-]*$' }), {
  maxItems: 60,
})
/** The agency's local time, to the minute or for noon. */
const LocalTime = Type.String({ pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9]{2}:[0-9]{2})?$' })

const Situation = Type.Object({ facts: Type.Optional(Facts), given: Type.Optional(Given) }, closed)

export const DecideRequest = Type.Object(
  {
    agency: AgencyId,
    at: Type.Union([Instant, LocalTime]),
    facts: Type.Optional(Facts),
    given: Type.Optional(Given),
    /** Several situations, in place of `facts` and `given`. */
    situations: Type.Optional(Type.Array(Situation, { minItems: 1, maxItems: SITUATIONS_MAX })),
    role: Type.Optional(Id),
    acts: Type.Optional(Type.Array(Id, { minItems: 1, maxItems: 100 })),
    by: Type.Optional(Type.Enum([...ASKERS])),
  },
  closed,
)
export type DecideRequest = Static<typeof DecideRequest>

const strict = (properties: Record<string, TSchema>, description?: string) =>
  Type.Object(properties, { ...closed, ...(description === undefined ? {} : { description }) })

const InputWord = Type.String({ description: 'the canonical words of a fact' })

/** One decision, on one line of a decision log. `docs/decision-log.md` says what each field promises. */
export const DecisionLine = Type.Object(
  {
    log: Type.Literal('remit-decision/1'),
    id: Type.String({
      pattern: '^[0-9a-f]{64}$',
      description: 'SHA-256 of the canonical JSON of the rest of the line',
    }),
    time: Type.String({ format: 'date-time', description: 'when it was decided, by the clock of the server' }),
    agency: AgencyId,
    at: Type.String({ format: 'date-time', description: 'for which instant' }),
    book: Type.String({ pattern: '^[0-9a-f]{64}$', description: 'the hash of the book that was in force at it' }),
    language: Type.Literal(1, { description: 'the version of the language' }),
    by: Type.Enum([...ASKERS], { description: 'which kind of system or work asked' }),
    situation: Type.Record(InputWord, Type.Union([Type.Boolean(), Type.String(), Type.Number({ minimum: 0 })]), {
      description: 'every fact that was reported, in order of its words',
    }),
    role: Type.Optional(Type.String({ description: 'asked for this role alone' })),
    acts: Type.Optional(Type.Array(Type.String(), { description: 'asked for these acts alone, in order' })),
    results: Type.Optional(
      Type.Array(
        strict({
          role: Type.String(),
          act: Type.String(),
          modalities: Type.Array(Modality, {
            minItems: 1,
            description: 'one if it is settled, else those that remain',
          }),
        }),
        { description: 'of each role and act that is not silent; absent where the facts cannot be together' },
      ),
    ),
    open: Type.Optional(Type.Array(InputWord, { description: 'the facts on which the open results hang, in order' })),
    impossible: Type.Optional(
      Type.Array(Type.String(), { minItems: 1, description: 'what the facts break, if they cannot be together' }),
    ),
  },
  closed,
)
export type DecisionLine = Static<typeof DecisionLine>

/** The kinds of problem that `POST /decide` answers with; each has its status. */
export const PROBLEMS = {
  'not-valid': 400,
  'not-found': 404,
  'too-large': 413,
  'not-in-this-book': 422,
  impossible: 422,
  'too-many-requests': 429,
  unavailable: 503,
} as const
export type ProblemKind = keyof typeof PROBLEMS

/** A problem as RFC 9457 has it, with what a program can act on. */
export type Problem = {
  readonly type: `urn:remit:problem:${ProblemKind}`
  readonly title: string
  readonly status: number
  readonly detail: string
  /** Where in what was sent: a JSON pointer. */
  readonly pointer?: string
  /** The nearest word that the book has. */
  readonly near?: string
  /** What the facts break. */
  readonly impossible?: readonly { readonly breaks: string; readonly words: string }[]
}
