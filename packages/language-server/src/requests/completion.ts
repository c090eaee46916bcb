/** `textDocument/completion`: the names and words of the language that fit where somebody types. */
import { expectedAfter } from '@remit/language/parsed/expected.ts'
import type { Expected } from '@remit/language/parsed/grammar-walk.ts'
import { type CompletionItem, CompletionItemKind, type CompletionParams } from 'vscode-languageserver'
import { describe } from '../books/describe.ts'
import type { LinkedBook } from '../books/linked-book.ts'
import { type Cursor, cursorAt } from '../completing/cursor.ts'
import { type Offer, offersAt } from '../completing/offers.ts'
import { wordsBefore } from '../completing/words-before.ts'
import { rangeOf } from '../documents/places.ts'
import { WORDS } from '../words-of-the-language.ts'
import type { Workspace } from '../workspace.ts'

/** At most as many as somebody scrolls through; the editor asks again when more letters are typed. */
const ITEMS_MAX = 500

export function completion(workspace: Workspace, { textDocument, position }: CompletionParams): CompletionItem[] {
  const file = workspace.at(textDocument.uri)
  const offset = file?.text.offsetAt(position) ?? 0
  const cursor = file && cursorAt(file.text.getText(), offset)
  if (file === undefined || cursor === undefined || file.reading.kind !== 'order') return []
  const book = workspace.books.of(file.path)
  const asked = { document: file.reading.document, words: wordsBefore(cursor.before) }
  const range = rangeOf(file.text, { offset: cursor.from, length: offset - cursor.from })
  const expected = expectedAt(cursor)
  const names = expected.flatMap((each) => (each.kind === 'word' && book ? offersAt(each, { book, ...asked }) : []))
  const items = [
    ...[...new Map(names.map((offer) => [offer.label, offer])).values()].map((offer) => nameItem(offer, book)),
    ...expected.flatMap((each) => (each.kind === 'keyword' ? keywordItem(each.words, asked.words) : [])),
  ]
  return items
    .flatMap((item) => (cursor.isInText ? inText(item) : [item]))
    .slice(0, ITEMS_MAX)
    .map((item) => ({ ...item, textEdit: { range, newText: item.label } }))
}

/** In a text only what is itself a text fits: a short title. */
function expectedAt({ before, isInText }: Cursor): readonly Expected[] {
  return expectedAfter(before).filter((each) => !isInText || (each.kind === 'word' && each.token === 'TEXT'))
}

function inText({ label, ...item }: CompletionItem): CompletionItem[] {
  return label.startsWith('"') ? [{ ...item, label: label.slice(1, -1) }] : []
}

function nameItem({ label, sort, target }: Offer, book: LinkedBook | undefined): CompletionItem {
  const told = target && book && describe(book, target)
  return {
    label,
    kind: KINDS[target?.kind ?? ''] ?? CompletionItemKind.Value,
    detail: sort,
    // Names before words of the language.
    sortText: `1 ${label}`,
    ...(told === undefined ? {} : { documentation: { kind: 'markdown', value: told } }),
  }
}

const KINDS: { readonly [kind: string]: CompletionItemKind | undefined } = {
  role: CompletionItemKind.Class,
  group: CompletionItemKind.Class,
  act: CompletionItemKind.Function,
  fact: CompletionItemKind.Variable,
  'yes-no': CompletionItemKind.Variable,
  define: CompletionItemKind.Variable,
  value: CompletionItemKind.EnumMember,
  event: CompletionItemKind.Event,
  norm: CompletionItemKind.Method,
  list: CompletionItemKind.Struct,
  document: CompletionItemKind.File,
  agency: CompletionItemKind.Folder,
}

/** What the grammar reads only to refuse it with a better word, and signs, which are typed sooner than chosen. */
function keywordItem(words: string, [before]: readonly string[]): CompletionItem[] {
  const isRefused =
    words === 'shall' || (words === 'not' && before === 'may') || (before === 'nobody' && words === 'must')
  if (isRefused || !/^[a-z]/.test(words)) return []
  const [first = ''] = words.split(' ')
  const meaning = WORDS.get(first)
  return [
    {
      label: words,
      kind: CompletionItemKind.Keyword,
      sortText: `2 ${words}`,
      ...(meaning === undefined ? {} : { documentation: meaning }),
    },
  ]
}
