/** Runs the program in this process, its output captured. */
import { TERMINAL_COLOURS } from '@remit/language/text/render-finding.ts'
import type { ExitCode } from '../exit-codes.ts'
import { main } from '../main.ts'

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

async function runOn({ colours }: { readonly colours: typeof TERMINAL_COLOURS | undefined }, args: readonly string[]) {
  const out: string[] = []
  const aside: string[] = []
  const values: unknown[] = []
  const code = await main(args, {
    line: (text) => out.push(text),
    // Through text, as a reader gets it: a map or an absent value would not arrive.
    json: (value) => values.push(JSON.parse(JSON.stringify(value))),
    aside: (text) => aside.push(text),
    colours,
  })
  if (values.length > 1) throw new Error(`standard output held ${values.length} JSON values`)
  return { code, out: out.join('\n'), aside: aside.join('\n'), json: values[0] }
}
