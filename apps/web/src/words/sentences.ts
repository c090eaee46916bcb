/**
 * How lines are read aloud, and the words of danger. What an answer says in its largest type comes ready from the
 * server, or offline from `sentenceFor` in `@remit/incident/determinations/sentences.ts`: one place says it.
 */
import type { Result } from './modality.ts'

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
  const to = ask ? `, ${ask}` : ''
  switch (result) {
    case 'MUST':
    case 'MUST NOT':
    case 'MAY':
    case 'SHOULD':
    case 'SHOULD NOT':
      return `${who} ${result.toLowerCase()} ${act}`
    case 'REFER':
      return `${who} refer, ${act}${to}`
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

/** The words for the radio, with the unit's own beat first. At most 12 words. */
export function dangerRadio(beat: string): string {
  return `${beat}, someone is in danger, send help.`
}

/** "Leave the scene. Take no part in the arrest." as two sentences. */
export function sentencesOf(text: string): readonly string[] {
  return text.split(/(?<=[.?!])\s+/).filter((part) => part !== '')
}

/** A small first letter, except where the word is an abbreviation ("ICE") or a single capital ("I"). */
export function lowerFirst(text: string): string {
  return /^(?:\p{Lu}{2}|I\b)/u.test(text) ? text : text.slice(0, 1).toLowerCase() + text.slice(1)
}

/** A capital first letter. */
export function upperFirst(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1)
}
