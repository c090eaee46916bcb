/** Runs the program in this process, its output captured. */
import { TERMINAL_COLOURS } from '@remit/language/text/render-finding.ts'
import type { ExitCode } from '../exit-codes.ts'
import { main } from '../main.ts'
import type { AskPerson } from '../new-order/ask-person.ts'

export type Ran = {
  readonly code: ExitCode
  /** Standard output and standard error. */
  readonly out: string
  readonly aside: string
  /** The one value of `--json`. */
  readonly json: unknown
}

export async function run(...args: readonly string[]): Promise<Ran> {
  return runOn({ colours: undefined }, args)
}

export async function runOnTerminal(...args: readonly string[]): Promise<Ran> {
  return runOn({ colours: TERMINAL_COLOURS }, args)
}

/** With a person who gives these answers, one after another. */
export async function runAnswered(answers: readonly string[], ...args: readonly string[]): Promise<Ran> {
  const left = [...answers]
  const ask: AskPerson = async ({ question }) => {
    const answer = left.shift()
    if (answer === undefined) throw new Error(`no answer is left for: ${question}`)
    return answer
  }
  return runOn({ colours: undefined, ask }, args)
}

type Terminal = { readonly colours: typeof TERMINAL_COLOURS | undefined; readonly ask?: AskPerson }

async function runOn({ colours, ask }: Terminal, args: readonly string[]) {
  const out: string[] = []
  const aside: string[] = []
  const values: unknown[] = []
  const code = await main(args, {
    line: (text) => out.push(text),
    // Through text, as a reader gets it: a map or an absent value would not arrive.
    json: (value) => values.push(JSON.parse(JSON.stringify(value))),
    aside: (text) => aside.push(text),
    ask,
    colours,
  })
  if (values.length > 1) throw new Error(`standard output held ${values.length} JSON values`)
  return { code, out: out.join('\n'), aside: aside.join('\n'), json: values[0] }
}
