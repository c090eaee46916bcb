/**
 * The conditions of a norm one by one, and where each alone makes the difference: masking MC/DC, over all situations at
 * once (decision 6, *What a scenario exercises*).
 */
import type { Condition, RoleId } from '@remit/language/checked/tree.ts'
import type { Conditions } from '../../diagram/conditions.ts'
import { type Diagram, type Diagrams, NO, YES } from '../../diagram/diagrams.ts'
import type { Rule } from '../../diagram/speaks.ts'
import type { PlainCondition } from '../../situation/condition-words.ts'

/** One condition of a norm, at its place there: the same words at two places are two. */
export type Atom = {
  readonly place: string
  readonly condition: PlainCondition
  /** Whether the norm can apply where it turns on the condition and the condition holds; else it can where it fails. */
  readonly isFor: boolean
}

type Part = { readonly condition: Condition; readonly place: string; readonly isFor: boolean }

/** Every condition of the norm's `when` and `unless`, in the order of the text. */
export function atomsOf({ when, unless }: Rule): readonly Atom[] {
  const lifted = unless === undefined ? [] : [{ condition: unless, place: 'unless', isFor: false }]
  return [{ condition: when, place: 'when', isFor: true }, ...lifted].flatMap(atomsIn)
}

function atomsIn({ condition, place, isFor }: Part): readonly Atom[] {
  switch (condition.kind) {
    case 'all':
    case 'any':
      return condition.of.flatMap((part, index) => atomsIn({ condition: part, place: `${place}.${index + 1}`, isFor }))
    case 'not':
      return atomsIn({ condition: condition.of, place, isFor: !isFor })
    default:
      return [{ place, condition, isFor }]
  }
}

/** Where the condition holds and where it does not, each time so that the norm's whole condition turns on it. */
export type Turning = { readonly holds: Diagram; readonly fails: Diagram }

type Reader = { readonly diagrams: Diagrams; readonly conditions: Conditions; readonly role: RoleId }

export function turningOn(reader: Reader, rule: Rule, atom: Atom): Turning {
  const { diagrams, conditions, role } = reader
  const whole = (value: Diagram) => {
    const when = withAtom(reader, rule.when, 'when', { atom, value })
    if (rule.unless === undefined) return when
    return diagrams.without(when, withAtom(reader, rule.unless, 'unless', { atom, value }))
  }
  const [ifHeld, ifFailed] = [whole(YES), whole(NO)]
  const turns = diagrams.or(diagrams.without(ifHeld, ifFailed), diagrams.without(ifFailed, ifHeld))
  const is = conditions.compile(atom.condition, role)
  return { holds: diagrams.and(is, turns), fails: diagrams.without(turns, is) }
}

type Instead = { readonly atom: Atom; readonly value: Diagram }

/** Where the condition would hold if the atom had the value everywhere. */
function withAtom(reader: Reader, condition: Condition, place: string, instead: Instead): Diagram {
  const { diagrams, conditions, role } = reader
  switch (condition.kind) {
    case 'all':
    case 'any': {
      const parts = condition.of.map((part, index) => withAtom(reader, part, `${place}.${index + 1}`, instead))
      if (condition.kind === 'any') return diagrams.any(parts)
      return parts.reduce((all, part) => diagrams.and(all, part), YES)
    }
    case 'not':
      return diagrams.not(withAtom(reader, condition.of, place, instead))
    default:
      return place === instead.atom.place ? instead.value : conditions.compile(condition, role)
  }
}
