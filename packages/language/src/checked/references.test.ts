import { describe, expect, test } from 'vitest'
import { referencesOf } from './references.ts'
import { libraryOf, TOWN, type Written } from './testing.ts'

const ORDER = 'us/il/town/order'
const AT = Date.parse('2020-06-01T12:00Z')

/** Each reference of the documents as `words -> kind id (part)`; declarations begin with `=`. */
function seenIn(block: string, id = ORDER, others: Readonly<Record<string, Written>> = {}): readonly string[] {
  const library = libraryOf({ [id]: { block }, ...others })
  const [agency] = library.agencies
  const text = library.documents.find((document) => document.id === id)?.text ?? ''
  if (agency === undefined) throw new Error('no agency')
  return referencesOf(library.documents, agency, AT)
    .filter(({ span }) => span.file.endsWith(`${id}.md`))
    .map(({ span, target, part, isDeclaration }) => {
      const words = text.slice(span.offset, span.offset + span.length)
      return `${isDeclaration ? '= ' : ''}${words} -> ${target.kind} ${target.id}${part === undefined ? '' : ` (${part})`}`
    })
}

describe('references', () => {
  test('are of every name of a norm, and of its declaration', () => {
    const block = `norm aid
  when requester is one of ice, sheriff and scene is not quiet and request is federal and asks include hold
   and supervisor has done note-it and hours-here is at least 2 hours
  everyone must assist other than guard within 2 hours of agents-arrived; if late, tell supervisor`
    expect(seenIn(block)).toEqual([
      '= order -> document us/il/town/order (short)',
      '= aid -> norm us/il/town/order#aid',
      'requester -> fact requester',
      'ice -> value requester is ice',
      'sheriff -> value requester is sheriff',
      'scene -> yes-no scene is quiet (subject)',
      'quiet -> yes-no scene is quiet (state)',
      'request -> define request federal (subject)',
      'federal -> define request federal (state)',
      'asks -> fact asks',
      'hold -> value asks include hold',
      'supervisor -> role supervisor',
      'note-it -> act note-it',
      'hours-here -> fact hours-here',
      'everyone -> group everyone',
      'assist -> act assist',
      'guard -> act guard',
      'agents-arrived -> event agents-arrived',
      'supervisor -> role supervisor',
    ])
  })

  test('are of norms of other documents, and of their short titles without quotation marks', () => {
    const block = 'exception but to aid of "act" for hold\n  officer may hold'
    const others = { 'us/il/act': { block: 'norm aid\n  officer must not hold' } }
    expect(seenIn(block, ORDER, others).slice(1)).toEqual([
      '= but -> norm us/il/town/order#but',
      'aid -> norm us/il/act#aid',
      'act -> document us/il/act (short)',
      'hold -> act hold',
      'officer -> role officer',
      'hold -> act hold',
    ])
  })

  test('are of facts with who knows them and what changes them', () => {
    const block = `event bell "A bell"
fact gate is one of shut "Shut", open-wide at first shut known to officer
  open-wide when bell
fact gate-two is ajar at first no yes while a bell has no agents-arrived of its own
define gate is safe when gate is shut`
    expect(seenIn(block, 'us/il/words', {}).slice(1)).toEqual([
      '= bell -> event bell',
      '= gate -> fact gate',
      '= shut -> value gate is shut',
      '= open-wide -> value gate is open-wide',
      'shut -> value gate is shut',
      'officer -> role officer',
      'open-wide -> value gate is open-wide',
      'bell -> event bell',
      '= gate-two -> yes-no gate-two is ajar (subject)',
      '= ajar -> yes-no gate-two is ajar (state)',
      'bell -> event bell',
      'agents-arrived -> event agents-arrived',
      '= gate -> define us/il/words#gate safe (subject)',
      '= safe -> define us/il/words#gate safe (state)',
      'gate -> fact gate',
      'shut -> value gate is shut',
    ])
  })

  test('are of scenarios, with the agency and the norms after `because`', () => {
    const block = `norm aid
  officer must assist
scenario "s" in ${TOWN}
  given scene is quiet is unknown and speed is 5 miles and agents-arrived
  expect officer must assist because aid`
    expect(seenIn(block).slice(4)).toEqual([
      'us/il/town/police -> agency us/il/town/police',
      'scene -> yes-no scene is quiet (subject)',
      'quiet -> yes-no scene is quiet (state)',
      'speed -> fact speed',
      'agents-arrived -> event agents-arrived',
      'officer -> role officer',
      'assist -> act assist',
      'aid -> norm us/il/town/order#aid',
    ])
  })

  test('are of lists, their fields and values, of roles after `of`, of choices and reports', () => {
    const words: Written = {
      force: 'vocabulary',
      block: `fact training is one of certified, basic about the actor
list find "Find" known to officer
  sort one of red, blue
  big yes or no`,
    }
    const block = `norm aid
  when some find has sort red, big yes and training of officer is certified
  one officer must assist before guard
choice by officer: hold when no find has sort one of red, blue
report sums agency to dhs every year, also when none
scenario "s"
  given a find has sort blue and no other find
  expect officer must assist`
    expect(seenIn(block, ORDER, { 'us/il/words': words }).slice(2)).toEqual([
      'find -> list find',
      'sort -> field find sort',
      'red -> value find sort red',
      'big -> field find big',
      'training -> fact training',
      'officer -> role officer',
      'certified -> value training is certified',
      'officer -> role officer',
      'assist -> act assist',
      'guard -> act guard',
      'officer -> role officer',
      'hold -> act hold',
      'find -> list find',
      'sort -> field find sort',
      'red -> value find sort red',
      'blue -> value find sort blue',
      'agency -> role agency',
      'dhs -> role dhs',
      'find -> list find',
      'sort -> field find sort',
      'blue -> value find sort blue',
      'find -> list find',
      'officer -> role officer',
      'assist -> act assist',
    ])
    expect(seenIn(words.block, 'us/il/words').slice(1)).toEqual([
      '= training -> fact training',
      '= certified -> value training is certified',
      '= basic -> value training is basic',
      '= find -> list find',
      'officer -> role officer',
      '= sort -> field find sort',
      '= red -> value find sort red',
      '= blue -> value find sort blue',
      '= big -> field find big',
    ])
  })

  test('are of what a document supersedes, by its path', () => {
    const next: Written = { block: '', supersedes: 'old', 'in-force': 'from 2020-02-01' }
    const library = libraryOf({ 'us/il/town/old': { block: '' }, 'us/il/town/next': next })
    const [agency] = library.agencies
    const found = agency === undefined ? [] : referencesOf(library.documents, agency, AT)
    expect(found.filter(({ part }) => part === 'path')).toMatchObject([
      { target: { kind: 'document', id: 'us/il/town/old' }, isDeclaration: false, span: { length: 3 } },
    ])
  })

  test('leave out what names nothing', () => {
    expect(seenIn('norm aid\n  when requester is icy\n  oficer must asist').slice(1)).toEqual([
      '= aid -> norm us/il/town/order#aid',
      'requester -> fact requester',
    ])
  })
})
