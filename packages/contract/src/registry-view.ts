/** `GET /api/registry`: what is said of places, by whom and when. For people to read; never an input to a norm. */
import Type, { type Static } from 'typebox'
import { closed, Id } from './shapes.ts'

/** Its folder below the orders, which it has or would have: `us/il/chicago`. */
export const JurisdictionId = Type.String({ maxLength: 200, pattern: '^us(/[a-z0-9]+(-[a-z0-9]+)*)*$' })
/** A day, or a month where no day is known. */
const DayOrMonth = Type.String({ pattern: '^[0-9]{4}-[0-9]{2}(-[0-9]{2})?$' })
const Words = Type.String({ minLength: 1, maxLength: 300 })
/** How it is known, in the words of documents. */
export const Verified = Type.Union([
  Type.Literal('primary'),
  Type.Literal('secondary'),
  Type.Literal('recalled'),
  Type.Literal('assumed'),
])

const Kind = Type.Union([
  Type.Literal('country'),
  Type.Literal('state'),
  Type.Literal('district'),
  Type.Literal('county'),
  Type.Literal('city'),
  Type.Literal('police'),
  Type.Literal('sheriff'),
  Type.Literal('jails'),
])

export const Jurisdiction = Type.Object(
  {
    id: JurisdictionId,
    name: Words,
    kind: Kind,
    /** The place that it lies in; the country alone has none. */
    parent: Type.Optional(JurisdictionId),
    /** The census code of the place itself: 2 digits of a state, 5 of a county, 7 of a city. Absent where not sure. */
    fips: Type.Optional(Type.String({ pattern: '^([0-9]{2}|[0-9]{5}|[0-9]{7})$' })),
  },
  closed,
)
export type Jurisdiction = Static<typeof Jurisdiction>

/** A list of places that somebody published. It is a claim of its publisher about cooperation being limited there. */
export const PublishedList = Type.Object(
  {
    id: Id,
    publisher: Words,
    title: Words,
    date: DayOrMonth,
    /** Where it can be read; absent where no address is known. */
    address: Type.Optional(Type.String({ pattern: '^https://' })),
    verified: Verified,
    /** What was read of it, in words. */
    known: Words,
    note: Type.Optional(Words),
  },
  closed,
)
export type PublishedList = Static<typeof PublishedList>

/** That a place was taken off a list, and who says so. */
const Removed = Type.Object({ date: DayOrMonth, source: Words, verified: Verified }, closed)

/** That a place stands on a list. */
export const Listing = Type.Object(
  {
    jurisdiction: JurisdictionId,
    list: Id,
    verified: Verified,
    note: Type.Optional(Words),
    removed: Type.Optional(Removed),
  },
  closed,
)
export type Listing = Static<typeof Listing>

/** What the orders of a place do, in the words of the statutes: restricts or requires, or both at different levels. */
export const OrdersEntry = Type.Object(
  { jurisdiction: JurisdictionId, orders: Words, source: Words, date: DayOrMonth, verified: Verified },
  closed,
)
export type OrdersEntry = Static<typeof OrdersEntry>

/** What is kept on the disk. */
export const Registry = Type.Object(
  {
    lists: Type.Array(PublishedList),
    jurisdictions: Type.Array(Jurisdiction),
    entries: Type.Array(Type.Union([Listing, OrdersEntry])),
  },
  closed,
)
export type Registry = Static<typeof Registry>

export type RegistryView = Registry & {
  /** Ids of the jurisdictions for which orders are in the library now. */
  readonly inLibrary: readonly string[]
}
