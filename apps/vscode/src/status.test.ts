import { expect, test } from 'vitest'
import { bookWords } from './status.ts'

test('the status names the agency and the day, and says when meaning could not be looked at', () => {
  const book = { agency: 'us/il/chicago/police', at: Date.UTC(2019, 8, 28), isWhole: false }
  expect(bookWords({ book })?.text).toBe('Remit: us/il/chicago/police, 2019-09-28')
  expect(bookWords({ book })?.tooltip).toContain('without its meaning')
  expect(bookWords({})).toBeUndefined()
})
