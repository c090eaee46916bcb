/** How what was asked, and what cannot be, stands in text and in JSON. */
import type { Determination } from '@remit/engine/questions/answer.ts'
import type { Asked } from '../asked.ts'
import { localTimeOf } from '../asked.ts'
import type { Output } from '../output.ts'
import { paintOf } from '../output.ts'

/** The book that answers, in every JSON of a verb that asks one. */
export function bookOfAnswer({ compiled, at }: Asked) {
  const { agency, hash } = compiled.book
  return { agency: agency.id, at: new Date(at).toISOString(), hash }
}

/** How many digits of a hash a line shows. */
export const HASH_SHOWN = 12

export function bookLine(asked: Asked, output: Output): string {
  const { agency, hash } = asked.compiled.book
  const time = localTimeOf(asked).replace('T', ' ')
  const paint = paintOf(output)
  const demo = agency.demo ? ', a demo agency' : ''
  return `${paint.strong(agency.name)}${demo}, ${time} ${paint.quiet(`(book ${hash.slice(0, HASH_SHOWN)})`)}`
}

type ImpossibleFacts = Extract<Determination, { readonly kind: 'impossible' }>

/** What the facts break, for JSON: `never`s, and lists whose entries could not give the answers. */
export function impossibleOf({ breaks, words }: ImpossibleFacts) {
  return breaks.map((id, index) => ({ breaks: id, words: words[index] ?? '' }))
}

export function sayImpossible({ words }: ImpossibleFacts, output: Output): void {
  output.line('these facts cannot be together:')
  for (const each of words) output.line(`  ${each}`)
}

/** `officer, jailer or records`. */
export function either(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`
}

const UNITS = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
  ['second', 1_000],
] as const

/** In at most two units, rounded up to a second: `1 hour 30 minutes`. */
export function durationWords(ms: number): string {
  let left = Math.max(Math.ceil(ms / 1_000) * 1_000, 1_000)
  const parts: string[] = []
  for (const [name, size] of UNITS) {
    const count = Math.floor(left / size)
    if (count === 0) continue
    parts.push(`${count} ${name}${count === 1 ? '' : 's'}`)
    left -= count * size
  }
  return parts.slice(0, 2).join(' ')
}
