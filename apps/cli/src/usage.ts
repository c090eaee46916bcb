import { ORDER_OPTIONS } from './new-order/asked-of-an-order.ts'

/** How the program is called. A wrong call gets the line of its verb and what is wrong with it. */
export const USAGE = {
  check: 'remit check [PATH …] [--format text|json|sarif] [--today DATE] [--orders DIR] [--json]',
  test: 'remit test [PATH …] [--orders DIR] [--json]',
  cover:
    'remit cover [PATH …] [--at DATE] [--missing] [--fewest] [--require norms,exceptions,conditions] [--orders DIR] [--json]',
  fmt: 'remit fmt [PATH …] [--check] [--orders DIR] [--json]',
  new: 'remit new order [PATH] [--title TEXT] [--force FORCE] [… a line of the front matter] [--norm NAME --says TEXT] [--orders DIR] [--json]',
  reports: 'remit reports AGENCY [--from DATE --through DATE] [--orders DIR] [--json]',
  decide: 'remit decide AGENCY --at TIME [--given "FACT; FACT; …"] [--role ROLE] [--orders DIR] [--json]',
  ask: 'remit ask AGENCY --at TIME [--given "FACT; FACT; …"] [--role ROLE] [--present ROLE,ROLE] [--likely FILE.json] [--all] [--orders DIR] [--json]',
  explain: 'remit explain AGENCY --at TIME --role ROLE --act ACT [--given "FACT; FACT; …"] [--orders DIR] [--json]',
  'what-if':
    'remit what-if AGENCY --at TIME --role ROLE --act ACT [--given "FACT; FACT; …"] [--want MODALITY] [--orders DIR] [--json]',
  'why-not':
    'remit why-not AGENCY --at TIME --role ROLE --act ACT [--expected MODALITY] [--given "FACT; FACT; …"] [--orders DIR] [--json]',
  compile: 'remit compile AGENCY --at TIME [--role ROLE] [--act ACT] --out FILE.js [--orders DIR] [--json]',
  bundle:
    'remit bundle (AGENCY --at TIME --out FILE [--orders DIR] | --read FILE [--facts JSON] [--role ROLE]) [--json]',
  analyse: 'remit analyse (AGENCY --at TIME | [AGENCY] --every-change) [--orders DIR] [--json]',
  diff: 'remit diff AGENCY [OTHER] --at TIME [--with TIME] [--role ROLE] [--act ACT] [--orders DIR] [--with-orders DIR] [--scenarios] [--json]',
  impact:
    'remit impact AGENCY --at TIME [--with TIME] (--rows FILE.csv | --record FILE) [--orders DIR] [--with-orders DIR] [--json]',
  drills: 'remit drills AGENCY --at TIME [--role ROLE] [--most N] [--past FILE.csv] [--orders DIR] [--json]',
  paper:
    'remit paper (card AGENCY --at TIME [--through DATE] | sheet AGENCY --since TIME --at TIME) --out FILE.pdf|FILE.html [--orders DIR] [--json]',
  serve: 'remit serve [--port N] [--host HOST] [--data DIR] [--decision-log FILE] [--orders DIR] [--json]',
  verify: 'remit verify FILE [--key KEY] [--orders DIR] [--json]',
} as const
export type Verb = keyof typeof USAGE

export const PURPOSE: { readonly [verb in Verb]: string } = {
  check: 'checks order documents and says what is wrong with them; without PATH all of orders/',
  test: 'runs the scenarios of order documents; without PATH all of orders/',
  cover: 'says which decisions the scenarios of order documents exercise, and writes scenarios for the rest',
  fmt: 'lays out the `remit` blocks of order documents; without PATH all of orders/',
  new: 'writes a new order document that passes the check',
  reports: 'says which reports an agency owes, to whom, for which periods and when',
  decide: 'says what each role must, must not and may do in a situation',
  ask: 'says which fact matters next',
  explain: 'says why, for one role and one act',
  'what-if': 'says what would have to change for another answer, the nearest first',
  'why-not': 'says what stands against an answer that one expected, and what would have to be so',
  compile: 'writes a book as a JavaScript module with types, for programs that have the orders built in',
  bundle: 'writes a book as one small file that answers without the orders, or asks such a file',
  analyse: 'says everything that is wrong with what a book means, and which invariants hold',
  diff: 'says what differs between two dates, two agencies or two folders of orders',
  impact: 'decides past situations under two books, and says which would differ',
  drills: 'gives situations one fact apart in which a role has different answers, to train with',
  paper: 'prints a visor card, or what changed since a shift, as PDF/UA or HTML',
  serve: 'runs the server with its pages',
  verify:
    'checks an exported incident or a decision log offline: its proofs, and that each determination follows again',
}

const ASKING = [
  "TIME is the agency's local time, as in 2019-09-28T21:50, or 2019-09-28 for noon.",
  "FACT is as in a scenario's `given`: `requester is ice-ero`, `supervisor is not on-scene`, `danger-reported`.",
]
/** What `remit help VERB` says beside the line. */
export const DETAILS: { readonly [verb in Verb]: readonly string[] } = {
  check: [
    'PATH is a file or folder, in the orders or in the working folder.',
    '--format sarif writes SARIF 2.1.0 for code hosts; --json is --format json.',
    '--today DATE, as in 2026-05-01, also tells of documents that have ended and that nothing follows.',
  ],
  test: ['PATH is a file or folder, in the orders or in the working folder.'],
  cover: [
    'PATH is a file or folder, in the orders or in the working folder, such as an agency. --at DATE: only what is in force then.',
    '--missing writes the scenarios that would exercise the rest, each of a few things, or as few as possible with --fewest.',
    'They say what the orders say now: a person has to review each. --require exits 1 where one of these is missing.',
  ],
  fmt: [
    'PATH is a file or folder, in the orders or in the working folder.',
    'Words, comments and prose stay as they are. --check changes nothing, lists what would change, and exits 1.',
  ],
  new: [
    'PATH is where the document will lie below the orders, as in us/il/chicago/police/2026-05-name.',
    `Options: ${ORDER_OPTIONS.map((name) => `--${name}`).join(', ')}.`,
    'On a terminal what is missing is asked for. Nothing is written over, and nothing that does not pass the check.',
  ],
  reports: ['Periods that closed in the days from --from through --through; without them, in the year before today.'],
  decide: [...ASKING, 'Text shows what arises here; --json shows every role and act that is not silent.'],
  ask: [
    ...ASKING,
    '--present: the other roles on scene, whose knowledge counts too. --all lists every question that matters, best first.',
    'FILE.json has counts of past incidents: {"requester": {"ice-ero": 40}, "someone is hurt": {"yes": 1, "no": 90}}.',
  ],
  explain: ASKING,
  'what-if': [...ASKING, 'MODALITY, as in MAY or "MUST NOT": only ways to this.'],
  'why-not': [
    ...ASKING,
    'MODALITY is what one expected: MUST, which it is unless said, "MUST NOT", MAY, SHOULD or "SHOULD NOT".',
  ],
  compile: [
    "TIME is the agency's local time, as in 2019-09-28T21:50, or 2019-09-28 for noon.",
    'FILE.d.ts, with the types, is written beside FILE.js. Without ROLE and ACT there is a function for each of them.',
  ],
  bundle: [
    "TIME is the agency's local time, as in 2019-09-28T21:50, or 2019-09-28 for noon.",
    'JSON is one object of facts: {"requester": "ice-ero", "supervisor is on-scene": false}. --read answers as `decide` does.',
  ],
  analyse: [
    'Each finding has a situation that shows it and the conditions that describe all that do. --at TIME: the book of then.',
    '--every-change: each book that the agency, or without one every agency, ever had or will have. An invariant holds in every possible situation, or is shown broken.',
  ],
  diff: [
    "TIME is the agency's local time, as in 2019-09-28T21:50, or 2019-09-28 for noon.",
    '--with is the other time; --with-orders another folder of orders, such as the work tree of a proposed change.',
    '--role and --act leave out the answers of other roles and about other acts.',
    '--scenarios writes each example as scenarios to paste, one that passes in each book.',
  ],
  impact: [
    'FILE.csv has one situation a row; its first row names facts as `given` does. See docs/cli.md.',
    '--record takes an exported incident, or a folder of them: the situations that were determined in it.',
  ],
  drills: [
    "TIME is the agency's local time, as in 2019-09-28T21:50, or 2019-09-28 for noon. Without ROLE: each role of the agency.",
    'What matters most comes first: danger, what is required here and prohibited there. N for each role, 10 unless said.',
    'FILE.csv has one past situation a row, as for `impact`: of what matters as much, what was met more often comes first.',
  ],
  paper: [
    "TIME is the agency's local time, as in 2019-09-28T21:50, or 2019-09-28 for noon.",
    'A card is valid to the end of DATE, or of the day of TIME, and never past the next change of the orders.',
    'Without --out, with --json: the data, each line with the situation in which it was decided.',
  ],
  serve: [
    'Without options: port 8787 of 127.0.0.1, data in .remit-data. --port 0 takes a free port.',
    '--decision-log FILE adds a line for each decision of POST /decide to FILE; see docs/decision-log.md.',
  ],
  verify: ['KEY is the key that the agency publishes. Without it the key in the file is taken, and shown.'],
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

export const VERB_NAMES: readonly Verb[] = Object.keys(USAGE).filter(isVerb)

export function helpText(): string {
  return [
    'usage: remit VERB …',
    '',
    ...VERB_NAMES.map((verb) => `  ${verb.padEnd(8)} ${PURPOSE[verb]}`),
    '',
    '`remit help VERB` shows how a verb is called, and with `--json` the schema of its JSON. More: docs/cli.md.',
  ].join('\n')
}
