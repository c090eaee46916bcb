/** Paper for anybody: the visor card of an agency, and what changed since an instant, as a page to print or as PDF/UA. */
import { closed } from '@remit/contract/shapes.ts'
import { visorCard } from '@remit/incident/paper/card.ts'
import { shiftSheet } from '@remit/incident/paper/sheet.ts'
import { validThrough } from '@remit/incident/paper/valid-through.ts'
import { firstInstantOf, wallTimeOf } from '@remit/language/checked/local-time.ts'
import type { Agency } from '@remit/language/checked/tree.ts'
import type { FastifyReply } from 'fastify'
import Type from 'typebox'
import { PAPER_FORMS, type PaperForm, paperFile } from '../paper/paper.ts'
import { NoTypesetter } from '../paper/pdf.ts'
import { refuse } from '../refusal.ts'
import type { Remit } from '../remit.ts'
import type { App } from './app-type.ts'
import { idFrom } from './params.ts'

const Time = Type.String({ pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9]{2}:[0-9]{2})?$' })
const PaperParams = Type.Object(
  {
    agency: Type.String({ minLength: 2, maxLength: 300, pattern: '^[a-z0-9]+(~[a-z0-9-]+)*$' }),
    form: Type.Enum([...PAPER_FORMS]),
  },
  closed,
)
/** The agency's local time; absent: now. */
const CardQuery = Type.Object({ at: Type.Optional(Time), through: Type.Optional(Time) }, closed)
const SheetQuery = Type.Object({ since: Time, at: Type.Optional(Time) }, closed)

/** Setting a page takes a moment, and anybody may ask for one. */
const LIMIT = { rateLimit: { max: 60, timeWindow: '1 minute' } }

export function paperRoutes(app: App, remit: Remit): void {
  app.get(
    '/paper/:agency/card.:form',
    { config: LIMIT, schema: { params: PaperParams, querystring: CardQuery } },
    async ({ params, query }, reply) => {
      const agency = agencyOf(remit, params.agency)
      const at = instantOf(remit, agency, query.at)
      const through = query.through === undefined ? at : instantOf(remit, agency, query.through)
      if (through < at) return refuse('not-valid', 'The card would end before it begins.')
      const card = visorCard(remit.bookAt(agency.id, at), {
        at,
        validThrough: validThrough(remit.orders.library.documents, agency, { at, through }),
        printedAt: remit.nowMs(),
      })
      return sendPaper(reply, params.form, await fileOf(card, params.form))
    },
  )

  app.get(
    '/paper/:agency/sheet.:form',
    { config: LIMIT, schema: { params: PaperParams, querystring: SheetQuery } },
    async ({ params, query }, reply) => {
      const agency = agencyOf(remit, params.agency)
      const [since, at] = [instantOf(remit, agency, query.since), instantOf(remit, agency, query.at)]
      if (since > at) return refuse('not-valid', 'The sheet would begin after it ends.')
      const [before, after] = [remit.bookAt(agency.id, since), remit.bookAt(agency.id, at)]
      const sheet = shiftSheet(before.book, after.book, { since, at, printedAt: remit.nowMs() })
      if (sheet.kind === 'refused') return refuse('not-valid', sheet.words)
      return sendPaper(reply, params.form, await fileOf(sheet, params.form))
    },
  )
}

function agencyOf(remit: Remit, segment: string): Agency {
  const id = idFrom(segment)
  return (
    remit.agencies.find((agency) => agency.id === id) ??
    refuse('not-found', `There is no agency \`${id}\` in the orders.`)
  )
}

function instantOf(remit: Remit, { timeZone }: Agency, time: string | undefined): number {
  if (time === undefined) return remit.nowMs()
  const wall = wallTimeOf(time)
  if (wall === undefined) return refuse('not-valid', `There is no day or time \`${time}\`.`)
  return firstInstantOf({ ...wall, time: wall.time ?? NOON }, timeZone)
}

const NOON = { hour: 12, minute: 0, second: 0 }

async function fileOf(paper: Parameters<typeof paperFile>[0], form: PaperForm): Promise<Buffer> {
  return paperFile(paper, form).catch((error: unknown) => {
    throw error instanceof NoTypesetter ? refuse('unavailable', error.message) : error
  })
}

/** A printed page carries its fonts in itself and asks nobody for anything. */
const ALONE = "default-src 'none'; style-src 'unsafe-inline'; font-src data:; frame-ancestors 'self'"
const TYPES: Readonly<Record<PaperForm, string>> = { pdf: 'application/pdf', html: 'text/html; charset=utf-8' }

function sendPaper(reply: FastifyReply, form: PaperForm, file: Buffer): FastifyReply {
  return reply.header('content-security-policy', ALONE).header('cache-control', 'no-store').type(TYPES[form]).send(file)
}
