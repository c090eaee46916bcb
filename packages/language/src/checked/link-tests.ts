/** What is asked of lists: `some LIST has …` and its tests of fields. */
import { printNumber } from '../parsed/print/words.ts'
import type { FieldDeclaration, FieldValue, ListDeclaration, FieldTest as ParsedTest, Word } from '../parsed/tree.ts'
import { compareText, findingAt, sortedOnce } from './findings.ts'
import type { Linker, SomeQuestion } from './linker.ts'
import type { FieldTest } from './lists.ts'
import { fieldId } from './references/reference.ts'
import type { Happening, InputId } from './tree.ts'
import { isSameUnit } from './units.ts'

type Question = Omit<SomeQuestion, 'span'>
type Asked = { readonly list: Word; readonly tests: readonly ParsedTest[] }

/** The question that a line puts to a list; undefined, and reported, where a name in it does not fit the list. */
export function linkTests({ list: name, tests }: Asked, linker: Linker): Question | undefined {
  const list = linker.list(name)
  if (list === undefined) return undefined
  const isOnce = checkOnce(tests, 'tested', linker)
  const linked = tests.flatMap((test) => linkTest(test, list, linker) ?? [])
  if (!isOnce || linked.length < tests.length) return undefined
  return { list: name.text, tests: linked.sort((a, b) => compareText(a.field, b.field)) }
}

/**
 * The canonical words of a question: the same for each way of writing it, and words that can be read again. After
 * `one of A, B` a comma would go on with its values, so the next test follows `and`.
 */
export function someInput({ list, tests }: Question): InputId {
  const isList = (test: FieldTest | undefined) => test?.kind === 'one-of' && test.values.length > 1
  const parts = tests.map((test, index) => {
    if (index === 0) return wordsOf(test)
    return `${index === tests.length - 1 || isList(tests[index - 1]) ? ' and' : ','} ${wordsOf(test)}`
  })
  return `some ${list} has ${parts.join('')}`
}

function wordsOf(test: FieldTest): string {
  switch (test.kind) {
    case 'one-of':
      return `${test.field} ${test.values.length === 1 ? '' : 'one of '}${test.values.join(', ')}`
    case 'compare':
      return `${test.field} ${test.is.replace('-', ' ')} ${printNumber(test.than)}`
    case 'yes-no':
      return `${test.field} ${test.is ? 'yes' : 'no'}`
  }
}

/** What one entry says of itself; undefined, and reported, where it does not fit the list. */
export function linkEntry(
  { list: name, values }: { readonly list: Word; readonly values: readonly FieldValue[] },
  linker: Linker,
): Extract<Happening, { kind: 'entry' }> | undefined {
  const list = linker.list(name)
  if (list === undefined) return undefined
  const isOnce = checkOnce(values, 'said', linker)
  const said = values.flatMap((value): readonly [string, boolean | string | number][] => {
    const linked = linkValue(value, list, linker)
    return linked === undefined ? [] : [[value.field.text, linked]]
  })
  if (!isOnce || said.length < values.length) return undefined
  said.sort(([a], [b]) => compareText(a, b))
  return { kind: 'entry', list: name.text, values: Object.fromEntries(said) }
}

/** E119: a field may be tested, and an entry say a field, once: "class listed and class other" has no one meaning. */
function checkOnce(parts: readonly { readonly field: Word }[], verb: string, linker: Linker): boolean {
  const first = new Map<string, Word>()
  for (const { field } of parts) {
    const known = first.get(field.text)
    if (known === undefined) first.set(field.text, field)
    else {
      linker.report(
        findingAt(field.span, 'E119', `the field \`${field.text}\` is ${verb} twice`, {
          label: `${verb} again`,
          also: [{ span: known.span, text: `${verb} here` }],
          fix: verb === 'tested' ? 'write `one of` and both values, or two lines' : 'take one of them out',
        }),
      )
    }
  }
  return first.size === parts.length
}

function linkTest(test: ParsedTest, list: ListDeclaration, linker: Linker): FieldTest | undefined {
  const field = fieldOf(test.field, list, linker)
  if (field === undefined) return undefined
  const { shape } = field
  const name = field.name.text
  if (shape.kind === 'number') {
    if (test.kind !== 'compare') return unfit(test.field, field, linker)
    if (!isInUnit(test.unit, field, linker)) return undefined
    return { field: name, kind: 'compare', is: test.is, than: test.count }
  }
  if (test.kind === 'compare') return unfit(test.field, field, linker)
  if (shape.kind === 'yes-no') {
    if (test.kind !== 'is') return unfit(test.field, field, linker)
    const is = yesOrNo(test.value, field, linker)
    return is === undefined ? undefined : { field: name, kind: 'yes-no', is }
  }
  const values = test.kind === 'is' ? [test.value] : test.values
  const known = values.filter((value) => isValue(value, field, list, linker))
  if (known.length < values.length) return undefined
  return { field: name, kind: 'one-of', values: sortedOnce(known.map(({ text }) => text)) }
}

function linkValue(said: FieldValue, list: ListDeclaration, linker: Linker): boolean | string | number | undefined {
  const field = fieldOf(said.field, list, linker)
  if (field === undefined) return undefined
  if (field.shape.kind === 'number') {
    if (said.kind !== 'number') return unfit(said.field, field, linker)
    return isInUnit(said.unit, field, linker) ? said.count : undefined
  }
  if (said.kind === 'number') return unfit(said.field, field, linker)
  if (field.shape.kind === 'yes-no') return yesOrNo(said.value, field, linker)
  return isValue(said.value, field, list, linker) ? said.value.text : undefined
}

function fieldOf(word: Word, list: ListDeclaration, linker: Linker): FieldDeclaration | undefined {
  const field = list.fields.find(({ name }) => name.text === word.text)
  if (field !== undefined) {
    linker.refer(word, 'field', fieldId(list.name.text, word.text))
    return field
  }
  const names = list.fields.map(({ name }) => name.text)
  linker.report(
    findingAt(word.span, 'E118', `\`${list.name.text}\` has no field \`${word.text}\``, {
      label: 'no field of this list',
      also: [{ span: list.name.span, text: 'the list is declared here' }],
      fix: `write one of \`${names.join('`, `')}\``,
      ...linker.instead(word, () => names),
    }),
  )
  return undefined
}

function isValue(value: Word, field: FieldDeclaration, list: ListDeclaration, linker: Linker): boolean {
  const values = field.shape.kind === 'one-of' ? field.shape.values.map(({ name }) => name.text) : []
  if (values.includes(value.text)) {
    linker.refer(value, 'value', fieldId(list.name.text, field.name.text, value.text))
    return true
  }
  linker.report(
    findingAt(value.span, 'E119', `\`${value.text}\` is no value of the field \`${field.name.text}\``, {
      label: 'not one of its values',
      also: [{ span: field.name.span, text: 'the field is declared here' }],
      fix: `write one of \`${values.join('`, `')}\``,
      ...linker.instead(value, () => values),
    }),
  )
  return false
}

function yesOrNo(word: Word, field: FieldDeclaration, linker: Linker): boolean | undefined {
  if (word.text === 'yes' || word.text === 'no') return word.text === 'yes'
  linker.report(
    findingAt(word.span, 'E119', `\`${word.text}\` is no value of the field \`${field.name.text}\``, {
      label: 'the field is `yes` or `no`',
      also: [{ span: field.name.span, text: 'the field is declared here' }],
      fix: 'write `yes` or `no`',
    }),
  )
  return undefined
}

function isInUnit(unit: Word | undefined, { name, shape }: FieldDeclaration, linker: Linker): boolean {
  if (shape.kind !== 'number' || unit === undefined || isSameUnit(unit.text, shape.unit.text)) return true
  linker.report(
    findingAt(unit.span, 'E107', `the field \`${name.text}\` is not counted in \`${unit.text}\``, {
      label: 'another unit',
      also: [{ span: name.span, text: `declared in \`${shape.unit.text}\` here` }],
      fix: `write the number in \`${shape.unit.text}\``,
    }),
  )
  return false
}

const WAY_TO_SAY = {
  'one-of': 'name one of its values',
  number: 'write a number, in a test after `at least`, `at most`, `less than` or `more than`',
  'yes-no': 'write `yes` or `no`',
} as const

function unfit(word: Word, { name, shape }: FieldDeclaration, linker: Linker): undefined {
  linker.report(
    findingAt(word.span, 'E119', `this does not fit the field \`${name.text}\``, {
      label: 'said in a way that the field does not have',
      also: [{ span: name.span, text: 'the field is declared here' }],
      fix: WAY_TO_SAY[shape.kind],
    }),
  )
}
