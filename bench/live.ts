/** From an HTTP request to another browser's screen, on loopback: a real server, a real page in a real browser. */
import { randomUUID } from 'node:crypto'
import { startProgram } from '../e2e/program.ts'
import { launchBrowser } from '../tools/browser.ts'
import { median, row } from './measure.ts'

const AGENCY = 'us~il~chicago~police~demo'
const RUNS = 20
/** A floor of screens is open for a shift; the first presses only warm the program and the page up. */
const WARM_UP = 12

const program = await startProgram()
const browser = await launchBrowser()
try {
  const post = async (path: string, body: object): Promise<{ incident: string }> => {
    const response = await fetch(`${program.url}/api/agencies/${AGENCY}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    if (!response.ok) throw new Error(await response.text())
    return await response.json()
  }
  /** A floor has few requests open at once: each run leaves the queue as it found it. */
  const endAndClose = async (incident: string, report: string): Promise<void> => {
    const command = (body: object) => post(`/incidents/${incident}/commands`, body)
    await command({ kind: 'end-danger', as: 'officer-0733', report, seen: 1_000_000 })
    await command({ kind: 'close', as: 'dispatcher-7', version: 1_000_000 })
  }
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
  await page.goto(`${program.url}/desk/${AGENCY}?as=dispatcher-7`)
  await page.getByRole('heading', { name: 'Open requests' }).waitFor()
  const times: number[] = []
  for (let run = -WARM_UP; run < RUNS; run++) {
    const { incident } = await post('/incidents', {
      as: 'dispatcher-7',
      channel: 'radio',
      requesterIs: 'asserted',
      beat: '0733',
      values: { requester: 'ice-ero', 'request-purpose': 'civil-arrest' },
      units: ['officer-0733'],
    })
    const receipt = incident.toUpperCase()
    await page.getByText(receipt).first().waitFor()
    // The page itself notes when the row of this incident first says PROTECT, by the same clock of the same machine.
    const seen = page.evaluate(
      (receipt) =>
        new Promise<number>((resolve) => {
          const look = () => {
            const row = [...document.querySelectorAll('tr, [role="row"], li')].find((each) =>
              each.textContent?.includes(receipt),
            )
            if (row?.textContent?.includes('PROTECT')) resolve(performance.timeOrigin + performance.now())
            else requestAnimationFrame(look)
          }
          look()
        }),
      receipt,
    )
    const report = randomUUID()
    const sent = performance.timeOrigin + performance.now()
    await post(`/incidents/${incident}/commands`, {
      kind: 'report-danger',
      as: 'officer-0733',
      report,
      reportedAt: Date.now(),
    })
    const ms = (await seen) - sent
    await endAndClose(incident, report)
    if (run >= 0) times.push(ms)
  }
  row('from the press for danger to a second browser’s screen', `${median(times).toFixed(0)} ms`, '< 100 ms')
} finally {
  await browser.close()
  await program.end()
}
