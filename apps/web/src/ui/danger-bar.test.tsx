import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { DangerBar } from './danger-bar.tsx'

test('after the press the bar holds a status and no button, so that a second press ends nothing', () => {
  expect(renderToStaticMarkup(<DangerBar form="rest" onReport={() => {}} />)).toContain('<button')
  for (const form of ['reported', 'not-sent'] as const)
    expect(renderToStaticMarkup(<DangerBar form={form} since={0} now={42_000} />)).not.toContain('<button')
})
