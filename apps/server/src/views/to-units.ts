/** What is said outside Remit: the CAD narrative line and the words for the radio, the same as on the officer's phone. */
import { isSettled } from '@remit/incident/determinations/modalities.ts'
import { momentOf } from '@remit/incident/determinations/moment.ts'
import { isInDanger } from '@remit/incident/events/fold.ts'
import type { Opened } from '../incidents/write.ts'
import type { Context } from './parts.ts'

/** A line of CAD narrative holds so many signs, and a radio message so many words. */
export const NARRATIVE_SIGNS_MAX = 73
export const RADIO_WORDS_MAX = 12

/** One line for the CAD event: what, the word to units, the receipt. */
export function narrativeOf({ acts }: Context, { incident, determined }: Opened, word: string | undefined): string {
  const { request } = incident
  const asks = String(request.values.requester ?? 'not-known')
    .replace('ice-ero', 'ICE')
    .replaceAll('-', ' ')
  const purpose = String(request.values['request-purpose'] ?? 'not-known').replaceAll('-', ' ')
  const noHelp = determined.answers.some(
    (answer) => answer.role === 'officer' && answer.act === 'assist-civil-arrest' && isSettled(answer, 'MUST NOT'),
  )
  const parts = [
    `IMM ${asks} ${purpose}.`,
    ...(isInDanger(incident) ? ['DANGER.'] : []),
    ...(word === undefined ? [] : [`${word}.`]),
    ...(noHelp && acts.has('assist-civil-arrest') ? ['NO CIV ASSIST.'] : []),
    request.receipt,
  ]
  return parts.join(' ').toUpperCase().slice(0, NARRATIVE_SIGNS_MAX)
}

/** At most twelve words: the beat, the order of the moment, and what else fits whole. */
export function radioOf({ compiled, incident, determined }: Opened): string {
  const moment = momentOf(compiled.book, incident, determined.answers, 'officer')
  const { beat } = incident.request
  if (moment === undefined) return `${beat}, no order about this. Use your training.`
  const first = `${beat}, ${moment.headline.sentence.charAt(0).toLowerCase()}${moment.headline.sentence.slice(1)}`
  return moment.also.reduce((script, { modality, sentence }) => {
    const longer = `${script} ${sentence}`
    return modality !== 'MAY' && wordsIn(longer) <= RADIO_WORDS_MAX ? longer : script
  }, first)
}

export function wordsIn(text: string): number {
  return text.split(/\s+/).filter((word) => word !== '').length
}
