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
  const steps = answer.why.map((line) => stepFrom(line, answer.text))
  // Two sentences of one paragraph that say the same of this act are one step.
  return steps.filter((step, place) => steps.findIndex((other) => isSame(step, other)) === place)
}

function stepFrom(line: WhyLine, act: string): LadderStep {
  const { part, document, cite, words, modality, setting } = line
  const source = [document.force, SOURCE_WORDS[document.verified]].filter(Boolean).join(', ')
  const holds = part === 'decides'
  const upper = modality.toUpperCase()
  const says = holds && isModality(upper) ? { result: upper, act: lowerFirst(act) } : undefined
  return {
    title: document.short,
    standing: STANDING[part],
    decides: holds,
    holds,
    ...(says ? { says } : words ? { words: words.replaceAll(/(?<=[a-z])-(?=[a-z])/g, ' ') } : {}),
    ...(line.ifBroken === undefined || !holds ? {} : { quote: `If broken: ${line.ifBroken}` }),
    citation: [cite, source, setting && 'agency setting'].filter(Boolean).join(', '),
  }
}

function isSame(one: LadderStep, other: LadderStep): boolean {
  return (
    one.title === other.title &&
    one.standing === other.standing &&
    one.citation === other.citation &&
    one.says?.result === other.says?.result &&
    one.words === other.words
  )
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
