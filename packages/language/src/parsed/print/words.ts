import type { Comparison } from '../../text/words.ts'
import type { ConditionBlock, ConditionLine, Duration, FieldTest, NormReference, Subject, Word } from '../tree.ts'

/** Words with commas between them. */
export function listed(words: readonly Word[]): string {
  return words.map((word) => word.text).join(', ')
}

/** A text in quotation marks; no text of a tree holds one, because no block can write it. */
export function quoted(word: Word): string {
  return `"${word.text}"`
}

/** The parts that are there, with single spaces. */
export function joined(...parts: readonly (string | false | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== false && part !== '').join(' ')
}

export function printDuration({ count, unit }: Duration): string {
  return `${printNumber(count)} ${unit.text}`
}

/** A number without an exponent: amounts are at most a million and never so small that one is needed. */
export function printNumber(count: number): string {
  // The words of a locale take a while to load, and whole numbers below 10^21 need none.
  if (Number.isSafeInteger(count)) return String(count)
  return count.toLocaleString('en-US', { useGrouping: false, maximumFractionDigits: 20 })
}

export function printReference({ name, of }: NormReference): string {
  return of === undefined ? name.text : `${name.text} of ${quoted(of)}`
}

/** `keyword` and a condition: lines joined by `and` below one another, or a dash a line. */
export function printBlock(keyword: string, block: ConditionBlock, indent: string): string {
  const lines = block.lines.map(printLine)
  if (block.join === 'any') return [`${keyword} any of`, ...lines.map((line) => `${indent}  - ${line}`)].join('\n')
  return `${keyword} ${lines.join(`\n${indent} and `)}`
}

export function printLine(line: ConditionLine): string {
  const not = line.negated && 'not'
  switch (line.kind) {
    case 'is':
      return joined(printSubject(line), 'is', not, line.value.text)
    case 'is-one-of':
      return joined(printSubject(line), line.negated ? 'is none of' : 'is one of', listed(line.values))
    case 'include':
      return joined(printSubject(line), line.negated ? 'do not include' : 'include', line.value.text)
    case 'compare':
      return joined(printSubject(line), 'is', not, printAmount(line))
    case 'some':
      return joined(line.negated ? 'no' : 'some', line.list.text, 'has', printTests(line.tests))
    case 'done':
      return joined(line.role.text, 'has', not, 'done', line.act.text)
  }
}

export function printSubject({ subject, of }: Subject): string {
  return of === undefined ? subject.text : `${subject.text} of ${of.text}`
}

/** After `one of A, B` a comma would go on with its values, so the next test follows `and`. */
function printTests(tests: readonly FieldTest[]): string {
  const lists = tests.map(({ kind }) => kind === 'is-one-of')
  const parts = tests.map((test, index) => {
    if (index === 0) return printTest(test)
    const isLast = index === tests.length - 1
    return `${isLast || lists[index - 1] ? ' and' : ','} ${printTest(test)}`
  })
  return parts.join('')
}

function printTest(test: FieldTest): string {
  switch (test.kind) {
    case 'is':
      return joined(test.field.text, test.value.text)
    case 'is-one-of':
      return joined(test.field.text, 'one of', listed(test.values))
    case 'compare':
      return joined(test.field.text, printAmount(test))
  }
}

function printAmount(line: { readonly is: Comparison; readonly count: number; readonly unit?: Word }): string {
  return joined(line.is.replace('-', ' '), printNumber(line.count), line.unit?.text)
}

/** `A`, `A and B`, `A, B and C`. */
export function inWords(parts: readonly string[]): string {
  const last = parts.at(-1) ?? ''
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(', ')} and ${last}`
}
