/** What each construct beyond the plain condition and statement reads as, above all where `and` and `,` could be two things. */
import { describe, expect, test } from 'vitest'
import { keywords } from './block-parser.ts'
import { declarationsOf, documentText, found } from './testing.ts'
import type { Declaration, HappeningDeclaration } from './tree.ts'

/** The lines of the `when` of a norm, each as its own words: fields of a test in brackets. */
function linesOf(condition: string): readonly string[] {
  const [norm] = declarationsOf(`norm k1\n  when ${condition}\n  officer, supervisor must x1`)
  if (norm?.kind !== 'norm') throw new Error(`${condition} is no condition of a norm`)
  expect(norm.statements.map(({ who }) => who.map(({ text }) => text))).toEqual([['officer', 'supervisor']])
  return (norm.when?.lines ?? []).map((line) => {
    if (line.kind !== 'some') return 'subject' in line ? line.subject.text : line.role.text
    const tests = line.tests.map((each) => `${each.field.text}:${each.kind}`)
    return `${line.negated ? 'no' : 'some'} ${line.list.text} [${tests.join(' ')}]`
  })
}

function givenOf(given: string): readonly string[] {
  const [scenario] = declarationsOf(`scenario "x"\n  given ${given}\n  expect officer must x1`)
  if (scenario?.kind !== 'scenario') throw new Error(`${given} is not given in a scenario`)
  return scenario.given.map(shortOf)
}

function shortOf(happening: HappeningDeclaration): string {
  switch (happening.kind) {
    case 'entry':
      return `${happening.list.text} [${happening.values.map(({ field }) => field.text).join(' ')}]`
    case 'complete':
      return `no other ${happening.list.text}`
    case 'event':
      return `event ${happening.event.text}${happening.ago === undefined ? '' : ` ${happening.ago.count} ago`}`
    case 'states':
      return happening.line.kind === 'some'
        ? `states [${happening.line.tests.length}]`
        : `states ${happening.line.kind}`
    case 'done':
      return 'done'
    case 'number':
    case 'unknown':
      return `${happening.kind} of ${happening.of?.text ?? 'whoever is decided'}`
  }
}

describe('`and` and `,` after an entry of a list', () => {
  test.each([
    ['some c1 has a1 listed, b1 felony and years at most 15', ['some c1 [a1:is b1:is years:compare]']],
    ['some c1 has a1 listed and b1 is d1', ['some c1 [a1:is]', 'b1']],
    ['some c1 has a1 listed and b1 d1 and e1 is d1 and f1 of officer is d1', ['some c1 [a1:is b1:is]', 'e1', 'f1']],
    ['no c1 has a1 listed and some c2 has b1 yes and c1 no', ['no c1 [a1:is]', 'some c2 [b1:is c1:is]']],
    [
      'some c1 has a1 one of b1, none, other and d1 one of e1, f1 and g1 h1',
      ['some c1 [a1:is-one-of d1:is-one-of g1:is]'],
    ],
    ['some c1 has a1 at least 2, b1 less than 3 years, d1 e1', ['some c1 [a1:compare b1:compare d1:is]']],
    [
      'some c1 has a1 b1 and officer has done x1 and asks include hold and d1 do not include e1',
      ['some c1 [a1:is]', 'officer', 'asks', 'd1'],
    ],
    [
      'any of\n - some c1 has a1 b1 and d1 e1\n - f1 is g1\n - no c1 has a1 at most 3',
      ['some c1 [a1:is d1:is]', 'f1', 'no c1 [a1:compare]'],
    ],
    ['a1 is and and b1 is some', ['a1', 'b1']],
  ])('in a condition: %s', (condition, lines) => {
    expect(linesOf(condition)).toEqual(lines)
  })

  test.each([
    ['a c1 has a1 b1, d1 2 years and e1 yes', ['c1 [a1 d1 e1]']],
    ['an c1 has a1 b1 and danger-reported and no other c1', ['c1 [a1]', 'event danger-reported', 'no other c1']],
    ['a c1 has a1 10 and danger-reported 5 minutes ago', ['c1 [a1]', 'event danger-reported 5 ago']],
    [
      'a c1 has a1 b1 and a c1 has a1 d1 and no c1 and no c2 has a1 b1 and d1 one of e1, f1',
      ['c1 [a1]', 'c1 [a1]', 'no other c1', 'states [2]'],
    ],
    [
      'some c1 has a1 at most 3 years and training of officer is certified and danger-reported',
      ['states [1]', 'states is', 'event danger-reported'],
    ],
    [
      'years of officer is 5 years and training of officer is certified is unknown and x1 of y1 is unknown',
      ['number of officer', 'unknown of officer', 'unknown of y1'],
    ],
  ])('in a scenario: %s', (given, happenings) => {
    expect(givenOf(given)).toEqual(happenings)
  })

  test('is no test of the entry any more once something else came between', () => {
    const given = 'a c1 has a1 b1 and danger-reported and d1 5'
    expect(found(documentText(`scenario "x"\n  given ${given}\n  expect officer must x1`))).toEqual([
      'E020 at 5: expected `is`, `include` or `has done` after `d1`, found `5` -> write `d1 is 5`',
    ])
  })
})

test('words that can be the value of a field are the same where it is declared, tested and given', () => {
  const values = [...keywords()].filter((word) => found(documentText(`list c1 a1 one of ${word}, b1`)).length === 0)
  expect(values.sort().join(' ')).toBe(
    'allowed answered any broken done due first forbidden kind known late least lower most no none number offered open ' +
      'order orders other otherwise outside own promptly referred set silent urgent word yes',
  )
  for (const value of values) {
    expect(linesOf(`some c1 has a1 ${value} and b1 one of ${value}, d1 and e1 is f1`)).toEqual([
      'some c1 [a1:is b1:is-one-of]',
      'e1',
    ])
    expect(givenOf(`a c1 has a1 ${value} and danger-reported`)).toEqual(['c1 [a1]', 'event danger-reported'])
  }
})

describe('the word after a number', () => {
  const unitOf = (condition: string) => {
    const [norm] = declarationsOf(`norm k1 when ${condition} must x1`)
    if (norm?.kind !== 'norm') throw new Error(condition)
    const [line] = norm.when?.lines ?? []
    return line?.kind === 'compare' ? [line.unit?.text, norm.statements[0]?.who.map(({ text }) => text)] : undefined
  }
  test.each([
    ['a1 is at least 3 officer', [undefined, ['officer']]],
    ['a1 is at least 3 hours officer', ['hours', ['officer']]],
    ['a1 is at least 3 officer, supervisor', [undefined, ['officer', 'supervisor']]],
    ['a1 is at least 3 -- comment\n officer -- another\n , supervisor', [undefined, ['officer', 'supervisor']]],
    ['a1 is at least 3 -- comment\n hours -- another\n officer', ['hours', ['officer']]],
    ['a1 is at least 3 attempts officer', ['attempts', ['officer']]],
    ['a1 is at least 3 inches one officer', ['inches', ['officer']]],
  ])('is its unit, unless a statement begins with it: %s', (condition, read) => {
    expect(unitOf(condition)).toEqual(read)
  })
})

test('a statement says one role of many, nobody, and an act before which it is due', () => {
  const [norm] = declarationsOf(
    'norm k1\n one officer must x1 before y1; if late, tell boss\n nobody may x1, y1 other than z1\n' +
      ' nobody need x1\n nobody should x1\n officer must x1 promptly; if broken "a fine" cite "b"',
  )
  expect(norm).toMatchObject({
    cite: { text: 'b' },
    ifBroken: { text: 'a fine' },
    statements: [
      {
        one: true,
        who: [{ text: 'officer' }],
        deadline: { kind: 'before', act: { text: 'y1' }, ifLate: { text: 'boss' } },
      },
      {
        one: false,
        who: [],
        modality: 'must not',
        acts: [{ text: 'x1' }, { text: 'y1' }],
        otherThan: [{ text: 'z1' }],
      },
      { who: [], modality: 'need not' },
      { who: [], modality: 'should not' },
      { modality: 'must', deadline: { kind: 'promptly' } },
    ],
  })
})

test('a moment is of the day of an event or of the day after it', () => {
  const [fact] = declarationsOf(
    'fact a1 is due at first no yes at 23:59 of the day of e1, no at 12:00 of the day after e2',
  )
  expect(fact).toMatchObject({
    changes: [
      { kind: 'moment', value: { text: 'yes' }, time: { text: '23:59' }, day: 'of', event: { text: 'e1' } },
      { kind: 'moment', value: { text: 'no' }, time: { text: '12:00' }, day: 'after', event: { text: 'e2' } },
    ],
  })
})

test('places of what was read into one row cover it from its first word to its last', () => {
  const text = (declared: Declaration | undefined) => {
    if (declared?.kind !== 'norm') throw new Error('no norm')
    const spans = [...(declared.when?.lines ?? []), ...declared.statements].map(({ span }) => span)
    return spans.map(({ offset, length }) => BLOCK.slice(offset - START, offset - START + length))
  }
  expect(text(declarationsOf(BLOCK)[0])).toEqual([
    'some c1 has a1 b1,\n d1 at most 3 years',
    'e1 of officer is f1',
    'officer must x1 within 2 hours of e1; if late, tell boss',
  ])
})
const BLOCK =
  'norm k1 when some c1 has a1 b1,\n d1 at most 3 years and e1 of officer is f1\n' +
  ' officer must x1 within 2 hours of e1; if late, tell boss if broken "s"'
const START = documentText(BLOCK).indexOf(BLOCK)
