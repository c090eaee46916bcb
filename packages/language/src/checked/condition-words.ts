import type { ConditionLine, Word } from '../parsed/tree.ts'
import type { Comparison } from './tree.ts'

const COMPARISON_WORDS: Readonly<Record<Comparison, string>> = {
  'at-least': 'at least',
  'at-most': 'at most',
  'less-than': 'less than',
  'more-than': 'more than',
}

/** A condition line in the words of the language, the same whatever its line breaks and comments. */
export function wordsOfLine(line: ConditionLine): string {
  switch (line.kind) {
    case 'is':
      return `${line.subject.text} is ${line.negated ? 'not ' : ''}${line.value.text}`
    case 'is-one-of':
      return `${line.subject.text} is ${line.negated ? 'none' : 'one'} of ${listOf(line.values)}`
    case 'include':
      return `${line.subject.text} ${line.negated ? 'do not include' : 'include'} ${line.value.text}`
    case 'compare': {
      const unit = line.unit === undefined ? '' : ` ${line.unit.text}`
      return `${line.subject.text} is ${line.negated ? 'not ' : ''}${COMPARISON_WORDS[line.is]} ${line.count}${unit}`
    }
    case 'done':
      return `${line.role.text} has ${line.negated ? 'not ' : ''}done ${line.act.text}`
  }
}

/** Words with commas between them, as lists are written. */
export function listOf(words: readonly Word[]): string {
  return words.map(({ text }) => text).join(', ')
}
