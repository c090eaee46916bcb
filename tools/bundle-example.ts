/** Prints the example of `docs/bundle-format.md`: the bundle of the smallest book that says something, as hexadecimal digits. */
import { createHash } from 'node:crypto'
import { writeBundle } from '@remit/engine/bundle/write-bundle.ts'
import { compile } from '@remit/engine/diagram/from-checked.ts'
import type { Book } from '@remit/language/checked/tree.ts'

const NOWHERE = { file: '', line: 1, column: 1, offset: 0, length: 0 }
const ORDER = 'us/il/town/police/order'

const BOOK: Book = {
  language: 1,
  agency: {
    id: 'us/il/town/police',
    name: 'Town Police',
    kind: 'police',
    state: 'IL',
    timeZone: 'America/Chicago',
    runs: false,
    demo: true,
    roles: ['officer'],
    chain: [],
    referTo: 'officer',
  },
  at: 0,
  hash: '',
  documents: [
    {
      id: ORDER,
      title: 'Order',
      short: 'Order',
      issuer: 'Chief',
      force: 'department order',
      from: 0,
      source: 'an example',
      verified: 'assumed',
    },
  ],
  roles: [{ id: 'officer', text: 'Officer', outside: false, agency: false }],
  events: [],
  inputs: [
    {
      id: 'visitor is waiting',
      kind: 'yes-no',
      ask: 'Is a visitor waiting?',
      knownTo: [],
      alwaysOffered: false,
      changes: [],
      of: { kind: 'fact', text: 'Visitor' },
    },
  ],
  defines: [],
  acts: [
    {
      id: 'greet',
      text: 'Greet the visitor',
      document: ORDER,
      kindOf: [],
      excludes: [],
      urgent: false,
      withdraws: false,
      onlyWhereAllowed: false,
      span: NOWHERE,
    },
  ],
  nevers: [],
  norms: [
    {
      id: `${ORDER}#greet`,
      name: 'greet',
      document: ORDER,
      rank: 8,
      when: { kind: 'yes', input: 'visitor is waiting' },
      statements: [
        {
          id: `${ORDER}#greet/1`,
          roles: ['officer'],
          modality: 'must',
          acts: ['greet'],
          otherThan: [],
          guaranteed: false,
          words: 'officer must greet',
          span: NOWHERE,
        },
      ],
      lowerMaySayOtherwise: false,
      span: NOWHERE,
    },
  ],
  exceptions: [],
  unsettled: [],
  invariants: [],
  lists: [],
  choices: [],
  reports: [],
}

const WIDTH = 16

/** Lines of an offset, sixteen bytes, and those of them that are letters. */
export function bundleExample(): string {
  const compilation = compile(BOOK)
  if (compilation.kind === 'refused') throw new Error('the example is small')
  const bytes = writeBundle(compilation.compiled, (content) => createHash('sha256').update(content).digest())
  const lines: string[] = []
  for (let start = 0; start < bytes.length; start += WIDTH) {
    const row = [...bytes.subarray(start, start + WIDTH)]
    const digits = row.map((byte) => byte.toString(16).padStart(2, '0')).join(' ')
    const letters = row.map((byte) => (byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : '.')).join('')
    lines.push(`${start.toString(16).padStart(4, '0')}  ${digits.padEnd(WIDTH * 3)} ${letters}`)
  }
  return lines.join('\n')
}

if (process.argv[1] === import.meta.filename) console.log(bundleExample())
