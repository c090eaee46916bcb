/**
 * Reads the text of one `remit` block into Langium's nodes, and goes on after an error.
 *
 * A right block is read in one go, and newlines mean nothing. Only a block with an error is cut, at each line that
 * begins with a declaration's keyword, and each piece is read by itself: so an error costs one declaration, and all
 * errors of a file are reported at once.
 */
import {
  CstNodeBuilder,
  createDefaultCoreModule,
  createDefaultSharedCoreModule,
  createLangiumParser,
  EmptyFileSystem,
  inject,
  type LangiumCoreServices,
  type LangiumParser,
  type LangiumSharedCoreServices,
} from 'langium'
import type { Block, Declaration } from './generated/ast.ts'
import { RemitGeneratedModule, RemitGeneratedSharedModule } from './generated/module.ts'
import { type Expected, walk } from './grammar-walk.ts'
import { MISWRITTEN, Tokens, UNREADABLE } from './tokens.ts'

/** A token by its text and its place in the block; the end of a piece is an empty token of type `EOF`. */
export type TokenPlace = { readonly text: string; readonly type: string; readonly offset: number }

/** Where the reading of a declaration stopped. */
export type ErrorPlace = {
  readonly found: TokenPlace
  /** The token before; absent at the start of a piece. */
  readonly previous: TokenPlace | undefined
  /** The texts of all tokens of the piece before `found`, first to last. */
  readonly earlier: readonly string[]
  /** Rules of the grammar that were being read, outermost first. */
  readonly rules: readonly string[]
  /** Where the first word stands that no reading allows, which may be later, and what could stand there. */
  readonly furthest: () => Furthest
}

export type Furthest = Pick<ErrorPlace, 'found' | 'previous'> & { readonly expected: readonly Expected[] }

export type Piece =
  /** The nodes count their places from the start of the piece, which is at `base` in the block. */
  | { readonly kind: 'read'; readonly base: number; readonly declarations: readonly Declaration[] }
  | { readonly kind: 'error'; readonly place: ErrorPlace }

/** Words that begin a declaration. */
export const DECLARATION_WORDS = [
  'role',
  'group',
  'fact',
  'define',
  'event',
  'act',
  'never',
  'norm',
  'exception',
  'unsettled',
  'invariant',
  'scenario',
  'list',
  'choice',
  'report',
] as const

const DECLARATION_START = new RegExp(`^(?:${DECLARATION_WORDS.join('|')})(?=\\s)`, 'gm')

/** Reads a block. Offsets count from the start of `code`. Cost: linear in the text, twice where there is an error. */
export function readBlock(code: string): readonly Piece[] {
  const whole = readPiece(code, 0)
  if (whole === undefined) return []
  if (whole.kind === 'read') return [whole]
  const starts = [...code.matchAll(DECLARATION_START)].map((match) => match.index)
  const cuts = [...new Set([0, ...starts, code.length])]
  const pieces = cuts.slice(1).flatMap((end, index) => {
    const start = cuts[index] ?? 0
    return readPiece(code.slice(start, end), start) ?? []
  })
  // A fault that no piece shows by itself is still a fault of the whole.
  return pieces.every((piece) => piece.kind === 'read') ? [...pieces, whole] : pieces
}

/** How many declarations a block seems to hold, counted without reading it: never too few for a right block. */
export function countDeclarations(code: string): number {
  return code.match(COUNTED)?.length ?? 0
}
const COUNTED = new RegExp(`(?<!\\S)(?:${DECLARATION_WORDS.join('|')})(?=\\s)`, 'g')

function readPiece(text: string, base: number): Piece | undefined {
  if (text.trim() === '') return undefined
  const result = parse(text)
  const [error] = result.parserErrors
  if (error !== undefined) return { kind: 'error', place: placeOf(text, base, error) }
  return { kind: 'read', base, declarations: result.value.declarations }
}

/** The parser throws at a fault and catches it itself. To collect each time where it was called from costs a quarter. */
function parse(text: string) {
  const limit = Error.stackTraceLimit
  Error.stackTraceLimit = 0
  try {
    return services().parser.LangiumParser.parse<Block>(text)
  } finally {
    Error.stackTraceLimit = limit
  }
}

type ParserError = ReturnType<typeof parse>['parserErrors'][number]

function placeOf(text: string, base: number, { name, token: found, context }: ParserError): ErrorPlace {
  const { tokens } = services().parser.Lexer.tokenize(text)
  // The token at the end of the text has no place: its offset is not a number, and so nothing finds it.
  const index = tokens.findIndex((token) => token.startOffset === found.startOffset)
  const first = index === -1 ? tokens.length : index
  // Where no way of reading fits, the parser names the first word that it looked at, and a later one may be the fault.
  const next = tokens[first + 1]?.tokenType.name ?? ''
  const position = name === 'NoViableAltException' && IN_NO_ORDER.has(next) ? first + 1 : first
  const tokenAt = (place: number): TokenPlace | undefined => {
    const token = tokens[place]
    return token && { text: token.image, type: token.tokenType.name, offset: base + token.startOffset }
  }
  const foundAt = (place: number) => tokenAt(place) ?? { text: '', type: 'EOF', offset: base + text.trimEnd().length }
  return {
    found: foundAt(position),
    previous: tokenAt(position - 1),
    furthest: () => {
      const { position, expected } = walk(services().Grammar, tokens)
      return { found: foundAt(position), previous: tokenAt(position - 1), expected }
    },
    earlier: tokens.slice(0, position).map((token) => token.image),
    // The parser marks its rules' names with a sign that is not a letter.
    rules: context.ruleStack.map((rule) => rule.replace(/[^A-Za-z]/g, '')),
  }
}
const IN_NO_ORDER: ReadonlySet<string> = new Set([MISWRITTEN, UNREADABLE])

/** Whether a text is a word of the language, and so no name. */
export function isKeyword(text: string): boolean {
  return keywords().has(text)
}

/** Every word of the language, for the check that it may be a value. */
export function keywords(): ReadonlySet<string> {
  made ??= makeServices()
  return made.keywords
}

/**
 * Before each token the parser looks for the place of the comments before it, among all that its parent holds, also where
 * there are none: a list of 100,000 names took seconds. No comments, no search.
 */
function withoutEmptySearches(parser: LangiumParser): LangiumParser {
  const builder: unknown = Reflect.get(parser, 'nodeBuilder')
  if (!(builder instanceof CstNodeBuilder)) throw new Error('the parser has no builder of nodes')
  const add = builder.addHiddenNodes.bind(builder)
  builder.addHiddenNodes = (comments) => {
    if (comments.length > 0) add(comments)
  }
  return parser
}

/** `explain-error.ts` says what is wrong; the parser's own messages would cost more than the reading. */
const NO_MESSAGES = {
  buildMismatchTokenMessage: () => '',
  buildNotAllInputParsedMessage: () => '',
  buildNoViableAltMessage: () => '',
  buildEarlyExitMessage: () => '',
}

type Made = { readonly services: LangiumCoreServices; readonly keywords: ReadonlySet<string> }
/** Made at the first use, because making a parser takes about 100 ms and not every importer parses. */
let made: Made | undefined

/** The parser of the language, with its lexer and its grammar. */
export function services(): LangiumCoreServices {
  made ??= makeServices()
  return made.services
}

function makeServices(): Made {
  const shared: LangiumSharedCoreServices = inject(
    createDefaultSharedCoreModule(EmptyFileSystem),
    RemitGeneratedSharedModule,
  )
  const language: LangiumCoreServices = inject(createDefaultCoreModule({ shared }), RemitGeneratedModule, {
    // The first error of a piece is the only one shown, so the parser need not guess how to go on.
    parser: {
      ParserConfig: () => ({ recoveryEnabled: false, nodeLocationTracking: 'none', maxLookahead: 3 }),
      LangiumParser: (services) => withoutEmptySearches(createLangiumParser(services)),
      TokenBuilder: () => new Tokens(),
      ParserErrorMessageProvider: () => NO_MESSAGES,
    },
  })
  const words = Object.values(language.parser.Lexer.definition)
    .map((token) => token.name)
    .filter((name) => /^[a-z]+$/.test(name))
  return { services: language, keywords: new Set(words) }
}
