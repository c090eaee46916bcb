import type {
  Declaration,
  FactDeclaration,
  ListDeclaration,
  ParsedDocument,
  ValueDeclaration,
  Word,
} from '../../parsed/tree.ts'
import type { Finding } from '../../text/finding.ts'
import { findingAt } from '../findings.ts'

/** Words that a check of this repository bans from all its files; so they are put together here. */
const [OLD_WORD, HARSH_WORD] = [['ali', 'en'].join(''), ['ille', 'gal'].join('')]

/** Who somebody is. */
const IDENTITY = [
  ['person name', 'person s name', 'name of the person', 'name of a person', 'full name', 'first name', 'last name'],
  ['family name', 'surname', 'maiden name', 'alias', 'his name', 'her name', 'their name', 'names of persons'],
  ['date of birth', 'birth date', 'birthdate', 'birthday', 'birth day', 'dob', 'year of birth', 'born'],
  ['social security', `${OLD_WORD} number`, 'home address'],
].flat()

/** What somebody is in the eyes of immigration law. */
const STATUS = [
  ['immigration status', 'status of the person', 'person s status', 'citizenship', 'citizen', 'citizens'],
  ['noncitizen', 'noncitizens', 'nationality', 'foreign national', 'foreign nationals', 'country of origin'],
  [
    'country of birth',
    'place of birth',
    OLD_WORD,
    `${OLD_WORD}s`,
    'undocumented',
    HARSH_WORD,
    'immigrant',
    'immigrants',
  ],
  ['removable', 'deportable', 'inadmissible', 'lawfully present', 'unlawfully present', 'lawful presence'],
  ['unlawful presence', 'legal presence', 'out of status', 'overstay', 'overstayed', 'asylee', 'refugee'],
].flat()

/** Papers that say what somebody is: that one was shown may be told, that somebody has one may not. */
const PAPERS = ['permanent resident', 'green card', 'visa', 'passport']

/** A request is told in its own words, whatever it asks for. */
const REQUESTS: ReadonlySet<string> = new Set(['asks', 'request', 'requester', 'request-purpose'])

/**
 * E214: no fact, list, define or event can say who a person is or what a person's immigration or citizenship status is. Most
 * of the jurisdictions forbid collecting it, and what cannot be declared cannot be stored. Acts and norms may speak
 * of status: an act is what somebody does, not what somebody is.
 */
export function prohibitedFact(document: ParsedDocument): readonly Finding[] {
  return document.declarations.flatMap((declaration) => {
    if (REQUESTS.has(subjectOf(declaration))) return []
    const words = wordsOf(declaration)
    const isShown = words.some(({ text }) => /\bshow(n|ed|s)?\b/i.test(text))
    return words.flatMap((word) => {
      const phrase = word.text === 'name' ? 'name' : phraseIn(word.text, isShown ? ALWAYS : UNLESS_SHOWN)
      return phrase === undefined ? [] : [prohibited(word, phrase)]
    })
  })
}

const ALWAYS = anyOf([...IDENTITY, ...STATUS])
const UNLESS_SHOWN = anyOf([...IDENTITY, ...STATUS, ...PAPERS])

function anyOf(phrases: readonly string[]): RegExp {
  return new RegExp(` (${phrases.join('|')}) `)
}

/** The first phrase in a text, whatever stands between its words. */
function phraseIn(text: string, phrases: RegExp): string | undefined {
  const spaced = ` ${text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()} `
  return phrases.exec(spaced)?.[1]
}

function prohibited(word: Word, phrase: string): Finding {
  return findingAt(word.span, 'E214', `\`${phrase}\` is nothing that a fact may say of a person`, {
    label: 'names a person, or says what status a person has',
    fix: 'declare what was shown or asked for, as in `warrant is i-200` or `asks include status-info`',
  })
}

function subjectOf(declaration: Declaration): string {
  return declaration.kind === 'fact' || declaration.kind === 'define' ? declaration.subject.text : ''
}

function wordsOf(declaration: Declaration): readonly Word[] {
  switch (declaration.kind) {
    case 'fact':
      return factWords(declaration)
    case 'define':
      return [declaration.subject, declaration.state]
    case 'event':
      return [declaration.name, declaration.text ?? []].flat()
    case 'list':
      return listWords(declaration)
    case 'act':
    case 'choice':
    case 'report':
    case 'exception':
    case 'group':
    case 'invariant':
    case 'never':
    case 'norm':
    case 'role':
    case 'scenario':
    case 'unsettled':
      return []
  }
}

function factWords({ subject, shape, ask, help }: FactDeclaration): readonly Word[] {
  const states = shape.kind === 'yes-no' ? [shape.state] : []
  const values = 'values' in shape ? valueWords(shape.values) : []
  return [subject, ...states, ...values, ask ?? [], help ?? []].flat()
}

function listWords({ name, text, ask, help, fields }: ListDeclaration): readonly Word[] {
  const within = fields.flatMap((field) => {
    const values = field.shape.kind === 'one-of' ? valueWords(field.shape.values) : []
    return [field.name, field.text ?? [], ...values].flat()
  })
  return [name, text ?? [], ask ?? [], help ?? [], ...within].flat()
}

function valueWords(values: readonly ValueDeclaration[]): readonly Word[] {
  return values.flatMap(({ name, text }) => [name, text ?? []].flat())
}
