import type { Written } from '@remit/contract/commands.ts'
import { describe, expect, test } from 'vitest'
import { dangerQueue, type Keeping, type Waiting } from './danger-queue.ts'

const REPORT = {
  agency: 'us/il/chicago/police/demo',
  as: 'officer-0733',
  report: '6f1d2a30-0000-4000-8000-000000000001',
  reportedAt: 1000,
  incident: 'r-000001',
}
const WRITTEN: Written = { incident: 'r-000001', receipt: 'R-000001', version: 7, index: 9 }

/** A storage that outlives a page, and a line that can be cut: each sending is noted before its fate. */
function world() {
  let kept: string | null = null
  const keeping: Keeping = {
    read: () => kept,
    write: (text) => {
      kept = text
    },
  }
  const line = { up: true, sendings: [] as string[] }
  const through = async (what: string) => {
    line.sendings.push(what)
    if (!line.up) throw new Error('offline')
    return WRITTEN
  }
  const sender = {
    report: (waiting: Waiting) => through(`report ${waiting.report.slice(-1)} of ${waiting.reportedAt}`),
    end: (waiting: Waiting, incident: string, seen: number) =>
      through(`end ${waiting.report.slice(-1)} in ${incident} seen ${seen}`),
  }
  return { line, openPage: () => dangerQueue(keeping, sender, () => 2000) }
}

describe('the queue of danger', () => {
  test('calls nothing sent before the server has answered', async () => {
    const { openPage } = world()
    const queue = openPage()
    queue.report(REPORT)
    expect(queue.get()).toEqual([REPORT])
    await queue.attempt()
    expect(queue.get()).toEqual([{ ...REPORT, sent: { incident: 'r-000001', version: 7, at: 2000 } }])
  })

  test('sends the same report with the time of the press until it is answered, also after a reload', async () => {
    const { line, openPage } = world()
    line.up = false
    const first = openPage()
    first.report(REPORT)
    await first.attempt()
    line.up = true
    const second = openPage()
    expect(second.get()).toEqual([REPORT])
    await second.attempt()
    expect(new Set(line.sendings)).toEqual(new Set(['report 1 of 1000']))
    expect(second.get()[0]?.sent?.incident).toBe('r-000001')
  })

  test('is not sent again once it was answered', async () => {
    const { line, openPage } = world()
    const queue = openPage()
    queue.report(REPORT)
    await queue.attempt()
    const sendings = line.sendings.length
    await queue.attempt()
    expect(line.sendings).toHaveLength(sendings)
  })

  test('an end goes out after its report, having seen it', async () => {
    const { line, openPage } = world()
    line.up = false
    const queue = openPage()
    queue.report(REPORT)
    await queue.attempt()
    queue.end(REPORT, 3)
    await queue.attempt()
    line.sendings.length = 0
    line.up = true
    await queue.attempt()
    expect(line.sendings).toEqual(['report 1 of 1000', 'end 1 in r-000001 seen 7'])
    expect(queue.get()).toEqual([])
  })

  test('a report that was sent before can be ended, and the end is kept until it is answered', async () => {
    const { line, openPage } = world()
    line.up = false
    const queue = openPage()
    queue.end(REPORT, 12)
    await queue.attempt()
    expect(queue.get()[0]?.ended).toEqual({ seen: 12 })
    line.up = true
    await queue.attempt()
    expect(queue.get()).toEqual([])
    expect(line.sendings.at(-1)).toBe('end 1 in r-000001 seen 12')
  })

  test('one report that is refused holds up no other', async () => {
    const { openPage } = world()
    const queue = openPage()
    queue.report(REPORT)
    queue.report({ ...REPORT, report: '6f1d2a30-0000-4000-8000-000000000002' })
    await queue.attempt()
    expect(queue.get().map(({ sent }) => sent?.version)).toEqual([7, 7])
  })

  test('a sent report is forgotten once the incident shows it, an unsent one never', async () => {
    const { line, openPage } = world()
    line.up = false
    const queue = openPage()
    queue.report(REPORT)
    await queue.attempt()
    queue.seen(REPORT.report)
    expect(queue.get()).toHaveLength(1)
    line.up = true
    await queue.attempt()
    queue.seen(REPORT.report)
    expect(queue.get()).toEqual([])
  })

  test('two pages of one device keep each other’s reports', async () => {
    const { line, openPage } = world()
    line.up = false
    const [one, other] = [openPage(), openPage()]
    one.report(REPORT)
    other.report({ ...REPORT, report: '6f1d2a30-0000-4000-8000-000000000002' })
    await Promise.all([one.attempt(), other.attempt()])
    expect(openPage().get()).toHaveLength(2)
  })

  test('damaged storage does not keep the button from working', async () => {
    const queue = dangerQueue(
      { read: () => '{"not": a list', write: () => undefined },
      { report: async () => WRITTEN, end: async () => WRITTEN },
      () => 0,
    )
    queue.report(REPORT)
    await queue.attempt()
    expect(queue.get()[0]?.sent?.version).toBe(7)
  })
})
