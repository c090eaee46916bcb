/** Small shapes that every resource uses. Instants are milliseconds since 1970 UTC by the incident's own clock, unless a name says otherwise. */
import Type, { type Static } from 'typebox'

/** No property that is not named here gets in: what a client sends beyond it is refused, never dropped silently. */
export const closed = { additionalProperties: false } as const

export const Id = Type.String({ minLength: 1, maxLength: 120, pattern: '^[a-z0-9][a-z0-9-]*$' })
/** Words of the vocabulary: names with hyphens and spaces, e.g. `supervisor is on-scene`. */
export const WordId = Type.String({ minLength: 1, maxLength: 200, pattern: '^[a-z0-9][a-z0-9 -]*$' })
export const AgencyId = Type.String({ minLength: 2, maxLength: 200, pattern: '^[a-z0-9]+(/[a-z0-9-]+)*$' })
export const DocumentId = Type.String({ minLength: 2, maxLength: 300, pattern: '^[a-z0-9]+(/[a-z0-9-]+)*$' })
export const Instant = Type.Integer({ minimum: 0, maximum: 8_640_000_000_000_000 })
/** Four digits, sometimes three; nothing finer than a beat is ever stored. */
export const Beat = Type.String({ pattern: '^[0-9]{3,4}$' })
export const CadEvent = Type.String({ pattern: '^[0-9]{5} ?[0-9]{5}$' })
/** Yes or no, a value of a one-of, a number, or `unknown`. */
export const InputValue = Type.Union([Type.Boolean(), WordId, Type.Number({ minimum: 0, maximum: 1_000_000 })])
export const Values = Type.Record(WordId, InputValue, { maxProperties: 40 })
/** An entry of a list: yes or no, a value of a one-of, or a number, for each field that is known. */
export const EntryValues = Type.Record(
  Id,
  Type.Union([Type.Boolean(), Id, Type.Number({ minimum: 0, maximum: 1_000_000 })]),
  {
    maxProperties: 20,
  },
)

export const Modality = Type.Union(
  (['MUST', 'MUST NOT', 'MAY', 'SHOULD', 'SHOULD NOT', 'SILENT', 'REFER', 'SET ASIDE'] as const).map((word) =>
    Type.Literal(word),
  ),
)
export type Modality = 'MUST' | 'MUST NOT' | 'MAY' | 'SHOULD' | 'SHOULD NOT' | 'SILENT' | 'REFER' | 'SET ASIDE'

/** A refusal: the request is understood and cannot be granted now. `message` says what is so and what to do. */
export const Refusal = Type.Object(
  {
    refusal: Type.Union(
      (
        [
          'not-found',
          'not-valid',
          'too-large',
          'stale-version',
          'incident-closed',
          'not-this-position',
          'not-in-this-book',
          'reason-needed',
          'already-so',
          'not-a-demo',
          'too-many-requests',
          'unavailable',
        ] as const
      ).map((word) => Type.Literal(word)),
    ),
    message: Type.String(),
    /** For `not-valid`: where in what was sent. */
    at: Type.Optional(Type.String()),
    /** For `stale-version`: the version that stands. */
    version: Type.Optional(Type.Integer()),
  },
  closed,
)
export type Refusal = {
  readonly refusal:
    | 'not-found'
    | 'not-valid'
    | 'too-large'
    | 'stale-version'
    | 'incident-closed'
    | 'not-this-position'
    | 'not-in-this-book'
    | 'reason-needed'
    | 'already-so'
    | 'not-a-demo'
    | 'too-many-requests'
    | 'unavailable'
  readonly message: string
  readonly at?: string
  readonly version?: number
}

export const Position = Type.Object(
  { id: Id, title: Type.String(), role: Id, chain: Type.Optional(Id), beat: Type.Optional(Beat) },
  closed,
)
export type Position = Static<typeof Position>

export const AgencySummary = Type.Object(
  {
    id: AgencyId,
    name: Type.String(),
    state: Type.String(),
    timeZone: Type.String(),
    runs: Type.Boolean(),
    demo: Type.Boolean(),
    positions: Type.Array(Position),
    silent: Type.Optional(Type.String()),
  },
  closed,
)
export type AgencySummary = Static<typeof AgencySummary>
