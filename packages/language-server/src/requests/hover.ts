/** `textDocument/hover`: what a name stands for, and what a word of the language means. */
import type { Hover, HoverParams } from 'vscode-languageserver'
import { describe, headingOf } from '../books/describe.ts'
import { findAt } from '../books/find.ts'
import type { LinkedBook } from '../books/linked-book.ts'
import { inRemit, rangeOf, wordAt } from '../documents/places.ts'
import { WORDS } from '../words-of-the-language.ts'
import type { Workspace } from '../workspace.ts'

export function hover(workspace: Workspace, { textDocument, position }: HoverParams): Hover | null {
  const file = workspace.at(textDocument.uri)
  if (file === undefined) return null
  const found = findAt(workspace, textDocument.uri, position)
  const told = found && describe(found.book, found.reference.target)
  if (found !== undefined && told !== undefined) {
    return shown(`${headingOf(found.reference)}\n\n${told}`, rangeOf(file.text, found.reference.span))
  }
  const word = wordAt(file.text, position)
  if (word === undefined || !inRemit(file.text.getText(), word.offset)) return null
  const meaning = WORDS.get(word.text)
  const words = meaning === undefined ? named(workspace.books.of(file.path), word.text) : `**${word.text}**: ${meaning}`
  return words === undefined
    ? null
    : shown(words, rangeOf(file.text, { offset: word.offset, length: word.text.length }))
}

/** In a declaration that cannot be read no word is resolved yet; the one thing of that name is most likely meant. */
function named(book: LinkedBook | undefined, id: string): string | undefined {
  for (const kind of ['act', 'role', 'group', 'event', 'fact', 'list'] as const) {
    const told = book && describe(book, { kind, id })
    if (told !== undefined) return `${headingOf({ target: { kind, id } })}\n\n${told}`
  }
  return undefined
}

function shown(value: string, range: Hover['range'] & object): Hover {
  return { contents: { kind: 'markdown', value }, range }
}
