/** How the words of a block are told apart, where the grammar's patterns alone cannot. */
import { DefaultTokenBuilder } from 'langium'

/** Characters that no word can hold, up to the next that one can. */
export const UNREADABLE = 'UNREADABLE'
/** A word that is not written as names and numbers are. */
export const MISWRITTEN = 'MISWRITTEN'

/** These words begin another test after `is`; and `unknown` is what a scenario says of what nobody has reported. */
const NO_VALUES: ReadonlySet<string> = new Set(['a', 'at', 'less', 'more', 'not', 'one', 'unknown'])

/**
 * Words that can be the value of a list's field. Such a value stands right after the field's name, so it can be no
 * word that goes on after a name in another way (`is`, `has`, `must`), joins (`and`), or begins a clause, a step or
 * a declaration.
 */
const FIELD_VALUES: ReadonlySet<string> = new Set(
  (
    'allowed answered any broken done due first forbidden kind known late least lower most no none number offered ' +
    'open order orders other otherwise outside own promptly referred set silent urgent word yes'
  ).split(' '),
)

/** Words that an event can make a fact: the others begin another clause of a fact, or a declaration. */
const CHANGE_VALUES: ReadonlySet<string> = new Set(
  'yes no none other open some nobody silent done due also after allowed broken forbidden known late offered'.split(
    ' ',
  ),
)

/** Every character that begins nothing else. A class of what it is not would make the lexer try every token everywhere. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they belong to no word.
const NOT_IN_WORDS = /"|[\u0000-\u0008\u000e-\u001f!#-+./<-@[-^`{-\uffff]+/

type Token = ReturnType<DefaultTokenBuilder['buildTerminalTokens']>[number]

/**
 * The words and signs of the grammar as the lexer takes them. Every character belongs to some token, so that a fault
 * of writing is found by the parser, at its place in the order of text, and at one look.
 */
export class Tokens extends DefaultTokenBuilder {
  override buildTokens(...[grammar, options]: Parameters<DefaultTokenBuilder['buildTokens']>) {
    const tokens = super.buildTokens(grammar, options)
    if (!Array.isArray(tokens)) return tokens
    const miswritten: Token = { name: MISWRITTEN, PATTERN: /[A-Za-z0-9_][A-Za-z0-9_-]*/ }
    const unreadable: Token = { name: UNREADABLE, PATTERN: NOT_IN_WORDS }
    const keywords = tokens.filter((token) => typeof token.PATTERN === 'string')
    const named = (name: string) => tokens.filter((token) => token.name === name)
    for (const token of keywords.filter(isWord)) token.LONGER_ALT = [...named('ID'), ...named('PLACE'), miswritten]
    const kinds = [
      { kind: named('VALUE'), has: (word: string) => !NO_VALUES.has(word) },
      { kind: named('FIELD_VALUE'), has: (word: string) => FIELD_VALUES.has(word) },
      { kind: named('CHANGE_VALUE'), has: (word: string) => CHANGE_VALUES.has(word) },
    ]
    for (const token of keywords.filter(isWord)) {
      token.CATEGORIES = kinds.flatMap(({ kind, has }) => (has(token.name) ? kind : []))
    }
    for (const token of named('ID')) token.CATEGORIES = kinds.flatMap(({ kind }) => kind)
    const words = new Set(keywords.map((token) => token.name))
    for (const token of named('UNIT')) asUnit(token, words)
    // Units are looked for first: one may begin like a word of the language, as `attempts` like `at`.
    const rest = tokens.filter((token) => token.name !== 'UNIT')
    return [...named('UNIT'), ...rest, miswritten, unreadable]
  }
}

function isWord(token: Token): boolean {
  return /^[a-z]+$/.test(token.name)
}

/** Makes it the word after a number, whatever blanks and comments lie between. */
function asUnit(token: Token, keywords: ReadonlySet<string>): void {
  token.PATTERN = (text, offset, before) =>
    before.at(-1)?.tokenType.name === 'NUMBER' ? unitAt(text, offset, keywords) : null
  token.LINE_BREAKS = false
  // Without the letters with which it can begin, the lexer would try every token at every place.
  token.START_CHARS_HINT = [...'abcdefghijklmnopqrstuvwxyz']
}

/** The unit at a place after a number; none where a statement begins: `at least 30` and then `officer must …`. */
function unitAt(text: string, offset: number, keywords: ReadonlySet<string>): RegExpExecArray | null {
  WORD.lastIndex = offset
  const word = WORD.exec(text)
  if (word === null || keywords.has(word[0])) return null
  STATEMENT.lastIndex = offset
  return STATEMENT.test(text) ? null : word
}
const WORD = /[a-z][a-z0-9]*(?:-[a-z0-9]+)*(?![A-Za-z0-9_-])/y
/** Roles with commas between them and then what they must do. */
const STATEMENT = statementPattern()

function statementPattern(): RegExp {
  const name = '[a-z][a-z0-9-]*'
  const blank = '(?:\\s|--[^\\n\\r]*[\\n\\r])*'
  const modal = '(?<=\\s)(?:must|may|need|should|shall)(?![a-z0-9-])'
  return new RegExp(`${name}(?:${blank},${blank}${name})*${blank}${modal}`, 'y')
}
