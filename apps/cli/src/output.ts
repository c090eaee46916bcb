/** Where a verb writes. Colour only on a terminal, and never where NO_COLOR is set. */

import { type Colours, TERMINAL_COLOURS } from '@remit/language/text/render-finding.ts'
import type { AskPerson } from './new-order/ask-person.ts'

export type Output = {
  /** A line of the answer, on standard output. */
  readonly line: (text: string) => void
  /** One JSON value, the whole of standard output. */
  readonly json: (value: unknown) => void
  /** What is wrong with the call, or what takes long: standard error, so that it never stands in the answer. */
  readonly aside: (text: string) => void
  /** One line on standard error that the next one replaces; absent where standard error is no terminal. */
  readonly replacing?: (text: string) => void
  /** Asks the person at the terminal; absent where nobody can answer. */
  readonly ask?: AskPerson | undefined
  /** For findings; absent: plain. */
  readonly colours: Colours | undefined
}

/** What wipes a line of progress: no control code, which NO_COLOR would have to leave out. */
const PROGRESS_WIDTH = 40

/** Loads the questions when the first is asked: no other verb waits for them. */
const askPerson: AskPerson = async (asked) => (await import('./new-order/ask-person.ts')).askOnTerminal(asked)

/** The streams of this process. */
export function terminalOutput(): Output {
  // By no-color.org an empty value is as none.
  const hasColour = process.stdout.isTTY === true && (process.env.NO_COLOR ?? '') === ''
  return {
    line: (text) => process.stdout.write(`${text}\n`),
    json: (value) => process.stdout.write(`${JSON.stringify(value, null, 2)}\n`),
    aside: (text) => process.stderr.write(`${text}\n`),
    ...(process.stderr.isTTY === true
      ? { replacing: (text: string) => process.stderr.write(`\r${' '.repeat(PROGRESS_WIDTH)}\r${text}`) }
      : {}),
    ask: process.stdin.isTTY === true && process.stdout.isTTY === true ? askPerson : undefined,
    colours: hasColour ? TERMINAL_COLOURS : undefined,
  }
}

/** Marks of a verb's own text: what to read first, and what to read last. */
export type Paint = { readonly strong: (text: string) => string; readonly quiet: (text: string) => string }

export function paintOf({ colours }: Output): Paint {
  const plain = (text: string) => text
  return colours === undefined
    ? { strong: plain, quiet: plain }
    : { strong: (text) => `\u001b[1m${text}\u001b[0m`, quiet: colours.quiet }
}

/** Says on a terminal how many of all things are done, and takes the line away when all are. */
export function progressOn({ replacing }: Output, thing: string): (done: number, all: number) => void {
  return (done, all) => replacing?.(done === all ? '' : `${done} of ${counted(all, thing)}`)
}

/** `1 error`, `2 errors`. */
export function counted(count: number, thing: string): string {
  return `${count.toLocaleString('en-US')} ${thing}${count === 1 ? '' : 's'}`
}
