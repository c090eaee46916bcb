import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { Countdown } from './countdown.tsx'

const due = Date.UTC(2019, 8, 29, 3, 8)
const from = due - 30 * 60_000

function shown(now: number, asOf?: string): string {
  return renderToStaticMarkup(
    <Countdown
      label="Supervisor due by"
      due={due}
      from={from}
      now={now}
      timeZone="America/Chicago"
      {...(asOf === undefined ? {} : { asOf })}
    />,
  )
}

describe('a countdown', () => {
  test('says when it is due, the time left in figures and in words, and shows the part that is left', () => {
    const html = shown(due - 1_062_000)
    expect(html).toContain('Supervisor due by 22:08')
    expect(html).toContain('17:42')
    expect(html).toContain('17 minutes 42 seconds left')
    expect(html).toMatch(/<rect[^>]*width="59"/)
  })
  test('counts up as late, without a bar', () => {
    const html = shown(due + 252_000)
    expect(html).toContain('late 04:12')
    expect(html).toContain('late by 4 minutes 12 seconds')
    expect(html).not.toContain('<rect')
  })
  test('says from when it knows while the phone is offline', () => {
    expect(shown(due - 1_000, '21:46')).toContain('as of 21:46')
  })
})
