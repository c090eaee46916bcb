/** How the server has a public page drawn before any script runs: what the built pages export, and what they are given. */
import type { PlacesView } from './library-view.ts'

export type PageAsked = {
  /** Path and search: `/answer?on=2021-08-02`. */
  readonly address: string
  readonly library: PlacesView
  /** Milliseconds since 1970 UTC. */
  readonly nowMs: number
  /** The bundle of a place on a day; nothing where the library has no orders of it then. */
  readonly bundleOf: (place: string, day: string) => Uint8Array<ArrayBuffer> | undefined
}

/** `html` is whole and escaped; `title` is a text. */
export type PageDrawn = { readonly language: string; readonly title: string; readonly html: string }

/** What `pre-render/answer.mjs` of the built pages exports. */
export type PreRender = { readonly draw: (asked: PageAsked) => Promise<PageDrawn> }
