/** What a paper says, as both of its forms have it: HTML and PDF carry the same words. Pure. */
import type { Card } from '@remit/incident/paper/card.ts'
import type { PaperLine } from '@remit/incident/paper/line.ts'
import type { PaperAgency } from '@remit/incident/paper/paper-agency.ts'
import { dayWords, hashLines, instantWords } from '@remit/incident/paper/paper-words.ts'
import { BEAT } from '@remit/incident/paper/radio.ts'
import type { Sheet, SheetLine } from '@remit/incident/paper/sheet.ts'

export const SIGNED_TEXT = 'The signed text governs.'
export const LANGUAGE = 'en'

/** Paper of an agency that does not run Remit must not pass for the agency's own. */
const notIssued = ({ name }: PaperAgency) => `Made by Remit from public sources, not issued by ${name}.`

/** Of the first group of a hash. */
const SHORT_HASH = 8

export type Badge = { readonly word: string; readonly form: 'must' | 'must-not' | 'may' | 'should' | 'refer' | 'none' }

const FORMS: Readonly<Record<PaperLine['result'], Badge['form']>> = {
  MUST: 'must',
  'MUST NOT': 'must-not',
  MAY: 'may',
  SHOULD: 'should',
  'SHOULD NOT': 'should',
  REFER: 'refer',
  OPEN: 'refer',
  SILENT: 'none',
  'SET ASIDE': 'none',
}

export const badgeOf = (result: PaperLine['result']): Badge => ({
  word: result === 'SILENT' ? 'No rule' : result === 'SET ASIDE' ? 'Set aside' : result,
  form: FORMS[result],
})

/** A line of a card: the badge, the sentence, and its source in one text. */
export type CardLineWords = { readonly badge: Badge; readonly sentence: string; readonly cite: string }

export type CardWords = {
  readonly title: string
  readonly name: string
  readonly demo: boolean
  readonly heading: string
  readonly sub: string
  readonly parts: readonly {
    readonly title: string
    readonly silent: string
    readonly lines: readonly CardLineWords[]
  }[]
  readonly radioHeading: string
  /** Each with what follows the blank for the beat. */
  readonly radio: readonly { readonly when: string; readonly after: string }[]
  readonly valid: string
  readonly destroy: string
  readonly hash: readonly string[]
  readonly check: string
  readonly signed: string
  readonly short: string
  readonly printed: string
  /** How large the lines are set so that all fit on one page; 1 is as drawn. */
  readonly scale: number
}

export function cardWords(card: Card): CardWords {
  const { agency, at } = card
  const parts = card.parts.map(({ title, who, role, silent, lines }) => ({
    title: role === 'officer' ? title : `${who}: ${title.charAt(0).toLowerCase()}${title.slice(1)}`,
    silent: silent ?? '',
    lines: lines.map(({ result, sentence, cites }) => ({ badge: badgeOf(result), sentence, cite: cites.join('; ') })),
  }))
  return {
    title: `Visor card, ${agency.name}, ${dayWords(at, agency.timeZone)}`,
    name: 'Visor card',
    demo: agency.demo,
    heading: 'When a DHS agency asks for help',
    sub: agency.runs
      ? `Officers, ${agency.name}. Made from the book of ${dayWords(at, agency.timeZone)}.`
      : `Officers, ${agency.name}, by its orders of ${dayWords(at, agency.timeZone)}. ${notIssued(agency)}`,
    parts,
    radioHeading: 'Say it on your radio, with your beat',
    radio: card.radio.map(({ when, script }) => ({ when, after: script.slice(BEAT.length) })),
    valid: `${instantWords(card.validThrough, agency.timeZone)}.`,
    destroy: 'Then destroy this card.',
    hash: hashLines(card.hash),
    check: 'Print it again: the same hash is the same orders',
    signed: SIGNED_TEXT,
    short: 'Not every order is on this card.',
    printed: `Printed ${instantWords(card.printedAt, agency.timeZone)}`,
    scale: scaleOf(parts, ROOM - card.radio.length * RADIO - (agency.runs ? 0 : SECOND_ROW)),
  }
}

/** In points, of the page that `card-html.ts` and `card.typ` draw; a sign of a sentence and of a source is so wide at most. */
const ROOM = 424
const RADIO = 26
/** Of what stands under the heading. */
const SECOND_ROW = 12
const SENTENCE = { line: 13.5, sign: 5.6 }
const CITE = { line: 10, sign: 3.9 }
const SILENT = { line: 14, sign: 4.9, around: 9 }
/** Of the column beside the badges, without those. */
const [WIDTH, BADGES] = [338, 86]
const [HEADING, GAP] = [19, 9]
const SCALES = [1.2, 1.15, 1.1, 1.05, 1, 0.95, 0.9, 0.85, 0.8, 0.75, 0.7, 0.65]

/** What stands in place of lines has the whole width. */
function silentHeight(text: string, scale: number): number {
  const { line, sign, around } = SILENT
  return text === '' ? 0 : (Math.ceil((text.length * sign * scale) / WIDTH) * line + around) * scale
}

/** The largest scale at which the lines surely fit: signs are counted as wide as the widest text that was measured. */
function scaleOf(parts: CardWords['parts'], room: number): number {
  const rows = (text: string, { line, sign }: typeof SENTENCE, scale: number) =>
    Math.ceil((text.length * sign * scale) / (WIDTH - BADGES * scale)) * line * scale
  const height = (scale: number) =>
    parts.reduce(
      (all, { lines, silent }) =>
        all +
        HEADING * scale +
        silentHeight(silent, scale) +
        lines.reduce(
          (sum, { sentence, cite }) => sum + rows(sentence, SENTENCE, scale) + rows(cite, CITE, scale) + GAP * scale,
          0,
        ),
      0,
    )
  return SCALES.find((scale) => height(scale) <= room) ?? SCALES.at(-1) ?? 1
}

export type SheetLineWords = {
  readonly before: Badge
  readonly after: Badge
  /** What each act comes to now, each right by itself. */
  readonly sentences: readonly string[]
  readonly when: readonly string[]
  readonly cite: string
}

export type SheetWords = {
  readonly title: string
  readonly name: string
  readonly demo: boolean
  readonly heading: string
  readonly sub: string
  readonly notes: readonly string[]
  /** How the hash of the later orders begins: on every page, so that loose pages can be told apart. */
  readonly hashNow: string
  readonly parts: readonly { readonly who: string; readonly lines: readonly SheetLineWords[] }[]
  readonly hashes: readonly { readonly of: string; readonly lines: readonly string[] }[]
  readonly signed: string
  readonly printed: string
}

export function sheetWords(sheet: Sheet): SheetWords {
  const { agency, since, at, hashes } = sheet
  const day = (instant: number) => instantWords(instant, agency.timeZone)
  return {
    title: `Shift sheet, ${agency.name}, ${dayWords(at, agency.timeZone)}`,
    name: 'Shift sheet',
    demo: agency.demo,
    heading: 'Changed since your last shift',
    sub: `${agency.name}. From ${day(since)} to ${day(at)}.`,
    notes: [...(agency.runs ? [] : [notIssued(agency)]), ...notesOf(sheet)],
    hashNow: hashLines(hashes.after)[0]?.slice(0, SHORT_HASH) ?? '',
    parts: sheet.parts.map(({ who, lines }) => ({ who: who.join(', '), lines: lines.map(sheetLineWords) })),
    hashes: [
      { of: 'Order hash then', lines: hashLines(hashes.before) },
      { of: 'Order hash now', lines: hashLines(hashes.after) },
    ],
    signed: SIGNED_TEXT,
    printed: `Printed ${instantWords(sheet.printedAt, agency.timeZone)}`,
  }
}

function notesOf({ begun, ended, parts, setAside, terms }: Sheet): readonly string[] {
  return [
    ...(begun.length === 0 ? [] : [`In force now: ${begun.join(', ')}.`]),
    ...(ended.length === 0 ? [] : [`No longer in force: ${ended.join(', ')}.`]),
    ...(parts.length === 0 ? ['No answer differs.'] : []),
    ...(setAside === 0
      ? []
      : [`${counted(setAside, 'change')} not shown here: where a duty waits for a more urgent one.`]),
    ...(terms === 0 ? [] : [`${counted(terms, 'change')} of deadlines and other terms not shown here.`]),
  ]
}

function sheetLineWords({ before, after, sentences, when, more, cites }: SheetLine): SheetLineWords {
  const first = when.length === 0 ? ['always'] : when
  return {
    before: badgeOf(before),
    after: badgeOf(after),
    sentences,
    when: [
      ...first.map(
        (condition, index) =>
          `${index === 0 ? (when.length === 0 ? 'Always' : 'When') : 'Or when'}${when.length === 0 ? '' : ` ${condition}`}.`,
      ),
      ...(more === 0 ? [] : [`And in ${counted(more, 'more kind')} of cases: ask Remit.`]),
    ],
    cite: cites.join('; '),
  }
}

const counted = (count: number, noun: string) => `${count} ${noun}${count === 1 ? '' : 's'}`
