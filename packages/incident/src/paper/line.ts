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
  /** How the norms that decide are cited, without repeats. Of a REFER also what holds until then. */
  readonly cites: readonly string[]
}

/** The line of an answer. */
export function lineFrom(compiled: Compiled, answer: Answer): PaperLine {
  const { act: id, result } = answer
  const act = compiled.acts.act(id)
  const settled = result.kind === 'settled' ? result.modality : 'OPEN'
  return { act: id, result: settled, sentence: sentenceOf(compiled, act, answer), cites: citesOf(compiled, answer) }
}

function sentenceOf(compiled: Compiled, act: Act, { result, referral, setAsideBy }: Answer): string {
  if (result.kind === 'open') return sentenceFor(act, 'open')
  if (result.modality === 'REFER' && referral !== undefined && referral.ask.length > 0) {
    return `Ask ${joined(
      referral.ask.map((role) => `the ${lower(roleText(compiled, role))}`),
      'or',
    )} before you ${lower(act.text)}.`
  }
  if (result.modality === 'SET ASIDE' && setAsideBy.length > 0) return `Not now: ${lower(act.text)}.`
  return sentenceFor(act, result.modality)
}

const roleText = ({ book }: Compiled, id: string) => book.roles.find((role) => role.id === id)?.text ?? id

const NOTHING_ALLOWS = 'No order allows it'

function citesOf(compiled: Compiled, { citations, referral, result, deciding }: Answer): readonly string[] {
  const cites = citations.map(({ cite, document, verified }) => {
    const header = compiled.documents.get(document)
    const source = cite ?? header?.short ?? document
    return verified === 'primary' ? source : `${source} (${verified})`
  })
  const isUnallowed = result.kind === 'settled' && result.modality === 'MUST NOT' && deciding.length === 0
  const source = isUnallowed ? [NOTHING_ALLOWS] : [...new Set(cites)]
  return [...source, ...untilThen(compiled, referral)]
}

function untilThen({ acts }: Compiled, referral: Referral | undefined): readonly string[] {
  const words = (interim: Interim) => {
    if (interim.kind === 'words') return lower(interim.text)
    const text = lower(acts.act(interim.act).text)
    return interim.kind === 'do' ? text : `do not ${text}`
  }
  return [...new Set((referral?.interim ?? []).map((interim) => `until then ${words(interim)}`))]
}
