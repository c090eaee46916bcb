/** Where a verb writes. Colour only on a terminal, and never where NO_COLOR is set. */
import { type Colours, TERMINAL_COLOURS } from '@remit/language/text/render-finding.ts'

export type Output = {
  readonly line: (text: string) => void
  /** One JSON value, the whole of standard output. */
  readonly json: (value: unknown) => void
  readonly colours: Colours | undefined
}

export function terminalOutput(): Output {
  const hasColour = process.stdout.isTTY === true && process.env.NO_COLOR === undefined
  return {
    line: (text) => process.stdout.write(`${text}\n`),
    json: (value) => process.stdout.write(`${JSON.stringify(value, null, 2)}\n`),
    colours: hasColour ? TERMINAL_COLOURS : undefined,
  }
}
