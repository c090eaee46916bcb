import { expect, test } from 'vitest'
import { parseDocument } from '../from-text.ts'
import { documentText } from '../testing.ts'

test.each([
  ['a word that begins no declaration', documentText('norn k1\n  officer must x1'), 'norn', 'norm'],
  ['a name in capitals', documentText('norm NoHelp\n  officer must x1'), 'NoHelp', 'nohelp'],
  ['a word to units in small letters', documentText('act wait "Wait" word wait'), 'wait', 'WAIT'],
  [
    'a key of front matter',
    documentText('norm k1\n  officer must x1').replace('verified:', 'verifyed:'),
    'verifyed',
    'verified',
  ],
])('an editor is told what to write instead of %s', (_, text, found, instead) => {
  const edits = parseDocument('document', text).findings.flatMap(({ edit }) => edit ?? [])
  const { span, text: written } = edits[0] ?? expect.fail('no edit')
  expect([text.slice(span.offset, span.offset + span.length), written]).toEqual([found, instead])
})
