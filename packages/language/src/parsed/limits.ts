/**
 * Limits on what is read. Orders come from many hands and through the editor's web form; a file beyond a limit is a
 * finding before any parser sees it, so that no file can make a check crash or hang.
 */

/** One million bytes in UTF-8: the longest police order known has 120,000 characters. */
export const FILE_BYTES_MAX = 1_000_000
/** The longest known front matter has 900 characters; YAML readers call themselves for each bracket. */
export const FRONT_MATTER_CHARACTERS_MAX = 20_000
/** Brackets open at once in front matter, which needs one at most. */
export const FRONT_MATTER_BRACKETS_MAX = 20
/** A Markdown reader is slow on many short lines. The longest order known has 3,000; 10,000 defines have 30,000. */
export const LINES_MAX = 50_000
/** Longer lines cannot open or close a block in a way that matters, and are cut for the Markdown reader. */
export const STRUCTURAL_LINE_MAX = 300
/** The shared vocabulary has about 150 declarations; the proof of speed needs 10,000. */
export const DECLARATIONS_MAX = 20_000
/** Findings of one document. More than a person reads in a sitting mean that the file is something else. */
export const FINDINGS_MAX = 100
/** Lists, conditions and steps have no limit of their own: the file's holds, and every reader of them is a loop. */
export const NUMBER_MAX = 1_000_000
