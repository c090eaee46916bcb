/** Which case shows which code of a finding. */
import type { KnownCode } from '@remit/language/text/codes.ts'
import type { Case } from './case.ts'

/** Codes that no case can show, each with why and the test that holds it. */
export const EXEMPT: { readonly [code in KnownCode]?: { readonly why: string; readonly test?: string } } = {
  E132: {
    why: 'Only a program that asks for the book of an agency that is not in the library meets it; no document does.',
    test: 'packages/language/src/checked/library.test.ts',
  },
}

const HEADLINE = /^\S+:\d+:\d+: ([EW]\d{3}) /gm

/** The codes in what a case's commands print, each once. */
export function codesShownBy({ runs }: Case): readonly string[] {
  const found = runs.flatMap(({ printed }) => [...printed.matchAll(HEADLINE)].map(([, code = '']) => code))
  return [...new Set(found)]
}

/** The cases that show a code: those that show nothing else, if there are any. */
export function casesOf(code: string, cases: readonly Case[]): readonly Case[] {
  const showing = cases.filter((one) => codesShownBy(one).includes(code))
  const alone = showing.filter((one) => codesShownBy(one).length === 1)
  return alone.length > 0 ? alone : showing
}
