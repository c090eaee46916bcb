/** The words by which documents declare names, as targets of references. */
import type { Declaration, FactDeclaration, ListDeclaration, ParsedDocument, Word } from '../../parsed/tree.ts'
import { sourceOf, spanAt } from '../../text/source.ts'
import { defineId, normId, yesNoName } from '../names.ts'
import { fieldId, type Reference, referenceOf, type TargetKind, type TargetPart, valueId } from './reference.ts'

/** Every declaration of a document, in order of text; its own short title first. */
export function declaredIn(document: ParsedDocument): readonly Reference[] {
  return [...shortTitle(document), ...document.declarations.flatMap((each) => declaredBy(each, document))]
}

function declaredBy(declaration: Declaration, document: ParsedDocument): readonly Reference[] {
  switch (declaration.kind) {
    case 'role':
    case 'group':
    case 'event':
    case 'act':
      return [declared(declaration.name, declaration.kind, declaration.name.text)]
    case 'fact':
      return factWords(declaration)
    case 'list':
      return listWords(declaration)
    case 'define': {
      const id = defineId(declaration, document)
      return [
        declared(declaration.subject, 'define', id, 'subject'),
        declared(declaration.state, 'define', id, 'state'),
      ]
    }
    case 'norm':
    case 'exception':
      return [declared(declaration.name, 'norm', normId(document.id, declaration.name.text))]
    case 'never':
    case 'unsettled':
    case 'invariant':
    case 'scenario':
    case 'choice':
    case 'report':
      return []
  }
}

function factWords({ subject, shape }: FactDeclaration): readonly Reference[] {
  if (shape.kind === 'yes-no') {
    const id = yesNoName(subject.text, shape.state.text)
    return [declared(subject, 'yes-no', id, 'subject'), declared(shape.state, 'yes-no', id, 'state')]
  }
  const values =
    shape.kind === 'one-of' || shape.kind === 'some-of'
      ? shape.values.map(({ name }) => declared(name, 'value', valueId(subject.text, shape.kind, name.text)))
      : []
  return [declared(subject, 'fact', subject.text), ...values]
}

function listWords({ name, fields }: ListDeclaration): readonly Reference[] {
  return [
    declared(name, 'list', name.text),
    ...fields.flatMap((field) => [
      declared(field.name, 'field', fieldId(name.text, field.name.text)),
      ...(field.shape.kind === 'one-of' ? field.shape.values : []).map((value) =>
        declared(value.name, 'value', fieldId(name.text, field.name.text, value.name.text)),
      ),
    ]),
  ]
}

/** The short title stands in the front matter, of which the tree keeps the words alone. */
function shortTitle({ id, frontMatter: { short, span }, text }: ParsedDocument): readonly Reference[] {
  const line = /^short:[ \t]*/m.exec(text.slice(span.offset, span.offset + span.length))
  if (line === null) return []
  const offset = span.offset + line.index + line[0].length
  const isQuoted = text.slice(offset + 1).startsWith(short)
  const start = isQuoted ? offset + 1 : offset
  if (!text.startsWith(short, start)) return []
  const place = spanAt(sourceOf(span.file, text), start, short.length)
  return [declared({ text: short, span: place }, 'document', id, 'short')]
}

function declared(word: Word, kind: TargetKind, id: string, part?: TargetPart): Reference {
  return referenceOf(word, { kind, id }, { part, isDeclaration: true })
}
