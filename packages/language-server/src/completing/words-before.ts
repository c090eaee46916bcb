/** What the words before the cursor name: the fact whose values are wanted, the list whose fields are. */

/** The words before the cursor, last first; texts and signs other than commas left out. */
export function wordsBefore(code: string): readonly string[] {
  const bare = code.replace(/--[^\n]*/g, ' ').replace(/"[^"]*"/g, ' ')
  return (bare.match(/[a-z0-9][a-z0-9-]*|,/g) ?? []).reverse()
}

const TESTS: ReadonlySet<string> = new Set(['is', 'include', 'includes'])

/** The subject of the test in which the cursor is: `requester is one of ice, …`, `training of officer is …`. */
export function subjectBefore(words: readonly string[]): string | undefined {
  const test = words.findIndex((word) => TESTS.has(word))
  const rest = words.slice(test + 1).filter((word) => word !== 'do' && word !== 'not')
  if (test === -1) return undefined
  return rest[1] === 'of' ? rest[2] : rest[0]
}

/** The list of the entry in which the cursor is: `some conviction has class listed, level …`. */
export function listBefore(words: readonly string[]): string | undefined {
  const has = words.findIndex(
    (word, index) => word === 'has' && words[index - 1] !== 'done' && words[index - 1] !== 'not',
  )
  return has === -1 ? undefined : words[has + 1]
}

/** The field whose value is wanted: `class …`, `class one of listed, …`. */
export function fieldBefore(words: readonly string[], fields: readonly string[]): string | undefined {
  return words.find((word) => fields.includes(word))
}
