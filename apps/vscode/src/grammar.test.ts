/** Colours as VS Code gives them: the same tokeniser, with the grammars of this extension. */
import { readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { keywords } from '@remit/language/parsed/block-parser.ts'
import { beforeAll, describe, expect, test } from 'vitest'
import oniguruma from 'vscode-oniguruma'
import textmate, { type IGrammar, type StateStack } from 'vscode-textmate'

const SYNTAXES = join(import.meta.dirname, '..', 'syntaxes')
const FILES: Readonly<Record<string, string>> = {
  'source.remit': 'remit.json',
  'markdown.remit.codeblock': 'remit-in-markdown.json',
}
/** Stands for the Markdown grammar of the editor, into which the block is injected. */
const MARKDOWN = { scopeName: 'text.html.markdown', patterns: [{ match: '^#.*$', name: 'markup.heading.markdown' }] }

let grammar: IGrammar | null = null
beforeAll(async () => {
  const wasm = createRequire(import.meta.url).resolve('vscode-oniguruma/release/onig.wasm')
  await oniguruma.loadWASM(readFileSync(wasm).buffer)
  const registry = new textmate.Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (patterns) => new oniguruma.OnigScanner(patterns),
      createOnigString: (text) => new oniguruma.OnigString(text),
    }),
    getInjections: (scope) => (scope === MARKDOWN.scopeName ? ['markdown.remit.codeblock'] : []),
    loadGrammar: async (scope) => {
      const file = FILES[scope]
      const content = file === undefined ? JSON.stringify(MARKDOWN) : await readFile(join(SYNTAXES, file), 'utf8')
      return textmate.parseRawGrammar(content, 'grammar.json')
    },
  })
  grammar = await registry.loadGrammar(MARKDOWN.scopeName)
})

/** Each word with the innermost of its scopes. */
function coloured(text: string): readonly string[] {
  let state: StateStack = textmate.INITIAL
  return text.split('\n').flatMap((line) => {
    const result = grammar?.tokenizeLine(line, state)
    state = result?.ruleStack ?? state
    return (result?.tokens ?? []).flatMap(({ startIndex, endIndex, scopes }) => {
      const word = line.slice(startIndex, endIndex).trim()
      return word === '' ? [] : [`${word}: ${scopes.at(-1)}`]
    })
  })
}

test('a norm in a block has its parts coloured, and prose around it none of them', () => {
  const text = [
    '# When officers must wait',
    'When officers must wait',
    '```remit',
    'norm wait -- a comment',
    '  when requester is dhs',
    '  officer must not wait-here within 30 minutes of arrival',
    '  cite "MCC 2"',
    '```',
    'officers must wait',
  ].join('\n')
  expect(coloured(text)).toEqual(
    expect.arrayContaining([
      'norm: keyword.declaration.remit',
      'wait: entity.name.remit',
      '-- a comment: comment.line.double-dash.remit',
      'when: keyword.other.remit',
      'requester: variable.other.remit',
      'must not: keyword.control.modality.remit',
      'wait-here: variable.other.remit',
      '30: constant.numeric.remit',
      'MCC 2: string.quoted.double.remit',
      'officers must wait: text.html.markdown',
    ]),
  )
})

test('a text that was not closed ends at an empty line, so that what follows keeps its colours', () => {
  expect(coloured('```remit\nnorm wait\n  cite "MCC\n\nnorm other-one\n```')).toContain(
    'norm: keyword.declaration.remit',
  )
})

test('names with hyphens that begin or end like a word of the language are names', () => {
  expect(coloured('```remit\n  is-late not-known at-most-once\n```')).toEqual(
    expect.arrayContaining(['is-late: variable.other.remit', 'not-known: variable.other.remit']),
  )
})

describe('every word of the language is coloured as one', () => {
  test('in the middle of a line', () => {
    const plain = [...keywords()].filter((word) =>
      coloured(`\`\`\`remit\n  x ${word} y\n\`\`\``).some((each) => each === `${word}: variable.other.remit`),
    )
    const beginDeclarations = [
      'role',
      'group',
      'fact',
      'define',
      'event',
      'act',
      'never',
      'norm',
      'exception',
      'unsettled',
    ]
    const alsoNames = ['invariant', 'scenario', 'list', 'choice', 'report']
    expect(plain.filter((word) => ![...beginDeclarations, ...alsoNames].includes(word))).toEqual([])
  })
})
