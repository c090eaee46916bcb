/** Drills of an agency, and the answers given, which are recorded with their position. */

import type { DrillResult } from '@remit/contract/library-view.ts'
import { closed, Id, Modality } from '@remit/contract/shapes.ts'
import Type from 'typebox'
import { answerDrill, drillsOf } from '../drills/drills.ts'
import type { Remit } from '../remit.ts'
import { appendEvents, lockLog, readStream } from '../store/log.ts'
import type { App } from './app-type.ts'
import { AgencyParams, idFrom } from './params.ts'

const Body = Type.Object({ as: Id, situation: Id, choice: Modality }, closed)

export function drillRoutes(app: App, remit: Remit): void {
  app.get('/api/agencies/:agency/drills', { schema: { params: AgencyParams } }, (request) => ({
    drills: drillsOf(remit, remit.runningAgency(idFrom(request.params.agency))),
  }))

  app.post(
    '/api/agencies/:agency/drills',
    { schema: { params: AgencyParams, body: Body } },
    async (request): Promise<DrillResult> => {
      const agency = remit.runningAgency(idFrom(request.params.agency))
      const { as, situation, choice } = request.body
      const by = remit.position(agency.id, as).id
      const result = answerDrill(remit, agency, situation, choice)
      await remit.database.inAgency(agency.id, async (transaction) => {
        const head = await lockLog(transaction, agency.id)
        const stream = `drill/${situation}`
        const seq = (await readStream(transaction, stream)).length + 1
        const body = { situation, choice, answer: result.answer, correct: result.correct }
        await appendEvents(
          transaction,
          head,
          [{ stream, seq, kind: 'drill-answered', at: remit.nowMs(), by, body }],
          remit.signer,
        )
      })
      return result
    },
  )
}
