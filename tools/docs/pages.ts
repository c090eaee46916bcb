/**
 * What the generators of pages share. A generator gives whole files; `npm run docs` writes them, and a test holds that
 * they are what is committed.
 */

/** Texts by their path below the repository. */
export type Pages = ReadonlyMap<string, string>

export type Generator = {
  /** The folder that holds its pages and nothing else, or `only` a part of it: what it does not write there is removed. */
  readonly folder: string
  readonly only?: RegExp
  readonly pages: () => Promise<Pages>
}

export const MADE = '<!-- Made from conformance/ by `npm run docs`; a change here is overwritten. -->'

/** A text between fences that it does not contain itself. */
export function fenced(text: string, language: string): string {
  const longest = Math.max(3, ...[...text.matchAll(/^\s*([~`]{3,})/gm)].map(([, marks = '']) => marks.length))
  const fence = '~'.repeat(longest + 1)
  return `${fence} ${language}\n${text.replace(/\n+$/, '')}\n${fence}`
}
