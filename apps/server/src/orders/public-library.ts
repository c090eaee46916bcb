/** What the public asks of the library without an account: the places, and the book of each on a day, to be asked there. */
import { createHash } from 'node:crypto'
import type { PlacesView, PlaceView } from '@remit/contract/library-view.ts'
import { writeBundle } from '@remit/engine/bundle/write-bundle.ts'
import type { Compiled } from '@remit/engine/diagram/from-checked.ts'
import { termsOf } from '@remit/language/checked/in-force.ts'
import { dayAt } from '@remit/language/checked/local-time.ts'
import type { Agency } from '@remit/language/checked/tree.ts'
import { refuse } from '../refusal.ts'
import type { Remit } from '../remit.ts'
import { sha256 } from '../store/log.ts'

export type PublicLibrary = {
  readonly view: PlacesView
  /** The bundle of a place's book on a day, written once; refused where there is no such place, day or book. */
  readonly bundle: (place: string, day: string) => Uint8Array<ArrayBuffer>
}

/** The folder of federal law, which speaks in every place and so tells none of them apart. */
const FEDERAL = /^us\/[^/]+$/
/** Documents that order nobody anything. */
const ORDERS_NOTHING: ReadonlySet<string> = new Set(['vocabulary', 'federal form', 'counsel note'])

const kept = new WeakMap<Remit, PublicLibrary>()

/** Made at the first question and then the same for the life of the program, as the orders are. */
export function publicLibraryOf(remit: Remit): PublicLibrary {
  const known = kept.get(remit)
  if (known !== undefined) return known
  const bundles = new WeakMap<Compiled, Uint8Array<ArrayBuffer>>()
  const library: PublicLibrary = {
    view: placesOf(remit),
    bundle: (place, day) => {
      const compiled = remit.bookAt(publicPlace(remit, place).id, middayOf(day))
      const bundle = bundles.get(compiled) ?? new Uint8Array(writeBundle(compiled, sha256))
      bundles.set(compiled, bundle)
      return bundle
    },
  }
  kept.set(remit, library)
  return library
}

/** A demo's settings are invented, so the public's question is never put to one. */
const isPublic = ({ demo }: Agency) => !demo

function publicPlace(remit: Remit, id: string): Agency {
  const agency = remit.agencies.find((agency) => agency.id === id && isPublic(agency))
  return agency ?? refuse('not-found', `There is no place \`${id}\` in the library.`)
}

/** An instant of the day that is on the same day in every time zone of the country. */
function middayOf(day: string): number {
  const instant = Date.parse(`${day}T18:00:00Z`)
  return Number.isNaN(instant) ? refuse('not-valid', `There is no day ${day}.`) : instant
}

/** What the public is told of the library: its hash and its places. */
function placesOf(remit: Remit): PlacesView {
  return {
    library: libraryHash(remit),
    places: remit.agencies.filter(isPublic).map((agency) => placeOf(remit, agency)),
  }
}

function placeOf(remit: Remit, agency: Agency): PlaceView {
  const { id, name, kind, state, timeZone } = agency
  const changes = remit.books.changesOf(id).map((instant) => dayAt(instant, timeZone))
  const documents = termsOf(remit.orders.library.documents, agency)
    .filter(({ document }) => !ORDERS_NOTHING.has(document.frontMatter.force.text))
    .map(({ document: { id, frontMatter }, from, last }) => ({
      id,
      day: dayAt(from, timeZone),
      ...(last === Number.POSITIVE_INFINITY ? {} : { ended: dayAt(last + 1, timeZone) }),
      short: frontMatter.short,
      force: frontMatter.force.text,
      federal: FEDERAL.test(id),
    }))
    .toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
  return { id, name, kind, state, timeZone, changes: [...new Set(changes)], documents }
}

function libraryHash({ orders }: Remit): string {
  const hash = createHash('sha256')
  for (const [file, { text }] of orders.texts) hash.update(`${file} ${text.length}\n${text}`)
  return hash.digest('hex')
}
