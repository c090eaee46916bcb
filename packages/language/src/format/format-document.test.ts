import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anyDocument } from '../parsed/any-document.testing.ts'
import { readBlock } from '../parsed/block-parser.ts'
import { segments } from '../parsed/blocks.ts'
import { parseDocument } from '../parsed/from-text.ts'
import { print } from '../parsed/print.ts'
import { documentText, FRONT, withoutSpans } from '../parsed/testing.ts'
import { formatDocument } from './format-document.ts'
import { blockTokens } from './tokens.ts'

const ORDERS = join(import.meta.dirname, '../../../../orders')

/** The text after formatting; every block of it must have been read. */
function formatted(text: string): string {
  const result = formatDocument(text)
  if (result.kind === 'refused') throw new Error(JSON.stringify(result.finding))
  expect(result.leftAlone, text).toEqual([])
  return result.text
}

/** What formatting makes of one block. */
function block(code: string): string {
  const text = formatted(documentText(code))
  const [found] = segments(text).filter((segment) => segment.kind === 'remit')
  return found?.code.trimEnd() ?? ''
}

/** Words and comments of every block, and all text outside of the blocks. */
function keptOf(text: string): unknown {
  return segments(text).map((segment) => {
    if (segment.kind === 'prose') return segment.markdown
    const [piece] = readBlock(segment.code)
    const tokens = piece?.kind === 'read' ? blockTokens(segment.code, piece.declarations) : undefined
    return tokens?.map((token) => token.text) ?? segment.code
  })
}

/** Everything that formatting promises, of one text. */
function expectLaws(text: string): void {
  const once = formatted(text)
  expect(formatted(once)).toBe(once)
  expect(keptOf(once)).toEqual(keptOf(text))
  const before = parseDocument('document', text)
  const after = parseDocument('document', once)
  expect(after.findings.map(({ code, message }) => [code, message])).toEqual(
    before.findings.map(({ code, message }) => [code, message]),
  )
  expect(after.document && withoutSpans(after.document)).toEqual(before.document && withoutSpans(before.document))
}

const gap = fc.constantFrom(
  ' ',
  '  ',
  '\t',
  '\n',
  '\n\n',
  '\n    ',
  ' -- why\n',
  '\n-- a remark\n',
  '\n\n  -- one\n\n -- two\n',
)
const lineEnd = fc.constantFrom('\n', '\r\n')

/** The text with other spaces, line ends and comments between its words. */
function scattered(text: string, gaps: readonly string[], end: string): string {
  let next = 0
  const parts = segments(text).map((segment) => {
    if (segment.kind === 'prose') return segment.markdown
    const [piece] = readBlock(segment.code)
    const tokens = piece?.kind === 'read' ? blockTokens(segment.code, piece.declarations) : undefined
    const words = (tokens ?? []).map(({ text: word, isComment }, index) => {
      // A comment before a unit makes it another word.
      const between = gaps[next++ % gaps.length] ?? ' '
      const isAfterNumber = /^[0-9.]+$/.test(tokens?.[index - 1]?.text ?? '')
      return (isAfterNumber ? ' ' : between) + word + (isComment ? '\n' : '')
    })
    return `\`\`\`remit\n${words.join('')}\n\`\`\`\n`
  })
  return (text.slice(0, text.indexOf('---\n', 4) + 4) + parts.join('\n')).replaceAll('\n', end)
}

describe('laws', () => {
  test('formatting keeps every word, comment and meaning, touches no prose, and changes nothing the second time', () => {
    fc.assert(
      fc.property(anyDocument, fc.array(gap, { minLength: 1, maxLength: 12 }), lineEnd, (document, gaps, end) => {
        expectLaws(scattered(print(document), gaps, end))
      }),
      { numRuns: 150 },
    )
  })

  test('what is printed is laid out by its words alone, however it was broken into lines', () => {
    const spaces = fc.array(fc.constantFrom(' ', '\n', '\n   ', '\t'), { minLength: 1, maxLength: 12 })
    fc.assert(
      fc.property(anyDocument, spaces, (document, gaps) => {
        const text = print(document)
        expect(formatted(scattered(text, gaps, '\n')).replace(/\n+/g, '\n')).toBe(
          formatted(scattered(text, [' '], '\n')).replace(/\n+/g, '\n'),
        )
      }),
      { numRuns: 50 },
    )
  })

  test('the laws hold for every order of the library', () => {
    const files = readdirSync(ORDERS, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.md'))
    expect(files.length).toBeGreaterThan(0)
    for (const file of files) expectLaws(readFileSync(join(ORDERS, file), 'utf8'))
  })
})

describe('layout', () => {
  test('of a norm', () => {
    expect(
      block(
        'norm a-norm when requester is dhs and supervisor is not on-scene officer must wait, stay within 5 minutes of call; if late, tell chief cite "x"',
      ),
    ).toBe(
      `norm a-norm
  when requester is dhs
   and supervisor is not on-scene
  officer must wait, stay within 5 minutes of call; if late, tell chief
  cite "x"`,
    )
  })

  test('of a condition with dashes, in a norm and in a define', () => {
    expect(
      block(
        'define x is yy when any of - hit is civil - hit is unclear\nnorm nn unless any of - x is yy - hit is one of one1, two2 officer may wait',
      ),
    ).toBe(
      `define x is yy when any of
  - hit is civil
  - hit is unclear

norm nn
  unless any of
    - x is yy
    - hit is one of one1, two2
  officer may wait`,
    )
  })

  test('of a statement that is too long for a line', () => {
    const acts = [
      'stop-for-civil',
      'arrest-on-civil-warrant',
      'hold-on-detainer',
      'transport-person',
      'transfer-person',
      'make-contract',
    ]
    expect(
      block(
        `norm nn officer, supervisor, jailer may assist-civil-enforcement other than ${acts.join(', ')} whatever lower orders say`,
      ),
    ).toBe(
      `norm nn
  officer, supervisor, jailer may assist-civil-enforcement
    other than stop-for-civil, arrest-on-civil-warrant, hold-on-detainer, transport-person, transfer-person,
      make-contract
    whatever lower orders say`,
    )
  })

  test('of words: acts share a line while there is room, and a fact has a clause a line', () => {
    expect(
      block(`act wait "Wait" word WAIT withdraws
act arrest "Arrest someone on a civil immigration warrant" is a kind of assist-civil-enforcement only where allowed arises when hit is civil
fact hit is one of none "No hit", civil at first none ask "What?" known to officer, jailer
fact hours is hours since call`),
    ).toBe(
      `act wait "Wait" word WAIT withdraws
act arrest "Arrest someone on a civil immigration warrant" is a kind of assist-civil-enforcement
  only where allowed
  arises when hit is civil

fact hit is one of none "No hit", civil
  at first none
  ask "What?"
  known to officer, jailer

fact hours is hours since call`,
    )
  })

  test('of a scenario', () => {
    expect(
      block(
        'scenario "S" on 2020-01-01 in us/il/town given x is y and z-happened 2 hours ago expect officer must wait because nn of "Other" and officer leave is silent then 5 minutes pass then x is z expect officer may go',
      ),
    ).toBe(
      `scenario "S"
  on 2020-01-01
  in us/il/town
  given x is y
    and z-happened 2 hours ago
  expect officer must wait because nn of "Other"
     and officer leave is silent
  then 5 minutes pass
  then x is z
  expect officer may go`,
    )
  })

  test('of lists, and of conditions and entries that speak about one entry', () => {
    expect(
      block(`list conviction, about the person class one of serious, listed years-ago number of years
norm nn when some conviction has class listed, years-ago at most 5 and class serious and hit is civil officer may wait
scenario "S" given a conviction has class listed and years-ago 10 and called 3 hours ago and no other conviction expect officer may wait`),
    ).toBe(
      `list conviction, about the person
  class one of serious, listed
  years-ago number of years

norm nn
  when some conviction has class listed, years-ago at most 5 and class serious
   and hit is civil
  officer may wait

scenario "S"
  given a conviction has class listed and years-ago 10
    and called 3 hours ago
    and no other conviction
  expect officer may wait`,
    )
  })

  test('of a report and a choice', () => {
    expect(
      block(
        'report transfers agency to state every year, also when none due 1 march fields "a", "b" cite "c"\nchoice by officer: stay, leave when hit is civil',
      ),
    ).toBe(
      `report transfers
  agency to state
  every year, also when none
  due 1 march
  fields "a", "b"
  cite "c"

choice by officer: stay, leave
  when hit is civil`,
    )
  })
})

describe('comments', () => {
  test('stay where they are: at the end of a line, above a line, below a declaration, and apart', () => {
    expect(
      block(`-- first


role a1
  -- of a1
role b1 -- the second
-- of c1
role c1
norm nn   -- a norm
  -- why
    when x is y -- so
   and z is w
 officer must go,
  -- then
   stay
-- of the event
event e1

-- last`),
    ).toBe(
      `-- first

role a1
  -- of a1
role b1  -- the second
-- of c1
role c1

norm nn  -- a norm
  -- why
  when x is y  -- so
   and z is w
  officer must go,
    -- then
    stay

-- of the event
event e1

-- last`,
    )
  })

  test('of a block without a declaration are left as they are', () => {
    expect(block('   -- nothing yet')).toBe('   -- nothing yet')
  })
})

describe('files', () => {
  test('a block that cannot be read is left as it is and named, and the others are formatted', () => {
    const text = `${FRONT}\n\`\`\`remit\nnorm  must\n\`\`\`\n\n~~~remit\nrole   a1\n~~~\n`
    const result = formatDocument(text)
    expect(result).toMatchObject({
      kind: 'formatted',
      text: text.replace('role   a1', 'role a1'),
      leftAlone: [{ line: 11, column: 1, length: 8 }],
    })
  })

  test('a block that is not closed, or that ends in the middle of a word, is left as it is', () => {
    for (const code of ['role   a1', 'norm a1 officer must', 'role   %']) {
      const text = `${FRONT}\n\`\`\`remit\n${code}\n`
      expect(formatDocument(text)).toMatchObject({ kind: 'formatted', text })
    }
  })

  test('line ends stay as the file has them', () => {
    const text = documentText('role   a1\nnorm nn   officer must go').replaceAll('\n', '\r\n')
    expect(formatted(text)).toBe(documentText('role a1\n\nnorm nn\n  officer must go').replaceAll('\n', '\r\n'))
  })

  test('a block in a list item keeps its indent', () => {
    const text = `${FRONT}\n- a point\n\n  \`\`\`remit\n  role   a1\n  norm nn officer must go\n  \`\`\`\n`
    expect(formatted(text)).toBe(
      `${FRONT}\n- a point\n\n  \`\`\`remit\n  role a1\n\n  norm nn\n    officer must go\n  \`\`\`\n`,
    )
  })

  test('a file that is no text is refused', () => {
    expect(formatDocument('\u0000')).toMatchObject({ kind: 'refused', finding: { code: 'E002' } })
  })

  test('a file without front matter is formatted all the same, and one without blocks stays as it is', () => {
    expect(formatDocument('```remit\nrole   a1\n```\n')).toMatchObject({ text: '```remit\nrole a1\n```\n' })
    expect(formatDocument('# Words\n')).toMatchObject({ text: '# Words\n' })
  })
})
