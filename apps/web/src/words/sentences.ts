import type { Result } from './modality.ts'

/** What the vocabulary says of an act (language.md, `act`): a verb phrase, and a direct form where there is one. */
export type ActWords = {
  /** "Help with the arrest": works after "do not", "officers must" and "you may"; begins with a capital letter. */
  readonly text: string
  /** The direct form: "Take no part in the arrest", or the words that a direction gives. */
  readonly order?: string
}

/** How a direct form begins that says not to do the act. */
const SAYS_NOT_TO = /^(?:Take|Give|Make|Have) no\b|^(?:Do not|Never)\b/

/**
 * The sentence that stands alone on a phone. It must be right when the badge is not seen, so a prohibition carries its
 * own "Do not" and a permission its own "You may". `detail` names whom to ask (REFER) or which fact is missing (OPEN).
 */
export function orderSentence(result: Result, act: ActWords, detail?: string): string {
  const phrase = lowerFirst(act.text)
  switch (result) {
    case 'MUST':
      return sentence(act.text)
    case 'MUST NOT':
      return sentence(prohibition(act))
    case 'MAY':
      return sentence(`You may ${phrase}`)
    case 'SHOULD':
      return sentence(`You should ${phrase}`)
    case 'SHOULD NOT':
      return sentence(`You should not ${phrase}`)
    case 'REFER':
      return sentence(`Ask ${detail ?? 'your supervisor'} before you ${phrase}`)
    case 'OPEN':
      return sentence(`Not settled yet: ${phrase}${detail ? `. Missing: ${detail}` : ''}`)
    case 'SILENT':
      return sentence(`No rule was found: ${phrase}`)
    case 'SET ASIDE':
      return sentence(`Set aside for now: ${phrase}`)
  }
}

/**
 * "Take no part in the arrest" is the direct form of an act that some orders forbid and others require. It stands only
 * for the prohibition, and only if it says so itself: the wrong way round it would turn an order into its opposite.
 */
function prohibition(act: ActWords): string {
  return act.order && SAYS_NOT_TO.test(act.order) ? act.order : `Do not ${lowerFirst(act.text)}`
}

/** What a supervisor's direction says to the officers, one sentence a line: "Leave the scene.", "Take no part …". */
export function directionSentences(act: ActWords): readonly string[] {
  return sentencesOf(act.order ?? act.text).map(sentence)
}

/** "Leave the scene. Take no part in the arrest." as two sentences. */
export function sentencesOf(text: string): readonly string[] {
  return text.split(/(?<=[.?!])\s+/).filter((part) => part !== '')
}

/** The act in a list beside its badge: the verb phrase in lower case, without a stop. */
export function listPhrase(act: ActWords): string {
  return lowerFirst(act.text)
}

/** How a line is read aloud: "Officer must not help with the arrest, Memo paragraph 3". */
export function spokenLine(line: {
  readonly who?: string | undefined
  readonly result: Result
  readonly act: string
  readonly ask?: string | undefined
  readonly citation?: string | undefined
}): string {
  const act = lowerFirst(line.act)
  const who = line.who ?? ''
  const after = line.citation ? `, ${spokenCitation(line.citation)}` : ''
  return upperFirst(`${spokenCore(line.result, who, act, line.ask)}${after}`.trim())
}

function spokenCore(result: Result, who: string, act: string, ask: string | undefined): string {
  const to = ask ? `: ${ask}` : ''
  switch (result) {
    case 'MUST':
    case 'MUST NOT':
    case 'MAY':
    case 'SHOULD':
    case 'SHOULD NOT':
      return `${who} ${result.toLowerCase()} ${act}`
    case 'REFER':
      return `${who || 'This'} must be referred, ${act}${to}`
    case 'OPEN':
      return `${who} open, ${act}${to}`
    case 'SILENT':
      return `${who} no rule, ${act}`
    case 'SET ASIDE':
      return `${who} set aside, ${act}`
  }
}

/** Screen readers skip or spell the pilcrow and the section sign. */
export function spokenCitation(citation: string): string {
  return citation.replaceAll(/¶\s*/g, 'paragraph ').replaceAll(/§\s*/g, 'section ')
}

/** The words for the radio, with the unit's own beat first. At most 12 words (look.md, Desk grid). */
export function dangerRadio(beat: string): string {
  return `${beat}, someone is in danger, send help.`
}

/** A small first letter, except where the word is an abbreviation ("ICE") or a single capital ("I"). */
export function lowerFirst(text: string): string {
  return /^(?:\p{Lu}{2}|I\b)/u.test(text) ? text : text.slice(0, 1).toLowerCase() + text.slice(1)
}

export function upperFirst(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1)
}

function sentence(text: string): string {
  const trimmed = upperFirst(text.trim())
  return /[.?!]$/.test(trimmed) ? trimmed : `${trimmed}.`
}
