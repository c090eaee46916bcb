import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isError } from '../text/finding.ts'
import { checkedOn, libraryOf } from './testing.ts'
import type { Book, Condition, Exception, Norm } from './tree.ts'

/** Declarations that lean on one another and on the town's words; any of them may be missing. */
const WORDS = [
  'role cook "Cook"',
  'group crew is officer, cook',
  'event bell "A bell rang"',
  'fact gate is shut at first no yes when bell',
  'fact tool is one of rope, lamp at first rope lamp when bell',
  'fact minutes-rung is minutes since bell',
  'define gate is passable when gate is not shut',
  'define way is open when gate is passable and tool is lamp',
  'act ring "Ring the bell" is a kind of assist',
  'act shout "Shout" is a kind of ring excludes pause',
  'act send-out "Send them out" directs cook to pause',
  'act open-up "Open the gate" arises when way is open',
  'never gate is shut and tool is lamp',
  'fact training is one of certified, basic about the actor',
  'fact lamp is lit at first no yes at 09:30 of the day after bell',
  'list find about the person sort one of red, blue size number of inches known to cook',
]
const RULES = [
  'norm one when way is open crew must ring within 5 minutes of bell; if late, tell cook',
  'norm two unless gate is shut everyone must not assist other than shout',
  'norm three when cook has done ring and minutes-rung is at least 5 minutes officer may hold whatever lower orders say',
  'exception four to two for ring when tool is rope cook may ring',
  'exception five to three when gate is passable',
  'invariant six when gate is shut expect nobody must withdraw',
  'define tool is bright when tool is lamp',
  'norm seven when tool is bright agency should not send-out',
  'norm eight when some find has sort red, size at most 5 and training of cook is certified one cook must ring before shout',
  'choice by cook: ring, shout when training is basic and lamp is lit',
  'report sums agency to cook every quarter, only if any due within 10 days',
]

/** `one` is a word of the language, and so no name. */
const named = (rule: string) =>
  rule.replaceAll(/\b(one|two|three|four|five|six|seven|eight)\b(?! of| cook)/g, 'rule-$1')

test('a book without errors names only what it holds, whatever is missing from its documents', () => {
  let sound = 0
  fc.assert(
    fc.property(
      fc.shuffledSubarray(WORDS, { minLength: WORDS.length - 2 }),
      fc.shuffledSubarray(RULES),
      (words, rules) => {
        const { book, findings } = checkedOn(
          '2020-06-01',
          libraryOf({
            'us/il/words': { force: 'vocabulary', block: words.join('\n') },
            'us/il/town/order': { block: rules.map(named).join('\n') },
          }),
        )
        expect(book === undefined).toBe(findings.some(isError))
        if (book === undefined) {
          // With nothing missing there is a book.
          expect(words.length + rules.length).toBeLessThan(WORDS.length + RULES.length)
          return
        }
        sound++
        expect(missingFrom(book)).toEqual([])
        expect(JSON.parse(JSON.stringify(book))).toEqual(book)
      },
    ),
    { examples: [[WORDS, RULES]] },
  )
  expect(sound).toBeGreaterThan(0)
})

/** What a book names and does not hold. */
function missingFrom(book: Book): readonly string[] {
  const known = new Set([
    ...[book.roles, book.events, book.acts, book.lists, book.norms, book.exceptions].flat().map(({ id }) => id),
    // Stands for the input of each role that is decided.
    ...book.inputs.flatMap(({ id, role }) => (role === undefined ? [id] : [id, id.replace(role, '*')])),
  ])
  const defined = new Set<string>()
  const missing: string[] = []
  const need = (...ids: readonly string[]) => missing.push(...ids.filter((id) => !known.has(id)))
  const needAll = (condition: Condition) => {
    for (const { kind, id } of namesIn(condition)) {
      if (kind === 'define' ? !defined.has(id) : !known.has(id)) missing.push(id)
    }
  }
  for (const define of book.defines) {
    needAll(define.when)
    defined.add(define.id)
  }
  for (const never of book.nevers) needAll(never.when)
  for (const act of book.acts) {
    need(...act.kindOf, ...act.excludes, ...(act.directs === undefined ? [] : [act.directs.role, act.directs.act]))
    if (act.arisesWhen !== undefined) needAll(act.arisesWhen)
  }
  for (const input of book.inputs) {
    need(...input.knownTo, ...(input.kind === 'clock' ? [input.event] : []))
    for (const change of input.changes)
      need(...(change.kind === 'while' ? [change.opens, change.closes] : [change.event]))
    if (input.kind === 'yes-no' && input.of.kind === 'done') need(input.of.role, input.of.act)
    if (input.kind === 'yes-no' && input.of.kind === 'some') need(input.of.list)
    if (input.role !== undefined) need(input.role)
  }
  for (const list of book.lists) need(...list.knownTo)
  for (const report of book.reports) need(report.by, ...report.to)
  for (const choice of book.choices) {
    need(choice.role, ...choice.acts)
    needAll(choice.when)
  }
  for (const norm of [...book.norms, ...book.exceptions]) {
    needAll(norm.when)
    if (norm.unless !== undefined) needAll(norm.unless)
    need(...namesOfStatements(norm))
  }
  for (const exception of book.exceptions) need(...exception.to, ...(exception.forActs ?? []))
  for (const invariant of book.invariants) needAll(invariant.when)
  return missing
}

function namesOfStatements({ statements }: Norm | Exception): readonly string[] {
  return statements.flatMap(({ roles, acts, otherThan, deadline }) => {
    const event = deadline?.kind === 'within' ? [deadline.event] : deadline?.kind === 'before' ? [deadline.act] : []
    return [...roles, ...acts, ...otherThan, ...event, ...(deadline?.ifLate === undefined ? [] : [deadline.ifLate])]
  })
}

function namesIn(condition: Condition): readonly { readonly kind: 'define' | 'input'; readonly id: string }[] {
  switch (condition.kind) {
    case 'all':
    case 'any':
      return condition.of.flatMap(namesIn)
    case 'not':
      return namesIn(condition.of)
    case 'define':
      return [{ kind: 'define', id: condition.define }]
    case 'yes':
    case 'one-of':
    case 'compare':
      return [{ kind: 'input', id: condition.input }]
  }
}
