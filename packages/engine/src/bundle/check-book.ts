/** What a book promises beyond the shapes of its parts, and readers of it rely on. */
import { type Book, type Condition, type Input, type InputId, inputOf } from '@remit/language/checked/tree.ts'
import { decidedRoles } from '../diagram/speaks.ts'
import { DEPTH_MAX } from './limits.ts'
import type { Source } from './source.ts'

/** Refuses a book that breaks a promise. */
export function checkBook(source: Source, book: Book): void {
  checkTimeZone(source, book)
  checkValues(source, book)
  checkKinds(source, book)
  checkConditions(source, book)
}

/** Only a moment of the day needs the zone to answer, and a browser takes its time to find one. */
function checkTimeZone(source: Source, { agency, inputs }: Book): void {
  if (!inputs.some(({ changes }) => changes.some(({ kind }) => kind === 'moment'))) return
  try {
    new Intl.DateTimeFormat('en', { timeZone: agency.timeZone })
  } catch {
    source.refuse(`there is no time zone ${agency.timeZone}`)
  }
}

function checkValues(source: Source, { inputs }: Book): void {
  for (const input of inputs) {
    if (input.kind !== 'one-of') continue
    const values = new Set(input.values.map(({ id }) => id))
    if (values.size < input.values.length) source.refuse(`${input.id} has a value twice`)
    if (input.first !== undefined && !values.has(input.first)) source.refuse(`${input.id} has no value ${input.first}`)
  }
}

/** No act is a kind of itself, and acts are not kinds of one another without end. */
function checkKinds(source: Source, { acts }: Book): void {
  const generals = new Map(acts.map((act) => [act.id, act.kindOf]))
  const depths = new Map<string, number>()
  const depthOf = (act: string, below: number): number => {
    if (below > DEPTH_MAX) source.refuse(`${act} is a kind of itself, or nested too deep`)
    const before = depths.get(act)
    if (before !== undefined) return before
    const depth = 1 + Math.max(0, ...(generals.get(act) ?? []).map((general) => depthOf(general, below + 1)))
    depths.set(act, depth)
    return depth
  }
  for (const act of generals.keys()) if (depthOf(act, 0) > DEPTH_MAX) source.refuse(`${act} is nested too deep`)
}

function checkConditions(source: Source, book: Book): void {
  const inputs = new Map(book.inputs.map((input) => [input.id, input]))
  const roles = decidedRoles(book)
  const places = new Map(book.defines.map(({ id }, place) => [id, place]))
  const check = (condition: Condition, defines: number): void => {
    switch (condition.kind) {
      case 'all':
      case 'any':
        for (const part of condition.of) check(part, defines)
        return
      case 'not':
        check(condition.of, defines)
        return
      case 'define':
        if ((places.get(condition.define) ?? defines) >= defines) {
          source.refuse(`a define names ${condition.define}, which does not come before it`)
        }
        return
      default:
        if (!condition.input.includes('*')) checkRead(source, condition, condition.input, inputs.get(condition.input))
        else {
          const ids = roles.map((role) => inputOf(condition.input, role))
          for (const id of ids) checkRead(source, condition, id, inputs.get(id))
        }
    }
  }
  for (const [place, define] of book.defines.entries()) check(define.when, place)
  for (const condition of conditionsOf(book)) check(condition, book.defines.length)
}

const KINDS = { yes: ['yes-no'], 'one-of': ['one-of'], compare: ['number', 'clock'] } as const

function checkRead(
  source: Source,
  condition: Extract<Condition, { readonly input: InputId }>,
  id: InputId,
  input: Input | undefined,
): void {
  const kinds: readonly string[] = KINDS[condition.kind]
  if (input === undefined || !kinds.includes(input.kind)) source.refuse(`a condition reads ${id} as ${condition.kind}`)
}

function* conditionsOf(book: Book): Iterable<Condition> {
  for (const { when, unless } of [...book.norms, ...book.exceptions]) {
    yield when
    if (unless !== undefined) yield unless
  }
  for (const { arisesWhen } of book.acts) if (arisesWhen !== undefined) yield arisesWhen
  for (const { when } of [...book.nevers, ...book.invariants, ...book.choices]) yield when
}
