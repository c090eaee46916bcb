/** One condition in words, as an order writes it: `requester is one of ice-ero, ice-hsi`. */
import type { Comparison, Condition } from '@remit/language/checked/tree.ts'
import { denied, durationOf, MINUTE_MS } from './words.ts'

/** A condition that has no parts, as a norm reads it; a define counts as one. */
export type PlainCondition = Exclude<Condition, { readonly kind: 'all' | 'any' | 'not' }>

const COMPARED: Readonly<Record<Comparison, string>> = {
  'at-least': 'at least',
  'at-most': 'at most',
  'less-than': 'less than',
  'more-than': 'more than',
}

/** What has to be so for the condition to hold, or, where `isSo` is not, for it not to. `*` is called the actor. */
export function conditionInWords(condition: PlainCondition, isSo: boolean): string {
  return wordsOf(condition, isSo).replace('*', 'the actor')
}

function wordsOf(condition: PlainCondition, isSo: boolean): string {
  switch (condition.kind) {
    case 'define': {
      const [subject, state] = condition.define.slice(condition.define.indexOf('#') + 1).split(' ')
      return `${subject} is ${isSo ? '' : 'not '}${state}`
    }
    case 'yes':
      return isSo ? condition.input : denied(condition.input, kindOf(condition.input))
    case 'one-of': {
      const { input, values } = condition
      if (values.length === 1) return `${input} is ${isSo ? '' : 'not '}${values.join('')}`
      return `${input} is ${isSo ? 'one of' : 'none of'} ${values.join(', ')}`
    }
    case 'compare': {
      const { input, is, than } = condition
      const bound = input.startsWith('since ') ? durationOf(than / MINUTE_MS) : `${than}`
      return `${input} is ${isSo ? '' : 'not '}${COMPARED[is]} ${bound}`
    }
  }
}

function kindOf(input: string): Parameters<typeof denied>[1] {
  if (input.startsWith('some ')) return 'some'
  if (input.includes(' has done ')) return 'done'
  return input.includes(' include ') ? 'member' : 'fact'
}
