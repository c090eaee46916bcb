import { expect, test } from 'vitest'
import { quoted } from './quoted.ts'

test.each([
  ['us/il/chicago/police', '`us/il/chicago/police`'],
  ['red \u001b[31m text', '`red \\u{1b}[31m text`'],
  ['turned \u202e around', '`turned \\u{202e} around`'],
  ['half \ud83d', '`half \\u{d83d}`'],
  ['a `quote`', '`a \\u{60}quote\\u{60}`'],
  ['x'.repeat(121), `\`${'x'.repeat(120)}…\``],
])('%j is quoted harmlessly', (text, shown) => {
  expect(quoted(text)).toBe(shown)
})
