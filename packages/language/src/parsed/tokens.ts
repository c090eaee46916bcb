/** How a word is told apart where a pattern alone cannot. */
import { DefaultTokenBuilder, type GrammarAST } from 'langium'

/** Langium's tokens, of which `UNIT` is only the word after a number, whatever blanks and comments lie between. */
export class Tokens extends DefaultTokenBuilder {
  override buildTokens(...[grammar, options]: Parameters<DefaultTokenBuilder['buildTokens']>) {
    const tokens = super.buildTokens(grammar, options)
    if (!Array.isArray(tokens)) return tokens
    // A number is followed by a unit also where the unit begins like a word of the language, as `attempts` like `at`.
    const unit = tokens.filter((token) => token.name === 'UNIT')
    const rest = tokens.filter((token) => token.name !== 'UNIT')
    const keywords = new Set(rest.filter((token) => typeof token.PATTERN === 'string').map((token) => token.name))
    for (const token of unit) {
      token.PATTERN = (text, offset, before) =>
        before.at(-1)?.tokenType.name === 'NUMBER' ? unitAt(text, offset, keywords) : null
    }
    return [...unit, ...rest]
  }

  protected override buildTerminalToken(terminal: GrammarAST.TerminalRule) {
    const token = super.buildTerminalToken(terminal)
    // Without the letters with which it can begin, the lexer would try every token at every place.
    return terminal.name === 'UNIT' ? { ...token, LINE_BREAKS: false, START_CHARS_HINT: [...LETTERS] } : token
  }
}
const LETTERS = 'abcdefghijklmnopqrstuvwxyz'

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
  return new RegExp(
    `${name}(?:${blank},${blank}${name})*${blank}(?<=[\\s])(?:must|may|need|should|shall)(?![a-z0-9-])`,
    'y',
  )
}
