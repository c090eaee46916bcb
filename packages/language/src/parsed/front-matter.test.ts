import { describe, expect, test } from 'vitest'
import { parseAgency, parseDocument } from './from-text.ts'
import { FRONT, found, shown } from './testing.ts'

const AGENCY = `---
name: Town Police
kind: municipal police
state: IL
time-zone: America/Chicago
fips: "17031"
runs: yes
demo: no
roles: officer, supervisor
chain: supervisor
refer-to: supervisor
silent: These orders say nothing. Ask your supervisor.
page-each: 2 minutes
---
`

describe('front matter of a document', () => {
  test('keeps days as they are written, and places of words in a list', () => {
    const text = FRONT.replace(
      'in-force: from 2020-01-01',
      'in-force: from 2020-01-01T08:00 through 2020-02-29\nsupersedes: us/a, us/b',
    )
    const { document } = parseDocument('d', text)
    expect(document?.frontMatter).toMatchObject({
      from: { text: '2020-01-01T08:00', span: { line: 6, column: 16 } },
      through: { text: '2020-02-29', span: { line: 6, column: 41 } },
      supersedes: [{ text: 'us/a' }, { text: 'us/b', span: { line: 7, column: 19, length: 4 } }],
    })
  })

  test('says when a court suspended it, when it became known and which decision reads it so', () => {
    const more = 'published: 2019-09-28\napplied-by: People v. Town, 2019 IL 1'
    const one = FRONT.replace(
      'verified',
      `suspended: from 2020-01-08, by U.S. District Court, N.D. Ill.\n${more}\nverified`,
    )
    expect(parseDocument('d', one)).toMatchObject({
      findings: [],
      document: {
        frontMatter: {
          published: { text: '2019-09-28', span: { line: 9, column: 12, length: 10 } },
          appliedBy: 'People v. Town, 2019 IL 1',
          suspended: [
            { from: { text: '2020-01-08' }, by: 'U.S. District Court, N.D. Ill.', span: { line: 8, column: 12 } },
          ],
        },
      },
    })
    const list = 'suspended:\n  - from 2020-01-08 through 2020-03-01, by A\n  - from 2021-01-08T12:00, by B'
    const { document } = parseDocument('d', FRONT.replace('verified', `${list}\nverified`))
    expect(document?.frontMatter.suspended).toMatchObject([
      { from: { span: { line: 9, column: 10 } }, through: { text: '2020-03-01', span: { column: 29 } }, by: 'A' },
      { from: { text: '2021-01-08T12:00', span: { line: 10 } }, by: 'B' },
    ])
  })

  test.each([
    ['', 'E010 at \n: a document begins with front matter'],
    ['---\ntitle: x\n', 'E010 at ---: the front matter has no end'],
    ['---\ntitle: a: b\n---\n', 'E011 at '],
    ['---\n- a\n---\n', 'E011 at '],
    ['---\ntitle: "a\n---\n', 'E011 at '],
    [`---\n${'['.repeat(9000)}\n---\n`, 'E011 at '],
    [`---\n${'- '.repeat(5000)}a\n---\n`, 'E011 at '],
    [`---\ntitle: ${'a'.repeat(30_000)}\n---\n`, 'E011 at '],
  ])('that cannot be read is reported: %.30j', (text, start) => {
    const [first = ''] = found(text)
    expect(first.startsWith(start.trim()) || (text === '' && first.startsWith('E010'))).toBe(true)
    expect(parseDocument('d', text).document).toBeUndefined()
  })

  test.each([
    ['issuer: The town\n', '', 'the front matter has no `issuer` -> add a line `issuer: …`'],
    ['issuer:', 'isuer:', 'E012 at isuer: `isuer` is no key of front matter -> write `issuer`'],
    [
      'verified: primary',
      'verified: primary\ncolour: red',
      'E012 at colour: `colour` is no key of front matter -> the keys are ',
    ],
    ['verified: primary', 'verified: primary\nforce: memo', 'E015 at force: `force` is given twice -> keep one'],
    [
      'verified: primary',
      'verified: yes',
      'E014 at yes: `verified` cannot be `yes` -> write `verified:` with one of `primary`,',
    ],
    ['from 2020-01-01', 'since 2020-01-01', 'E014 at since 2020-01-01: `in-force` cannot be `since 2020-01-01`'],
    ['from 2020-01-01', 'from 2021-02-29', 'E034 at from 2021-02-29: `2021-02-29` is no day of the calendar'],
    ['force: memo', 'force:', 'E014 at force: `force` has no value that can be read'],
    ['force: memo', 'force: [memo]', 'E014 at force: `force` has no value that can be read'],
    [
      'force: memo',
      'force: memo\npublished: soon',
      'E014 at soon: `published` cannot be `soon` -> write `published:` with a day like `2019-09-28`',
    ],
    [
      'force: memo',
      'force: memo\nsuspended: from 2020-01-08',
      'E014 at from 2020-01-08: `suspended` cannot be `from 2020-01-08` -> write `suspended:` with `from 2020-01-08 through 2020-03-01, by COURT`',
    ],
    [
      'force: memo',
      'force: memo\nsuspended: from 2020-02-30, by A',
      'E034 at from 2020-02-30, by A: `2020-02-30` is no day of the calendar',
    ],
    [
      'force: memo',
      'force: memo\nsuspended:\n  - from 2020-01-08, by A\n  - since 2020-01-08',
      'E014 at since 2020-01-08: `suspended` cannot be `since 2020-01-08`',
    ],
    ['force: memo', 'force: memo\nsuspended:\n  - [a]', 'E014 at suspended: `suspended` has no value that can be read'],
    ['force: memo', 'force: memo\nsuspended: []', 'E014 at suspended: `suspended` has no value that can be read'],
  ])('%j written as %j is reported', (from, to, says) => {
    expect(found(FRONT.replace(from, to)).join('\n')).toContain(says)
  })
})

describe('front matter of an agency', () => {
  test('is read', () => {
    expect(parseAgency('us/il/town', AGENCY)).toMatchObject({
      findings: [],
      agency: {
        id: 'us/il/town',
        state: 'IL',
        fips: '17031',
        runs: true,
        demo: false,
        roles: [
          { text: 'officer' },
          { text: 'supervisor', span: { file: 'us/il/town/agency.md', line: 9, column: 17 } },
        ],
        chain: [{ text: 'supervisor' }],
        referTo: { text: 'supervisor' },
        pageEachSeconds: 120,
      },
    })
  })

  test.each([
    [
      'state: IL',
      'state: Illinois',
      'E014 at Illinois: `state` cannot be `Illinois` -> write `state:` with two capital letters, like `IL`',
    ],
    [
      'page-each: 2 minutes',
      'page-each: soon',
      'E014 at soon: `page-each` cannot be `soon` -> write `page-each:` with a time like `90 seconds`',
    ],
    ['runs: yes', 'runs: maybe', 'E014 at maybe: `runs` cannot be `maybe` -> write `runs:` with `yes` or `no`'],
    ['refer-to', 'refers-to', 'E012 at refers-to: `refers-to` is no key of front matter -> write `refer-to`'],
  ])('%j written as %j is reported', (from, to, says) => {
    const text = AGENCY.replace(from, to)
    expect(shown(parseAgency('us/il/town', text).findings, text)).toContain(says)
  })
})
