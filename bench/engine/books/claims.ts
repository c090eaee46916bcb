/**
 * That a statement is heard: a whole situation in which it applies to a role and an act that it names, and nothing of the
 * same or a higher force says otherwise. With one for each, no norm of the book is dead or always beaten.
 */
import type { ActId, RoleId } from '@remit/language/checked/tree.ts'
import type { Draw } from './draw.ts'
import { isException, type Rule, type Said, type Sayings } from './sayings.ts'
import { drawnTotal, isPossible, type Meaning, mend, push, type Total } from './situations.ts'

export type Claim = Said & {
  readonly role: RoleId
  readonly act: ActId
  /** Whether no other norm of its document may say the same there either: asked for one claim of each norm. */
  readonly isOwn: boolean
}

export function claimsOf(rule: Rule): readonly Claim[] {
  const claims = rule.statements.flatMap((statement) =>
    statement.roles.flatMap((role) => statement.acts.map((act) => ({ rule, statement, role, act }))),
  )
  return claims.map((claim, index) => ({ ...claim, isOwn: index === 0 && !isException(rule) }))
}

/** Whether the situation shows that the statement is heard. */
export function isShown(sayings: Sayings, meaning: Meaning, claim: Claim, total: Total): boolean {
  if (!isPossible(meaning, total) || !sayings.applies(claim.rule, claim.act, total)) return false
  return !othersOf(sayings, claim).some(({ rule }) => sayings.applies(rule, claim.act, total))
}

/** What must not apply beside a claim. */
function othersOf(sayings: Sayings, claim: Claim): readonly Said[] {
  return sayings
    .about(claim.role, claim.act)
    .filter((other) => other.rule !== claim.rule && (beats(other, claim) || (claim.isOwn && repeats(other, claim))))
}

const repeats = (other: Said, { rule, statement }: Claim) =>
  other.rule.document === rule.document &&
  other.statement.modality === statement.modality &&
  other.statement.acts.some((act) => statement.acts.includes(act))

/** Whether a statement stops, leaves out or speaks against another of the same pair. */
function beats({ rule, statement: { modality, guaranteed } }: Said, claim: Claim): boolean {
  const isAbove = rule.rank < claim.rule.rank
  const isAtLeast = rule.rank <= claim.rule.rank
  switch (claim.statement.modality) {
    case 'must':
      return (modality === 'must not' && isAtLeast) || (modality === 'need not' && guaranteed && isAbove)
    case 'must not':
      return (modality === 'must' && isAtLeast) || (modality === 'may' && guaranteed && isAbove)
    case 'may':
      return modality === 'must not' && isAtLeast
    case 'need not':
      return modality === 'must' && isAtLeast
    case 'should':
      return (modality === 'must not' && isAtLeast) || modality === 'should not'
    case 'should not':
      return (modality === 'must' && isAtLeast) || modality === 'should'
  }
}

/** How often a situation is drawn for a claim, and how often each is changed towards what is wanted. */
const DRAWS = 12
const CHANGES = 24

/** A situation that shows a claim, looked for by drawing and changing; `undefined` if none was met. */
export function showing(draw: Draw, sayings: Sayings, meaning: Meaning, claim: Claim): Total | undefined {
  const others = othersOf(sayings, claim)
  for (let drawn = 0; drawn < DRAWS; drawn++) {
    const total = drawnTotal(draw, meaning)
    for (let change = 0; change < CHANGES; change++) {
      const against = others.filter(({ rule }) => sayings.applies(rule, claim.act, total))
      const isHeard = sayings.applies(claim.rule, claim.act, total)
      if (isHeard && against.length === 0 && isPossible(meaning, total)) return total
      if (against.length > 0 && draw.chance(0.7)) push(draw, meaning, total, draw.one(against).rule.when, false)
      else hear(draw, sayings, meaning, claim, total)
      mend(draw, meaning, total)
    }
  }
  return undefined
}

/** Changes the situation towards one in which the rule applies. */
function hear(draw: Draw, sayings: Sayings, meaning: Meaning, { rule }: Claim, total: Total): void {
  const norm = isException(rule) ? sayings.norms.get(draw.one(rule.to)) : undefined
  for (const { when, unless } of norm === undefined ? [rule] : [norm, rule]) {
    push(draw, meaning, total, when, true)
    if (unless !== undefined) push(draw, meaning, total, unless, false)
  }
  const lifting = sayings.exceptions.filter(({ to }) => to.includes(rule.id))
  for (const { when } of lifting) if (draw.chance(0.5)) push(draw, meaning, total, when, false)
}
