/**
 * Walks the grammar along the words of one declaration, with every way of reading that is still possible.
 *
 * The parser looks a few words ahead and stops where it cannot choose; this goes on to the first word that no reading
 * allows, and knows everything that could stand there. It is slower, and only asked where something is wrong or wanted.
 */
import { GrammarAST } from 'langium'

export type Expected =
  /** A word of the language, with the words that can only follow it: `whatever lower orders say`. */
  | { readonly kind: 'keyword'; readonly words: string }
  /** What a person gives there: `rule` and `property` of the grammar say what it stands for, `token` how it is written. */
  | { readonly kind: 'word'; readonly rule: string; readonly property: string; readonly token: string }

/** As far as it is needed of the lexer's tokens. */
export type WalkedToken = { readonly image: string; readonly tokenType: TokenType }
type TokenType = { readonly name: string; readonly CATEGORIES?: readonly TokenType[] }

export type Reached = {
  /** Of the first token that no reading allows; as many as there are tokens where all can be read so far. */
  readonly position: number
  /** What could stand there. */
  readonly expected: readonly Expected[]
}

/** How far a declaration can be read. Cost: linear in it, about 1 ms for a usual one. */
export function walk(grammar: GrammarAST.Grammar, tokens: readonly WalkedToken[]): Reached {
  let frames = beginning(grammar)
  for (const [position, token] of tokens.entries()) {
    const matching = matchingOf(frames, token)
    if (matching.length === 0) return { position, expected: told(frames) }
    frames = after(matching)
  }
  return { position: tokens.length, expected: told(frames) }
}

/** What could follow, where a word that fits nowhere is passed over and the next word of the language finds its place. */
export function walkOn(grammar: GrammarAST.Grammar, tokens: readonly WalkedToken[]): readonly Expected[] {
  const begin = beginning(grammar)
  let frames = begin
  let everywhere: ReadonlySet<Frame> | undefined
  for (const token of tokens) {
    let matching = matchingOf(frames, token)
    if (matching.length === 0 && isWordOfLanguage(token.tokenType.name) && tokens[0] !== undefined) {
      everywhere ??= allFrom(matchingOf(begin, tokens[0]))
      matching = matchingOf(everywhere, token)
    }
    if (matching.length > 0) frames = after(matching)
  }
  return told(frames)
}

function beginning(grammar: GrammarAST.Grammar): ReadonlySet<Frame> {
  const rule = grammar.rules.find(({ name }) => name === 'Declaration')
  if (rule === undefined || !GrammarAST.isParserRule(rule)) throw new Error('the grammar has no rule Declaration')
  return enter(rule.definition, undefined).frames
}

function matchingOf(frames: ReadonlySet<Frame>, { tokenType }: WalkedToken): readonly Frame[] {
  const names = namesOf(tokenType)
  return [...frames].filter(({ element }) => names.has(terminalOf(element)))
}

function after(frames: readonly Frame[]): ReadonlySet<Frame> {
  return new Set(frames.flatMap((frame) => [...leave(frame)]))
}

/** An element of the grammar in the ways of reading that lead to it; the same object for the same way. */
type Frame = {
  readonly element: GrammarAST.AbstractElement
  readonly up: Frame | undefined
  readonly within: Map<GrammarAST.AbstractElement, Frame>
}
type Entered = { readonly frames: ReadonlySet<Frame>; readonly mayBeEmpty: boolean }

const roots = new Map<GrammarAST.AbstractElement, Frame>()

function frameOf(element: GrammarAST.AbstractElement, up: Frame | undefined): Frame {
  const within = up?.within ?? roots
  const known = within.get(element) ?? { element, up, within: new Map() }
  within.set(element, known)
  return known
}

/** The tokens with which an element can begin. */
function enter(element: GrammarAST.AbstractElement, up: Frame | undefined): Entered {
  const frame = frameOf(element, up)
  const inside = insideOf(frame)
  const isOptional = element.cardinality === '?' || element.cardinality === '*'
  return { frames: inside.frames, mayBeEmpty: inside.mayBeEmpty || isOptional }
}

function insideOf(frame: Frame): Entered {
  const { element } = frame
  if (GrammarAST.isGroup(element)) return inOrder(element.elements, frame)
  if (GrammarAST.isAlternatives(element)) {
    const ways = element.elements.map((each) => enter(each, frame))
    return {
      frames: new Set(ways.flatMap(({ frames }) => [...frames])),
      mayBeEmpty: ways.some(({ mayBeEmpty }) => mayBeEmpty),
    }
  }
  if (GrammarAST.isAssignment(element)) return enter(element.terminal, frame)
  const rule = GrammarAST.isRuleCall(element) ? element.rule.ref : undefined
  if (GrammarAST.isParserRule(rule)) return enter(rule.definition, frame)
  return { frames: new Set([frame]), mayBeEmpty: false }
}

function inOrder(elements: readonly GrammarAST.AbstractElement[], up: Frame): Entered {
  const frames = new Set<Frame>()
  for (const element of elements) {
    const entered = enter(element, up)
    for (const frame of entered.frames) frames.add(frame)
    if (!entered.mayBeEmpty) return { frames, mayBeEmpty: false }
  }
  return { frames, mayBeEmpty: true }
}

/** The tokens that can come after an element was read. */
function leave({ element, up }: Frame): ReadonlySet<Frame> {
  const isRepeated = element.cardinality === '*' || element.cardinality === '+'
  const again = isRepeated ? enter(element, up).frames : []
  if (up === undefined) return new Set(again)
  const siblings = GrammarAST.isGroup(up.element) ? up.element.elements : []
  const rest = inOrder(siblings.slice(siblings.indexOf(element) + 1), up)
  return new Set([...again, ...rest.frames, ...(rest.mayBeEmpty ? leave(up) : [])])
}

/** Every token that can come anywhere in a declaration. The grammar does not nest without end, so they are finite. */
function allFrom(begin: readonly Frame[]): ReadonlySet<Frame> {
  const all = new Set(begin)
  // A set is read on while it grows.
  for (const frame of all) for (const next of leave(frame)) all.add(next)
  return all
}

/** The word, or the name of the terminal rule, that an element reads. */
function terminalOf(element: GrammarAST.AbstractElement): string {
  if (GrammarAST.isKeyword(element)) return element.value
  return GrammarAST.isRuleCall(element) ? (element.rule.ref?.name ?? '') : ''
}

/** A token is read where its own name is expected, and where a class of tokens is to which it belongs. */
function namesOf(tokenType: TokenType): ReadonlySet<string> {
  const types = new Set([tokenType])
  // A set is read on while it grows.
  for (const type of types) for (const above of type.CATEGORIES ?? []) types.add(above)
  return new Set([...types].map(({ name }) => name))
}

/** Keywords and signs are tokens by their own text, terminal rules by names in capitals. */
function isWordOfLanguage(tokenType: string): boolean {
  return !/^[A-Z_]+$/.test(tokenType)
}

function told(frames: ReadonlySet<Frame>): readonly Expected[] {
  const all = [...frames].map((frame): Expected => {
    const place = placeOf(frame)
    const isGiven = !GrammarAST.isKeyword(frame.element) || place.isOneWord
    if (!isGiven) return { kind: 'keyword', words: withFollowers(frame) }
    const token = place.isOneWord ? 'ID' : terminalOf(frame.element)
    return { kind: 'word', rule: place.rule, property: place.property, token }
  })
  return [...new Map(all.map((each) => [JSON.stringify(each), each])).values()]
}

/** The innermost assignment that says what a word stands for; inside a word itself (`text=…`) nothing does. */
function placeOf(frame: Frame): { readonly rule: string; readonly property: string; readonly isOneWord: boolean } {
  let [property, isOneWord] = ['', false]
  for (let at: Frame | undefined = frame; at !== undefined; at = at.up) {
    const { element } = at
    if (GrammarAST.isAssignment(element) && element.feature !== 'text' && property === '') property = element.feature
    const rule = GrammarAST.isRuleCall(at.up?.element) ? at.up.element.rule.ref : undefined
    if (GrammarAST.isParserRule(rule) && rule.dataType !== undefined) isOneWord = true
    if (property !== '' && GrammarAST.isParserRule(rule)) return { rule: rule.name, property, isOneWord }
  }
  return { rule: 'Declaration', property, isOneWord }
}

/** A keyword with all that can only come after it. */
function withFollowers(frame: Frame): string {
  const next = [...leave(frame)]
  const [only] = next
  const isCertain = next.length === 1 && only !== undefined && GrammarAST.isKeyword(only.element)
  return isCertain ? `${terminalOf(frame.element)} ${withFollowers(only)}` : terminalOf(frame.element)
}
