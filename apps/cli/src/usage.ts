/** How the program is called. A wrong call gets the line of its verb and what is wrong with it. */
export const USAGE = {
  check: 'remit check [PATH …] [--orders DIR] [--json]',
  test: 'remit test [PATH …] [--orders DIR] [--json]',
  decide: 'remit decide AGENCY --at TIME [--given "FACT; FACT; …"] [--role ROLE] [--orders DIR] [--json]',
  ask: 'remit ask AGENCY --at TIME [--given "FACT; FACT; …"] [--role ROLE] [--orders DIR] [--json]',
  explain: 'remit explain AGENCY --at TIME --role ROLE --act ACT [--given "FACT; FACT; …"] [--orders DIR] [--json]',
  serve: 'remit serve [--port N] [--host HOST] [--data DIR] [--orders DIR] [--json]',
  verify: 'remit verify FILE [--key KEY] [--orders DIR] [--json]',
} as const
export type Verb = keyof typeof USAGE

export const PURPOSE: { readonly [verb in Verb]: string } = {
  check: 'checks order documents and says what is wrong with them; without PATH all of orders/',
  test: 'runs the scenarios of order documents; without PATH all of orders/',
  decide: 'says what each role must, must not and may do in a situation',
  ask: 'says which fact matters next',
  explain: 'says why, for one role and one act',
  serve: 'runs the server with its pages',
  verify: 'checks an exported incident offline: its proofs, and that each determination follows again',
}

/** The command was given wrongly: what is wrong, and the verb whose line helps. */
export class WrongUse extends Error {
  readonly verb: Verb | undefined
  constructor(message: string, verb?: Verb) {
    super(message)
    this.verb = verb
  }
}

export function isVerb(word: string): word is Verb {
  return Object.hasOwn(USAGE, word)
}

export function helpText(): string {
  const verbs = Object.entries(PURPOSE).map(([verb, purpose]) => `  ${verb.padEnd(8)} ${purpose}`)
  return [
    'usage: remit VERB …',
    '',
    ...verbs,
    '',
    '`remit help VERB` shows how a verb is called. Exit codes and JSON shapes: docs/cli.md.',
  ].join('\n')
}
