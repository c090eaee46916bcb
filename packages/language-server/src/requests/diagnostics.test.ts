import { describe, expect, test } from 'vitest'
import { meaningFindings } from '../books/meaning.ts'
import { failedExpectations } from '../books/scenario-results.ts'
import { nameFindings, syntaxFindings } from '../books/stages.ts'
import { OWN, order, townWith, uriOf } from '../testing/town.ts'
import { codeActions } from './code-actions.ts'
import { diagnosticOf, failedDiagnostic, outsideDiagnostics } from './diagnostics.ts'

function found(block: string, own: Readonly<Record<string, string>> = {}) {
  const workspace = townWith({ [OWN]: order(block, own) })
  const findings = [
    ...syntaxFindings(workspace, OWN),
    ...nameFindings(workspace, OWN),
    ...(meaningFindings(workspace, OWN) ?? []),
  ]
  return { workspace, diagnostics: findings.flatMap((each) => diagnosticOf(each, OWN, workspace) ?? []) }
}

/** Codes of errors with the words that they cover. */
function errors(block: string): readonly string[] {
  const { workspace, diagnostics } = found(block)
  return diagnostics
    .filter(({ severity }) => severity === 1)
    .map(({ code, range }) => `${code} ${workspace.file(OWN)?.text.getText(range)}`)
}

test('a finding has its code, the page of the code, the reason and the fix', () => {
  const { diagnostics } = found('norm aid\n  officer must note-itt')
  expect(diagnostics[0]).toMatchObject({
    code: 'E102',
    codeDescription: { href: 'https://remit.example/findings/E102.md' },
    severity: 1,
    message: 'there is no act `note-itt`\n– no act of this name is declared\nfix: write `note-it`',
    data: { edit: { newText: 'note-it' } },
  })
})

test('places that say why are related information, also in other documents', () => {
  const { diagnostics } = found('norm aid\n  when requester is icy\n  officer must note-it')
  expect(diagnostics.find(({ code }) => code === 'E105')?.relatedInformation).toEqual([
    { location: { uri: uriOf('us/vocabulary.md'), range: expect.anything() }, message: '`requester` is declared here' },
  ])
})

test('a fix is offered as an action that writes it', () => {
  const { workspace, diagnostics } = found('norm aid\n  officer must note-itt')
  const actions = codeActions(workspace, {
    textDocument: { uri: uriOf(OWN) },
    range: diagnostics[0]?.range ?? { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
    context: { diagnostics },
  })
  expect(actions[0]).toMatchObject({
    title: 'Write `note-it`',
    isPreferred: true,
    edit: { changes: { [uriOf(OWN)]: [{ newText: 'note-it' }] } },
  })
})

test('what a book means is told of the document in which a side of it stands, with a situation to insert', () => {
  const conflict =
    'norm aid\n  when requester is ice\n  officer must note-it\n\nnorm no-aid\n  when scene is quiet\n  officer must not note-it'
  const { workspace, diagnostics } = found(conflict)
  const conflicts = diagnostics.filter(({ code }) => code === 'E301')
  expect(conflicts).toHaveLength(1)
  const [insert] = codeActions(workspace, {
    textDocument: { uri: uriOf(OWN) },
    range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
    context: { diagnostics: conflicts },
  }).filter(({ title }) => title === 'Insert the situation as a scenario')
  const [edit] = insert?.edit?.changes?.[uriOf(OWN)] ?? []
  expect(edit?.newText).toContain('requester is ice')
})

test('an expectation that does not hold is told where it stands, with what is found instead', () => {
  const block =
    'norm aid\n  officer must note-it\n\nscenario "x"\n  given requester is ice\n  expect officer must not note-it'
  const workspace = townWith({ [OWN]: order(block) })
  const [failed, ...others] = failedExpectations(workspace, OWN)
  expect(others).toEqual([])
  const diagnostic = failed && failedDiagnostic(failed, workspace)
  expect(diagnostic?.message).toBe('this does not hold: officer note-it is MUST')
  expect(diagnostic && workspace.file(OWN)?.text.getText(diagnostic.range)).toBe('officer must not note-it')
})

describe('while a declaration is half typed', () => {
  test('there is one finding for it and none for the names that it declares', () => {
    expect(
      errors('norm aid\n  when\n\nscenario "x"\n  given requester is ice\n  expect officer must note-it because aid'),
    ).toEqual(['E030 when'])
  })

  test('a fact that is being declared does not break the norms that read it', () => {
    expect(errors('fact gate is\n\nnorm aid\n  when gate is shut\n  officer must note-it')).toHaveLength(1)
  })

  test('other faults are still told', () => {
    expect(errors('norm aid\n  when\n\nnorm b-two\n  officer must nothing-known')).toEqual([
      'E030 when',
      'E102 nothing-known',
    ])
  })

  test('the meaning of the book is not told', () => {
    const workspace = townWith({ [OWN]: order('norm aid\n  when') })
    expect(meaningFindings(workspace, OWN)).toBeUndefined()
  })

  test('front matter that is half typed leaves other documents their words', () => {
    const workspace = townWith({ [OWN]: order('norm aid\n  officer must note-it') })
    const words = 'us/vocabulary.md'
    workspace.open(uriOf(words), 1, workspace.file(words)?.text.getText() ?? '')
    expect(nameFindings(workspace, OWN)).toEqual([])
    workspace.change(uriOf(words), 2, [
      { range: { start: { line: 1, character: 0 }, end: { line: 2, character: 0 } }, text: '' },
    ])
    expect(syntaxFindings(workspace, words)).not.toEqual([])
    expect(nameFindings(workspace, OWN).filter(({ code }) => code.startsWith('E'))).toEqual([])
  })
})

test('a document outside the orders with a block is told so once, and a README without one is left alone', () => {
  expect(outsideDiagnostics('# Notes\n\n```remit\nnorm x\n```\n', true)).toHaveLength(1)
  expect(outsideDiagnostics('# Notes\n', true)).toEqual([])
})

test('lines that end as on Windows keep every place', () => {
  const text = order('norm aid\n  officer must note-itt').replaceAll('\n', '\r\n')
  const workspace = townWith({ [OWN]: text })
  const [finding] = nameFindings(workspace, OWN)
  const diagnostic = finding && diagnosticOf(finding, OWN, workspace)
  expect(diagnostic && workspace.file(OWN)?.text.getText(diagnostic.range)).toBe('note-itt')
})

test('letters of two UTF-16 units count as two', () => {
  const workspace = townWith({ [OWN]: order('norm aid\n  officer must note-it cite "𝔸 §" officer must note-itt') })
  const [finding] = [...syntaxFindings(workspace, OWN), ...nameFindings(workspace, OWN)]
  const diagnostic = finding && diagnosticOf(finding, OWN, workspace)
  expect(diagnostic?.range.start.character).toBe('  officer must note-it cite "𝔸 §" '.length)
})
