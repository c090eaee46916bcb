/**
 * The command line of the desk: `IMM 0733 ICE CIVIL`. It understands short words, says what it understood, and never
 * guesses: what it does not know it names.
 */
import type { OpenIncident } from '@remit/contract/commands.ts'
import type { InputView } from '@remit/contract/library-view.ts'

export type Word = { readonly input: 'requester' | 'request-purpose' | 'warrant'; readonly value: string }

export type Understood = {
  readonly beat?: string
  readonly words: readonly Word[]
  readonly cadEvent?: string
  readonly requesterIs: 'asserted' | 'verified'
  /** Tokens that mean nothing here, as they were typed. */
  readonly unknown: readonly string[]
}

/** The short words of a dispatch floor, beside those that the orders themselves use for the values. */
const SHORT: readonly (readonly [word: string, input: Word['input'], value: string])[] = [
  ['ICE', 'requester', 'ice-ero'],
  ['ICE-E', 'requester', 'ice-ero'],
  ['ERO', 'requester', 'ice-ero'],
  ['HSI', 'requester', 'ice-hsi'],
  ['CBP', 'requester', 'cbp'],
  ['USSS', 'requester', 'secret-service'],
  ['USCG', 'requester', 'coast-guard'],
  ['CONTRACTOR', 'requester', 'dhs-contractor'],
  ['FEDERAL', 'requester', 'other-federal'],
  ['AGENCY', 'requester', 'other-agency'],
  ['CIVIL', 'request-purpose', 'civil-arrest'],
  ['ARREST', 'request-purpose', 'civil-arrest'],
  ['DETENTION', 'request-purpose', 'civil-detention'],
  ['HOLD', 'request-purpose', 'civil-detention'],
  ['CRIMINAL', 'request-purpose', 'criminal-arrest'],
  ['INFO', 'request-purpose', 'information'],
  ['FACILITY', 'request-purpose', 'facility-use'],
  ['CROWD', 'request-purpose', 'crowd-or-traffic'],
  ['TRAFFIC', 'request-purpose', 'crowd-or-traffic'],
  ['NOTSTATED', 'request-purpose', 'not-known'],
  ['I200', 'warrant', 'i-200'],
  ['I205', 'warrant', 'i-205'],
  ['JUDGE', 'warrant', 'federal-criminal'],
  ['NOPAPER', 'warrant', 'none'],
]

const INPUTS: readonly Word['input'][] = ['requester', 'request-purpose', 'warrant']

/** Every word that the line knows with this book, in the order in which completions are offered. */
export function vocabularyOf(inputs: readonly InputView[]): ReadonlyMap<string, Word> {
  const known = new Map(INPUTS.map((id) => [id, inputs.find((input) => input.id === id)?.values ?? []]))
  const has = (input: Word['input'], value: string) => known.get(input)?.some((one) => one.value === value) === true
  const short = SHORT.filter(([, input, value]) => has(input, value)).map(
    ([word, input, value]) => [word, { input, value }] as const,
  )
  const own = INPUTS.flatMap((input) =>
    (known.get(input) ?? []).flatMap(({ value }) =>
      typeof value === 'string' ? [[value.toUpperCase(), { input, value }] as const] : [],
    ),
  )
  // A value that two lists share, such as "other", stays the asker's: the line is read from left to right.
  const words = new Map<string, Word>()
  for (const [word, meaning] of [...short, ...own]) if (!words.has(word)) words.set(word, meaning)
  return words
}

const BEAT = /^\d{3,4}$/
const CAD_HALF = /^\d{5}$/
const CAD_WHOLE = /^\d{10}$/

/** What a line says. The word IMM at its start may be left out. */
export function understand(line: string, vocabulary: ReadonlyMap<string, Word>): Understood {
  const tokens = tokensOf(line)
  const words: Word[] = []
  const unknown: string[] = []
  let beat: string | undefined
  let cad = ''
  let requesterIs: Understood['requesterIs'] = 'asserted'
  for (const token of tokens) {
    const meaning = vocabulary.get(token)
    if (meaning && !words.some(({ input }) => input === meaning.input)) words.push(meaning)
    else if (meaning) words.push(...otherMeaning(meaning, words, vocabulary, token, unknown))
    else if (BEAT.test(token) && beat === undefined) beat = token
    else if (CAD_WHOLE.test(token) || (CAD_HALF.test(token) && cad.length < 10)) cad += token
    else if (token === 'VERIFIED') requesterIs = 'verified'
    else unknown.push(token)
  }
  const cadEvent = cad.length === 10 ? `${cad.slice(0, 5)} ${cad.slice(5)}` : undefined
  if (cad !== '' && cadEvent === undefined) unknown.push(cad)
  return { ...(beat ? { beat } : {}), words, ...(cadEvent ? { cadEvent } : {}), requesterIs, unknown }
}

/** "NOT-KNOWN" twice is the asker's and then the purpose's; any other repetition is not understood. */
function otherMeaning(
  meaning: Word,
  words: readonly Word[],
  vocabulary: ReadonlyMap<string, Word>,
  token: string,
  unknown: string[],
): readonly Word[] {
  const free = INPUTS.find((input) => !words.some((word) => word.input === input))
  const isShared = free && [...vocabulary.values()].some((one) => one.input === free && one.value === meaning.value)
  if (isShared && free) return [{ input: free, value: meaning.value }]
  unknown.push(token)
  return []
}

/** What is still missing before the line can be recorded, in words. */
export function missingFrom({ beat, words, unknown }: Understood): string | undefined {
  if (unknown.length > 0) return `Not understood: ${unknown.join(' ')}`
  if (!beat) return 'Type the beat: four digits'
  if (!words.some(({ input }) => input === 'requester')) return 'Type who asks: ICE, HSI, CBP'
  if (!words.some(({ input }) => input === 'request-purpose'))
    return 'Type the purpose: CIVIL, CRIMINAL, INFO, NOTSTATED'
  return undefined
}

/** The request that a complete line stands for. `startsAt`: where a demo's clock stands. */
export function requestFrom(
  understood: Understood,
  from: {
    readonly as: string
    readonly channel: OpenIncident['channel']
    readonly units: readonly string[]
    readonly startsAt?: number
  },
): OpenIncident | undefined {
  const { beat, words, cadEvent, requesterIs } = understood
  if (!beat || missingFrom(understood) !== undefined) return undefined
  return {
    as: from.as,
    channel: from.channel,
    requesterIs,
    beat: beat.padStart(4, '0'),
    ...(cadEvent ? { cadEvent } : {}),
    values: Object.fromEntries(words.map(({ input, value }) => [input, value])),
    units: [...from.units],
    ...(from.startsAt === undefined ? {} : { startsAt: from.startsAt }),
  }
}

/** The line with its last token completed; `undefined` where there is nothing to complete, so that Tab moves on. */
export function completed(line: string, vocabulary: ReadonlyMap<string, Word>): string | undefined {
  const match = /^(.*?)(\S+)$/.exec(line)
  if (!match) return undefined
  const [, before = '', last = ''] = match
  const token = last.toUpperCase()
  if (vocabulary.has(token)) return undefined
  const word = ['IMM', 'VERIFIED', ...vocabulary.keys()].find((word) => word.startsWith(token) && word !== token)
  return word && `${before}${word} `
}

function tokensOf(line: string): readonly string[] {
  const tokens = line.toUpperCase().split(/\s+/).filter(Boolean)
  return tokens[0] === 'IMM' ? tokens.slice(1) : tokens
}
