import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { type DangerProgress, DangerStates } from './danger-states.tsx'

const at = Date.UTC(2019, 8, 29, 2, 52, 6)
/** The tick's own path; the only mark of these rows that could be taken for help on its way. */
const TICK = 'm5 12.8 4.6 4.7L19.5 7'

function shown(progress: DangerProgress, now = at + 16_000): string {
  return renderToStaticMarkup(<DangerStates progress={progress} now={now} timeZone="America/Chicago" />)
}

describe('how far a report of danger has come', () => {
  test('nothing that a machine did gets a tick', () => {
    const html = shown({ kind: 'sent', sentAt: at, shownAt: at + 1_000, shownOn: '3 of 3 screens' })
    expect(html).not.toContain(TICK)
    expect(html).toContain('Nobody has it yet')
    expect(html).toContain('Keep calling on the radio.')
    expect(html).toContain('00:16')
  })
  test('acceptance by a named position gets the tick', () => {
    const html = shown({ kind: 'sent', sentAt: at, accepted: { by: 'Dispatcher Zone 6', at: at + 25_000 } })
    expect(html).toContain(TICK)
    expect(html).toContain('Dispatcher Zone 6 has it')
    expect(html).toContain('21:52:31')
  })
  test('what was sent and not shown says so', () => {
    expect(shown({ kind: 'sent', sentAt: at })).toContain('Not shown on the desk yet')
  })
  test('what was not sent never says that it was', () => {
    const html = shown({ kind: 'not-sent', since: at })
    expect(html).toContain('Not sent')
    expect(html).not.toContain('>Sent<')
    expect(html).not.toContain(TICK)
  })
})
