/** Agencies, their positions, and the book in force: what pick lists are made of. */
import type { AgencySummary } from '@remit/contract/shapes.ts'
import { closed } from '@remit/contract/shapes.ts'
import Type from 'typebox'
import { refuse } from '../refusal.ts'
import type { Remit } from '../remit.ts'
import { bookView } from '../views/book-view.ts'
import type { App } from './app-type.ts'
import { AgencyParams, idFrom } from './params.ts'

/** An instant in an address is text: digits only. Absent: now. */
const AtQuery = Type.Object({ at: Type.Optional(Type.String({ pattern: '^[0-9]{1,16}$' })) }, closed)

export function agencyRoutes(app: App, remit: Remit): void {
  app.get('/api/agencies', () => ({ agencies: remit.agencies.map((agency) => summaryOf(remit, agency.id)) }))

  app.get('/api/agencies/:agency', { schema: { params: AgencyParams } }, (request) =>
    summaryOf(remit, idFrom(request.params.agency)),
  )

  app.get('/api/agencies/:agency/book', { schema: { params: AgencyParams, querystring: AtQuery } }, (request) => {
    const { at } = request.query
    return bookView(remit, idFrom(request.params.agency), at === undefined ? remit.nowMs() : Number(at))
  })
}

function summaryOf(remit: Remit, id: string): AgencySummary {
  const agency = remit.agencies.find((agency) => agency.id === id)
  if (agency === undefined) return refuse('not-found', `There is no agency \`${id}\` in the orders.`)
  const { name, state, timeZone, runs, demo, silent } = agency
  return {
    id,
    name,
    state,
    timeZone,
    runs,
    demo,
    positions: [...remit.positions(id)],
    ...(silent === undefined ? {} : { silent }),
  }
}
