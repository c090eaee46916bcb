/** One line of a paper: what is said of an act, in a sentence that is right by itself, and who says it. */
import type { Compiled } from '@remit/engine/diagram/from-checked.ts'
import type { Answer } from '@remit/engine/questions/answer.ts'
import { joined } from '@remit/engine/situation/plain-words.ts'
import type { Modality, Referral } from '@remit/language/checked/outcome.ts'
import type { Act, ActId, Interim } from '@remit/language/checked/tree.ts'
import { lower, sentenceFor } from '../determinations/sentences.ts'

export type PaperLine = {
  readonly act: ActId
  readonly result: Modality | 'OPEN'
  readonly sentence: string
  /** How the norms that decide are cited, without repeats, and how they are known where they were not read. */
  readonly cites: readonly string[]
}

/** The line of an answer. */
export function lineFrom(compiled: Compiled, answer: Answer): PaperLine {
  const { act: id, result, referral } = answer
  const act = compiled.acts.act(id)
  const modality = result.kind === 'settled' ? result.modality : 'open'
  return {
    act: id,
    result: modality === 'open' ? 'OPEN' : modality,
    sentence: saidInSentences(compiled, act, modality, referral),
    cites: citesOf(compiled, answer),
  }
}

/** A sentence for paper: a referral with whom to ask and what holds until then; of a direction what its giver does. */
export function saidInSentences(
  compiled: Compiled,
  act: Act,
  modality: Modality | 'open',
  referral?: Referral,
): string {
  if (modality === 'MUST' && act.directs !== undefined) return `${act.text}.`
  if (modality !== 'REFER' || referral === undefined || referral.ask.length === 0) return sentenceFor(act, modality)
  const asked = referral.ask.map((role) => `the ${lower(roleText(compiled, role))}`)
  return [`Ask ${joined(asked, 'or')} before you ${lower(act.text)}.`, ...untilThen(compiled, referral)].join(' ')
}

const roleText = ({ book }: Compiled, id: string) => book.roles.find((role) => role.id === id)?.text ?? id

function untilThen({ acts }: Compiled, { interim }: Referral): readonly string[] {
  const words = (one: Interim) => {
    if (one.kind === 'words') return lower(one.text)
    const text = lower(acts.act(one.act).text)
    return one.kind === 'do' ? text : `do not ${text}`
  }
  return [...new Set(interim.map((one) => `Until then: ${words(one).replace(/\.$/, '')}.`))]
}

const NOTHING_ALLOWS = 'No order allows it'

function citesOf(compiled: Compiled, { citations, result, deciding }: Answer): readonly string[] {
  const cites = citations.map(({ cite, document, verified }) => {
    const header = compiled.documents.get(document)
    const source = cite ?? header?.short ?? document
    return verified === 'primary' ? source : `${source} (${verified})`
  })
  const isUnallowed = result.kind === 'settled' && result.modality === 'MUST NOT' && deciding.length === 0
  return isUnallowed ? [NOTHING_ALLOWS] : [...new Set(cites)]
}
