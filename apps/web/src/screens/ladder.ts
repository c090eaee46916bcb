import type { AnswerView, WhyLine } from '@remit/contract/incident-view.ts'
import type { Modality } from '@remit/contract/shapes.ts'
import type { LadderStep } from '../ui/force-ladder.tsx'
import { lowerFirst } from '../words/sentences.ts'

const STANDING: Readonly<Record<WhyLine['part'], string>> = {
  decides: 'Decides',
  defeated: 'Has less force here',
  lifted: 'Does not apply here',
  possible: 'Applies if it becomes so',
}

const MODALITIES: ReadonlySet<string> = new Set<Modality>([
  'MUST',
  'MUST NOT',
  'MAY',
  'SHOULD',
  'SHOULD NOT',
  'SILENT',
  'REFER',
  'SET ASIDE',
])

/** The norms behind an answer: what decides first, then what it outweighed, then what was lifted. */
export function ladderOf(answer: AnswerView): readonly LadderStep[] {
  return answer.why.map((line) => stepFrom(line, answer.text))
}

function stepFrom(line: WhyLine, act: string): LadderStep {
  const { part, document, cite, words, modality, setting } = line
  const source = [document.force, SOURCE_WORDS[document.verified]].filter(Boolean).join(', ')
  const holds = part === 'decides'
  const upper = modality.toUpperCase()
  const says = holds && isModality(upper) ? { result: upper, act: lowerFirst(act) } : undefined
  return {
    title: cite && cite !== document.short ? `${document.short}, ${cite}` : document.short,
    standing: STANDING[part],
    decides: holds,
    holds,
    ...(says ? { says } : words ? { words: words.replaceAll(/(?<=[a-z])-(?=[a-z])/g, ' ') } : {}),
    citation: setting ? `${source}, agency setting` : source,
  }
}

/** How well the text is known, as the document itself says. */
const SOURCE_WORDS: Readonly<Record<string, string>> = {
  primary: '',
  secondary: 'reported, text not published',
  recalled: 'recalled, not yet read',
  assumed: 'assumed for the demo',
}

function isModality(text: string): text is Modality {
  return MODALITIES.has(text)
}
