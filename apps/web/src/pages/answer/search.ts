/** What the address of the page carries: the whole situation, the two places, the day, the language. Plain texts. */

export type AnswerSearch = {
  readonly who?: string
  readonly what?: string
  readonly paper?: string
  /** `2021-08-02`. Absent: today. */
  readonly on?: string
  /** Folders of agencies, with `~` for `/`. */
  readonly a?: string
  readonly b?: string
  readonly lang?: string
  readonly show?: string
}

const KEYS = ['who', 'what', 'paper', 'on', 'a', 'b', 'lang', 'show'] as const

/** Keeps what is a text; whether it names anything is said by the page, which can tell the reader. */
export function answerSearch(search: Readonly<Record<string, unknown>>): AnswerSearch {
  return Object.fromEntries(
    KEYS.flatMap((key) => {
      const value = search[key]
      return typeof value === 'string' || typeof value === 'number' ? [[key, String(value)]] : []
    }),
  )
}

/** A link is to where the reader is only if all of its address is the same, what is left out included. */
export const WHOLE_ADDRESS = { exact: true, includeSearch: true } as const
