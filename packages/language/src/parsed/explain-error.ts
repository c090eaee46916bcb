/**
 * Turns the place where reading a declaration stopped into a finding in a lawyer's words.
 *
 * First come the mistakes that people make, each with its own advice; else the finding says what is expected after
 * the word before, and what stands there instead.
 */

import type { KnownCode } from '../text/codes.ts'
import { nearest } from '../text/nearest.ts'
import { DECLARATION_WORDS, type ErrorPlace, isKeyword, type TokenPlace } from './block-parser.ts'
import { MISWRITTEN, UNREADABLE } from './tokens.ts'

/** A finding before its place is known in the file: `offset` and `length` count in the block. */
export type Explained = {
  readonly code: KnownCode
  readonly message: string
  readonly label: string
  readonly fix?: string
  readonly offset: number
  readonly length: number
}

export function explainPlace(place: ErrorPlace): Explained {
  const known = mistakeOf(place)
  const found = known?.at ?? place.found
  return {
    offset: found.offset,
    length: Math.max(1, found.text.length),
    ...(known?.says ?? expectation(place)),
  }
}

type Says = Omit<Explained, 'offset' | 'length'>
type Mistake = { readonly says: Says; readonly at?: TokenPlace }

function mistakeOf(place: ErrorPlace): Mistake | undefined {
  return wrongWriting(place) ?? wrongJoin(place) ?? wrongDeclaration(place) ?? wrongName(place) ?? wrongValue(place)
}

function wrongJoin({ found, previous, earlier }: ErrorPlace): Mistake | undefined {
  const opened = earlier.findLastIndex((text) => OPENS_CONDITION.has(text) || MODALS.has(text))
  const inCondition = OPENS_CONDITION.has(earlier[opened] ?? '')
  const isAnyOf = earlier[opened + 1] === 'any' && earlier[opened + 2] === 'of'
  const isMixture = (found.text === 'and' && isAnyOf) || (found.text === 'any' && previous?.text === 'and')
  if (inCondition && isMixture) {
    const message = 'one condition cannot mix `and` and `any of`'
    const fix = 'give one of the two a name with `define`, and use the name here'
    return { says: { code: 'E027', message, label: 'the other way of joining begins here', fix } }
  }
  if (inCondition && found.type === 'DASH') {
    return { says: unexpected(found, previous, 'a condition', 'write `any of` before the first dash') }
  }
  if (found.text === 'or' || previous?.text === 'or') {
    const fix = 'write `is one of A, B` for values, or `any of` with a dash before each line'
    const message = '`or` cannot be read here'
    const at = found.text === 'or' ? found : previous
    return { says: { code: 'E035', message, label: 'which of the words does it join?', fix }, ...(at && { at }) }
  }
  if (found.text === 'and' && MODALS.has(earlier[opened] ?? '')) {
    return { says: unexpected(found, previous, '`,` between acts, or a new line', 'write `,` before the next act') }
  }
  return undefined
}
const OPENS_CONDITION: ReadonlySet<string> = new Set(['when', 'unless'])
const MODALS: ReadonlySet<string> = new Set(['must', 'may', 'need', 'should', 'shall'])

function wrongDeclaration({ found, previous }: ErrorPlace): Mistake | undefined {
  if (previous !== undefined || found.type === 'EOF') return undefined
  const meant = nearest(found.text, DECLARATION_WORDS)
  const message = `expected a declaration, found \`${found.text}\``
  const fix = meant === undefined ? `begin with ${list(DECLARATION_WORDS)}` : `write \`${meant}\``
  return { says: { code: 'E025', message, label: 'no declaration begins so', fix } }
}

function wrongName({ found, previous, rules }: ErrorPlace): Mistake | undefined {
  if (rules.at(-1) !== 'Name' || previous === undefined) return undefined
  if (!isKeyword(found.text) || !NAME_FOLLOWS.has(previous.text)) return undefined
  const message = `\`${found.text}\` is a word of the language and cannot be a name`
  const fix = `write a name of its own, for example \`${found.text}-…\``
  return { says: { code: 'E024', message, label: 'a name is needed here', fix } }
}

function wrongValue({ found, previous, earlier }: ErrorPlace): Mistake | undefined {
  if (found.text === 'one' && previous?.text === 'not') {
    return { says: unexpected(found, previous, 'a value', 'write `is none of`') }
  }
  if (found.text === 'unknown') {
    const fix = 'write `not-known`; only a scenario says `is unknown`, of a fact that nobody has reported'
    return { says: unexpected(found, previous, 'a value', fix) }
  }
  if (previous?.text === 'word' && found.type !== 'EOF') {
    return { says: unexpected(found, previous, 'one word in capitals', `write \`${found.text.toUpperCase()}\``) }
  }
  // `when requester is` and then the next line: its first word was taken for the value that is missing.
  const before = earlier.at(-2) ?? ''
  if (MODALS.has(found.text) && previous !== undefined && MISSING_AFTER.has(before)) {
    const wanted = before === 'is' || before === 'not' || before === 'include' ? 'a value' : 'a condition'
    const message = `expected ${wanted} after \`${before}\`, found \`${previous.text} ${found.text}\``
    return { says: { code: 'E020', message, label: 'not expected here' }, at: previous }
  }
  return undefined
}
const MISSING_AFTER: ReadonlySet<string> = new Set(['is', 'not', 'include', 'when', 'unless', 'and'])

function unexpected(found: TokenPlace, previous: TokenPlace | undefined, wanted: string, fix: string): Says {
  const after = previous === undefined ? '' : ` after \`${shortened(previous.text)}\``
  const message = `expected ${wanted}${after}, found \`${shortened(found.text)}\``
  return { code: 'E020', message, label: 'not expected here', fix }
}

/** After these words stands a name that the author gives: a keyword there was meant as a name. */
const NAME_FOLLOWS = new Set<string>([...DECLARATION_WORDS])

/** Words and characters that stand in no order. */
function wrongWriting({ found }: ErrorPlace): Mistake | undefined {
  const { type, text } = found
  if (type === MISWRITTEN || type === 'CAPITALS') return badlyWritten(found)
  if (type !== UNREADABLE) return undefined
  const at = { ...found, text: text.slice(0, 1) }
  if (text.startsWith('"')) {
    const message = 'a text that begins here has no closing quotation mark'
    return { at, says: { code: 'E022', message, label: 'begins here', fix: 'add `"` at its end' } }
  }
  if (/^[\u201c\u201d\u201e\u00ab\u2018\u2019']/.test(text)) {
    const message = `texts stand in straight quotation marks, found \`${text.slice(0, 1)}\``
    return { at, says: { code: 'E021', message, label: 'not a straight quotation mark', fix: 'write `"`' } }
  }
  const [first = ''] = text
  const shown = /[\p{L}\p{N}\p{P}\p{S}]/u.test(first) ? first : `U+${hexOf(text)}`
  const message = `\`${shown}\` does not belong in a remit block`
  return {
    says: { code: 'E021', message, label: 'cannot be read', fix: 'remove it, or put it in a text or after `--`' },
  }
}

function badlyWritten({ text }: { readonly text: string }): { readonly says: Says } {
  const message = `\`${text}\` is not written as names are`
  const better = text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[-0-9]+|-+$/g, '')
  const fix = better === '' ? 'use lower-case letters and single hyphens' : `write \`${better}\``
  return { says: { code: 'E023', message, label: 'lower-case letters and single hyphens only, a letter first', fix } }
}

function hexOf(text: string): string {
  return (text.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')
}

function expectation({ found, previous, rules }: ErrorPlace): Says {
  const wanted = wantedAfter(previous?.text, rules)
  const after = previous === undefined ? '' : ` after \`${shortened(previous.text)}\``
  if (found.type === 'EOF') {
    const message = `expected ${wanted}${after}, but the declaration ends`
    return { code: 'E030', message, label: 'something is missing here' }
  }
  return {
    code: 'E020',
    message: `expected ${wanted}${after}, found \`${shortened(found.text)}\``,
    label: 'not expected here',
  }
}

function wantedAfter(previous: string | undefined, rules: readonly string[]): string {
  // Nothing was being read: what came before is whole.
  if (rules.length === 0) return 'another part of the declaration, or a new one'
  const innermost = rules.at(-1) ?? ''
  const parent = rules.at(-2) ?? ''
  const byWord = previous === undefined ? undefined : AFTER_WORD.get(previous)
  const rule = innermost === 'Name' || innermost === 'Value' ? parent : innermost
  return byWord ?? IN_RULE.get(rule) ?? IN_RULE.get(innermost) ?? 'something else'
}

const AFTER_WORD: ReadonlyMap<string, string> = new Map([
  ['when', 'a fact or `any of`'],
  ['unless', 'a fact or `any of`'],
  ['must', 'an act'],
  ['may', 'an act'],
  ['need', '`not`'],
  ['should', 'an act'],
  ['within', 'a time such as `30 minutes`'],
  ['tell', 'a role'],
  ['done', 'an act'],
  ['than', 'an act or a number'],
  ['ask', 'a role or a question in quotation marks'],
  ['cite', 'a citation in quotation marks'],
  ['scenario', 'a title in quotation marks'],
  ['given', 'a fact or an event'],
  ['then', 'an event, an act that was done or a time that passes'],
  ['because', 'the name of a norm'],
  ['expect', 'a role, `no kind of` or `nobody must`'],
  ['least', 'a number'],
  ['most', 'a number'],
  ['include', 'a value'],
  ['directs', 'a role'],
  ['first', 'a value'],
  ['norm', 'a name'],
  ['exception', 'a name'],
  ['role', 'a name'],
  ['group', 'a name'],
  ['fact', 'a name'],
  ['event', 'a name'],
  ['act', 'a name'],
  ['define', 'a name'],
  ['invariant', 'a name'],
  ['word', 'one word in capitals'],
])

/** By the rule of the grammar in which reading stopped. */
const IN_RULE: ReadonlyMap<string, string> = new Map([
  ['Predicate', '`is`, `include` or `has done`'],
  ['IsPredicate', 'a value'],
  ['NotTest', 'a value'],
  ['ValueWord', 'a value'],
  ['ValueEntry', 'a value'],
  ['OneOfTest', 'a value'],
  ['NoneOfTest', 'a value'],
  ['ConditionLine', 'a fact'],
  ['ConditionBlock', 'a fact or `any of`'],
  ['Modality', '`must`, `must not`, `may`, `need not`, `should` or `should not`'],
  ['Statement', 'an act or `must`, `must not`, `may`, `need not`, `should`, `should not`'],
  ['StatementEnding', 'a time such as `30 minutes of EVENT`'],
  ['Norm', '`when`, `unless` or a statement such as `officer must ACT`'],
  ['Exception', '`to NORM`, `when`, `unless` or a statement such as `officer may ACT`'],
  ['NormRef', 'the name of a norm'],
  ['FactShape', '`is` or `includes some of`'],
  ['IsShape', '`one of`, `a number of` or a state'],
  ['Group', '`is` and the roles of the group'],
  ['Define', '`is`, a state and `when`'],
  ['Unsettled', '`ask ROLE` and `until answered:`'],
  ['Interim', '`do ACT`, `do not ACT` or a text'],
  ['Scenario', '`on`, `in`, `given`, `expect` or `then`'],
  ['Invariant', '`when` or `expect`'],
  ['Expectation', 'a role, `no kind of` or `nobody must`'],
  ['ModalityExpectation', '`must`, `must not`, `may`, `need not`, `should` or `should not`'],
  ['ResultExpectation', '`is set aside`, `is silent`, `is open` or `is referred`'],
  ['Result', '`set aside`, `silent`, `open` or `referred`'],
  ['Duration', 'a unit such as `minutes`'],
  ['Text', 'a text in quotation marks'],
  ['Amount', 'a number'],
  ['Day', 'a day such as `2019-09-28`'],
  ['Place', 'a folder such as `us/il/chicago/police`'],
  ['Name', 'a name'],
  ['Change', '`when`, `while` or a comma'],
  ['KindClause', '`a kind of ACT`'],
  ['FlagClause', '`only where allowed`'],
  ['KnownClause', '`to` and roles'],
])

function list(words: readonly string[]): string {
  return words.map((word) => `\`${word}\``).join(', ')
}

/** A text can be a paragraph long, and a finding's message is one line. */
function shortened(text: string): string {
  return text.length > 40 ? `${text.slice(0, 39).replace(/\s+/g, ' ')}…` : text.replace(/\s+/g, ' ')
}
