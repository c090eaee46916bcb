import type { Declaration, ParsedDocument, Word } from '../../parsed/tree.ts'
import type { Finding } from '../../text/finding.ts'
import { findingAt } from '../findings.ts'
import type { Draft, WordsInForce } from '../link.ts'
import { defineId, normId, yesNoName } from '../names.ts'

type Declared = { readonly key: string; readonly words: string; readonly word: Word }

/**
 * E210: a name is declared once in all that is in force together: facts, values of one fact, roles and groups, events,
 * acts, shared defines; and within its document: norms, exceptions and invariants, local defines, scenarios, doubts.
 */
export function oneDeclarationForAName({ words }: WordsInForce): readonly Finding[] {
  return declaredTwice(words.documents)
}

/** E210 for documents without words: they repeat no name but their own. */
export function oneDeclarationInADocument({ documents, names }: Draft): readonly Finding[] {
  const withWords = new Set(names.words.documents)
  return documents.filter((document) => !withWords.has(document)).flatMap(declaredTwiceIn)
}

/** What a document declares does not change, and every book that holds it asks for it. */
const known = new WeakMap<ParsedDocument, readonly Finding[]>()

function declaredTwiceIn(document: ParsedDocument): readonly Finding[] {
  const findings = known.get(document) ?? declaredTwice([document])
  known.set(document, findings)
  return findings
}

/** The documents stand in order from the top. */
function declaredTwice(documents: readonly ParsedDocument[]): readonly Finding[] {
  const first = new Map<string, Word>()
  return documents.flatMap((document) =>
    declaredIn(document).flatMap(({ key, words, word }) => {
      const known = first.get(key)
      if (known === undefined) first.set(key, word)
      return known === undefined ? [] : [twice(words, word, known)]
    }),
  )
}

const declaredBefore = new WeakMap<ParsedDocument, readonly Declared[]>()

function declaredIn(document: ParsedDocument): readonly Declared[] {
  const declared = declaredBefore.get(document) ?? document.declarations.flatMap((each) => declaredBy(each, document))
  declaredBefore.set(document, declared)
  return declared
}

function twice(words: string, word: Word, known: Word): Finding {
  return findingAt(word.span, 'E210', `\`${words}\` is declared more than once`, {
    label: 'declared again',
    also: [{ span: known.span, text: 'declared here' }],
    fix: 'take one of them out, or give it a name of its own',
  })
}

function declaredBy(declaration: Declaration, document: ParsedDocument): readonly Declared[] {
  switch (declaration.kind) {
    case 'role':
    case 'group':
      return [named('role', declaration.name)]
    case 'event':
    case 'act':
      return [named(declaration.kind, declaration.name)]
    case 'fact':
      return factNames(declaration)
    case 'define': {
      const { subject, state } = declaration
      const words = yesNoName(subject.text, state.text)
      const isLocal = defineId(declaration, document).includes('#')
      return [{ key: isLocal ? `${document.id}#${words}` : `is ${words}`, words, word: subject }]
    }
    case 'norm':
    case 'exception':
    case 'invariant':
    case 'report':
      return [{ ...named('norm', declaration.name), key: `norm ${normId(document.id, declaration.name.text)}` }]
    case 'scenario':
      return [{ ...named('scenario', declaration.title), key: `scenario ${document.id}#${declaration.title.text}` }]
    case 'unsettled': {
      const { norm, against } = declaration
      const sides = [norm, ...(against === undefined ? [] : [against])].map(({ name, of }) => [name.text, of?.text])
      return [{ ...named('unsettled', norm.name), key: `unsettled ${document.id} ${JSON.stringify(sides)}` }]
    }
    case 'list':
      return listNames(declaration)
    case 'choice':
    case 'never':
      return []
  }
}

/** `X is Y` may be a fact, a value of a fact or a shared define, and only one of them. */
function factNames({ subject, shape }: Declaration & { kind: 'fact' }): readonly Declared[] {
  if (shape.kind === 'yes-no') {
    const words = yesNoName(subject.text, shape.state.text)
    return [{ key: `is ${words}`, words, word: subject }]
  }
  const values = 'values' in shape ? shape.values : []
  const verb = shape.kind === 'one-of' ? 'is' : 'includes'
  return [
    named('fact', subject),
    ...values.map(({ name }) => {
      return {
        key: `${verb} ${subject.text} is ${name.text}`,
        words: `${subject.text} ${verb} ${name.text}`,
        word: name,
      }
    }),
  ]
}

/** Fields are named within their list, and values within their field. */
function listNames({ name: list, fields }: Declaration & { kind: 'list' }): readonly Declared[] {
  const within = fields.flatMap(({ name: field, shape }) => {
    const values = shape.kind === 'one-of' ? shape.values : []
    return [
      { key: `field ${list.text} ${field.text}`, words: field.text, word: field },
      ...values.map(({ name }) => {
        return { key: `field ${list.text} ${field.text} ${name.text}`, words: `${field.text} ${name.text}`, word: name }
      }),
    ]
  })
  return [named('list', list), ...within]
}

function named(sort: string, word: Word): Declared {
  return { key: `${sort} ${word.text}`, words: word.text, word }
}
