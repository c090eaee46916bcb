/** Lists, and the questions that conditions put to them. */
import type { FieldDeclaration, ListDeclaration } from '../parsed/tree.ts'
import { aboutOfList, checkAbout } from './about.ts'
import { compareText } from './findings.ts'
import { linkValue, spacedName } from './link-words.ts'
import type { Linker, SomeQuestion } from './linker.ts'
import type { Field, FieldTest, List } from './lists.ts'
import type { Input, InputId } from './tree.ts'

/** The lists in force, in order of id. */
export function linkLists(linker: Linker): readonly List[] {
  return [...linker.names.lists.values()]
    .map(({ declaration }) => linkList(declaration, linker))
    .sort((a, b) => compareText(a.id, b.id))
}

function linkList(list: ListDeclaration, linker: Linker): List {
  const { name, text, about, ask, help, knownTo, fields } = list
  checkAbout(about, 'list', linker)
  return {
    id: name.text,
    text: text?.text ?? spacedName(name.text),
    about: aboutOfList(list),
    knownTo: linker.roles(knownTo),
    fields: fields.map(linkField),
    span: name.span,
    ...(ask === undefined ? {} : { ask: ask.text }),
    ...(help === undefined ? {} : { help: help.text }),
  }
}

function linkField({ name, text, shape }: FieldDeclaration): Field {
  const words = { id: name.text, text: text?.text ?? spacedName(name.text) }
  switch (shape.kind) {
    case 'one-of':
      return { ...words, kind: 'one-of', values: shape.values.map(linkValue) }
    case 'number':
      return { ...words, kind: 'number', unit: shape.unit.text }
    case 'yes-no':
      return { ...words, kind: 'yes-no' }
  }
}

/** The input of one question to a list; `lists` are those of the book. */
export function linkQuestion(id: InputId, { list: name, tests }: SomeQuestion, lists: readonly List[]): Input {
  const list = lists.find((each) => each.id === name)
  return {
    kind: 'yes-no',
    id,
    of: { kind: 'some', list: name, tests },
    knownTo: list?.knownTo ?? [],
    alwaysOffered: false,
    changes: [],
    ...(list === undefined ? {} : { ask: questionOf(list, tests) }),
    ...(list?.help === undefined ? {} : { help: list.help }),
    ...(list === undefined || list.about === 'incident' ? {} : { about: list.about }),
  }
}

/** `Is there a conviction with class: listed; years ago: at most 15 years?` */
function questionOf(list: List, tests: readonly FieldTest[]): string {
  const name = beginsSmall(list.text)
  const article = /^[aeiou]/i.test(name) ? 'an' : 'a'
  // In the order of the list's own fields, which is the order in which people think of them.
  const parts = list.fields.flatMap((field) => {
    const test = tests.find((each) => each.field === field.id)
    return test === undefined ? [] : [`${field.text}: ${answerTo(test, field)}`]
  })
  return `Is there ${article} ${name} with ${parts.join('; ')}?`
}

function answerTo(test: FieldTest, field: Field): string {
  switch (test.kind) {
    case 'one-of': {
      const texts = field.kind === 'one-of' ? field.values.filter(({ id }) => test.values.includes(id)) : []
      return texts.map(({ text }) => text).join(' or ')
    }
    case 'compare':
      return `${test.is.replace('-', ' ')} ${test.than}${field.kind === 'number' ? ` ${field.unit}` : ''}`
    case 'yes-no':
      return test.is ? 'yes' : 'no'
  }
}

/** Within a sentence a text begins small, unless its first word is an abbreviation. */
function beginsSmall(text: string): string {
  return /^\p{Lu}(?!\p{Lu})/u.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text
}
