/**
 * `/answer` as it is read before its script runs, or without it: drawn here by the page's own parts, from the bundles that
 * the page would ask for. An address is drawn once for each day; who has it asks by its tag, which nothing is drawn for.
 */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { PreRender } from '@remit/contract/pre-render.ts'
import { dayAt } from '@remit/language/checked/local-time.ts'
import { publicLibraryOf } from '../orders/public-library.ts'
import { Markup } from '../pages/markup.ts'
import { shellWith } from '../pages/shell.ts'
import { Refused } from '../refusal.ts'
import type { Remit } from '../remit.ts'
import type { App } from './app-type.ts'
import { ASK_FIRST, type Packed, packedAs, sendPacked, tagOf } from './packed.ts'

const HTML = 'text/html; charset=utf-8'
/** What the page reads of an address, in one order; anything else in it changes nothing. */
const PARTS = ['who', 'what', 'paper', 'on', 'a', 'b', 'lang', 'show'] as const
/** Longer parts name nothing; the page's script says so. */
const PART_LENGTH_MAX = 120
/** Pages kept, the oldest given up first: about 60 kB each. */
const KEPT_MAX = 300
/** So many are drawn at once; whoever asks meanwhile gets the page that its script fills. */
const DRAWING_MAX = 4
const QUALITY = 5

/** `webFolder` holds the built pages; where they hold no drawing module, the page is sent empty as all others. */
export async function answerPageRoutes(app: App, remit: Remit, webFolder: string): Promise<void> {
  const module = join(webFolder, 'pre-render', 'answer.mjs')
  if (!existsSync(module)) return
  const page = readFileSync(join(webFolder, 'index.html'), 'utf8')
  const files = filesIn(join(webFolder, 'pre-render', 'answer.json'))
  const { draw } = await drawingIn(module)
  const kept = new Map<string, Packed>()
  let drawing = 0

  app.get<{ Querystring: Readonly<Record<string, unknown>> }>('/answer', async (request, reply) => {
    const library = publicLibraryOf(remit)
    const nowMs = remit.nowMs()
    const address = addressOf(request.query)
    const zones = [...new Set(library.view.places.map(({ timeZone }) => timeZone))]
    const days = zones.map((zone) => dayAt(nowMs, zone)).join(' ')
    const tag = tagOf(library.view.library, page, address, days)
    // Whoever has it is not sent it again, and so nothing has to be drawn.
    const isHeld = request.headers['if-none-match'] === tag
    const found = kept.get(tag) ?? (isHeld ? packedAs(HTML, new Uint8Array(), { tag, quality: 0 }) : undefined)
    if (found !== undefined) return sendPacked(request, reply, found, ASK_FIRST)
    if (drawing >= DRAWING_MAX) return reply.type(HTML).header('cache-control', 'no-store').send(page)
    drawing++
    try {
      const { title, language, html } = await draw({ address, library: library.view, nowMs, bundleOf })
      const shown = shellWith(page, { title, language, main: new Markup(html), asks: ['/api/places'], files })
      const drawn = packedAs(HTML, new TextEncoder().encode(shown), { tag, quality: QUALITY })
      kept.set(tag, drawn)
      for (const [oldest] of kept.entries().take(Math.max(0, kept.size - KEPT_MAX))) kept.delete(oldest)
      return sendPacked(request, reply, drawn, ASK_FIRST)
    } catch (error) {
      // A fault of ours, told here; the page's script answers by itself.
      console.error(error)
      return reply.type(HTML).header('cache-control', 'no-store').send(page)
    } finally {
      drawing--
    }

    function bundleOf(place: string, day: string) {
      try {
        return library.bundle(place, day)
      } catch (error) {
        if (error instanceof Refused && error.refusal.refusal === 'not-found') return undefined
        throw error
      }
    }
  })
}

function addressOf(query: Readonly<Record<string, unknown>>): string {
  const parts = PARTS.flatMap((part) => {
    const value = query[part]
    return typeof value === 'string' && value.length <= PART_LENGTH_MAX ? [[part, value]] : []
  })
  const search = new URLSearchParams(parts).toString()
  return search === '' ? '/answer' : `/answer?${search}`
}

/** Built from the same tree as this server, and typed by the contract that both import. */
const drawingIn = async (module: string): Promise<PreRender> => import(pathToFileURL(module).href)

type Files = { readonly styles: readonly string[]; readonly scripts: readonly string[] }

/** Written by the build beside the drawing module. */
const filesIn = (path: string): Files => JSON.parse(readFileSync(path, 'utf8'))
