import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseAgency, parseDocument } from './from-text.ts'
import { DECLARATIONS_MAX, FINDINGS_MAX, LINES_MAX } from './limits.ts'
import { documentText, FRONT, found, shown } from './testing.ts'

describe('a document', () => {
  test('gives its front matter, its declarations in order over all blocks, and their places in the file', () => {
    const text = `${FRONT}\nProse.\n\n\`\`\`remit\nrole officer "Officer"\n\`\`\`\n\nMore.\n\n~~~remit\nrole dhs outside\n~~~\n`
    const { document, findings } = parseDocument('us/town', text)
    expect(findings).toEqual([])
    expect(document?.frontMatter).toMatchObject({
      title: 'A document',
      force: { text: 'memo' },
      from: { text: '2020-01-01' },
    })
    expect(document?.text).toBe(text)
    const at = (word: string) => ({ file: 'us/town.md', line: word === 'dhs' ? 20 : 14, offset: text.indexOf(word) })
    expect(document?.declarations).toMatchObject([
      { kind: 'role', name: { text: 'officer', span: at('officer') }, text: { text: 'Officer' }, outside: false },
      { kind: 'role', name: { text: 'dhs', span: { ...at('dhs'), column: 6, length: 3 } }, outside: true },
    ])
  })

  test('with an error in one declaration keeps the others, and reports every error of the file', () => {
    const text = documentText('role a1\nnorm b1\n officer leave\nrole c1\nnorm d1\n officer must\nrole e1')
    const { document, findings } = parseDocument('document', text)
    expect(document?.declarations.map((declared) => declared.kind)).toEqual(['role', 'role', 'role'])
    expect(shown(findings, text).map((line) => line.slice(0, 4))).toEqual(['E020', 'E030'])
  })

  test('means the same whatever its newlines are', () => {
    const written = 'norm a1\n when b1 is c1\n officer must d1\n cite "e"\nrole f1'
    const kinds = (block: string) =>
      parseDocument('d', documentText(block)).document?.declarations.map(({ kind }) => kind)
    expect(kinds(written.replaceAll('\n', ' '))).toEqual(['norm', 'role'])
    expect(kinds(written.replaceAll('\n', '\r\n\r\n\t'))).toEqual(['norm', 'role'])
  })

  test('of 10,000 defines, each on the next, is read', () => {
    const chain = Array.from({ length: 10_000 }, (_, index) => `define k${index} is y1 when k${index + 1} is y1`).join(
      '\n',
    )
    const { document, findings } = parseDocument('document', documentText(chain))
    expect(findings).toEqual([])
    expect(document?.declarations.length).toBe(10_000)
  })

  test('that is any text at all is read or refused, never a crash', () => {
    const words = fc.constantFrom(
      ...'norm act fact when any of - and is not must "a" "b ( ~~~ ``` ```remit a1 b1 20 , ; --'.split(' '),
      '\n',
    )
    const blocks = fc.array(words, { maxLength: 40 }).map((parts) => documentText(parts.join(' ')))
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary', maxLength: 200 }), blocks), (text) => {
        const { document, findings } = parseDocument('document', text)
        expect(document !== undefined || findings.length > 0).toBe(true)
      }),
      { numRuns: 300 },
    )
  })
})

describe('a file that is no order', () => {
  test('is refused before it is parsed if it is over 1 MB', () => {
    const text = documentText(`-- ${'x'.repeat(1_000_000)}`)
    expect(found(text)).toEqual([
      'E001 at -: the file is larger than 1,000,000 bytes and was not read -> divide it into several documents',
    ])
    expect(found(documentText(`-- ${'§'.repeat(600_000)}`))[0]).toMatch(/^E001/)
  })

  test('is refused if it is binary', () => {
    expect(found(`${FRONT}\u0000\u0001`)).toEqual([
      'E002 at \u0000: the file is not a text in UTF-8 -> save it as UTF-8',
    ])
    expect(found(new TextDecoder().decode(new Uint8Array([0x2d, 0xff, 0xfe])))[0]).toMatch(/^E002/)
  })

  test('is refused if it has too many lines', () => {
    expect(found('\n'.repeat(LINES_MAX + 1))[0]).toMatch(/^E003/)
  })

  test('is refused from the block on that has too many declarations', () => {
    const text = documentText(Array.from({ length: DECLARATIONS_MAX + 1 }, () => 'role a1').join(' '))
    expect(found(text)).toEqual([
      'E004 at ```remit: the document has more than 20,000 declarations -> divide the document',
    ])
  })

  test('shows the first hundred findings and how many there are more', () => {
    const findings = found(documentText('norm b1\n officer leave\n'.repeat(FINDINGS_MAX + 7)))
    expect(findings.length).toBe(FINDINGS_MAX + 1)
    expect(findings.at(-1)).toBe('E007 at -: the file has 7 findings more')
  })
})

test('what is wrong is said of each of the first hundred faults of a file, whatever else it has', () => {
  const text = documentText('norm b1\n officer leave\n'.repeat(90))
  const findings = found(`${text}${'\n```Remit\n```\n'.repeat(30)}`)
  expect(findings.filter((line) => line.startsWith('E020 at leave: expected')).length).toBe(90)
  expect(findings.filter((line) => line.startsWith('E006')).length).toBe(FINDINGS_MAX - 90)
})

describe('a block', () => {
  test('that is not closed is reported once, where it opens, and what was written before it stands', () => {
    const text = `${FRONT}\n\`\`\`remit\nrole a1\n\`\`\`\n\n\`\`\`remit\nrole b1\n\nThe rest is prose.\n`
    expect(found(text)).toEqual([
      'E005 at ```remit: this block is not closed, so all text after it is read as orders -> add a line ``` after its last line',
    ])
    expect(parseDocument('d', text).document?.declarations.length).toBe(1)
  })

  test.each([
    '> ```remit\n> role a1\n> ```\n',
    '- ```remit\n  role a1\n  ```\n',
    '<!--\n```remit\nrole a1\n```\n-->\n',
    '    ```remit\n',
  ])('in a quotation, a list or a comment is reported: %j', (body) => {
    expect(found(`${FRONT}\n${body}`)[0]).toMatch(/^E006 at .*inside a quotation, a list or a comment is not read/)
  })

  test('marked with nearly `remit` is reported', () => {
    expect(found(`${FRONT}\n\`\`\`Remit\nrole a1\n\`\`\`\n`)).toEqual([
      'E006 at ```Remit: only a block marked `remit` is read as orders -> begin the line with ```remit',
    ])
  })

  test('shown inside a longer fence is an example and no order', () => {
    const text = `${FRONT}\n\`\`\`\`markdown\n\`\`\`remit\nrole a1\n\`\`\`\n\`\`\`\`\n`
    expect(parseDocument('d', text)).toMatchObject({ findings: [], document: { declarations: [] } })
  })

  test('in an agency file is reported', () => {
    const text =
      '---\nname: n\nkind: k\nstate: IL\ntime-zone: America/Chicago\nruns: no\nroles: officer\nrefer-to: officer\n---\n```remit\n```\n'
    expect(shown(parseAgency('us/town', text).findings, text)).toEqual([
      'E006 at ```remit: an agency file holds no orders -> move it to an order document beside this file',
    ])
  })
})
