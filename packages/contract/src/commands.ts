/** What a position can send about an incident. Pick lists only: no command has a place for free text. */
import Type, { type Static } from 'typebox'
import { Beat, CadEvent, closed, EntryValues, Id, InputValue, Instant, Values, WordId } from './shapes.ts'

const Channel = Type.Union([
  Type.Literal('phone'),
  Type.Literal('radio'),
  Type.Literal('fax'),
  Type.Literal('in-person'),
  Type.Literal('cad'),
  Type.Literal('api'),
])
const RequesterIs = Type.Union([Type.Literal('asserted'), Type.Literal('verified')])

/**
 * Most requests and persons of one incident. A determination is made for each request and person together, and an order has
 * to be there in time: what is more than this is an incident of its own.
 */
export const REQUESTS_MAX = 6
export const PERSONS_MAX = 12

/** `POST /api/agencies/:agency/incidents`: a request was received. The answer has its receipt number. */
export const OpenIncident = Type.Object(
  {
    as: Id,
    channel: Channel,
    requesterIs: RequesterIs,
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

/** Of which request or person it is said, counted from 1. Compulsory where there are several and it is about one of them. */
const request = Type.Optional(Type.Integer({ minimum: 1, maximum: REQUESTS_MAX }))
const person = Type.Optional(Type.Integer({ minimum: 1, maximum: PERSONS_MAX }))

export const Command = Type.Union([
  Type.Object(
    { kind: Type.Literal('observe'), as, version, input: WordId, value: InputValue, request, person },
    closed,
  ),
  Type.Object({ kind: Type.Literal('happen'), as, version, event: Id, request, person }, closed),
  /** An entry of a list: from pick lists and numbers alone. A field that is left out is not known. */
  Type.Object(
    { kind: Type.Literal('report-entry'), as, version, list: Id, values: EntryValues, request, person },
    closed,
  ),
  /** The list has no further entry. */
  Type.Object({ kind: Type.Literal('complete-list'), as, version, list: Id, request, person }, closed),
  /** An entry, or the end of a list, was reported by mistake in event `seq`. */
  Type.Object({ kind: Type.Literal('withdraw'), as, version, seq: Type.Integer({ minimum: 1 }) }, closed),
  /** A further request in the same incident. The answer has its receipt number. */
  Type.Object(
    {
      kind: Type.Literal('add-request'),
      as,
      version,
      channel: Channel,
      requesterIs: RequesterIs,
      cadEvent: Type.Optional(CadEvent),
      values: Values,
    },
    closed,
  ),
  /** A further person concerned: a number, and nothing that says who it is. */
  Type.Object({ kind: Type.Literal('add-person'), as, version }, closed),
  Type.Object({ kind: Type.Literal('assign-unit'), as, version, position: Id }, closed),
  /** An act done, or a direction given (an act that directs). A direction that differs needs a reason. */
  Type.Object({ kind: Type.Literal('do'), as, version, act: Id, reason: Type.Optional(Id), request, person }, closed),
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
      request,
      person,
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

/** The answer to every command that was granted. `receipt` is that of the request that it recorded, else of the first. `index` is the place in the agency's log of the last event written. */
export const Written = Type.Object(
  { incident: Id, receipt: Type.String(), version: Type.Integer(), index: Type.Integer() },
  closed,
)
export type Written = Static<typeof Written>

/** `POST /api/agencies/:agency/danger`: danger from a screen that shows no incident. */
export const DangerAnywhere = Type.Object({ as, report, reportedAt: Instant, beat: Type.Optional(Beat) }, closed)
export type DangerAnywhere = Static<typeof DangerAnywhere>
