/** `textDocument/hover`: what a name stands for, and what a word of the language means. */
import type { Hover, HoverParams } from 'vscode-languageserver'
import { describe, headingOf } from '../books/describe.ts'
import { findAt } from '../books/find.ts'
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
  const meaning = word && WORDS.get(word.text)
  if (word === undefined || meaning === undefined || !inRemit(file.text.getText(), word.offset)) return null
  return shown(`**${word.text}**: ${meaning}`, rangeOf(file.text, { offset: word.offset, length: word.text.length }))
}

function shown(value: string, range: Hover['range'] & object): Hover {
  return { contents: { kind: 'markdown', value }, range }
}
