/** From kill -9 and the next start to the page that was being waited for: the program started again, and escalating again. */
import { startProgram } from '../e2e/program.ts'
import { median, row } from './measure.ts'

const AGENCY = 'us~il~chicago~police~demo'
const RUNS = 5

const program = await startProgram()
const times: number[] = []
try {
  const response = await fetch(`${program.url}/api/agencies/${AGENCY}/incidents`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      as: 'dispatcher-7',
      channel: 'radio',
      requesterIs: 'asserted',
      beat: '0733',
      values: { requester: 'ice-ero', 'request-purpose': 'civil-arrest' },
      units: ['officer-0733'],
      startsAt: Date.UTC(2019, 8, 29, 2, 49),
    }),
  })
  const { incident } = (await response.json()) as { readonly incident: string }
  for (let run = 0; run < RUNS; run++) {
    await program.kill()
    const start = performance.now()
    await program.start()
    const again = await fetch(`${program.url}/api/agencies/${AGENCY}/incidents/${incident}`)
    const view = (await again.json()) as { readonly page: { readonly state: string } }
    if (view.page.state !== 'paged') throw new Error(`the page is not there again: ${view.page.state}`)
    times.push(performance.now() - start)
  }
  row('from the start after kill -9 to the page being there again', `${(median(times) / 1000).toFixed(1)} s`, '< 5 s')
} finally {
  await program.end()
}
