/** What a position can send about an incident. Pick lists only: no command has a place for free text. */
import Type, { type Static } from 'typebox'
import { Beat, CadEvent, closed, Id, InputValue, Instant, Values, WordId } from './shapes.ts'

/** `POST /api/agencies/:agency/incidents`: a request was received. The answer has its receipt number. */
export const OpenIncident = Type.Object(
  {
    as: Id,
    channel: Type.Union([
      Type.Literal('phone'),
      Type.Literal('radio'),
      Type.Literal('fax'),
      Type.Literal('in-person'),
      Type.Literal('cad'),
      Type.Literal('api'),
    ]),
    requesterIs: Type.Union([Type.Literal('asserted'), Type.Literal('verified')]),
    beat: Beat,
    cadEvent: Type.Optional(CadEvent),
    values: Values,
    /** Positions of the officers on scene. */
    units: Type.Array(Id, { maxItems: 20 }),
    /** Demo agencies only: the simulated instant at which the request is received. */
    startsAt: Type.Optional(Instant),
  },
  closed,
)
export type OpenIncident = Static<typeof OpenIncident>

/**
 * The version that the sender saw: refused as stale if someone else has said something since. Compulsory except for
 * danger, pages and what a screen showed: those never wait for anything.
 */
const version = Type.Integer({ minimum: 1 })
const as = Id
const report = Type.String({ pattern: '^[0-9a-f-]{36}$' })

export const Command = Type.Union([
  Type.Object({ kind: Type.Literal('observe'), as, version, input: WordId, value: InputValue }, closed),
  Type.Object({ kind: Type.Literal('happen'), as, version, event: Id }, closed),
  Type.Object({ kind: Type.Literal('assign-unit'), as, version, position: Id }, closed),
  /** An act done, or a direction given (an act that directs). A direction that differs needs a reason. */
  Type.Object({ kind: Type.Literal('do'), as, version, act: Id, reason: Type.Optional(Id) }, closed),
  Type.Object({ kind: Type.Literal('accept-page'), as, page: Type.Integer({ minimum: 1 }) }, closed),
  /** The reporter makes `report` (a UUID), so that a repeated sending is one report; `reportedAt` is real time on its own clock. */
  Type.Object({ kind: Type.Literal('report-danger'), as, report, reportedAt: Instant }, closed),
  Type.Object({ kind: Type.Literal('danger-shown'), as, report }, closed),
  Type.Object({ kind: Type.Literal('accept-danger'), as, report }, closed),
  Type.Object({ kind: Type.Literal('end-danger'), as, report, seen: Type.Integer({ minimum: 1 }) }, closed),
  Type.Object(
    {
      kind: Type.Literal('shown'),
      as,
      through: Type.Integer({ minimum: 1 }),
      sentence: Type.String({ maxLength: 200 }),
    },
    closed,
  ),
  Type.Object(
    { kind: Type.Literal('correct'), as, version, seq: Type.Integer({ minimum: 1 }), value: InputValue },
    closed,
  ),
  Type.Object({ kind: Type.Literal('review'), as, version, seq: Type.Integer({ minimum: 1 }), outcome: Id }, closed),
  /** Demo agencies only. At most a day at once. */
  Type.Object(
    { kind: Type.Literal('pass-time'), as, version, ms: Type.Integer({ minimum: 1, maximum: 86_400_000 }) },
    closed,
  ),
  Type.Object({ kind: Type.Literal('close'), as, version }, closed),
])
export type Command = Static<typeof Command>

/** The answer to every command that was granted. `index` is the place in the agency's log of the last event written. */
export const Written = Type.Object(
  { incident: Id, receipt: Type.String(), version: Type.Integer(), index: Type.Integer() },
  closed,
)
export type Written = Static<typeof Written>

/** `POST /api/agencies/:agency/danger`: danger from a screen that shows no incident. */
export const DangerAnywhere = Type.Object({ as, report, reportedAt: Instant, beat: Type.Optional(Beat) }, closed)
export type DangerAnywhere = Static<typeof DangerAnywhere>
