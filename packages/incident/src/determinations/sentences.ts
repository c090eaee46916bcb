/** The sentences in which an answer is said. Each is right by itself, if its badge is not seen. */
import type { Modality } from '@remit/language/checked/outcome.ts'
import type { Act } from '@remit/language/checked/tree.ts'

/** The order in the largest type: one act, a plain verb. For a direction, what the officers are told. */
export function sentenceFor(act: Act, modality: Modality | 'open'): string {
  switch (modality) {
    case 'MUST':
      return stopped(act.directs === undefined ? act.text : (act.order ?? act.text))
    case 'MUST NOT':
      return stopped(act.directs === undefined && act.order !== undefined ? act.order : `Do not ${lower(act.text)}`)
    case 'MAY':
      return stopped(`You may ${lower(act.text)}`)
    case 'SHOULD':
      return stopped(`You should ${lower(act.text)}`)
    case 'SHOULD NOT':
      return stopped(`You should not ${lower(act.text)}`)
    case 'REFER':
      return stopped(`Ask before you ${lower(act.text)}`)
    case 'SET ASIDE':
      return stopped(`Not now: ${lower(act.text)}`)
    case 'SILENT':
      return stopped(`These orders say nothing about this: ${lower(act.text)}`)
    case 'open':
      return stopped(`It depends on what is not known yet: ${lower(act.text)}`)
  }
}

/** The act after a badge in a list. */
export function lower(text: string): string {
  const second = text[1]
  // An abbreviation keeps its capitals: "DHS is told".
  return second !== undefined && second === second.toUpperCase() && second !== second.toLowerCase()
    ? text
    : `${text.slice(0, 1).toLowerCase()}${text.slice(1)}`
}

function stopped(text: string): string {
  return text.endsWith('.') ? text : `${text}.`
}
